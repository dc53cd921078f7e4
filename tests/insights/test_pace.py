"""A person's own pace moves the limit, once three answers were observed (2.2 and 2.8, Own pace)."""

from fractions import Fraction
from itertools import pairwise
from math import floor

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from site_builder.insights.pace import Pace
from tests.support.vaults import door_of, insights_of, intro, people, settings_of

PEOPLE = people("me tara ana ben", me="me: true")
TODAY = "2026-11-20"


def answers(*days: int, words: str = "wrote") -> str:
    """Write a log in which each touch was answered after so many days, then a last message."""
    log = ["2026-01-01 introduced"]
    for month, after in enumerate(days, start=2):
        log += [f"2026-{month:02}-01 {words}", f"2026-{month:02}-{1 + after:02} replied"]
    return "\n".join([*log, "2026-11-01 wrote"])


def limit(log: str, today: str = TODAY) -> int | None:
    """Return the limit of a thread of one spoke."""
    return door_of({**PEOPLE, "intros/a.md": intro(log)}, today).stall.limit_days


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ((), 14),
        ((1,), 21),
        ((1, 1), 21),
        ((1, 1, 1), 17),
        ((1, 1, 1, 1), 16),
        ((0, 0, 0), 16),
        ((2, 2, 2), 21),
        ((3, 3, 3), 24),
        ((9, 9, 9), 30),
        ((1, 1, 2, 2), 18),
        ((1, 9, 1), 17),
    ],
)
def test_the_limit_moves_toward_ten_times_the_median_with_weight_n_over_n_plus_five(
    days: tuple[int, ...], expected: int
) -> None:
    assert limit(answers(*days)) == expected


@given(st.integers(1, 90), st.integers(3, 60), st.integers(0, 20))
@example(28, 9, 0)
@example(14, 5, 0)
def test_the_limit_is_rounded_half_up(default: int, observations: int, half_days: int) -> None:
    own = min(Fraction(45), max(Fraction(7), 5 * Fraction(half_days)))
    exact = default + (own - default) * Fraction(observations, observations + 5)
    assert Pace(half_days / 2, observations).limit(default) == floor(exact + Fraction(1, 2))


def test_the_program_says_who_usually_answers_how_fast() -> None:
    found = door_of({**PEOPLE, "intros/a.md": intro(answers(1, 1, 1, 1))}, TODAY).stall
    assert found.limit_because == "limit 16 (Tara usually answers within 1 day, n = 4)"
    found = door_of({**PEOPLE, "intros/a.md": intro(answers(2, 2, 3, 3))}, TODAY).stall
    assert "usually answers within 3 days" in found.limit_because


@pytest.mark.parametrize("word", ["wrote", "nudged", "interrupted", "proposed"])
def test_every_touch_of_mine_counts(word: str) -> None:
    assert limit(answers(1, 1, 1, words=word)) == 17


def test_an_answer_counts_from_my_first_touch_since_their_previous_answer() -> None:
    log = "\n".join(
        f"2026-{month:02}-01 wrote\n2026-{month:02}-05 nudged\n2026-{month:02}-06 replied"
        for month in (2, 3, 4)
    )
    assert limit(f"{log}\n2026-11-01 wrote") == floor(21 + (45 - 21) * 3 / 8 + 0.5)


def test_an_answer_counts_from_my_first_touch_since_the_spoke_s_introduction() -> None:
    log = "\n".join(
        f"2026-{month:02}-01 wrote\n2026-{month:02}-09 introduced\n2026-{month:02}-09 wrote\n"
        f"2026-{month:02}-10 replied"
        for month in (2, 3, 4)
    )
    assert limit(f"{log}\n2026-11-01 wrote") == 17


def test_an_answer_without_a_touch_of_mine_is_no_observation() -> None:
    log = "\n".join(f"2026-0{month}-01 replied" for month in range(2, 8))
    assert limit(f"{log}\n2026-11-01 wrote") == 21


@pytest.mark.parametrize(
    ("last", "expected"),
    [("wrote", 17), ("proposed", 10), ("replied", 7), ("met", 7), ("asked", 14)],
)
def test_only_waiting_talking_and_scheduling_have_a_pace(last: str, expected: int) -> None:
    assert limit(answers(1, 1, 1).replace("2026-11-01 wrote", f"2026-11-01 {last}")) == expected


def test_the_pace_is_that_of_the_person_over_all_my_threads() -> None:
    files = {
        f"intros/{month}.md": intro(
            f"2026-0{month}-01 wrote\n2026-0{month}-02 replied\n2026-0{month}-03 closed: lost",
            thread=f"x{month}",
        )
        for month in (2, 3, 4)
    }
    files["intros/d.md"] = intro("2026-11-01 introduced\n2026-11-01 wrote")
    doors = insights_of({**PEOPLE, **files}, TODAY).doors
    assert next(d for d in doors if d.open).stall.limit_days == floor(14 + (10 - 14) * 3 / 8 + 0.5)


def test_within_a_day_the_events_of_two_threads_stand_in_the_order_of_their_spokes() -> None:
    early = "2026-01-01 asked\n2026-03-01 replied\n2026-04-01 replied\n2026-05-01 replied"
    late = "2026-02-01 wrote\n2026-03-01 wrote\n2026-04-01 wrote\n2026-05-01 wrote"
    files = {
        "intros/b.md": intro(early, thread="z"),
        "intros/a.md": intro(late, introducer="ben"),
    }
    # the answers stand before the touches of the same day: 28, 31 and 30 days
    doors = insights_of({**PEOPLE, **files}, TODAY).doors
    found = {d.thread.id: d.stall.limit_days for d in doors}
    assert found["tara"] == floor(14 + (45 - 14) * 3 / 8 + 0.5)


def test_a_limit_set_in_working_days_has_no_pace() -> None:
    settings = settings_of('[stall.talking]\nstalled = "9w"\n')
    found = door_of({**PEOPLE, "intros/a.md": intro(answers(1, 1, 1))}, TODAY, settings).stall
    assert found.limit_days == 9


@given(st.lists(st.integers(0, 40), min_size=3, max_size=12))
def test_slower_answers_never_shorten_the_limit(days: list[int]) -> None:
    for slow, slower in pairwise(sorted(days)):
        assert Pace(slow, len(days)).limit(14) <= Pace(slower, len(days)).limit(14)
