"""The worked example of document 2.5, to the digits that are printed there."""

import pytest

from site_builder.insights.candidate import Candidate
from tests.support.vaults import candidate_of, door_of, insights_of, suggestion_of
from tests.support.worked_example import FIGURES, TODAY, VAULT


def candidate(who: str) -> Candidate:
    """Return one candidate of the example."""
    return candidate_of(VAULT, who, TODAY)


def term(who: str, name: str) -> float:
    """Return one of a candidate's terms, 0 where it has none."""
    return next((t.value for t in candidate(who).terms if t.name == name), 0.0)


def test_tara_is_stalled_after_fourteen_silent_days_and_two_nudges() -> None:
    door = next(d for d in insights_of(VAULT, TODAY).doors if d.thread.id == "tara")
    assert (door.thread.standing.state, door.thread.turn) == ("waiting", "target")
    assert (door.stall.silent_days, door.stall.limit_days, door.stall.nudges) == (14, 14, 2)
    assert door.stall.stalled
    assert door.move.name == "close-loop"
    assert door.suggestion.due


def test_the_example_alone_is_one_door() -> None:
    files = {path: text for path, text in VAULT.items() if "eve-via" not in path}
    assert door_of(files, TODAY).stall.stalled


@pytest.mark.parametrize(("who", "tie"), [("ben", 0.756), ("chloe", 0.410), ("dev", 0.337)])
def test_my_own_tie_decays(who: str, tie: float) -> None:
    assert round(term(who, "my-tie"), 3) == tie


@pytest.mark.parametrize(
    ("who", "ingroup", "independence", "tie"),
    [("ben", 0, 0.5, 0.60), ("chloe", 0.602, 1, 0.35), ("dev", 0, 1, 0.35)],
)
def test_the_parts_of_p_move_are_those_of_the_table(
    who: str, ingroup: float, independence: float, tie: float
) -> None:
    assert round(term(who, "ingroup"), 3) == ingroup
    assert term(who, "independence") == independence
    assert term(who, "tie-strength") == tie


@pytest.mark.parametrize(("who", "figures", "band"), FIGURES)
def test_the_probabilities_are_those_of_the_table(
    who: str, figures: tuple[float, ...], band: str
) -> None:
    found = candidate(who)
    shown = (found.p_ask, found.p_know, found.p_move, found.p)
    assert tuple(round(figure, 3) for figure in shown) == figures
    assert found.band == band
    assert (found.inferred, found.ask_first) == (who == "chloe",) * 2
    assert found.load == 0


def test_aa_is_one_point_one() -> None:
    assert round(term("chloe", "shared-acquaintances"), 1) == 1.1


def test_they_are_ranked_by_value_before_the_others() -> None:
    suggestion = suggestion_of(VAULT, TODAY)
    found = [(one.rank, str(one.contact)) for one in suggestion.suggested]
    others = ["r1", "r2", "r3", "r4", "r5", "f1", "f2", "f3"]
    assert found == list(enumerate(["ben", "dev", "chloe", *others], start=1))
    refused = {one.contact: one.because.partition(" (")[2] for one in suggestion.not_suggested}
    assert refused == {"yan": "ask: no)", "zoe": "ask: no)"}


def test_the_shared_circle_is_named_with_its_years_and_with_me() -> None:
    sentences = [t.because for t in candidate("chloe").terms if t.name == "ingroup"]
    assert len(sentences) == 1
    assert all(fact in sentences[0] for fact in ("Chloe", "Tara", "2009-2012", "you"))
