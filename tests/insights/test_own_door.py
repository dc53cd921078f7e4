"""Whoever is suggested and keeps me waiting, or whom I keep waiting, is named with that."""

from typing import get_args

import pytest

from site_builder.insights.candidate import Term
from site_builder.insights.own_door import SAID
from site_builder.insights.thread import State
from tests.support.vaults import candidate_of, intro, people

TODAY = "2026-11-20"
TARA = intro("2026-10-01 asked\n2026-10-02 introduced\n2026-10-03 wrote")
TOLD = [
    ((), "You plan to be introduced to Ben yourself, and nobody has been asked yet."),
    (("asked",), "You have asked to be introduced to Ben yourself: let that come first."),
    (
        ("introduced",),
        "Ben was introduced to you on 1 Nov 2026: write before you ask for anything.",
    ),
    (
        ("introduced", "wrote"),
        "Ben has not answered what you wrote on 2 Nov 2026: wait for that answer first.",
    ),
    (
        ("introduced", "wrote", "replied"),
        "Ben has waited for your answer since 3 Nov 2026: answer before you ask.",
    ),
    (
        ("introduced", "replied", "scheduled 2026-11-24"),
        "You meet Ben on 24 Nov 2026: ask then, or after that.",
    ),
    (
        ("introduced", "wrote", "asked"),
        "Ben is to hear of you through somebody else once more: let that come first.",
    ),
    (("introduced", "met"), "You met Ben on 2 Nov 2026: thank them before you ask for more."),
]


def own(*events: str, by: str = "noor") -> list[Term]:
    """Return what is said of ben's own door, whose events came day after day in November."""
    files = people("me ana ben noor tara", ben="closeness: 3\nknows: [tara 3]", me="me: true")
    log = "\n".join(f"2026-11-{day:02} {word}" for day, word in enumerate(events, 1))
    files |= {"intros/tara.md": TARA, "intros/ben.md": intro(log, target="ben", introducer=by)}
    found = candidate_of(files, "ben", TODAY)
    assert found.value > 0
    return [term for term in found.terms if term.name == "own-door"]


@pytest.mark.parametrize(("events", "told"), TOLD)
def test_it_is_said_what_comes_before_asking(events: tuple[str, ...], told: str) -> None:
    (term,) = own(*events)
    assert (term.because, term.value, term.path) == (told, 1, "intros/ben.md")


def two(job: str, talk: str) -> list[str]:
    """Return what is said of ben, towards whom there are two pursuits."""
    files = people("me ana ben noor tara", ben="closeness: 3\nknows: [tara 3]", me="me: true")
    by_noor = {"target": "ben", "introducer": "noor"}
    files |= {
        "intros/tara.md": TARA,
        "intros/job.md": intro(job, thread="job", **by_noor),
        "intros/talk.md": intro(talk, thread="talk", **by_noor),
    }
    terms = candidate_of(files, "ben", TODAY).terms
    return [term.because for term in terms if term.name == "own-door"]


def test_of_several_pursuits_the_one_that_came_closest_speaks() -> None:
    asked, silent = "You have asked to be introduced to Ben", "Ben has not answered what you wrote"
    assert [said[: len(asked)] for said in two("", "2026-11-01 asked")] == [asked]
    assert [said[: len(asked)] for said in two("2026-11-02 passed", "2026-11-01 asked")] == [asked]
    (said,) = two("2026-11-01 asked", "2026-11-01 introduced\n2026-11-02 wrote")
    assert said.startswith(silent)
    assert len(two("2026-11-01 replied", "2026-11-01 introduced")) == 2


def test_it_rests_on_the_line_of_the_last_event() -> None:
    (term,) = own("introduced", "wrote")
    assert term.line == own("introduced")[0].line + 1


def test_nothing_is_said_of_a_thread_that_is_over() -> None:
    assert own("introduced", "met", "closed: lost") == []


def test_whom_the_target_introduced_is_told_apart() -> None:
    terms = own("introduced", "met", "thanked", by="tara")
    assert [term.because for term in terms] == ["Tara introduced you to Ben in the first place."]


def test_every_open_state_has_its_sentence() -> None:
    assert SAID.keys() == {*get_args(State)} - {"over"}
