"""What each move says of why and what to do: facts of the log, and nothing else."""

import pytest

from tests.support.vaults import door_of, intro, people

PEOPLE = people("me tara ana ben", me="me: true")
CHASED = "2026-10-06 introduced\n2026-10-06 wrote\n2026-10-13 nudged\n2026-10-21 nudged"


def told(log: str, today: str, second: str | None = None, **keys: str) -> str:
    """Return the sentence of the move; the second introduction is ben's."""
    files = {**PEOPLE, "intros/a.md": intro(log, **keys)}
    if second is not None:
        files["intros/b.md"] = intro(second, introducer="ben")
    return door_of(files, today).move.because


@pytest.mark.parametrize(
    ("log", "today", "facts"),
    [
        ("", "2026-11-20", ["Ana", "Tara"]),
        ("2026-11-18 asked", "2026-11-20", ["Ana", "25 Nov 2026"]),
        ("2026-11-01 asked", "2026-11-10", ["Ana", "9 days"]),
        ("2026-11-01 agreed", "2026-11-10", ["Ana", "9 days"]),
        ("2026-11-01 opt-in-asked", "2026-11-10", ["Tara", "Ana", "9 days"]),
        ("2026-11-01 asked", "2026-11-20", ["Ana", "19 days", "next person"]),
        ("2026-11-19 passed", "2026-11-20", ["Ana", "19 Nov 2026", "next person"]),
        ("2026-11-19 introduced", "2026-11-20", ["Ana", "Tara", "19 Nov 2026"]),
        ("2026-11-19 replied", "2026-11-20", ["Tara", "19 Nov 2026", "1 day."]),
        ("2026-11-20 replied", "2026-11-20", ["Tara", "20 Nov 2026", "your reply is due."]),
        ("2026-11-01 scheduled 2026-11-19", "2026-11-20", ["Tara", "19 Nov 2026", "?"]),
        ("2026-11-19 met", "2026-11-20", ["Tara", "19 Nov 2026", "thank Ana"]),
        ("2026-11-01 scheduled 2026-11-21", "2026-11-20", ["Tara", "21 Nov 2026"]),
        ("2026-11-01 paused 2026-11-21", "2026-11-20", ["21 Nov 2026"]),
        ("2026-11-01 opted-out", "2026-11-20", ["Tara", "1 Nov 2027"]),
        ("2026-11-01 closed: won", "2026-11-20", ["Tara"]),
        ("2026-11-19 wrote", "2026-11-20", ["Tara", "25 Nov 2026"]),
        ("2026-11-10 wrote", "2026-11-20", ["Tara", "10 days"]),
        ("2026-11-10 wrote\n2026-11-12 nudged", "2026-11-20", ["Tara", "8 days"]),
        (CHASED, "2026-11-04", ["wo follow-ups", "14 days", "tell Ana"]),
        (f"{CHASED}\n2026-11-01 thanked", "2026-11-04", ["14 days", "Tara", "Ana knows"]),
    ],
)
def test_each_move_says_why_in_a_sentence_of_facts(log: str, today: str, facts: list[str]) -> None:
    because = told(log, today)
    assert [fact for fact in facts if fact not in because] == []
    assert because[0].isupper()
    assert because[-1] in ".?"


def test_whoever_may_still_ask_a_target_that_said_no_is_to_be_told() -> None:
    no = "2026-11-05 opt-in-asked\n2026-11-09 opted-out"
    alone = "Tara would rather not; leave this door alone until 9 Nov 2027"
    assert told(no, "2026-11-20") == f"{alone}."
    assert told(no, "2026-11-20", "2026-11-01 asked\n2026-11-10 agreed") == (
        f"{alone}. Tell Ben, who may still ask, that there is no need any more."
    )
    assert told(no, "2026-11-20", "2026-11-01 asked\n2026-11-10 passed") == f"{alone}."


def test_a_reminder_moves_no_day_on_which_something_was_said() -> None:
    asked = "2026-11-01 asked\n2026-11-08 reminded"
    assert told("2026-11-01 replied", "2026-11-20", "2026-10-30 asked\n2026-11-18 reminded") == (
        "Tara answered on 1 Nov 2026; your reply has been due for 19 days."
    )
    assert told(asked, "2026-11-22").startswith(
        "Ana has not answered your ask for 21 days, 14 days after your reminder: choose"
    )
    assert told(f"{asked.replace('asked', 'agreed')}", "2026-11-29").startswith(
        "Ana agreed 28 days ago and has not come to it yet, 21 days after your reminder: choose"
    )
    assert told("2026-11-08 reminded", "2026-11-22").startswith(
        "Ana has not answered your reminder for 14 days: choose"
    )


def test_a_yes_of_the_target_is_not_called_one_of_the_introducer() -> None:
    assert told("2026-10-01 agreed\n2026-11-01 opted-in", "2026-11-10") == (
        "Tara said yes 9 days ago and Ana has not come to it yet: one gentle reminder with the "
        "blurb attached."
    )


def test_a_yes_of_the_target_is_told_to_the_next_in_line() -> None:
    again = "choose the next person in line, who need not ask Tara again"
    yes = "2026-10-01 agreed\n2026-10-02 opted-in\n"
    assert told(f"{yes}2026-10-10 reminded", "2026-10-31") == (
        f"Tara said yes 29 days ago and Ana has not come to it yet, 21 days after your reminder: "
        f"{again}, and before you ask them, tell Ana that there is no need any more."
    )
    assert told(f"{yes}2026-10-04 passed", "2026-10-05") == f"Ana passed on 4 Oct 2026: {again}."
    assert "again" not in told(f"{yes}2026-10-03 opted-out\n2026-10-04 passed", "2026-10-05")
    assert "again" not in told(f"{yes}2026-10-04 passed", "2027-01-01")


def test_silence_is_counted_from_what_was_written_last() -> None:
    nudged = "2026-11-01 wrote\n2026-11-06 nudged"
    since = "Tara has been silent for {} since {}: same goal, another channel, two lines."
    assert told(nudged, "2026-11-13") == since.format("7 days", "your nudge")
    wrote = since.format("7 days", "you last wrote")
    assert told(f"{nudged}\n2026-11-08 wrote", "2026-11-15") == wrote
    assert told("2026-11-01 wrote\n2026-11-06 interrupted", "2026-11-13") == wrote


def test_silence_taken_as_a_no_is_not_called_said() -> None:
    assert told("2026-10-20 asked\n2026-11-10 passed: no answer", "2026-11-11") == (
        "Ana passed on 10 Nov 2026: choose the next person in line."
    )


def test_what_was_planned_is_told_on_its_day_until_something_is_logged() -> None:
    answered, step = "2026-11-01 replied", "2026-11-20 send her the figures"
    plan = "You planned for 20 Nov 2026: send her the figures."
    due = f"{plan} Tara answered on 1 Nov 2026; your reply is due."
    assert told(answered, "2026-11-20", next=step) == due
    assert told(answered, "2026-11-23", next=step) == due
    wait = "It is Tara's turn; look again on 24 Nov 2026."
    assert told("2026-11-18 wrote", "2026-11-20", next=step) == f"{plan} {wait}"
    assert told("2026-11-20 wrote", "2026-11-20", next=step).startswith("It is Tara's turn")
    assert told(answered, "2026-11-20", next="2026-11-20").startswith(
        "You planned it for 20 Nov 2026. Tara"
    )
    assert "planned" not in told("2026-11-01 closed: lost", "2026-11-20", next=step)


def test_an_answer_that_was_left_for_later_is_no_debt_of_all_those_days() -> None:
    left = "2026-07-10 replied: after the summer\n2026-07-10 paused 2026-09-14"
    ended = "The pause ended on 14 Sep 2026. Tara answered on 10 Jul 2026; your reply is due."
    assert told(left, "2026-09-14") == told(left, "2026-09-20") == ended
    assert "pause" not in told(left, "2026-09-14", next="2026-09-21 ask her")
    assert "pause" not in told(f"{left}\n2026-09-15 wrote", "2026-09-25")


GO_ON = "go on only if it still matters"
ANSWER = "write all the same, and ask only if it still matters"
ELSE = "ask somebody else only if it still matters"


@pytest.mark.parametrize(
    ("log", "then"),
    [
        ("", GO_ON),
        ("2026-11-01 asked", GO_ON),
        ("2026-11-01 wrote", GO_ON),
        ("2026-11-01 wrote\n2026-11-08 nudged", GO_ON),
        (f"{CHASED}\n2026-11-01 thanked", GO_ON),
        (CHASED, ELSE),
        ("2026-11-19 replied", ANSWER),
        ("2026-11-19 introduced", ANSWER),
        ("2026-11-19 wrote", None),
        ("2026-11-19 met", None),
        ("2026-11-01 scheduled 2026-11-24", None),
    ],
)
def test_whoever_goes_on_hears_that_the_deadline_is_past(log: str, then: str | None) -> None:
    late = told(log, "2026-11-20", deadline="2026-11-15")
    if then is None:
        assert "deadline" not in late
    else:
        assert late.endswith(f" The deadline was 15 Nov 2026: {then}.")
    assert "deadline was" not in told(log, "2026-11-20", deadline="2026-11-20")


def test_a_door_to_let_rest_may_be_closed_once_the_deadline_is_past() -> None:
    late = told(CHASED, "2026-11-20", "2026-09-20 introduced", deadline="2026-11-15")
    assert late.endswith("The deadline was 15 Nov 2026: close it instead if it no longer matters.")


@pytest.mark.parametrize(
    ("log", "left"),
    [
        ("2026-11-17 asked", ": if it cannot move, ask Ana today how it stands; if it can, set"),
        ("2026-11-17 wrote", ": if it cannot move, write Tara one line today; if it can, set"),
        ("2026-11-19 asked", ": set a later one if it can move, and let it pass if not."),
        ("2026-11-20 wrote", ": set a later one if it can move, and let it pass if not."),
        ("2026-11-09 asked\n2026-11-15 reminded", ": set a later one if it can move, and let"),
        ("2026-11-01 asked", "."),
        ("2026-11-19 replied", "."),
        ("2026-11-10 wrote\n2026-11-17 nudged", "."),
        (CHASED, "."),
        ("", "."),
    ],
)
def test_on_its_day_the_deadline_is_told_with_what_is_left_to_do(log: str, left: str) -> None:
    said = told(log, "2026-11-20", deadline="2026-11-20")
    assert said.count("deadline") == 1
    assert f" The deadline is today{left}" in said
    planned = told(log, "2026-11-20", deadline="2026-11-20", next="2026-11-23")
    assert planned == "Planned for 23 Nov 2026. The deadline is today." or not log


def test_a_later_deadline_of_another_introduction_is_still_to_come() -> None:
    files = {
        **PEOPLE,
        "intros/a.md": intro("2026-11-01 asked", deadline="2026-11-15"),
        "intros/b.md": intro("", introducer="ben", deadline="2026-12-15"),
    }
    assert "deadline" not in door_of(files, "2026-11-20").move.because


def test_whose_day_is_set_has_nothing_left_to_do_about_the_deadline() -> None:
    day = "2026-11-20"
    assert "deadline" not in told("2026-11-01 scheduled 2026-11-24", day, deadline=day)
