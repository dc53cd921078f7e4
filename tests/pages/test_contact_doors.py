"""The doors a person stands at."""

import pytest

from site_builder.model.contact import ContactId
from site_builder.pages.contact import (
    OpeningLine,
    asking_words,
    intros_of,
    openings_of,
    past_doors_of,
)
from site_builder.pages.contact_index import ContactIndex, contact_index
from site_builder.pages.door_line import Badge
from site_builder.pages.page import Ref
from tests.support.insights_sample import SAMPLE, files_of, sample_insights
from tests.support.vaults import insights_of, intro, people

QUIET = (
    "2026-08-01 introduced\n2026-08-01 wrote\n2026-08-15 nudged\n2026-09-15 nudged\n"
    "2026-09-20 thanked"
)
INDEX = contact_index(sample_insights())


def index_of(**intros: str) -> ContactIndex:
    files = people("tara ana vic", ana="closeness: 4")
    files |= {f"intros/{name}.md": text for name, text in intros.items()}
    return contact_index(insights_of(files, "2026-11-22"))


def test_the_door_to_somebody_says_what_to_do_and_why() -> None:
    (door,) = INDEX.open_doors(ContactId("tara-lindqvist"))
    assert door.line.door == Ref("Tara Lindqvist", "threads/tara-lindqvist.html")
    assert door.line.badge == Badge("stalled", "■", "stalled 16\xa0days")
    assert door.move == "Ask Ben Ito for a second introduction"
    assert door.goal == "Thirty minutes on how Northwind migrated its build platform"
    assert "16\xa0days silent" in door.because or "16 days silent" in door.because


def test_a_door_that_is_over_is_an_earlier_one() -> None:
    leo = INDEX.insights.vault.people[ContactId("leo-brandt")]
    assert INDEX.open_doors(leo.id) == ()
    (line,) = past_doors_of(INDEX, leo).shown
    assert line.door == Ref("Leo Brandt", "threads/leo-brandt.html")


def test_the_doors_somebody_could_open() -> None:
    ben = INDEX.insights.vault.people[ContactId("ben-ito")]
    (line,) = openings_of(INDEX, ben).shown
    assert line == OpeningLine(
        Ref("Tara Lindqvist", "threads/tara-lindqvist.html"), line.badge, "the first to ask", ""
    )
    assert line.badge.words in ("strong", "likely")


def test_of_several_doors_each_is_named_and_one_is_asked_first() -> None:
    files = people("me tara lena ben", me="me: true", ben="closeness: 4\nknows: [tara 3]")
    files |= {
        f"intros/{key}.md": intro(QUIET, introducer="lena", thread=key) for key in ("jobs", "talk")
    }
    index = contact_index(insights_of(files, "2026-11-22"))
    lines = openings_of(index, index.insights.vault.people[ContactId("ben")]).shown
    assert [(line.door.text, line.place) for line in lines] == [
        ("Tara · jobs", "the first to ask"),
        ("Tara · talk", "the first to ask, after Tara: one ask at a time"),
    ]


def test_where_the_tie_is_a_guess_the_question_comes_first() -> None:
    chloe = INDEX.insights.vault.people[ContactId("chloe-dubois")]
    (line,) = openings_of(INDEX, chloe).shown
    assert line.place.startswith("number ")
    assert line.ask_first == "ask Chloe first how well they know each other"


def test_nobody_is_spoken_of_who_was_never_asked() -> None:
    tara = INDEX.insights.vault.people[ContactId("tara-lindqvist")]
    assert asking_words(INDEX, tara) == ""


def test_what_there_is_to_know_before_asking() -> None:
    log = "2026-10-30 asked\n2026-11-01 agreed\n2026-11-02 introduced\n2026-11-02 wrote"
    index = index_of(one=intro(log), two=intro("2026-11-15 asked", target="vic"))
    words = asking_words(index, index.insights.vault.people[ContactId("ana")])
    assert words.startswith("Asked twice, agreed once; 1 ask open. Let them rest until ")


@pytest.mark.parametrize(
    ("log", "said"),
    [
        ("2026-01-10 introduced\n2026-02-01 met\n2026-02-02 closed: won", "once"),
        ("2026-01-10 asked\n2026-02-01 passed", "never"),
    ],
)
def test_owed_word_is_named_whether_or_not_they_introduced(log: str, said: str) -> None:
    index = index_of(one=intro(log))
    words = asking_words(index, index.insights.vault.people[ContactId("ana")])
    assert words == f"Asked once, agreed {said}. You still owe them word on 1 ask."


def test_introductions_stand_with_the_liveliest_first() -> None:
    files = files_of(SAMPLE)
    index = contact_index(insights_of(files, "2026-11-22"))
    lena = index.insights.vault.people[ContactId("lena-fischer")]
    found = intros_of(index, lena)
    assert [one.intro.text for one in found.shown] == [
        "Jonas Keller through Lena Fischer",
        "Esra Yilmaz through Lena Fischer",
    ]


def test_an_introduction_without_events_stands_last() -> None:
    index = index_of(one=intro(""), two=intro("2026-11-15 asked", target="vic"))
    ana = index.insights.vault.people[ContactId("ana")]
    assert [one.intro.text for one in intros_of(index, ana).shown] == [
        "Vic through Ana",
        "Tara through Ana",
    ]
