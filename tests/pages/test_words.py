"""Plain English for dates, lengths and counts."""

from datetime import date
from typing import get_args

import pytest

from site_builder.insights.candidate import Band
from site_builder.insights.stall import MoveName
from site_builder.insights.thread import State
from site_builder.insights.words import counted, listing, spelled
from site_builder.pages import words
from site_builder.pages.door_line import BANDS
from tests.support.html_reader import plain

DAY = date(2026, 11, 6)


def test_days_are_written_as_people_write_them() -> None:
    assert plain(words.day(DAY)) == "6 Nov 2026"
    assert words.day_long(DAY) == "6 November 2026"
    assert words.weekday(DAY) == "Friday"


def test_the_year_is_left_out_within_the_year() -> None:
    assert plain(words.day_near(DAY, date(2026, 1, 1))) == "6 Nov"
    assert plain(words.day_near(DAY, date(2027, 1, 1))) == "6 Nov 2026"
    assert words.month(DAY, date(2026, 1, 1)) == "November"
    assert words.month(DAY, date(2027, 1, 1)) == "November 2026"


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "0 days"),
        (1, "1 day"),
        (59, "59 days"),
        (61, "2 months"),
        (365, "12 months"),
        (800, "2 years"),
    ],
)
def test_long_times_are_said_so_that_one_can_picture_them(number: int, said: str) -> None:
    assert plain(words.span(number)) == said


def test_counts_lists_and_shares() -> None:
    assert [spelled(n) for n in (0, 5, 12, 13, 1200)] == [
        "no",
        "five",
        "twelve",
        "13",
        "1,200",
    ]
    assert [counted(n, "follow-up") for n in (1, 12)] == ["One follow-up", "Twelve follow-ups"]
    assert plain(words.percent(0.754)) == "75 %"
    assert listing([]) == ""
    assert listing(["Ana"]) == "Ana"
    assert listing(["Ana", "Ben", "Chloe"]) == "Ana, Ben and Chloe"


def test_a_sentence_ends_once() -> None:
    assert words.sentence("ask Ben") == "Ask Ben."
    assert words.sentence("really?") == "Really?"
    assert words.sentence("") == ""
    assert words.sentence("銀座。") == "銀座。"
    assert words.sentence("متى؟") == "متى؟"


def test_every_state_move_and_band_has_words() -> None:
    assert set(words.STATES) == set(get_args(State))
    assert set(words.MOVES) == set(get_args(MoveName))
    assert set(BANDS) == set(get_args(Band))


def test_no_state_and_no_move_guesses_a_gender() -> None:
    said = [text for _, text in (*words.STATES.values(), *words.MOVES.values())]
    assert not {"he", "she", "his", "her", "him"} & set(" ".join(said).lower().split())


def test_a_state_names_the_people() -> None:
    names = {"target": "Tara", "introducer": "Sam"}
    assert words.STATES["opt-in"][1].format(**names) == "Sam is asking Tara"
    assert words.MOVES["nudge"][1].format(**names).startswith("Nudge Tara")
