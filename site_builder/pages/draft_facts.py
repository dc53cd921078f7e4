"""What is on record for a letter: an unknown fact is empty, nothing is guessed."""

from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from site_builder.insights.asides import due_step, ended_pause
from site_builder.insights.chosen import welcome
from site_builder.insights.insight import Door, Insights
from site_builder.insights.needless import ENDED, OPEN, needless
from site_builder.insights.standing import OWN_WORDS
from site_builder.insights.thread import State
from site_builder.insights.words import unstopped
from site_builder.model.contact import Contact, ContactId
from site_builder.model.intro import TOUCHES, Event
from site_builder.model.vault import Circle, Spoke, Vault
from site_builder.pages.words import day_long, month

ANSWERED: frozenset[State] = OPEN | {"unconfirmed"}
"""States in which the latest word is the target's, or a day that was set with them."""
GOING: frozenset[State] = frozenset({"talking", "scheduling"})
"""States in which the target has answered, and I wait once more."""
LATE = 7
"""Days after which an answer of mine asks to be forgiven."""


class Facts(Struct, frozen=True, kw_only=True):
    """What a draft may say; drafts see it as `fact`."""

    me: str = ""
    my_first: str = ""
    my_role: str = ""
    my_org: str = ""
    to: str = ""
    """Who gets the letter."""
    to_first: str = ""
    target: str = ""
    target_first: str = ""
    target_org: str = ""
    introducer: str = ""
    """Whose introduction the letter speaks of."""
    introducer_first: str = ""
    goal: str = ""
    why: str = ""
    asked_on: str = ""
    agreed: bool = False
    opt_in_asked: bool = False
    """The introducer asked the target whether an introduction is welcome."""
    opted_in: bool = False
    opted_out: bool = False
    welcome_through: str = ""
    """Who asked the target, where an introduction is welcome and was never made: a first name."""
    introduced_on: str = ""
    introduced_in: str = ""
    """The month: `September`."""
    acquainted: bool = False
    """The target's file says how close we are: we have met."""
    late: bool = False
    """My own word has been due for a week or more, and no pause or plan was the reason."""
    wrote_before: bool = False
    """I wrote to the target before this introduction."""
    interrupted: bool = False
    """I have tried another way before, in these words perhaps."""
    wrote_on: str = ""
    """My latest message to the target."""
    replied_on: str = ""
    """The target's latest answer since the introduction: a word, a day that was set, a meeting."""
    met_since: bool = False
    """That answer was our meeting."""
    declined: bool = False
    """The target would rather not."""
    quiet: bool = True
    """Nothing shows that we are talking: no answer that is mine to give, no day, no fresh word."""
    met_on: str = ""
    asked_others: bool = False
    """Somebody else has been asked since this introduction."""
    in_touch: bool = False
    """The target has answered or met me since this introduction was begun: it is not needed."""
    resting: bool = False
    """The door is left to rest for a while: nobody else is asked now."""
    over: bool = False
    """The pursuit has ended: it was closed, or the target would rather not."""
    outcome: str = ""
    """What was noted when the thread was closed or the meeting held."""
    knows: bool = False
    """The recipient's own file says that they know the target, not by hearsay."""
    circle: str = ""
    """A circle that recipient and target both belong to."""


def facts_of(insights: Insights, door: Door, to: ContactId, *, spoke: Spoke) -> Facts:
    """Gather what a letter to `to` about a door may say; `spoke` is the introduction spoken of."""
    today, introducer = insights.today, insights.vault.people[spoke.introducer]
    introduced = _latest(door, "introduced", spoke=spoke)
    met = _latest(door, "met")
    answer = _latest(door, *OWN_WORDS, after=introduced)
    words = {event.word for event in door.thread.events_of(spoke)}
    yes = welcome(door.thread.moments, today)
    return replace(
        facts_before(insights.vault, to, door.thread.target),
        introducer=introducer.name,
        introducer_first=introducer.first_name,
        goal=_stated(door, spoke, "goal"),
        why=_stated(door, spoke, "why"),
        asked_on=_on(_latest(door, "asked", spoke=spoke), today),
        agreed="agreed" in words,
        opt_in_asked=bool(words & {"opt-in-asked", "opted-in", "opted-out"}),
        opted_in="opted-in" in words,
        opted_out="opted-out" in words,
        welcome_through=insights.vault.called(yes.spoke.introducer) if yes else "",
        introduced_on=_on(introduced, today),
        introduced_in=month(introduced.date, today) if introduced else "",
        late=_late(door, today),
        wrote_before=introduced is not None and _wrote_before(door, introduced),
        interrupted=_latest(door, "interrupted") is not None,
        wrote_on=_on(_latest(door, *TOUCHES), today),
        replied_on=_on(answer, today),
        met_since=answer is not None and answer.word == "met",
        declined=door.thread.standing.state == "barred",
        quiet=not _talking(door),
        met_on=_on(met, today),
        asked_others=introduced is not None and _asked_others(door, spoke, since=introduced.date),
        in_touch=is_needless(insights, door, spoke),
        resting=door.move.name == "park" or door.thread.standing.state == "paused",
        over=door.thread.standing.state in ENDED,
        outcome=unstopped(met.text) if met else "",
    )


def facts_before(vault: Vault, to: ContactId, about: ContactId) -> Facts:
    """Gather what a letter about somebody may say of us three before anybody has been asked."""
    recipient, target = vault.people[to], vault.people[about]
    me = vault.people[vault.me] if vault.me else None
    tie = vault.ties.get(to, {}).get(about)
    return Facts(
        me=me.name if me else "",
        my_first=me.given_name if me else "",
        my_role=me.role if me else "",
        my_org=me.org if me else "",
        to=recipient.name,
        to_first=recipient.given_name,
        target=target.name,
        target_first=target.first_name,
        target_org=target.org,
        acquainted=target.closeness is not None,
        knows=tie is not None and not tie.hearsay,
        circle=shared_circle(vault, recipient, target),
    )


def is_needless(insights: Insights, door: Door, spoke: Spoke) -> bool:
    """Tell whether an introduction may still be made, though there is no need any more."""
    return spoke in needless(door.thread, door.move.name, insights.today)


def _stated(door: Door, spoke: Spoke, key: str) -> str:
    """Return the spoke's own wording, else the newest of the other spokes."""
    texts: list[str] = [getattr(one.intro, key) for one in (spoke, *reversed(door.thread.spokes))]
    return next((unstopped(text) for text in texts if text), "")


def _latest(
    door: Door, *words: str, spoke: Spoke | None = None, after: Event | None = None
) -> Event | None:
    """Return the last event of these kinds, of one spoke or of all."""
    for moment in reversed(door.thread.moments):
        if moment.event is after:
            return None
        if moment.event.word in words and spoke in (None, moment.spoke):
            return moment.event
    return None


def _asked_others(door: Door, spoke: Spoke, *, since: date) -> bool:
    return any(
        moment.event.word == "asked"
        and moment.event.date > since
        and moment.spoke.introducer != spoke.introducer
        for moment in door.thread.moments
    )


def _talking(door: Door) -> bool:
    state = door.thread.standing.state
    return state in ANSWERED or (state in GOING and door.move.name == "wait")


def _late(door: Door, today: date) -> bool:
    rested = ended_pause(door.thread) or due_step(door.thread, today)
    silent = door.stall.silent_days or 0
    return door.thread.turn == "me" and silent >= LATE and not rested


def _wrote_before(door: Door, introduced: Event) -> bool:
    events = [moment.event for moment in door.thread.moments]
    return any(event.word in TOUCHES for event in events[: events.index(introduced)])


def _on(event: Event | None, today: date) -> str:
    """Return `28 September`, with the year where it is not this one."""
    if event is None:
        return ""
    return day_long(event.date).removesuffix(f" {today.year}")


def shared_circle(vault: Vault, one: Contact, other: Contact) -> str:
    """Return the name of the most telling circle that both belong to, never of a sensitive kind."""
    circle = closest_circle(vault, one, other)
    return circle.name if circle else ""


def closest_circle(vault: Vault, one: Contact, other: Contact) -> Circle | None:
    """Return the most telling circle that both belong to, never of a sensitive kind."""
    kinds = vault.settings.kinds
    theirs = {membership.group for membership in other.groups}
    shared = [
        (-kinds[membership.kind].salience, membership.group)
        for membership in one.groups
        if membership.group in theirs
        and membership.kind in kinds
        and not kinds[membership.kind].sensitive
    ]
    return vault.circles[min(shared)[1]] if shared else None
