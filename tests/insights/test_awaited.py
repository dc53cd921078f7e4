"""Whoever has a letter of mine, or is being asked for me, is not asked for a favour meanwhile."""

import pytest

from site_builder.insights.insight import Insights
from site_builder.pages.door_verdict import move_label, move_title
from site_builder.pages.drafts import door_drafts
from site_builder.pages.one_ask import kept_note
from tests.support.insights_sample import door_in
from tests.support.vaults import insights_of, intro, people

PASSED = intro("2026-11-10 asked\n2026-11-18 passed")
WAITING = "2026-10-20 introduced\n2026-11-11 wrote"


def found(log: str, cleo: str = "knows: [tara 2]") -> Insights:
    """Analyse a door to tara for which ben is the best, with a door of his own."""
    cast = people("me tara ana ben cleo dan", me="me: true", ben="knows: [tara 5]", cleo=cleo)
    own = intro(log, target="ben", introducer="dan")
    return insights_of({**cast, "intros/a.md": PASSED, "intros/b.md": own}, "2026-11-20")


def test_the_next_best_is_named_while_somebody_owes_me_an_answer() -> None:
    insights = found(WAITING)
    door = door_in(insights, "tara")
    assert [one.contact for one in door.suggestion.suggested] == ["ben", "cleo"]
    assert move_title(insights, door) == "Ask Cleo for an introduction"
    assert kept_note(insights, door) == (
        "Ben has not answered what you wrote on 11 Nov 2026: wait for that answer first."
    )
    assert [draft.facts.to for draft in door_drafts(insights, door)] == ["Cleo"]


def test_where_there_is_nobody_else_the_move_is_to_wait_for_them() -> None:
    insights = found(WAITING, cleo="")
    door = door_in(insights, "tara")
    assert move_title(insights, door) == "Wait with Ben: another matter comes first"
    assert move_label(door) == "Wait"
    assert kept_note(insights, door).startswith("Ben has not answered")
    assert door_drafts(insights, door) == ()


@pytest.mark.parametrize(
    ("log", "first"),
    [
        ("2026-11-12 asked", "Cleo"),
        ("2026-11-12 agreed", "Cleo"),
        (f"{WAITING}\n2026-11-12 replied\n2026-11-13 wrote", "Cleo"),
        (f"{WAITING}\n2026-11-12 replied", "Ben"),
        (f"{WAITING}\n2026-11-12 closed: won", "Ben"),
        ("2026-11-12 introduced", "Ben"),
        ("2026-11-12 asked\n2026-11-13 passed", "Ben"),
    ],
)
def test_only_what_leaves_me_nothing_to_do_stands_in_the_way(log: str, first: str) -> None:
    insights = found(log)
    assert move_title(insights, door_in(insights, "tara")) == f"Ask {first} for an introduction"
