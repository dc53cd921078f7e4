"""Each touch is a try; the last one before an answer gets the credit (document 2.7)."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from site_builder.insights.evidence_tries import tries_of
from site_builder.insights.threads import threads_of
from site_builder.model.vault_assemble import assemble
from site_builder.parsing.document_read import read_document
from site_builder.source import Source
from tests import oracle
from tests.oracle.evidence import tries as tries_told
from tests.oracle.random_vaults import random_vault
from tests.support.vaults import Files, door_of, intro, people, settings_of

PEOPLE = people("me tara ana ben", me="me: true")
TODAY = "2026-06-30"
Told = tuple[str, str, int | None]


def tries_in(files: Files, today: str = TODAY) -> list[Told]:
    """Return tactic, outcome and days of every try towards tara."""
    thread = door_of({**PEOPLE, **files}, today).thread
    found = tries_of(thread, date.fromisoformat(today))
    return [(one.tactic, one.outcome, one.days) for one in found]


def tries(log: str, today: str = TODAY) -> list[Told]:
    """Return the tries of one introduction."""
    return tries_in({"intros/a.md": intro(log)}, today)


def test_the_answer_counts_for_the_last_touch_before_it() -> None:
    log = """
        2026-01-01 introduced
        2026-01-10 wrote
        2026-01-20 nudged
        2026-01-30 interrupted
        2026-02-02 replied
    """
    assert tries(log) == [
        ("introduction", "unanswered", None),
        ("nudge", "unanswered", None),
        ("interrupt", "answered", 3),
    ]


def test_my_first_message_picks_the_introduction_up_and_a_second_is_a_try_of_its_own() -> None:
    log = "2026-01-01 introduced\n2026-01-02 wrote\n2026-01-09 wrote\n2026-01-11 replied"
    assert tries(log) == [("introduction", "unanswered", None), ("message", "answered", 2)]


def test_the_window_of_an_introduction_counts_from_its_pick_up() -> None:
    log = "2026-01-01 introduced\n2026-01-10 wrote\n2026-02-09 replied"
    assert tries(log) == [("introduction", "answered", 30)]


@pytest.mark.parametrize(("day", "outcome"), [("31", "answered"), ("32", "unanswered")])
def test_an_answer_after_thirty_days_is_none(day: str, outcome: str) -> None:
    answer = date(2026, 1, 1) + timedelta(days=int(day) - 1)
    assert tries(f"2026-01-01 introduced\n{answer} replied")[0][1] == outcome


@pytest.mark.parametrize("word", ["replied", "scheduled 2026-01-20", "met"])
def test_a_date_or_a_meeting_is_an_answer_too(word: str) -> None:
    assert tries(f"2026-01-01 introduced\n2026-01-05 {word}") == [("introduction", "answered", 4)]


def test_only_the_first_nudge_after_an_answer_is_a_first_nudge() -> None:
    log = """
        2026-01-01 nudged
        2026-01-08 nudged
        2026-01-09 replied
        2026-01-10 wrote
        2026-01-20 nudged
        2026-01-27 interrupted
        2026-02-03 nudged
    """
    assert [tactic for tactic, _, _ in tries(log)] == [
        *("nudge", "later-nudge", "message", "nudge", "interrupt", "later-nudge")
    ]


def test_an_introduction_begins_the_nudges_anew() -> None:
    log = "2026-01-01 nudged\n2026-01-08 introduced\n2026-01-20 nudged"
    assert [tactic for tactic, _, _ in tries(log)] == ["nudge", "introduction", "nudge"]


def test_another_person_and_the_same_person_again_are_told_apart() -> None:
    files = {
        "intros/a.md": intro("2026-01-01 introduced\n2026-01-02 wrote\n2026-03-01 introduced"),
        "intros/b.md": intro("2026-02-01 introduced\n2026-02-04 replied", introducer="ben"),
    }
    assert tries_in(files) == [
        ("introduction", "unanswered", None),
        ("second-other", "answered", 3),
        ("second-same", "unanswered", None),
    ]


def test_an_answer_in_another_file_counts_for_the_last_touch_of_the_thread() -> None:
    files = {
        "intros/a.md": intro("2026-01-01 introduced\n2026-02-03 replied"),
        "intros/b.md": intro("2026-02-01 introduced\n2026-02-01 wrote", introducer="ben"),
    }
    assert tries_in(files)[1] == ("second-other", "answered", 2)


@pytest.mark.parametrize(
    ("today", "outcome"), [("2026-01-31", "pending"), ("2026-02-01", "unanswered")]
)
def test_what_may_still_be_answered_is_pending(today: str, outcome: str) -> None:
    assert tries("2026-01-01 introduced", today) == [("introduction", outcome, None)]


@pytest.mark.parametrize("end", ["closed: lost", "opted-out"])
def test_what_has_ended_waits_for_nothing(end: str) -> None:
    log = f"2026-01-01 introduced\n2026-01-03 {end}"
    assert tries(log, "2026-01-04") == [("introduction", "unanswered", None)]


def test_a_thread_that_is_over_waits_for_nothing() -> None:
    log = "2026-01-01 met\n2026-01-02 nudged\n2026-01-03 closed: won"
    assert tries(log, "2026-01-05")[0] == ("nudge", "unanswered", None)


def test_what_happens_on_the_introducers_side_is_no_try() -> None:
    assert (
        tries("2026-01-01 asked\n2026-01-02 reminded\n2026-01-03 agreed\n2026-01-09 replied") == []
    )


@pytest.mark.parametrize("start", range(0, 120, 20))
def test_an_independent_reading_agrees(start: int, tmp_path: Path) -> None:
    seen = set()
    for seed in range(start, start + 20):
        root, today = tmp_path / str(seed), date(2026, 11, 1) + timedelta(days=seed % 37)
        random_vault(seed, root, today)
        files = sorted(root.rglob("*.md"))
        sources = [Source(one.relative_to(root).as_posix(), one.read_bytes()) for one in files]
        vault = assemble(tuple(map(read_document, sources)), settings_of(""))
        told = {one.id: tries_told(one, today) for one in oracle.analyse(root, today).threads}
        for thread in threads_of(vault, today).values():
            ours = [(one.tactic, one.outcome, one.days) for one in tries_of(thread, today)]
            assert ours == told[thread.id], f"seed {seed}, {thread.id}"
            seen |= {(tactic, outcome) for tactic, outcome, _ in ours}
    assert len(seen) > 8
