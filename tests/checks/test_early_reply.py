"""An answer of the target that nobody had asked them for."""

import pytest

from .builders import found, intro, only

ASKED = "2026-10-01 asked"


def said(*log: str, **more: str) -> list[str]:
    """Return the findings of this check for one log, and other files."""
    files = {"intros/a.md": intro(*log), **more}
    return [one for one in found(files) if one.startswith("early-reply")]


@pytest.mark.parametrize(
    ("log", "help_text"),
    [
        ((ASKED, "2026-10-02 replied"), 'type "agreed" or "passed" if it was Sam Okafor who'),
        ((ASKED, "2026-10-01 agreed", "2026-10-02 replied"), 'type "agreed" or "passed"'),
        ((ASKED, "2026-10-01 opt-in-asked", "2026-10-02 replied"), 'type "opted-in" if Tara Holm'),
    ],
)
def test_an_answer_behind_an_ask_alone_is_told(log: tuple[str, ...], help_text: str) -> None:
    problem = only({"intros/a.md": intro(*log)})
    assert problem.id == "early-reply"
    assert problem.help.startswith(help_text)
    assert problem.help.endswith("like - 2026-10-02 introduced")


def test_an_introduction_of_a_later_day_is_named() -> None:
    log = (ASKED, "2026-10-02 replied", "2026-10-05 opted-in", "2026-10-05 introduced")
    files = {"intros/a.md": intro(*log, "2026-10-05 wrote")}
    problem = only(files)
    assert problem.message.endswith("found it on 2026-10-05")
    assert problem.help.startswith("correct one of the two dates, or type")


@pytest.mark.parametrize(
    "log",
    [
        ("2026-10-02 replied",),
        ("2026-10-02 replied", "2026-10-03 asked"),
        (ASKED, "2026-10-02 replied", "2026-10-02 introduced"),
        (ASKED, "2026-10-01 wrote", "2026-10-02 replied"),
        (ASKED, "2026-10-01 opted-in", "2026-10-02 replied"),
        (ASKED, "2026-10-01 itroduced", "2026-10-02 replied"),
        (ASKED, "2027-10-02 replied"),
    ],
)
def test_logs_that_begin_late_or_tell_enough_are_left_alone(log: tuple[str, ...]) -> None:
    assert said(*log) == []


def test_another_introducer_may_have_reached_them() -> None:
    first = intro("2026-09-01 opted-in", "2026-09-02 introduced", via="ben")
    assert said(ASKED, "2026-10-02 replied", **{"intros/b.md": first}) == []


MADE = ("2026-09-01 opted-in", "2026-09-02 introduced", "2026-09-02 wrote")
FIRST = intro(*MADE, "2026-09-20 nudged", "2026-09-30 thanked", via="ben")
TYPED = "type above it {}- 2026-10-09 introduced, so that it counts for Sam Okafor; if"


@pytest.mark.parametrize(
    ("passed_on", "yes"),
    [("2026-10-05 opt-in-asked", "- 2026-10-09 opted-in and "), ("2026-10-05 opted-in", "")],
)
def test_an_answer_that_the_second_introducer_brought_is_to_count_for_them(
    passed_on: str, yes: str
) -> None:
    second = intro(ASKED, "2026-10-02 agreed", passed_on, "2026-10-09 replied", "2026-10-09 wrote")
    problem = only({"intros/a.md": second, "intros/b.md": FIRST})
    assert (problem.id, problem.path, problem.span.line) == ("early-reply", "intros/a.md", 12)
    assert problem.message.endswith('before Tara Holm has "replied", found none')
    assert problem.help.startswith(TYPED.format(yes))
    healed = ("2026-10-09 opted-in", "2026-10-09 introduced", "2026-10-09 replied")
    second = intro(ASKED, "2026-10-02 agreed", passed_on, *healed, "2026-10-09 wrote")
    assert found({"intros/a.md": second, "intros/b.md": FIRST}) == []


@pytest.mark.parametrize(
    "log",
    [
        (ASKED, "2026-10-02 agreed", "2026-10-09 replied"),
        (ASKED, "2026-10-02 opted-in", "2026-10-03 wrote", "2026-10-09 replied"),
        (ASKED, "2026-10-02 opted-in", "2026-10-09 replied", "2026-10-10 introduced"),
    ],
)
def test_an_answer_that_may_be_one_to_me_is_left_alone(log: tuple[str, ...]) -> None:
    assert said(*log, **{"intros/b.md": FIRST}) == []


@pytest.mark.parametrize("key", ["draft: true", "requester: ben"])
def test_drafts_and_favours_are_left_alone(key: str) -> None:
    files = {"intros/a.md": intro(ASKED, "2026-10-02 replied", keys=("goal: tea", key))}
    assert not found(files)
