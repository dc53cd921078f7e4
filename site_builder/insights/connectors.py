"""Each introducer of mine: what I asked, what came of it, what I owe, until when they rest."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from site_builder.insights.asks import RECENT
from site_builder.insights.eligibility import rests_until
from site_builder.insights.features import Network
from site_builder.insights.insight import Connector, Door
from site_builder.insights.moves import FEWEST_NUDGES, loop_closed
from site_builder.insights.needless import FORGOTTEN, needless
from site_builder.insights.standing import OWN_WORDS
from site_builder.insights.thread import Thread
from site_builder.model.contact import ContactId
from site_builder.model.intro import Event, IntroId
from site_builder.model.vault import Spoke
from site_builder.tables import FRESH, Tables

LOOP_WORDS = frozenset({"agreed", "opt-in-asked", "opted-out", "introduced", "passed"})
"""What an introducer did and deserves to hear back about."""
TELLS_NOTHING = OWN_WORDS | {"passed", "thanked"}
"""What does not show that a pursuit goes on with somebody else."""
ENDED = frozenset({"over", "met", "passed", "barred"})


def connectors_of(
    network: Network, doors: Mapping[str, Door], tables: Tables = FRESH
) -> Mapping[ContactId, Connector]:
    """Return everybody whom I ever asked, most recently asked first."""
    owed = tables.group("owed", doors, lambda door: _owed(door, network))
    asks = network.ledger.asks
    connectors = tables.derive(
        "connectors", asks, lambda who: _connector(who, network, owed=owed.get(who, ()))
    )
    return tables.sort(
        "connectors by day", connectors, lambda who: (-asks[who][-1].date.toordinal(), who)
    )


def _connector(who: ContactId, network: Network, *, owed: Sequence[IntroId]) -> Connector:
    ledger = network.ledger
    asks = ledger.of(who)
    return Connector(
        contact=who,
        asked=len(asks),
        agreed=ledger.answers(who, "yes"),
        passed=ledger.answers(who, "no"),
        ignored=ledger.answers(who, "ignored"),
        answered=sum(ask.opened is True for ask in asks),
        open_asks=ledger.open(who),
        recent_asks=ledger.since(who, RECENT),
        load=ledger.load(who, network.vault.settings.score),
        rest_until=rests_until(network, network.vault.people[who]),
        owed=tuple(owed),
    )


def _owed(door: Door, network: Network) -> Iterator[tuple[ContactId, IntroId]]:
    """Yield spokes whose introducer was never told how it went, once there is something to tell.

    That is once they passed, the thread has ended or gone on with somebody else, or as soon as it
    has to, and once more where the meeting came after the thanks. Who has the ask before them still
    has nothing to hear, but that there is no need.
    """
    thread = door.thread
    closing, not_told = _closing(door), _not_told_of_meeting(thread, network.today)
    needed_no_more = {one.intro.path for one in needless(thread, door.move.name, network.today)}
    last = {m.spoke.intro.path: at for at, m in enumerate(thread.moments)}
    going_on = [at for at, m in enumerate(thread.moments) if m.event.word not in TELLS_NOTHING]
    for spoke in thread.spokes:
        who, path, events = spoke.introducer, spoke.intro.path, thread.events_of(spoke)
        if not events:
            continue
        did = [place for place, event in enumerate(events) if event.word in LOOP_WORDS]
        told = did and any(event.word == "thanked" for event in events[did[-1] :])
        gone_on = last[path] < going_on[-1] if going_on else False
        ended = thread.standing.state in ENDED or gone_on or _passed(events)
        due = did and not told and ended and not _at_work(who, path, network)
        due = due or (who in not_told and "introduced" in {event.word for event in events})
        if due or path in needed_no_more or (closing and closing.intro.path == path):
            yield who, spoke.intro.id


def _closing(door: Door) -> Spoke | None:
    """Return the introduction that brought no answer, whose introducer is to hear of it now.

    That is before somebody else is asked, and before the door is left to rest.
    """
    last, paused = door.thread.introduced, door.thread.standing.state == "paused"
    if last is None or door.move.name == "close-loop":
        return last
    at_rest = door.move.name == "park" or (paused and door.stall.nudges >= FEWEST_NUDGES)
    return last if at_rest and not loop_closed(door.thread, door.stall, last) else None


def _not_told_of_meeting(thread: Thread, today: date) -> set[ContactId]:
    """Return who introduced me before a meeting of late, and was thanked before it alone.

    They are told once the thread is over: thanks before that would be those for the meeting.
    """
    met = [at for at, one in enumerate(thread.moments) if one.event.word == "met"]
    if not met or thread.standing.state != "over":
        return set()
    before, since = thread.moments[: met[-1]], thread.moments[met[-1] :]
    if since[0].event.date < today - FORGOTTEN:
        return set()
    told = {one.spoke.introducer for one in since if one.event.word == "thanked"}
    return {one.spoke.introducer for one in before if one.event.word == "introduced"} - told


def _passed(events: Sequence[Event]) -> bool:
    return [event.word for event in events if event.word != "thanked"][-1:] == ["passed"]


def _at_work(who: ContactId, path: str, network: Network) -> bool:
    return any(ask.open and ask.path == path for ask in network.ledger.of(who))
