"""The days of a door: what is due, planned, ahead; from today on."""

from datetime import date

import pytest

from site_builder.insights.agenda import agenda_of
from tests.support.vaults import door_of, intro, people

TODAY = "2026-11-20"
DAY = date.fromisoformat(TODAY)
CAST = people("me tara ana", me="me: true")


def days(log: str, **keys: str) -> list[tuple[str, str, str]]:
    """Return kind, day and text of the agenda of a door to Tara."""
    door = door_of({**CAST, "intros/t.md": intro(log, **keys)}, TODAY)
    return [(one.kind, one.date.isoformat(), one.text) for one in agenda_of(door, DAY)]


WROTE = "2026-11-18 introduced\n2026-11-18 wrote"


@pytest.mark.parametrize(
    ("log", "keys", "kinds"),
    [
        ("2026-11-19 introduced", {}, ["move 2026-11-20"]),
        ("2026-11-10 scheduled 2026-11-24: coffee", {}, ["meeting 2026-11-24"]),
        ("2026-11-10 paused 2026-12-24", {}, ["pause 2026-12-24"]),
        (WROTE, {}, ["look 2026-11-24", "stall 2026-12-02"]),
        (WROTE, {"next": "2026-11-30 send the paper"}, ["step 2026-11-30"]),
        (
            WROTE,
            {"next": "2026-11-19 call her"},
            ["step 2026-11-20", "look 2026-11-24", "stall 2026-12-02"],
        ),
        ("2026-11-19 introduced", {"next": "2026-11-20 call her"}, ["move 2026-11-20"]),
        (
            "2026-11-19 introduced",
            {"deadline": "2026-12-15"},
            ["move 2026-11-20", "deadline 2026-12-15"],
        ),
        ("2026-11-01 introduced\n2026-11-02 closed: lost", {"deadline": "2026-12-15"}, []),
        ("2026-11-01 opted-out", {"deadline": "2026-12-15"}, []),
    ],
)
def test_a_door_has_these_days(log: str, keys: dict[str, str], kinds: list[str]) -> None:
    assert [f"{kind} {day}" for kind, day, _ in days(log, **keys)] == kinds


def test_a_day_carries_what_was_noted_for_it() -> None:
    (meeting,) = days("2026-11-10 scheduled 2026-11-24: coffee")
    assert meeting[2] == "coffee"
    (step,) = days(WROTE, next="2026-11-30 send the paper")
    assert step[2] == "send the paper"


def test_where_waiting_ends_on_the_day_of_the_stall_there_is_one_entry() -> None:
    nudged = "2026-10-20 introduced\n2026-10-20 wrote\n2026-11-10 nudged\n2026-11-17 nudged"
    assert [kind for kind, *_ in days(nudged)] == ["stall"]


def test_a_planned_day_is_dated_by_the_last_record_a_due_move_by_today() -> None:
    door = door_of({**CAST, "intros/t.md": intro(WROTE)}, TODAY)
    assert {one.noted for one in agenda_of(door, DAY)} == {date(2026, 11, 18)}
    idea = door_of({**CAST, "intros/t.md": intro("", deadline="2026-12-01")}, TODAY)
    assert {one.noted for one in agenda_of(idea, DAY)} == {DAY}
