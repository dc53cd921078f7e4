"""The state of a thread: a walk over its ordered events (document 2.2 and 2.8, State)."""

from datetime import date

import pytest

from site_builder.insights.thread import Thread
from tests.support.vaults import door_of, intro, people

PEOPLE = people("me tara ana ben", me="me: true")
TODAY = "2026-11-20"
MINE = ("wrote", "nudged", "interrupted", "proposed")


def thread(*logs: str, today: str = TODAY) -> Thread:
    """Return the thread of these spokes by ana and ben, in file order a, b, …."""
    files = {
        f"intros/{name}.md": intro(log, introducer=who)
        for name, who, log in zip("abc", ["ana", "ben", "ana"], logs, strict=False)
    }
    return door_of({**PEOPLE, **files}, today).thread


def state(*logs: str, today: str = TODAY) -> str:
    """Return the thread's state."""
    return thread(*logs, today=today).standing.state


def since(*logs: str, today: str = TODAY) -> str:
    """Return the day from which the thread's silence counts."""
    return str(thread(*logs, today=today).standing.since)


@pytest.mark.parametrize(
    ("log", "expected", "turn"),
    [
        ("", "idea", "me"),
        ("2026-11-01 asked", "asked", "introducer"),
        ("2026-11-01 reminded", "asked", "introducer"),
        ("2026-11-01 agreed", "agreed", "introducer"),
        ("2026-11-01 opted-in", "agreed", "introducer"),
        ("2026-11-01 opt-in-asked", "opt-in", "target"),
        ("2026-11-01 passed", "passed", "me"),
        ("2026-11-01 introduced", "introduced", "me"),
        ("2026-11-01 wrote", "waiting", "target"),
        ("2026-11-01 nudged", "waiting", "target"),
        ("2026-11-01 interrupted", "waiting", "target"),
        ("2026-11-01 replied", "my-reply", "me"),
        ("2026-11-01 replied\n2026-11-02 wrote", "talking", "target"),
        ("2026-11-01 proposed", "scheduling", "target"),
        ("2026-11-01 scheduled 2026-11-25", "scheduled", "calendar"),
        ("2026-11-01 scheduled 2026-11-20", "scheduled", "calendar"),
        ("2026-11-01 scheduled 2026-11-19", "unconfirmed", "me"),
        ("2026-11-01 met", "met", "me"),
        ("2026-11-01 paused 2026-11-21", "paused", "calendar"),
        ("2026-11-01 opted-out", "barred", "nobody"),
        ("2026-11-01 closed: won", "over", "nobody"),
        ("2026-11-01 met\n2026-11-02 thanked", "over", "nobody"),
    ],
)
def test_each_event_gives_its_state(log: str, expected: str, turn: str) -> None:
    found = thread(log)
    assert (found.standing.state, found.turn) == (expected, turn)


def test_only_events_dated_on_or_before_today_count() -> None:
    log = "2026-11-01 asked\n2026-11-10 agreed\n2026-11-20 introduced\n2026-11-21 wrote"
    assert state(log) == "introduced"
    assert state(log, today="2026-11-19") == "agreed"
    assert state(log, today="2026-10-31") == "idea"


@pytest.mark.parametrize("before", ["introduced", "wrote", "passed", "replied", "asked"])
def test_thanked_changes_no_state_except_after_met(before: str) -> None:
    log = f"2026-11-01 {before}"
    assert state(f"{log}\n2026-11-02 thanked") == state(log)
    assert since(f"{log}\n2026-11-02 thanked") == "2026-11-01"


def test_reminded_keeps_the_state_and_restarts_the_silence() -> None:
    log = "2026-11-01 agreed\n2026-11-05 reminded"
    assert (state(log), since(log)) == ("agreed", "2026-11-05")


@pytest.mark.parametrize("before", ["introduced", "wrote", "replied", "proposed", "met"])
def test_a_reminder_of_an_introducer_is_no_word_to_the_target(before: str) -> None:
    log = f"2026-11-01 {before}"
    assert since(log, "2026-10-30 asked\n2026-11-05 reminded") == since(log) == "2026-11-01"


def test_an_expired_pause_changes_no_state() -> None:
    log = "2026-11-01 introduced\n2026-11-02 wrote\n2026-11-03 paused 2026-11-20"
    assert (state(log), since(log)) == ("waiting", "2026-11-02")
    assert state(log, today="2026-11-19") == "paused"


@pytest.mark.parametrize("word", ["nudged", "interrupted"])
@pytest.mark.parametrize(
    ("log", "kept"),
    [
        ("2026-11-01 introduced\n2026-11-02 wrote", "waiting"),
        ("2026-11-01 replied\n2026-11-02 wrote", "talking"),
        ("2026-11-01 introduced\n2026-11-02 proposed", "scheduling"),
    ],
)
def test_a_nudge_keeps_waiting_talking_and_scheduling(log: str, kept: str, word: str) -> None:
    log = f"{log}\n2026-11-09 {word}"
    assert (state(log), since(log)) == (kept, "2026-11-09")


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("introduced", "waiting"),
        ("replied", "talking"),
        ("met", "waiting"),
        ("asked", "waiting"),
        ("closed: won", "waiting"),
        ("paused 2026-12-24", "waiting"),
    ],
)
def test_in_any_other_state_a_nudge_counts_as_wrote(before: str, expected: str) -> None:
    assert state(f"2026-11-01 {before}\n2026-11-02 nudged") == expected


@pytest.mark.parametrize(
    ("log", "expected"),
    [
        ("2026-11-01 introduced\n2026-11-02 replied\n2026-11-03 wrote", "talking"),
        ("2026-11-01 replied\n2026-11-02 introduced\n2026-11-03 wrote", "waiting"),
        ("2026-11-01 replied\n2026-11-03 wrote", "talking"),
        ("2026-11-01 introduced\n2026-11-03 wrote", "waiting"),
    ],
)
def test_wrote_is_talking_if_they_replied_since_the_latest_introduction(
    log: str, expected: str
) -> None:
    assert state(log) == expected


def test_a_reply_before_a_second_introduction_does_not_make_it_talking() -> None:
    first = "2026-10-01 introduced\n2026-10-02 wrote\n2026-10-03 replied"
    second = "2026-11-01 introduced\n2026-11-02 wrote"
    assert state(first, second) == "waiting"


@pytest.mark.parametrize("word", ["wrote", "nudged", "interrupted", "replied"])
def test_a_meeting_holds_against_messages_up_to_its_day(word: str) -> None:
    log = "2026-11-01 scheduled 2026-11-10\n2026-11-{} " + word
    assert state(log.format("05"), today="2026-11-06") == "scheduled"
    assert state(log.format("10"), today="2026-11-10") == "scheduled"
    assert state(log.format("10")) == "unconfirmed"
    assert state(log.format("11")) in {"waiting", "talking", "my-reply"}


@pytest.mark.parametrize(
    ("word", "expected"),
    [("proposed", "scheduling"), ("met", "met"), ("closed: lost", "over"), ("asked", "asked")],
)
def test_a_meeting_does_not_hold_against_other_events(word: str, expected: str) -> None:
    assert state(f"2026-11-01 scheduled 2026-11-30\n2026-11-02 {word}") == expected


def test_an_unconfirmed_meeting_is_silent_from_its_day() -> None:
    assert since("2026-11-01 scheduled 2026-11-18") == "2026-11-18"


def test_opted_out_is_barred_for_365_days_and_then_over() -> None:
    log = "2025-11-20 opted-out"
    assert state(log, today="2026-11-20") == "barred"
    assert state(log, today="2026-11-21") == "over"
    assert thread(log, today="2026-11-21").standing.over_on == date(2026, 11, 20)


@pytest.mark.parametrize("given", ["replied", "scheduled 2026-11-30", "scheduled 2026-11-18"])
@pytest.mark.parametrize("word", ["asked", "agreed", "opt-in-asked", "opted-in", "reminded"])
def test_another_introducer_hides_no_answer_and_no_meeting(given: str, word: str) -> None:
    log, other = f"2026-11-01 {given}", f"2026-10-20 asked\n2026-11-19 {word}"
    assert (state(log, other), since(log, other)) == (state(log), since(log))
    assert state(log, f"{other}\n2026-11-20 introduced") == "introduced"
    assert state(f"{log}\n2026-11-19 agreed") == "agreed"


NO = "2026-11-01 opted-out"


@pytest.mark.parametrize(
    "word",
    ["passed", "asked", "reminded", "agreed", "opt-in-asked", "thanked", *MINE],
)
def test_a_no_holds_whatever_introducers_do_and_i_write(word: str) -> None:
    later = f"2026-11-02 {word}"
    assert (state(f"{NO}\n{later}"), since(f"{NO}\n{later}")) == ("barred", "2026-11-01")
    assert state(NO, f"2026-10-30 asked\n{later}") == "barred"
    assert state(f"{NO}\n2026-11-02 passed", f"2026-10-30 asked\n{later}") == "barred"
    assert state(f"{NO}\n2027-11-02 {word}", today="2027-11-03") == (
        "over"
        if word in {"reminded", "thanked"}
        else state(f"2027-11-02 {word}", today="2027-11-03")
    )


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        ("opted-in", "agreed"),
        ("introduced", "introduced"),
        ("replied", "my-reply"),
        ("scheduled 2026-12-01", "scheduled"),
        ("met", "met"),
        ("closed: lost", "over"),
        ("paused 2027-12-01", "paused"),
    ],
)
def test_a_no_is_taken_back_by_the_target_and_ended_by_me(later: str, expected: str) -> None:
    assert state(f"{NO}\n2026-11-02 {later}") == expected


def test_the_latest_event_over_all_spokes_gives_the_state() -> None:
    assert state("2026-11-01 introduced\n2026-11-05 wrote", "2026-11-03 asked") == "waiting"
    assert state("2026-11-01 introduced\n2026-11-02 wrote", "2026-11-03 asked") == "asked"


def test_within_a_day_the_file_s_order_and_the_later_spoke_decide() -> None:
    assert state("2026-11-01 introduced\n2026-11-05 replied\n2026-11-05 wrote") == "talking"
    assert state("2026-11-01 introduced\n2026-11-05 wrote\n2026-11-05 replied") == "my-reply"
    assert state("2026-11-02 asked\n2026-11-05 wrote", "2026-11-01 asked\n2026-11-05 met") == (
        "waiting"
    )
    assert state("2026-11-01 asked\n2026-11-05 wrote", "2026-11-01 asked\n2026-11-05 met") == "met"


def test_a_spoke_that_ended_in_passed_does_not_count_while_another_did_not() -> None:
    passed = "2026-11-01 asked\n2026-11-10 passed"
    assert state(passed) == "passed"
    assert state(passed, "2026-11-05 asked") == "asked"
    assert since(passed, "2026-11-05 asked") == "2026-11-05"
    assert state(passed, "2026-11-05 asked\n2026-11-08 passed") == "passed"
    assert state(passed, "") == "passed"


def test_thanks_after_a_pass_leave_it_passed() -> None:
    log = "2026-11-01 asked\n2026-11-10 passed\n2026-11-11 thanked"
    assert state(log, "2026-11-05 asked") == "asked"


def test_a_spoke_that_went_on_after_passing_counts_again() -> None:
    log = "2026-11-01 asked\n2026-11-03 passed\n2026-11-10 agreed"
    assert state(log, "2026-11-05 asked") == "agreed"
