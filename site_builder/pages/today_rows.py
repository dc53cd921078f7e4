"""The rows of the first page: one line each, with a sentence and a button for what to do."""

from msgspec import Struct

from site_builder.insights.agenda import Entry, Kind
from site_builder.insights.insight import Door, Insights
from site_builder.insights.own_door import comes_first, nearest
from site_builder.model.contact import Contact, ContactId
from site_builder.model.vault import Spoke
from site_builder.pages.door_line import STALLED, Badge, full_door_ref
from site_builder.pages.door_verdict import move_label, stated_goal
from site_builder.pages.door_ways import tie_reason
from site_builder.pages.draft_facts import is_needless
from site_builder.pages.drafts import FORWARDED, Draft, door_drafts, loop_draft
from site_builder.pages.facts import mail_link
from site_builder.pages.one_ask import kept_note, nobody_note
from site_builder.pages.page import Ref, contact_address, door_address, href
from site_builder.pages.prose import line_words
from site_builder.pages.refs import person_ref
from site_builder.pages.words import NO_BREAK, day_near, days, sentence, span, weekday

ON_THE_PAGE = FORWARDED | {"interrupt"}
"""Words that one mail does not do: those in two parts, and those for another channel than mail."""
PLANNED: dict[Kind, str] = {
    "meeting": "Meeting",
    "pause": "The pause ends",
    "step": "Planned",
    "deadline": "Deadline",
}

Planned = tuple[Door, Entry]
Loop = tuple[Door, Spoke]


class Act(Struct, frozen=True):
    """A button: it leads to a page, to an empty mail or to the words of a draft."""

    text: str
    href: str = ""
    """A page of the site, relative to its root."""
    mail: str = ""
    draft: Draft | None = None


def door_act(insights: Insights, door: Door) -> Act:
    """Return what to do at a door: a mail where one mail does it and the address is known.

    All other words are on the door's page, with their copy buttons.
    """
    drafts = door_drafts(insights, door)
    if not drafts:
        return Act(move_label(door), href(door_address(door.thread.id)))
    first = drafts[0]
    if first.to and first.name not in ON_THE_PAGE:
        return Act(f"Mail {first.called}", draft=first)
    page = href(door_address(door.thread.id))
    return Act(f"Words for {first.called}", f"{page}#words")


def loop_act(insights: Insights, door: Door, spoke: Spoke) -> Act:
    """Return the mail that tells an introducer how it went; without an address, to be filled in."""
    draft = loop_draft(insights, door, spoke)
    return Act(f"{'Mail' if draft.to else 'Write to'} {draft.called}", draft=draft)


def person_act(person: Contact) -> Act:
    """Return the way to somebody: a mail, else their page."""
    for address in person.email:
        if mail := mail_link(address):
            return Act(f"Mail {person.first_name}", mail=mail)
    return Act("Open page", href(contact_address(person.id)))


class Row(Struct, frozen=True):
    """One line: whom it is about, what to do, how long it has been."""

    name: Ref
    text: str
    badge: Badge
    act: Act | None
    person: Ref | None = None
    """Who comes first, where somebody else is to be asked."""
    person_note: str = ""
    """What makes them the one: `knows Tara: good contact, same crew`; and what comes first."""
    after: str = ""
    """Why nobody is named, or somebody less well placed."""


def move_row(insights: Insights, door: Door) -> Row:
    """Return the row of a door that needs a move."""
    first, chosen = door.allotment.first, door.allotment.next_one
    who = first.contact if first else chosen.introducer if chosen else None
    return Row(
        full_door_ref(insights.vault, door),
        door.move.because,
        _silence(door),
        door_act(insights, door),
        person_ref(insights.vault, who) if who else None,
        _help(insights, door, who, ask_first=first is not None and first.ask_first) if who else "",
        kept_note(insights, door) or nobody_note(door),
    )


def _help(insights: Insights, door: Door, who: ContactId, *, ask_first: bool) -> str:
    """Return why it is this person, as their tie to the target is written down, and when to ask."""
    vault, target = insights.vault, door.thread.target
    reason = "first: ask how well they know each other"
    if not ask_first:
        reason = f"knows {vault.called(target)}: {tie_reason(insights, who, target)}"
    if door.allotment.chosen and vault.tie(who, target) is None:
        reason = "is your own choice"
    own = nearest(insights.network.pursued.get(who, ()))
    told = (comes_first(thread, vault.called(who)) for thread in own)
    return " ".join([f"{reason}.", *told]).removesuffix(".")


def coming_row(insights: Insights, planned: Planned) -> Row:
    """Return the row of a day ahead."""
    door, entry = planned
    meets = entry.kind == "meeting"
    label = f"{weekday(entry.date)[:3]} {day_near(entry.date, insights.today)}"
    badge = Badge("good" if meets else "", "◆" if meets else "", label)
    text = line_words(coming_words(door, entry), insights.vault)
    return Row(full_door_ref(insights.vault, door), text, badge, None)


def coming_words(door: Door, entry: Entry) -> str:
    """Return what a day ahead brings, in a sentence."""
    if entry.kind == "stall":
        silent = days(door.stall.silent_days or 0)
        return f"Stalls if nothing happens: {silent} silent, {door.stall.limit_because}."
    text = stated_goal(door) if entry.kind == "deadline" else entry.text
    words = PLANNED[entry.kind]
    return sentence(f"{words}: {text}" if text else words)


def loop_row(insights: Insights, loop: Loop) -> Row:
    """Return the row of somebody who deserves to hear how it went."""
    door, spoke = loop
    target = insights.vault.names[spoke.target].name
    words = {event.word for event in door.thread.events_of(spoke)}
    met = any(one.event.word == "met" for one in door.thread.moments) and "thanked" in words
    text = f"Does not know yet {'that you met' if met else 'how it went with'} {target}."
    if is_needless(insights, door, spoke):
        text = f"May still ask {target}: tell them that there is no need any more."
    elif "passed" in words:
        text = f"Did not introduce you to {target}: tell them that this is all right."
    elif "opted-out" in words and "introduced" not in words:
        text = f"Asked {target} for you and heard a no: tell them that this is all right."
    name = person_ref(insights.vault, spoke.introducer)
    return Row(name, text, Badge("", "", ""), loop_act(insights, door, spoke))


def overdue_row(insights: Insights, person: Contact) -> Row:
    """Return the row of somebody one is losing touch with."""
    assert person.cadence is not None
    last = insights.last_contact.get(person.id)
    text = f"You wanted to be in touch every {person.cadence.words.removeprefix('1 ')}."
    ago = f"{span((insights.today - last).days)}{NO_BREAK}ago" if last else "never yet"
    name = person_ref(insights.vault, person.id)
    return Row(name, text, Badge("", "", ago), person_act(person))


def _silence(door: Door) -> Badge:
    silent = door.stall.silent_days
    words = "" if silent is None else days(silent) if silent else "today"
    return Badge("stalled", STALLED, words) if door.stall.stalled else Badge("", "", words)
