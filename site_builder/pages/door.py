"""The page of one pursuit: verdict, picture, who could help, words to send, what happened."""

from collections.abc import Iterator
from itertools import count, islice, takewhile

from msgspec import Struct

from site_builder.insights.insight import Door, Insights
from site_builder.insights.thread import Thread
from site_builder.insights.threads import part_id, part_number, pursuit_of
from site_builder.model.vault import Spoke, Vault
from site_builder.pages.contact_ties import CircleLine, circles_of
from site_builder.pages.door_candidates import Candidates, candidates_of
from site_builder.pages.door_lanes import Lanes, lanes_of
from site_builder.pages.door_line import door_badge
from site_builder.pages.door_picture import picture_of
from site_builder.pages.door_timeline import Timeline, timeline_of
from site_builder.pages.door_verdict import Verdict, door_today, stated_goal, verdict_of
from site_builder.pages.door_ways import NOT_ASKED, fate_words, ways_of
from site_builder.pages.drafts import Draft, door_drafts
from site_builder.pages.page import Page, Ref, Sheaf, contact_address, door_address, href
from site_builder.pages.paste_lines import PasteLine, log_line
from site_builder.pages.picture import Picture
from site_builder.pages.refs import door_ref, intro_ref, person_ref, pursuit_name, work_and_place
from site_builder.pages.unpublished import door_ribbon, is_unpublished
from site_builder.pages.words import capital, day_near
from site_builder.pages.worth_lines import Worth, door_worth


class DoorPart(Struct, frozen=True):
    """Another door to the same person."""

    label: str
    """`Earlier door`, `Later door`, or that another pursuit is open as well."""
    door: Ref
    """The link to it, under its state; another pursuit's with its name before it."""


class Tried(Struct, frozen=True):
    """An introduction on this door."""

    introducer: Ref
    story: Ref
    """`introduced 28 Sep`, with the link to the introduction."""
    loop: str
    """Whether the introducer has heard how it went; empty where there is nothing to tell."""


class DoorView(Struct, frozen=True):
    """Everything a door's page shows."""

    target: Ref
    """Whom the door leads to, and which pursuit of them it is; the link to the person's page."""
    draft: str
    """What the page says on top where drafts are behind it; else nothing."""
    parts: tuple[DoorPart, ...]
    """The door before and the door after, where one was over and they were tried again."""
    who: str
    """Role, organisation and place."""
    goal: str
    verdict: Verdict
    picture: Picture | None
    candidates: Candidates | None
    """None where nobody else is needed and nobody else is known."""
    worth: Worth
    """What is worth finding out before anybody is asked."""
    drafts: tuple[Draft, ...]
    done: PasteLine | None
    """What the owner writes down once the move is made."""
    lanes: Lanes | None
    timeline: Timeline
    tried_title: str
    tried: tuple[Tried, ...]
    circles: tuple[CircleLine, ...]


def door_pages(insights: Insights) -> Sheaf:
    """Plan one page for every thread."""
    doors = insights.by_thread
    return Sheaf(doors, lambda name: door_page(insights, doors[name]), door_address)


def door_page(insights: Insights, door: Door) -> Page:
    """Plan the page of one thread."""
    target = insights.vault.people[door.thread.target]
    drafts = door_drafts(insights, door)
    tried = tuple(_tried(insights, door, spoke) for spoke in door.thread.spokes)
    view = DoorView(
        target=Ref(pursuit_name(insights.vault, door.thread), href(contact_address(target.id))),
        draft=door_ribbon(insights.vault, door),
        parts=door_parts(insights, door.thread),
        who=work_and_place(target),
        goal=stated_goal(door),
        verdict=verdict_of(insights, door, drafts),
        picture=picture_of(ways_of(insights, door), target.first_name),
        candidates=candidates_of(insights, door),
        worth=door_worth(insights, door),
        drafts=drafts,
        done=log_line(door, insights.today) if insights.vault.audience.is_private else None,
        lanes=lanes_of(insights, door),
        timeline=timeline_of(insights, door, today=capital(door_today(insights, door))),
        tried_title="Introducers tried"
        if any(one.story.text != NOT_ASKED for one in tried)
        else "Introducers",
        tried=tried,
        circles=circles_of(insights.vault, target),
    )
    return Page(door_address(door.thread.id), "door.html", view)


def _tried(insights: Insights, door: Door, spoke: Spoke) -> Tried:
    events = door.thread.events_of(spoke)
    thanked = [event for event in events if event.word == "thanked"]
    words = {event.word for event in events}
    untold = "no word from you since" if "passed" in words else ""
    if "introduced" in words:
        untold = "not thanked yet"
    return Tried(
        person_ref(insights.vault, spoke.introducer),
        intro_ref(spoke, fate_words(insights, door, spoke)),
        f"thanked {day_near(thanked[-1].date, insights.today)}" if thanked else untold,
    )


def door_parts(insights: Insights, thread: Thread) -> tuple[DoorPart, ...]:
    """Return the door just before, the one just after, and those of other pursuits still open."""
    return (*_same(insights, thread), *_others(insights, thread))


def _same(insights: Insights, thread: Thread) -> Iterator[DoorPart]:
    """Yield the nearest doors of the same pursuit; a name may belong to another one."""
    doors, pursuit = insights.by_thread, pursuit_of(thread)
    number = part_number(thread.id, thread.target, thread.spokes[0].intro.thread)
    earlier = (part_id(thread, one) for one in range(number - 1, 0, -1))
    later = takewhile(doors.__contains__, (part_id(thread, one) for one in count(number + 1)))
    for label, names in (("Earlier door", earlier), ("Later door", later)):
        found = (doors[name] for name in names if pursuit_of(doors[name].thread) == pursuit)
        for door in islice(found, 1):
            yield DoorPart(label, _ref(insights.vault, door))


def _others(insights: Insights, thread: Thread) -> Iterator[DoorPart]:
    """Yield the open doors of other pursuits, so that one message can serve both."""
    vault = insights.vault
    label = f"Another open door to {vault.called(thread.target)}"
    for other in insights.network.pursued.get(thread.target, ()):
        if pursuit_of(other) != pursuit_of(thread) and other.standing.state != "over":
            door, name = insights.by_thread[other.id], pursuit_name(vault, other)
            yield DoorPart(label, _ref(vault, door, f"{name}, "))


def _ref(vault: Vault, door: Door, name: str = "") -> Ref:
    words = f"{name}{door_badge(vault, door).words}"
    return door_ref(door.thread.id, words, draft=is_unpublished(vault, door))
