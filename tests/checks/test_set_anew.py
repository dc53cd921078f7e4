"""A day that was set anew (`rescheduled`) is healed by one line to type, which is read."""

from time import process_time

import pytest

from .builders import findings, intro, only

DAY = "2026-10-06"


def cure(line: str) -> str:
    return only({"intros/a.md": intro(f"{DAY} {line}")}).help


@pytest.mark.parametrize(
    ("line", "typed"),
    [
        ("rescheduled 2026-10-20: her child is ill", "scheduled 2026-10-20: her child is ill"),
        ("rescheduled 2026-10-20", "scheduled 2026-10-20"),
        ("rescheduled to 2026-10-20", "scheduled 2026-10-20"),
        ("rescheduled: she is ill, to 2026-10-20", "scheduled 2026-10-20: she is ill"),
        ("Rescheduled 2026-10-20 10:30", "scheduled 2026-10-20: 10:30"),
        ("rescheduled to 20 Oct: ill", "scheduled 2026-10-20: ill"),
        ("rescheduled from 2026-10-10 to 2026-10-20: ill", "scheduled 2026-10-20: ill"),
        ("rescheduled: from 10 Oct to 20 Oct", "scheduled 2026-10-20"),
        ("verlegt vom 10. Oktober 2026 auf den 20.10.2026", "scheduled 2026-10-20"),
        ("moved to 2026-10-20: ill", "scheduled 2026-10-20: ill"),
        ("verlegt auf 20.10.2026", "scheduled 2026-10-20"),
        ("reporté au 2026-10-20", "scheduled 2026-10-20"),
    ],
)
def test_the_line_to_type_is_told_and_heals(line: str, typed: str) -> None:
    if line.startswith("reporté"):
        typed = f"{typed} or - {DAY} paused 2026-10-20"
    assert cure(line) == f"type - {DAY} {typed}"
    for healed in typed.split(" or - "):
        whole = healed if healed.startswith(DAY) else f"{DAY} {healed}"
        found = findings({"intros/a.md": intro(whole)})
        assert not [one for one in found if one.id in ("unknown-event", "invalid-log-line")]


@pytest.mark.parametrize("word", ["postponed", "verschoben"])
def test_what_was_put_off_is_a_meeting_or_the_door_itself(word: str) -> None:
    assert cure(f"{word} 2026-10-20: busy") == (
        f"type - {DAY} scheduled 2026-10-20: busy or - {DAY} paused 2026-10-20: busy"
    )


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("rescheduled", 'did you mean "scheduled"?'),
        ("rescheduled: no day yet", 'did you mean "scheduled"?'),
        ("rescheduled from 2026-10-20 because she is ill", 'did you mean "scheduled"?'),
        ("rescheduled 2026-10-01", 'did you mean "scheduled"?'),
        ("moved to Berlin", "type one of asked"),
        ("moved: 3 offices", "type one of asked"),
        ("postponed", "type one of asked"),
        ("opened 2026-10-20", "type one of asked"),
    ],
)
def test_without_one_day_that_lies_ahead_no_line_is_made_up(line: str, told: str) -> None:
    assert cure(line).startswith(told)


@pytest.mark.parametrize("filler", [" ", ":", "to ", "2026-10-20 ", "*", "le\u00a0", "from x "])
def test_a_hostile_line_costs_milliseconds(filler: str) -> None:
    begun = process_time()
    findings({"intros/a.md": intro(f"{DAY} rescheduled {filler * 20_000}x")})
    assert process_time() - begun < 1
