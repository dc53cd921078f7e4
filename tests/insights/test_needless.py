"""Two introducers asked side by side: once the target is there, the other one is to hear of it."""

import pytest

from tests.support.vaults import door_of, intro, people

PEOPLE = people("me tara ana ben cleo", me="me: true")
TOLD = "Tell Ben, who may still ask, that there is no need any more."
MADE = "2026-11-01 asked\n2026-11-02 introduced\n2026-11-02 wrote\n"
ANSWERED = f"{MADE}2026-11-05 replied\n"
GONE_ON = f"{ANSWERED}2026-11-06 wrote"


def told(log: str, second: str, today: str = "2026-11-10", *others: str, step: str = "") -> str:
    """Return the sentence of the move: ana's log, ben's, and cleo's."""
    files = {**PEOPLE, "intros/a.md": intro(log, **({"next": step} if step else {}))}
    for who, text in zip(("ben", "cleo"), (second, *others), strict=False):
        files[f"intros/{who}.md"] = intro(text, introducer=who)
    return door_of(files, today).move.because


@pytest.mark.parametrize(
    ("log", "said"),
    [
        (ANSWERED, "Tara answered on 5 Nov 2026; your reply has been due for 5 days."),
        (f"{ANSWERED}2026-11-06 scheduled 2026-11-20", "You meet Tara on 20 Nov 2026."),
        (
            f"{ANSWERED}2026-11-09 met",
            "You met Tara on 9 Nov 2026: thank Ana and say how it went.",
        ),
        (GONE_ON, "It is Tara's turn; look again on 13 Nov 2026."),
        (f"{ANSWERED}2026-11-09 proposed", "It is Tara's turn; look again on 12 Nov 2026."),
        (f"{ANSWERED}2026-11-09 closed: won", "This thread with Tara is closed."),
    ],
)
def test_once_the_target_is_there_whoever_else_may_still_ask_is_to_be_told(
    log: str, said: str
) -> None:
    for second in ("asked", "asked\n2026-11-04 agreed", "asked\n2026-11-04 opt-in-asked"):
        assert told(log, f"2026-11-03 {second}") == f"{said} {TOLD}"
    for ended in ("passed: too busy", "introduced", "thanked: told him that we talk"):
        assert TOLD not in told(log, f"2026-11-03 asked\n2026-11-04 {ended}")


def test_whoever_was_asked_in_the_file_that_ends_the_pursuit_is_told_too() -> None:
    closed = "2026-11-03 asked\n2026-11-05 closed: withdrawn"
    assert told(closed, "") == (
        "This thread with Tara is closed. "
        "Tell Ana, who may still ask, that there is no need any more."
    )
    assert "Tell" not in told(f"{closed}\n2026-11-05 thanked", "")
    assert "Tell" not in told(closed.replace("asked", "passed"), "")


def test_a_planned_step_hides_nobody_who_may_still_ask() -> None:
    step = told(ANSWERED, "2026-11-03 asked", step="2026-11-12 send her the draft")
    assert step == f"Planned for 12 Nov 2026: send her the draft. {TOLD}"


def test_several_are_told_in_one_breath() -> None:
    both = told(ANSWERED, "2026-11-03 asked", "2026-11-10", "2026-11-04 agreed")
    assert "Tell Ben and Cleo, who may still ask, that there" in both


@pytest.mark.parametrize(
    ("log", "second", "today"),
    [
        pytest.param(ANSWERED, "2026-11-08 asked", "2026-11-10", id="asked knowing of it"),
        pytest.param(
            ANSWERED, "2026-11-03 asked\n2026-11-09 reminded", "2026-11-10", id="reminded since"
        ),
        pytest.param(MADE, "2026-11-03 asked", "2026-11-10", id="no word of the target yet"),
        pytest.param(GONE_ON, "2026-11-03 asked", "2026-11-13", id="silent again: it may help"),
        pytest.param(
            f"{ANSWERED}2026-11-06 scheduled 2026-11-08",
            "2026-11-03 asked",
            "2026-11-10",
            id="nobody knows whether they met",
        ),
        pytest.param(ANSWERED, "2026-07-03 asked", "2026-11-10", id="months ago"),
    ],
)
def test_nobody_is_called_off_who_may_be_needed_or_has_forgotten(
    log: str, second: str, today: str
) -> None:
    assert "no need" not in told(log, second, today)


def test_a_late_yes_to_a_needless_ask_may_be_declined() -> None:
    late = "2026-11-03 asked\n2026-11-07 agreed"
    assert told(GONE_ON, late) == f"It is with Ben; look again on 14 Nov 2026. {TOLD}"
    assert told(GONE_ON, late, "2026-11-14").endswith(
        "one gentle reminder with the blurb attached. Or, as Tara has answered, tell Ben, who may "
        "still ask, that there is no need any more."
    )


def door(log: str, second: str, today: str) -> tuple[str, str, str]:
    """Return state, move and sentence; the second introduction is ben's."""
    files = {**PEOPLE, "intros/a.md": intro(log), "intros/b.md": intro(second, introducer="ben")}
    found = door_of(files, today)
    return found.thread.standing.state, found.move.name, found.move.because


def test_whoever_was_called_off_is_not_reminded() -> None:
    called_off = "2026-11-03 asked\n2026-11-07 agreed\n2026-11-08 thanked: we are in touch"
    assert door(GONE_ON, called_off, "2026-11-15")[:2] == ("talking", "nudge")
    courtesy = MADE, "2026-11-03 asked\n2026-11-04 agreed\n2026-11-04 thanked: so kind"
    assert door(*courtesy, "2026-11-12")[:2] == ("agreed", "remind-introducer")
    alone = {**PEOPLE, "intros/a.md": intro("2026-11-01 asked\n2026-11-03 thanked: so kind")}
    assert door_of(alone, "2026-11-09").move.name == "remind-introducer"


def test_whoever_passed_after_another_was_called_off_has_the_last_word() -> None:
    _, move, because = door(
        "2026-10-01 asked\n2026-10-20 thanked", "2026-10-20 asked\n2026-10-25 passed", "2026-11-01"
    )
    assert (move, because[:11]) == ("next-introducer", "Ben passed ")


def test_thanks_to_whoever_was_called_off_are_not_those_for_the_meeting() -> None:
    met = f"{ANSWERED}2026-11-09 met"
    told_ben = "2026-11-03 asked\n2026-11-04 agreed\n2026-11-10 thanked"
    assert door(met, told_ben, "2026-11-11")[:2] == ("met", "thank")


@pytest.mark.parametrize("late", ["agreed", "opt-in-asked", "opted-in", "passed"])
def test_what_is_closed_stays_closed_when_an_introducer_comes_to_it(late: str) -> None:
    closed = f"{ANSWERED}2026-11-06 closed: won"
    asked = "2026-11-03 asked\n2026-11-07 "
    assert door(closed, asked + late, "2026-11-15")[:2] == ("over", "none")
    assert door(closed, f"{asked}introduced", "2026-11-15")[:2] == ("introduced", "answer")
    only = f"2026-11-03 asked\n2026-11-04 closed: withdrawn\n2026-11-07 {late}"
    assert door_of({**PEOPLE, "intros/a.md": intro(only)}, "2026-11-15").move.name == "none"


def test_an_answer_in_a_spoke_that_ended_in_passed_makes_no_talk_of_another() -> None:
    answered, mine = "2026-10-25 opted-in\n2026-10-28 replied", "2026-11-02 asked\n2026-11-03 wrote"
    assert door(answered, mine, "2026-11-10")[0] == "talking"
    assert door(f"{answered}\n2026-11-01 passed", mine, "2026-11-10")[0] == "waiting"
