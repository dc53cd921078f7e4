"""Which words a door needs, in the order in which they are needed."""

from collections.abc import Iterator

from msgspec import Struct, field

from site_builder.insights.allocation import LISTED
from site_builder.insights.candidate import NOTHING_ALLOTTED, Candidate
from site_builder.insights.insight import Door, Insights
from site_builder.insights.needless import needless, told_already
from site_builder.insights.own_door import nearest
from site_builder.insights.stall import SECOND_DOOR_MOVES, TO_TARGET, MoveName
from site_builder.insights.standing import INTRODUCER_SIDE
from site_builder.model.contact import ContactId
from site_builder.model.vault import Spoke, Vault
from site_builder.pages.draft_facts import Facts, facts_before, facts_of, is_needless

PREPARED = 3
"""For so many of the suggested people words are prepared."""

TO_INTRODUCER: dict[MoveName, str] = {
    "ask": "ask-first-intro",
    "remind-introducer": "remind-introducer",
    "close-loop": "close-loop",
    "thank": "thank-you",
}
HEADINGS = {
    "ask-first-intro": "Ask {to} for an introduction",
    "ask-second": "Ask {to} for a second introduction",
    "close-loop": "Tell {to} how it went",
    "let-go": "Tell {to} that there is no need any more",
    "interrupt": "Two lines to {to}, another way",
    "nudge": "Nudge {to}",
    "pick-up": "Pick up the introduction",
    "probe": "Ask {to} how well they know {target}",
    "remind-introducer": "Remind {to}",
    "reply": "Answer {to}",
    "thank-you": "Thank {to}",
}
"""Every draft there is, with its heading."""

FORWARDED = frozenset({"ask-second", "ask-first-intro", "remind-introducer"})
"""Drafts in two parts: a private note, and what stands on its own to be forwarded."""


class Draft(Struct, frozen=True, kw_only=True):
    """Words to be composed: a template's name and what it may say."""

    name: str
    """`ask-second`: the template is `drafts/ask-second.md`."""
    heading: str
    titles: tuple[str, ...] = ("",)
    """What each part is, in order."""
    to: str = ""
    """Address for the mail program; empty lets the user choose."""
    bcc: str = ""
    called: str = ""
    """What headings and buttons call them who get it, told from others of that first name."""
    facts: Facts = field(default_factory=Facts)

    @property
    def template(self) -> str:
        """The template's name."""
        return f"drafts/{self.name}.md"


def door_drafts(insights: Insights, door: Door) -> tuple[Draft, ...]:
    """Return the words for the door's move; the first is what the move is about."""
    return tuple(_drafts(insights, door)) if insights.vault.audience.shows("drafts") else ()


def candidate_draft(insights: Insights, door: Door, candidate: Candidate) -> Draft:
    """Return the words to a suggested person: ask how well they know the target, or ask for it."""
    introduced = door.thread.introduced
    name = "probe" if candidate.ask_first else "ask-second" if introduced else "ask-first-intro"
    spoke = introduced or door.thread.spokes[-1]
    return _draft(insights, door, candidate.contact, spoke=spoke, name=name)


def chosen_draft(insights: Insights, door: Door, spoke: Spoke) -> Draft:
    """Return the words to whom I have chosen as the next, and know well enough to choose."""
    introduced = door.thread.introduced
    name = "ask-second" if introduced else "ask-first-intro"
    return _draft(insights, door, spoke.introducer, spoke=introduced or spoke, name=name)


def first_draft(vault: Vault, target: ContactId, candidate: Candidate) -> Draft:
    """Return the words to a suggested person where no introduction to the target is under way."""
    name = "probe" if candidate.ask_first else "ask-first-intro"
    to = candidate.contact
    return _letter(vault, to, name=name, facts=facts_before(vault, to, target))


def loop_draft(insights: Insights, door: Door, spoke: Spoke) -> Draft:
    """Return the words that tell an introducer of this door how it went: well, or not.

    Whoever may still ask hears that there is no need any more.
    """
    if is_needless(insights, door, spoke):
        return _draft(insights, door, spoke.introducer, spoke=spoke, name="let-go")
    words = {one.event.word for one in door.thread.moments}
    own = {event.word for event in door.thread.events_of(spoke)}
    well = "met" in words or outcome_of(door) == "won"
    name = "thank-you" if "met" in own or (well and "introduced" in own) else "close-loop"
    return _draft(insights, door, spoke.introducer, spoke=spoke, name=name)


def free_candidates(insights: Insights, door: Door) -> tuple[Candidate, ...]:
    """Return the people to ask whom no other door asks, the first of them first.

    Of the others only those to whom no door of mine is open: for them something else comes first.
    """
    first = door.allotment.first
    if first is None:
        return ()
    share = door.allotment
    taken = {first.contact, *share.peace, *share.awaited, *(one.contact for one in share.kept)}
    pursued = insights.network.pursued
    others = (one for one in door.suggestion.suggested[:LISTED] if one.contact not in taken)
    return (first, *(one for one in others if not nearest(pursued.get(one.contact, ()))))


def must_wait(door: Door) -> bool:
    """Tell whether the introducer I meant to ask is asked elsewhere, or has been asked enough."""
    return door.move.name == "ask" and door.allotment != NOTHING_ALLOTTED


def outcome_of(door: Door) -> str:
    """Return how a closed door ended: `won`, `lost` or `withdrawn`; nothing of others."""
    given = door.thread.standing.given_by
    if door.open or given is None or given.event.word != "closed":
        return ""
    return given.event.text.split(" ", 1)[0].rstrip(",.;:")


def _drafts(insights: Insights, door: Door) -> Iterator[Draft]:
    move, target, spoke = door.move.name, door.thread.target, door.thread.present
    introduced = door.thread.introduced or spoke
    if move in TO_TARGET:
        yield _draft(insights, door, target, spoke=introduced, name=move)
    if move == "answer":
        name = "pick-up" if door.thread.standing.state == "introduced" else "reply"
        yield _draft(insights, door, target, spoke=spoke, name=name)
    if move in TO_INTRODUCER and not must_wait(door):
        made = introduced if move == "close-loop" else spoke
        yield _draft(insights, door, made.introducer, spoke=made, name=TO_INTRODUCER[move])
    for one in needless(door.thread, move, insights.today):
        yield _draft(insights, door, one.introducer, spoke=one, name="let-go")
    if move in SECOND_DOOR_MOVES:
        free, chosen = free_candidates(insights, door)[:PREPARED], door.allotment.next_one
        if chosen is not None:
            yield chosen_draft(insights, door, chosen)
        for candidate in free:
            yield candidate_draft(insights, door, candidate)
        known = chosen or (free and not free[0].ask_first)
        silent = door.thread.standing.state in INTRODUCER_SIDE
        if known and silent and not told_already(door.thread):
            yield _draft(insights, door, spoke.introducer, spoke=spoke, name="let-go")


def _draft(insights: Insights, door: Door, to: ContactId, *, spoke: Spoke, name: str) -> Draft:
    facts = facts_of(insights, door, to, spoke=spoke)
    introducer = insights.vault.people[spoke.introducer]
    bcc = next(iter(introducer.email), "") if name == "pick-up" else ""
    return _letter(insights.vault, to, name=name, facts=facts, bcc=bcc)


def _letter(vault: Vault, to: ContactId, *, name: str, facts: Facts, bcc: str = "") -> Draft:
    called = vault.called(to)
    private = (f"Private note to {called}", f"For {called} to forward")
    return Draft(
        name=name,
        heading=HEADINGS[name].format(to=called, target=facts.target_first),
        titles=private if name in FORWARDED else (f"To {called}",),
        to=next(iter(vault.people[to].email), ""),
        bcc=bcc,
        called=called,
        facts=facts,
    )
