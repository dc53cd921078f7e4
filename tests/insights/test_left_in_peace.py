"""Whoever would rather not be introduced to me is not asked for a favour either."""

import pytest
from rich.padding import Padding

from site_builder.insights.analyse import suggestion_for
from site_builder.insights.insight import Insights
from site_builder.insights.worth_asking import unknowns_of
from site_builder.model.contact import ContactId
from site_builder.pages.door_verdict import move_title
from site_builder.pages.drafts import door_drafts
from site_builder.pages.one_ask import in_peace, kept_note
from site_builder.reporting.stalled_text import stalled_text
from tests.support.insights_sample import door_in
from tests.support.vaults import insights_of, intro, people

TODAY = "2026-11-20"
PASSED = intro("2026-11-10 asked\n2026-11-18 passed")
NO = "2026-06-01 asked\n2026-06-03 opted-out"


def found(log: str = NO, cleo: str = "knows: [tara 2]", **more: str) -> Insights:
    """Analyse a door to tara for which ben is the best, who was to be introduced to me himself."""
    cast = people("me tara ana ben cleo", me="me: true", ben="knows: [tara 5]", cleo=cleo)
    files = {"intros/a.md": PASSED, "intros/b.md": intro(log, target="ben", introducer="cleo")}
    return insights_of({**cast, **files, **more}, TODAY)


def test_who_said_no_to_me_stays_in_the_ranking_and_is_not_named() -> None:
    insights = found()
    door = door_in(insights, "tara")
    assert [one.contact for one in door.suggestion.suggested] == ["ben", "cleo"]
    assert door.allotment.first is not None
    assert (door.allotment.first.contact, door.allotment.peace) == ("cleo", ("ben",))
    assert move_title(insights, door) == "Ask Cleo for an introduction"
    assert [draft.facts.to for draft in door_drafts(insights, door)] == ["Cleo"]


def test_where_they_are_the_only_one_somebody_else_is_to_be_found() -> None:
    insights = found(cleo="")
    door = door_in(insights, "tara")
    assert move_title(insights, door) == "Find out who knows Tara"
    assert door_drafts(insights, door) == ()
    assert kept_note(insights, door) == (
        "Ben would rather not be introduced to you: leave them in peace, ask somebody else."
    )


def test_that_they_said_no_is_the_first_of_their_reasons() -> None:
    ben, cleo = suggestion_for(found(), ContactId("tara")).suggested
    assert ben.terms[0].because == (
        "Ben would rather not be introduced to you: leave them in peace."
    )
    assert cleo.terms[0].name == "my-tie"
    asked = suggestion_for(found("2026-11-10 asked"), ContactId("tara")).suggested[0]
    assert [term.name for term in asked.terms].index("own-door") > 0


@pytest.mark.parametrize(("cleo", "who"), [("knows: [tara 2]", "Who could: Cleo"), ("", "")])
def test_the_list_of_stalled_doors_does_not_name_them(cleo: str, who: str) -> None:
    insights = found(cleo=cleo)
    lines = "\n".join(
        str(one.renderable if isinstance(one, Padding) else one)
        for one in stalled_text(insights, [door_in(insights, "tara")])
    )
    assert who in lines
    assert "Who could: Ben" not in lines


@pytest.mark.parametrize(
    ("log", "peace"),
    [
        (NO, True),
        ("2025-11-19 opted-out", False),
        (f"{NO}\n2026-06-09 opted-in", False),
        (f"{NO}\n2026-06-09 replied", False),
        ("2026-11-10 asked", False),
    ],
)
def test_a_no_is_one_for_a_year_or_until_it_is_taken_back(log: str, *, peace: bool) -> None:
    assert in_peace(found(log), ContactId("ben")) is peace


def test_who_is_in_touch_over_another_matter_may_be_asked() -> None:
    other = intro("2026-11-01 replied", target="ben", introducer="cleo", thread="other")
    assert not in_peace(found(**{"intros/o.md": other}), ContactId("ben"))


def test_nothing_is_to_be_found_out_about_them() -> None:
    for log, who in ((NO, set()), ("2026-11-10 asked", {"ben"})):
        insights = found(log, cleo="")
        unknowns = unknowns_of(insights.network, door_in(insights, "tara"))
        assert {one.contact for one in unknowns} == who
