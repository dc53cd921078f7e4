"""How sure a first place is: whether it survives one weight halved or doubled (document 2.5)."""

import pytest
from msgspec.structs import replace

from site_builder.insights.introducers import explained
from site_builder.insights.sureness import PARTS
from site_builder.model.settings import KINDS, CircleKind, Score, Settings
from tests.support.vaults import Files, insights_of, intro, people, settings_of, suggestion_of

TODAY = "2026-11-20"
CHASED = "2026-10-06 introduced\n2026-10-06 wrote\n2026-10-13 nudged\n2026-10-21 nudged"


def due_vault(tara: str, ana: str, ben: str) -> dict[str, str]:
    """Write a due door with two rivals."""
    files = people("me tara noor ana ben", me="me: true", tara=tara, ana=ana, ben=ben)
    return {**files, "intros/a.md": intro(CHASED, introducer="noor")}


def test_how_sure_rank_one_is_is_told_where_a_second_introducer_is_due() -> None:
    clear = due_vault("", "closeness: 5\nknows: [tara 5]", "closeness: 1\nknows: [tara 1]")
    assert suggestion_of(clear, TODAY).sureness == 1
    tight = due_vault("", "closeness: 4\nknows: [tara 2]", "closeness: 2\nknows: [tara 3]")
    sureness = suggestion_of(tight, TODAY).sureness
    assert sureness is not None
    assert 0 < sureness < 1
    unasked = people("me tara ana", me="me: true", ana="knows: [tara 3]")
    assert suggestion_of(unasked, TODAY).sureness is None


CREW = "groups: [team/x 2009-2012]"
FAR_BEHIND = people(
    "me tara noor zoe ana bea cai dan eva fay",
    me="me: true",
    tara="groups: [team/x]",
    zoe="closeness: 2\ngroups: [team/x]",
    **dict.fromkeys(["ana", "bea", "cai", "dan", "eva", "fay"], "closeness: 1\nknows: [tara 1]"),
)
"""Zoe comes last, and first where an unwritten tie is thought more likely."""


def first_of(files: Files, settings: Settings | None = None) -> str:
    return suggestion_of(files, TODAY, settings or Settings()).suggested[0].contact


@pytest.mark.parametrize(
    "files",
    [
        due_vault(CREW, "closeness: 4\nknows: [tara 1]", f"closeness: 4\n{CREW}"),
        {**FAR_BEHIND, "intros/a.md": intro(CHASED, introducer="noor")},
    ],
)
def test_it_is_the_share_of_single_weights_halved_or_doubled_that_leave_the_first_place(
    files: Files,
) -> None:
    changes: list[Settings] = []
    for factor in (0.5, 2):
        weights = [
            replace(Score(), **{n: getattr(Score(), n) * factor})
            for part in PARTS.values()
            for n in part
        ]
        teams = [CircleKind(1.6 * factor, 0.8), CircleKind(1.6, min(1, 0.8 * factor))]
        changes += [Settings(score=score) for score in weights]
        changes += [Settings(kinds={**KINDS, "team": team}) for team in teams]
    first = first_of(files)
    kept = [first_of(files, changed) == first for changed in changes]
    assert 0 < sum(kept) < len(kept)
    assert suggestion_of(files, TODAY).sureness == pytest.approx(sum(kept) / len(kept))


def test_it_is_the_same_whether_all_or_a_few_are_explained() -> None:
    files = {**FAR_BEHIND, "intros/a.md": intro(CHASED, introducer="noor")}
    insights = insights_of(files, TODAY)
    (door,) = insights.doors
    some, everybody = (
        explained(insights.network, door.suggestion, door.thread, most=most) for most in (1, None)
    )
    assert some.sureness == everybody.sureness
    assert len(everybody.suggested) == 7


@pytest.mark.parametrize("base", [0.5, 0.6, 0.99, 0.01])
def test_any_base_that_settings_allow_gives_an_answer(base: float) -> None:
    files = due_vault("", "knows: [tara 3]", "knows: [tara 2]")
    settings = settings_of(f"[score]\nbase_reopen = {base}\n")
    assert suggestion_of(files, TODAY, settings).sureness is not None
