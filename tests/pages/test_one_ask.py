"""One ask at a time, in words: on the door, in its list of people, on Today."""

from typing import cast

import pytest

from site_builder.insights.insight import Insights
from site_builder.pages.door import DoorView, door_page
from site_builder.pages.door_verdict import move_label
from site_builder.pages.drafts import free_candidates
from site_builder.pages.one_ask import kept_note
from site_builder.pages.today import TodayView, today_page
from site_builder.pages.today_rows import door_act
from tests.support.html_reader import HtmlReader, plain
from tests.support.insights_sample import door_in
from tests.support.one_ask import BEN, KATYA, QUIET, TODAY, insights
from tests.support.theme_files import html_of
from tests.support.vaults import insights_of, intro, people


def view(found: Insights, door: str = "omar") -> DoorView:
    return cast("DoorView", door_page(found, door_in(found, door)).view)


def test_the_next_in_line_is_named_and_the_first_choice_accounted_for() -> None:
    found = insights(**BEN, **KATYA)
    door = view(found)
    assert door.verdict.title == "Ask Katya for a second introduction"
    note = "Ben would come first, but is to be asked for Tara: one ask at a time."
    assert door.verdict.rules[0] == note
    assert [draft.facts.to for draft in door.drafts] == ["Katya"]
    assert kept_note(found, door_in(found, "tara")) == ""


def test_the_list_of_people_links_to_the_door_that_asks_them() -> None:
    found = insights(**BEN, **KATYA)
    assert view(found).candidates
    kept = {one.person.text: one.kept for one in view(found).candidates.shown}  # type: ignore[union-attr] # asserted
    assert kept["Ben"]
    assert (kept["Ben"].text, kept["Ben"].href) == ("Tara", "threads/tara.html")
    assert kept["Katya"] is None
    page = HtmlReader(html_of(door_page(found, door_in(found, "omar"))))
    assert "To be asked for Tara first: one ask at a time." in page.text


def test_a_door_without_anybody_else_waits_until_the_rest_is_over() -> None:
    found = insights(**BEN)
    door = view(found)
    assert door.verdict.title == "Wait with Ben: one ask at a time"
    told = "Ben is to be asked for Tara first, so not for Omar before 20 Dec."
    assert plain(door.verdict.rules[0]) == told
    assert (door.drafts, door.done, door.verdict.button) == ((), None, "")
    act = door_act(found, door_in(found, "omar"))
    assert (act.text, act.href) == ("Wait", "threads/omar.html")


def test_a_wait_past_the_deadline_is_a_choice_between_two_doors() -> None:
    said = "Ben is to be asked for Tara first, so not for Omar before 20 Dec"
    late = "; the deadline is 19 Dec, so decide which of the two doors matters more"
    for deadline, more in (("2026-12-19", late), ("2026-12-20", "")):
        found = insights(deadline=deadline, **BEN)
        assert plain(kept_note(found, door_in(found, "omar"))) == f"{said}{more}."


def test_today_names_nobody_twice_and_says_why() -> None:
    found = insights(**BEN)
    today = cast("TodayView", today_page(found).view)
    rows = {row.name.text: row for section in today.sections for row in section.rows.shown}
    assert rows["Tara"].person
    assert rows["Omar"].person is None
    assert "Ben is to be asked for Tara first" in rows["Omar"].after
    assert "; somebody else could open one of them." in today.sentence


def test_where_the_loop_is_open_it_is_closed_first_whoever_is_free() -> None:
    found = insights(QUIET.replace("2026-11-01 thanked\n", ""), **BEN)
    door = view(found)
    assert door.verdict.title == "First tell Lena how it went"
    assert [draft.name for draft in door.drafts] == ["close-loop"]
    assert move_label(door_in(found, "omar")) == "Close the loop"


def test_an_idea_waits_for_an_introducer_who_rests() -> None:
    found = insights("", **BEN | {"lena": "knows: [omar 3]"})
    assert view(found).verdict.title == "Ask Lena for the introduction"
    cast_ = people("me tara omar ana", me="me: true")
    busy = insights_of(
        cast_
        | {
            "intros/tara.md": intro("2026-11-15 asked"),
            "intros/omar.md": intro("", target="omar"),
        },
        TODAY,
    )
    door = view(busy)
    assert door.verdict.title == "Wait with Ana: one ask at a time"
    assert plain(door.verdict.rules[0]) == (
        "Not yet, Ana should rest. Open ask: an introduction to Tara, since 15 Nov 2026."
    )
    assert (door.drafts, door.done) == ((), None)


def test_words_are_prepared_for_the_first_and_those_nobody_else_asks() -> None:
    names = [f"c{n}" for n in range(8)]
    facts = {
        name: f"closeness: 5\nknows: [tara {5 if n < 6 else 1}]" for n, name in enumerate(names)
    }
    targets = [f"t{n}" for n in range(6)]
    ties = {
        name: facts[name].replace("]", f", {target} 5]")
        for name, target in zip(names, targets, strict=False)
    }
    cast_ = people(" ".join(["me", "tara", "ana", *names, *targets]), me="me: true", **facts | ties)
    doors = {f"intros/{t}.md": intro(QUIET, target=t) for t in [*targets, "tara"]}
    found = insights_of(cast_ | doors, TODAY)
    asked = [one.contact for one in free_candidates(found, door_in(found, "tara"))]
    first = door_in(found, "tara").allotment.first
    assert first
    assert asked[0] == first.contact
    elsewhere = {
        door.allotment.first.contact
        for door in found.doors
        if door.allotment.first and door.thread.id != "tara"
    }
    assert not elsewhere & set(asked)


def test_no_letter_waits_for_whom_i_am_still_to_meet_myself() -> None:
    ties = {name: f"closeness: {4 - n}\nknows: [tara 4]" for n, name in enumerate(("ben", "cleo"))}
    cast_ = people("me tara ana ben cleo", me="me: true", **ties)
    quiet = cast_ | {"intros/tara.md": intro(QUIET)}
    mine = {"intros/cleo.md": intro("2026-11-10 introduced\n2026-11-11 wrote", target="cleo")}

    def asked(files: dict[str, str]) -> list[str]:
        found = insights_of(files, TODAY)
        return [one.contact for one in free_candidates(found, door_in(found, "tara"))]

    assert asked(quiet) == ["ben", "cleo"]
    assert asked(quiet | mine) == ["ben"]


@pytest.mark.parametrize(
    ("asked", "tie", "told"),
    [
        (
            "2026-10-28",
            "tara 4",
            "Ben is on record as knowing Tara and may be asked from 27 Nov on.",
        ),
        ("2026-10-28", "tara 4?", ""),
        ("2026-10-20", "tara 4", ""),
    ],
)
def test_where_only_a_guess_is_left_it_is_said_who_may_be_asked_soon(
    asked: str, tie: str, told: str
) -> None:
    facts = {"ben": f"knows: [{tie}]", "dev": "groups: [team/crew]", "tara": "groups: [team/crew]"}
    quiet = people("me tara ana ben dev omar", me="me: true", **facts) | {
        "intros/tara.md": intro(QUIET),
        "intros/omar.md": intro(
            f"{asked} asked\n{asked} passed\n{asked} thanked", target="omar", introducer="ben"
        ),
    }
    door = door_in(insights := insights_of(quiet, TODAY), "tara")
    first = door.allotment.first
    assert first is not None
    assert first.contact == ("ben" if asked == "2026-10-20" else "dev")
    assert plain(kept_note(insights, door)) == told
