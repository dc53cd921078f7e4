"""The worked example of section 2.5, every figure of it recomputed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from . import analyse, stalled, suggest
from .circles import common_paths
from .scoring import circle, distance, my_tie

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2026, 11, 4)

ROWERS = ["me", "tara", "chloe", "r1", "r2", "r3", "r4", "r5"]  # a team of eight
TIES = {
    "ben": ["tara 3"],
    "dev": ["tara 2"],
    "zoe": ["tara 3", "chloe 3", "f1", "f2", "f3"],  # 1/ln 5
    "yan": ["tara 3", "chloe 3", "f1", "f2", "f3", "f4", "f5", "f6"],  # 1/ln 8
}
CONTACTS = {
    "me": "me: true",
    "tara": "",
    "ana": "closeness: 4\ngroups: [employer/northwind 2015-]",
    "ben": "closeness: 4\nlast_contact: 2026-10-05\ngroups: [employer/northwind 2018-]",
    "chloe": "closeness: 3\nlast_contact: 2026-04-18",
    "dev": "closeness: 2\nlast_contact: 2026-10-15",
    "zoe": "ask: no",
    "yan": "ask: no",
    "eve": "",
    "r1": "",
    "r2": "",
    "r3": "",
    "r4": "",
    "r5": "",
    "f1": "",
    "f2": "",
    "f3": "",
    "f4": "",
    "f5": "",
    "f6": "",
}
INTROS = {
    "2026-10-06-tara-via-ana": (
        "tara",
        "ana",
        "2026-10-06 introduced",
        "2026-10-06 wrote",
        "2026-10-13 nudged",
        "2026-10-21 nudged",
    ),
    "2026-01-10-eve-via-ben": (
        "eve",
        "ben",
        "2026-01-10 asked",
        "2026-01-11 agreed",
        "2026-01-12 introduced",
        "2026-01-12 wrote",
    ),
    "2026-02-10-eve-via-dev": ("eve", "dev", "2026-02-10 asked"),
}


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    """Write the vault the example speaks of."""
    for folder in ("contacts", "intros"):
        (tmp_path / folder).mkdir()
    for name, more in CONTACTS.items():
        lines = [f"name: {name.title()}", *more.split("\n")]
        if name in ROWERS:
            lines.append("groups: [team/oslo-rowing 2009-2012]")
        if name in TIES:
            lines += ["knows:", *(f"  - {tie}" for tie in TIES[name])]
        text = "\n".join(line for line in lines if line)
        (tmp_path / f"contacts/{name}.md").write_text(f"---\n{text}\n---\n", "utf-8")
    for name, (target, introducer, *log) in INTROS.items():
        head = f"---\ntarget: {target}\nintroducer: {introducer}\n---\n\n## Log\n\n"
        text = head + "".join(f"- {line}\n" for line in log)
        (tmp_path / f"intros/{name}.md").write_text(text, "utf-8")
    return tmp_path


def test_tara_is_stalled_after_fourteen_silent_days_and_two_nudges(vault: Path) -> None:
    row = next(row for row in stalled(vault, TODAY) if row["target"] == "tara")
    assert (row["state"], row["turn"], row["move"]) == ("waiting", "target", "close-loop")
    assert (row["silent_days"], row["limit_days"], row["nudges"]) == (14, 14, 2)
    assert row["stalled"]
    assert row["suggested"] == ["ben", "dev", "chloe"]


@pytest.mark.parametrize(
    ("who", "tie", "i", "d"),
    [("ben", 0.756, 0, 0.5), ("chloe", 0.410, 0.602, 1), ("dev", 0.337, 0, 1)],
)
def test_the_parts_are_those_of_the_table(
    vault: Path, who: str, tie: float, i: float, d: float
) -> None:
    analysis = analyse(vault, TODAY)
    person, tara = (analysis.vault.people[name] for name in (who, "tara"))
    assert round(my_tie(person, analysis), 3) == tie
    assert round(circle(person, tara, analysis), 3) == i
    assert distance(person, ["ana"], analysis) == d


@pytest.mark.parametrize(
    ("who", "ask", "know", "move", "p", "band"),
    [
        ("ben", 0.753, 0.95, 0.330, 0.236, "likely"),
        ("chloe", 0.467, 0.367, 0.378, 0.065, "long shot"),  # the table says 0.366
        ("dev", 0.372, 0.80, 0.298, 0.089, "long shot"),
    ],
)
def test_the_probabilities_are_those_of_the_table(  # noqa: PLR0913, PLR0917 - a row of the table
    vault: Path, who: str, ask: float, know: float, move: float, p: float, band: str
) -> None:
    row: dict[str, Any] = next(
        row for row in suggest(vault, "tara", TODAY)["suggested"] if row["contact"] == who
    )
    found = [round(row[key], 3) for key in ("p_ask", "p_know", "p_move", "p")]
    assert found == [ask, know, move, p]
    assert row["band"] == band
    assert row["ask_first"] == (who == "chloe")
    assert row["load"] == 0


def test_two_people_with_five_and_eight_ties_give_an_aa_of_one_point_one(vault: Path) -> None:
    found = common_paths("tara", "chloe", analyse(vault, TODAY).vault)
    assert round(found, 1) == 1.1


def test_those_who_introduced_or_do_not_want_to_be_asked_are_left_out(vault: Path) -> None:
    answer = suggest(vault, "tara", TODAY)
    assert answer["due"]
    assert answer["thread"] == "tara"
    assert answer["not_suggested"] == [
        {"contact": "yan", "because": "ask-no"},
        {"contact": "zoe", "because": "ask-no"},
    ]
