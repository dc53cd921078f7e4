"""The worked example of section 2.5, every figure of it recomputed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from tests.support.worked_example import FIGURES, VAULT
from tests.support.worked_example import TODAY as DAY

from . import analyse, stalled, suggest
from .circles import common_paths
from .scoring import circle, distance, my_tie

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date.fromisoformat(DAY)


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    """Write the vault the example speaks of."""
    for path, text in VAULT.items():
        place = tmp_path / path
        place.parent.mkdir(exist_ok=True)
        place.write_text(text, "utf-8")
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


@pytest.mark.parametrize(("who", "figures", "band"), FIGURES)
def test_the_probabilities_are_those_of_the_table(
    vault: Path, who: str, figures: tuple[float, ...], band: str
) -> None:
    row: dict[str, Any] = next(
        row for row in suggest(vault, "tara", TODAY)["suggested"] if row["contact"] == who
    )
    found = (row[key] for key in ("p_ask", "p_know", "p_move", "p"))
    assert tuple(round(figure, 3) for figure in found) == figures
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
