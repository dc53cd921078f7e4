"""A further introducer whom I have chosen, in words: on the door, on Today, in its letter."""

from typing import cast

from site_builder.insights.insight import Insights
from site_builder.pages.door import DoorView, door_page
from site_builder.pages.today_rows import move_row
from tests.insights.test_chosen import PASSED, QUIET, chosen
from tests.support.html_reader import plain
from tests.support.insights_sample import door_in
from tests.support.vaults import intro


def view(found: Insights) -> DoorView:
    return cast("DoorView", door_page(found, door_in(found, "tara")).view)


def test_the_door_has_the_name_the_letter_and_the_line_to_type() -> None:
    for log, way, name in (
        (PASSED, "an introduction", "ask-first-intro"),
        (QUIET, "a second introduction", "ask-second"),
    ):
        door = view(chosen(log))
        assert door.verdict.title == f"Ask Ben for {way}"
        assert [(one.name, one.facts.to) for one in door.drafts] == [(name, "Ben")]
        assert door.done is not None
        assert (door.done.text, door.done.path) == ("- 2026-11-20 asked", "intros/b.md")


def test_today_says_why_it_may_be_them() -> None:
    def row(found: Insights) -> tuple[str, str]:
        told = move_row(found, door_in(found, "tara"))
        return told.person.text if told.person else "", told.person_note

    assert row(chosen(PASSED)) == ("Ben", "knows Tara: good contact")
    stranger = intro("", introducer="cleo")
    first = {"intros/aa.md": stranger}
    assert row(chosen(PASSED, **first)) == ("Cleo", "is your own choice")


def test_whoever_should_rest_is_waited_for() -> None:
    asked = intro("2026-11-10 asked", target="noor", introducer="ben")
    door = view(chosen(QUIET, **{"intros/n.md": asked}))
    assert door.verdict.title == "Wait with Ben: one ask at a time"
    assert plain(door.verdict.rules[0]).startswith("Not yet, Ben should rest. Open ask: an intro")
    assert (door.drafts, door.done) == ((), None)
