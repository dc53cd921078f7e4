"""Two pursuits of one person: neither asks as if the other were not there."""

import pytest

from site_builder.pages.one_ask import kept_note
from tests.support.html_reader import plain
from tests.support.insights_sample import door_in
from tests.support.vaults import insights_of, intro, people

PEOPLE = people("me tara ana ben", me="me: true")
FIRST = "Another matter comes first. "
SILENT = "2026-10-01 introduced\n2026-11-01 wrote"


def note(job: str, talk: str, today: str = "2026-11-20") -> str:
    """Return what is said at the door for a job, while there is talk of something else."""
    files = {
        **PEOPLE,
        "intros/job.md": intro(job, thread="job"),
        "intros/talk.md": intro(talk, introducer="ben", thread="talk"),
    }
    found = insights_of(files, today)
    return plain(kept_note(found, door_in(found, "tara--job")))


@pytest.mark.parametrize("job", ["", "2026-11-10 asked", "2026-11-10 wrote", "2026-11-10 passed"])
@pytest.mark.parametrize(
    ("talk", "told"),
    [
        (
            "2026-11-10 replied\n2026-11-18 wrote",
            "Tara has not answered what you wrote on 18 Nov 2026: wait for that answer first.",
        ),
        (
            "2026-11-10 replied",
            "Tara has waited for your answer since 10 Nov 2026: answer before you ask.",
        ),
        (
            "2026-11-10 scheduled 2026-11-24",
            "You meet Tara on 24 Nov 2026: ask then, or after that.",
        ),
        ("2026-11-10 asked\n2026-11-18 agreed", ""),
        ("2026-11-10 met\n2026-11-11 thanked", ""),
    ],
)
def test_whoever_is_in_touch_about_something_else_is_not_passed_by(
    job: str, talk: str, told: str
) -> None:
    assert note(job, talk) == (FIRST + told if told else "")


def test_two_letters_to_one_person_may_be_one() -> None:
    assert note("2026-11-02 wrote", SILENT) == (
        "The other matter with Tara wants a word, too: one letter can hold both."
    )


def test_no_introducer_is_asked_past_somebody_who_is_due_a_follow_up() -> None:
    told = "Tara has not answered what you wrote on 1 Nov 2026: wait for that answer first."
    for job in ("", "2026-11-10 asked"):
        assert note(job, SILENT) == FIRST + told


def test_nothing_is_said_where_nothing_is_asked() -> None:
    for job in ("2026-11-18 replied", "2026-11-18 wrote", "2026-11-10 closed: won"):
        assert note(job, SILENT) == ""


@pytest.mark.parametrize(
    ("favour", "said"),
    [
        (
            "2026-09-01 introduced",
            "Ben has introduced you to Eva: write to Eva before you ask again.",
        ),
        (
            "2026-09-01 introduced\n2026-09-01 wrote\n2026-09-20 met",
            "hear first how it went with Eva.",
        ),
        ("2026-09-01 introduced\n2026-09-01 wrote\n2026-09-20 closed: lost", "hear first how"),
        ("2026-09-01 introduced\n2026-09-01 wrote\n2026-09-20 met\n2026-09-21 thanked", ""),
        ("2026-09-01 introduced\n2026-09-01 wrote\n2026-11-18 replied", ""),
    ],
)
@pytest.mark.parametrize("log", ["", "2026-11-01 passed"])
def test_what_somebody_is_owed_is_said_before_they_are_asked_again(
    favour: str, said: str, log: str
) -> None:
    files = {
        **people("me tara ana ben eva", me="me: true", ben="knows: [tara 4]\ncloseness: 4"),
        "intros/favour.md": intro(favour, target="eva", introducer="ben"),
        "intros/job.md": intro(log, introducer="ana" if log else "ben"),
    }
    found = insights_of(files, "2026-11-20")
    told = plain(kept_note(found, door_in(found, "tara")))
    assert said in told if said else told == ""
