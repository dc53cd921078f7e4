"""An introduction's page: one spoke with its facts, its events and the door it leads to."""

from collections.abc import Iterator

from msgspec import Struct

from site_builder.model.intro import Event
from site_builder.model.vault import Spoke
from site_builder.pages.contact_index import ContactIndex, Mention
from site_builder.pages.door_line import Badge
from site_builder.pages.door_timeline import WORDS, Who
from site_builder.pages.facts import Fact, Value, fact, texts
from site_builder.pages.long_list import Some, first
from site_builder.pages.page import Page, Ref, SafeHtml, Sheaf, href, intro_address
from site_builder.pages.prose import line_html, prose_html
from site_builder.pages.refs import person_ref, spoke_name
from site_builder.pages.spoke_line import event_words, spoke_badge
from site_builder.pages.tag_uses import all_tags, tag_ref
from site_builder.pages.unpublished import intro_ribbon
from site_builder.pages.words import day, day_near

EVENTS_SHOWN, MENTIONS_SHOWN = 100, 30
ROOT = "../"


class LogEvent(Struct, frozen=True):
    """One event of the introduction."""

    day: str
    iso: str
    who: Who
    text: str
    note: SafeHtml
    ahead: bool
    """Dated after today: it does not count yet."""


class IntroView(Struct, frozen=True, kw_only=True):
    """The view of an introduction."""

    title: str
    path: str
    draft: str
    """What the page says on top where a draft is behind it; else nothing."""
    goal: str
    why: str
    badge: Badge
    move: str
    """What to do now, or why there is nothing to do."""
    because: str
    door: Ref | None
    """The link to the door; a favour for somebody else has none."""
    facts: tuple[Fact, ...]
    events: Some[LogEvent]
    """The latest, oldest first."""
    mentions: Some[Mention]
    notes: SafeHtml
    tags: tuple[Ref, ...]
    more: tuple[tuple[str, tuple[str, ...]], ...]


def intro_pages(index: ContactIndex) -> Sheaf:
    """Plan a page for every introduction."""
    spokes = index.insights.vault.paths
    return Sheaf(
        spokes,
        lambda path: intro_page(spokes[path], index),
        lambda path: intro_address(spokes[path].intro.id),
    )


def intro_page(spoke: Spoke, index: ContactIndex) -> Page:
    """Plan one introduction's page."""
    vault = index.insights.vault
    address, intro = intro_address(spoke.intro.id), spoke.intro
    door = index.door_of.get(intro.id)
    view = IntroView(
        title=spoke_name(vault, spoke),
        path=intro.path,
        draft=intro_ribbon(vault, spoke),
        goal=intro.goal,
        why=intro.why,
        badge=spoke_badge(vault, spoke, door, today=index.insights.today),
        move=door.move if door else _no_door(index, spoke),
        because=door.because if door else "",
        door=Ref("Go to the door", door.line.door.href) if door else None,
        facts=tuple(one for one in _facts(index, spoke) if one.values),
        events=_events(index, spoke),
        mentions=first(index.mentions.get(href(address), ()), MENTIONS_SHOWN),
        notes=prose_html(intro.notes, index.links, root=ROOT),
        tags=tuple(map(tag_ref, all_tags(intro))),
        more=intro.more,
    )
    return Page(address, "intro.html", view)


def _facts(index: ContactIndex, spoke: Spoke) -> Iterator[Fact]:
    vault, intro = index.insights.vault, spoke.intro
    yield fact("Towards", Value(person_ref(vault, spoke.target)))
    yield fact("Introducer", Value(person_ref(vault, spoke.introducer)))
    if spoke.requester:
        yield fact("For", Value(person_ref(vault, spoke.requester)))
    yield texts("Channel", intro.channel)
    yield texts("Deadline", day(intro.deadline) if intro.deadline else "")
    if intro.next:
        yield fact("Next", Value(Ref(intro.next.text or "come back"), note=day(intro.next.date)))
    yield texts("Pursuit", intro.thread)
    yield texts("Without opt-in", intro.blind)
    yield texts("Shown to", *(name for name in intro.visibility if name != "private"))


def _events(index: ContactIndex, spoke: Spoke) -> Some[LogEvent]:
    events = spoke.intro.events
    latest = events[-EVENTS_SHOWN:]
    return Some(tuple(_event(index, spoke, one) for one in latest), len(events) - len(latest))


def _event(index: ContactIndex, spoke: Spoke, event: Event) -> LogEvent:
    return LogEvent(
        day_near(event.date, index.insights.today),
        event.date.isoformat(),
        WORDS[event.word][0],
        event_words(index.insights.vault, spoke, event),
        line_html(event.text, index.links, root=ROOT),
        event.date > index.insights.today,
    )


def _no_door(index: ContactIndex, spoke: Spoke) -> str:
    if spoke.intro.draft:
        return "A draft takes no part in your doors"
    names = index.insights.vault.names
    if not index.insights.vault.audience.shows("log"):
        return "What came of it is not shown here"
    wants = names.get(spoke.requester) if spoke.requester else None
    return f"Not your own door: for {wants.name}" if wants else "Not among your doors"
