"""What each move says of why and what to do: facts of the log, and nothing else."""

import pytest

from tests.support.vaults import door_of, intro, people

PEOPLE = people("me tara ana ben", me="me: true")
CHASED = "2026-10-06 introduced\n2026-10-06 wrote\n2026-10-13 nudged\n2026-10-21 nudged"


def told(log: str, today: str, second: str | None = None) -> str:
    """Return the sentence of the move; the second introduction is ben's."""
    files = {**PEOPLE, "intros/a.md": intro(log)}
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
