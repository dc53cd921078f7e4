"""The first page: what needs a move today, my own debts before anything else."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from msgspec import Struct

from site_builder.insights.insight import Door, Insights
from site_builder.insights.stall import IDLE_MOVES
from site_builder.insights.words import spelled
from site_builder.pages.feeds import FeedLink, feed_links
from site_builder.pages.long_list import Some, first_lines
from site_builder.pages.page import Page, Ref
from site_builder.pages.today_lists import SHOWN, Due, TodayLists, today_lists
from site_builder.pages.today_rows import (
    Row,
    coming_row,
    loop_row,
    overdue_row,
)
from site_builder.pages.words import capital, day_long, weekday
from site_builder.pages.worth_lines import Worth

DOORS = Ref("list of doors", "threads/index.html")
CONTACTS = Ref("list of contacts", "contacts/index.html")
CONNECTORS = Ref("list of connectors", "connectors.html")

Item = TypeVar("Item")
CONTACT = """---
name: Tara Lindqvist
org: Northwind
closeness: 2
---

Runs the platform group.
"""
INTRODUCER = """---
name: {name}
closeness: 4
knows:
  - {target} 4
---
"""
INTRO = """---
target: {target}
introducer: {introducer}
goal: Thirty minutes on one question
---

## Log

- {day} asked: over lunch
"""


class Section(Struct, frozen=True):
    """Rows under one heading."""

    id: str
    title: str
    note: str
    rows: Some[Row]
    whole: Ref
    """The list in which the rest is."""
    plain: bool = False
    """There is nothing to press."""


class Figure(Struct, frozen=True):
    """One count of the strip under the headline, with the section it speaks of."""

    count: int
    words: str
    section: str


class Example(Struct, frozen=True):
    """A file to write, where there is nothing to show yet."""

    headline: str
    words: str
    path: str
    text: str


class TodayView(Struct, frozen=True):
    """Everything the first page shows."""

    day: str
    headline: str
    sentence: str
    figures: tuple[Figure, ...]
    sections: tuple[Section, ...]
    worth: Worth
    feeds: tuple[FeedLink, ...]
    example: Example | None


def today_page(insights: Insights, looked: Callable[[], TodayLists] | None = None) -> Page:
    """Plan `index.html`; what it lists may have been looked for before."""
    lists = (looked or today_lists(insights))()
    mine, quiet = lists.mine, lists.quiet
    example = first_file(insights)
    view = TodayView(
        f"{weekday(insights.today)}, {day_long(insights.today)}",
        example.headline if example else _headline(len(mine) + len(quiet)),
        _sentence(len(mine), quiet),
        () if example else _figures(lists),
        tuple(filter(lambda section: section.rows, _sections(insights, lists))),
        lists.worth,
        feed_links(insights.vault.settings.feeds),
        example,
    )
    return Page("index.html", "today.html", view)


def needs_move(door: Door) -> bool:
    """Tell whether there is something to do for a door today."""
    return door.move.name not in IDLE_MOVES


def _sections(insights: Insights, lists: TodayLists) -> tuple[Section, ...]:
    def some(items: Sequence[Item], row: Callable[[Insights, Item], Row]) -> Some[Row]:
        return first_lines(items, SHOWN, line=lambda item: row(insights, item))

    def moves(due: Sequence[Due]) -> Some[Row]:
        return first_lines(due, SHOWN, line=lambda one: lists.moves[one[0]])

    sections = (
        ("mine", "Yours first", "you owe the next word", moves(lists.mine), DOORS),
        (
            "quiet",
            "Gone quiet",
            "the most considerate move, longest overdue first",
            moves(lists.quiet),
            DOORS,
        ),
        ("coming", "Coming up", "", some(lists.ahead, coming_row), DOORS),
        (
            "loops",
            "Loops to close",
            "they have not heard from you since",
            some(lists.loops, loop_row),
            CONNECTORS,
        ),
        ("losing", "Losing touch", "", some(lists.overdue, overdue_row), CONTACTS),
    )
    return tuple(Section(*one, plain=one[0] == "coming") for one in sections)


def _figures(lists: TodayLists) -> tuple[Figure, ...]:
    near = sum(entry.kind == "stall" for _, entry in lists.ahead)
    meetings = sum(entry.kind == "meeting" for _, entry in lists.ahead)
    return (
        Figure(len(lists.mine), "yours to answer", "mine"),
        Figure(len(lists.quiet), "gone quiet", "quiet"),
        Figure(near, "more will stall this week", "coming"),
        Figure(meetings, "meeting ahead" if meetings == 1 else "meetings ahead", "coming"),
    )


def _headline(due: int) -> str:
    if due == 0:
        return "Nothing needs a move today"
    return f"{capital(spelled(due))} {'door needs' if due == 1 else 'doors need'} a move"


def _sentence(mine: int, quiet: Sequence[Due]) -> str:
    said = []
    if mine:
        said.append(f"{capital(spelled(mine))} {'is' if mine == 1 else 'are'} yours to answer.")
    if quiet:
        helped = sum(helpful for _, helpful in quiet)
        could = f"; somebody else could open {_which(helped, len(quiet))}" if helped else ""
        has = "has" if len(quiet) == 1 else "have"
        said.append(f"{capital(spelled(len(quiet)))} {has} gone quiet{could}.")
    return " ".join(said)


def _which(some: int, number: int) -> str:
    """Return so many of all: `it`, `both`, `all of them`, `two of them`."""
    if some < number:
        return f"{spelled(some)} of them"
    return {1: "it", 2: "both"}.get(number, "all of them")


def first_file(insights: Insights) -> Example | None:
    """Return what to write where there are no people, or no introductions, yet."""
    if insights.doors or not insights.vault.audience.is_private:
        return None
    people = [person.id for person in insights.vault.people.values() if not person.me]
    if not people:
        words = "Begin with the people you know: one file each, in the folder `contacts`. "
        words += "Your address book makes many at once: `build import vcard FILE`."
        return Example("Nothing on record yet", words, "contacts/tara-lindqvist.md", CONTACT)
    headline, day = "No introduction on record yet", insights.today.isoformat()
    target, *others = people
    if not others:
        name = "Sam Okafor" if target != "sam-okafor" else "Ben Ito"
        words = "Now somebody who could introduce you: one more file in the folder `contacts`."
        path = f"contacts/{name.lower().replace(' ', '-')}.md"
        return Example(headline, words, path, INTRODUCER.format(name=name, target=target))
    introducer = others[0]
    words = "Now write down an introduction you asked for: one file each, in the folder `intros`."
    text = INTRO.format(target=target, introducer=introducer, day=day)
    return Example(headline, words, f"intros/{day}-{target}-via-{introducer}.md", text)
