"""Who should not be asked now, and the first reason why (document 2.5, 2.8)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from site_builder.insights.asks import YEAR, AskRecord
from site_builder.insights.features import Network
from site_builder.insights.thread import Moment, State, Thread, Threads
from site_builder.insights.threads import ANSWERS, standing_no
from site_builder.insights.words import day, days, times
from site_builder.model.contact import Contact, ContactId
from site_builder.tables import FRESH, Tables

CLOSE_FRIEND = 4
"""From this closeness on, the yearly limit does not apply."""
PREFERS_NOT = "prefers not to be asked for introductions (ask: no)"
LEFT_ALONE: frozenset[State] = frozenset({"paused", "scheduled", "barred"})
"""Where my own door to somebody names the day before which I ask nothing of them."""


def opt_outs(
    threads: Threads, today: date, tables: Tables = FRESH
) -> Mapping[ContactId, date | None]:
    """Return when each target last said no to an introduction, where that binds today."""
    answers = tables.group("opted out", threads, _answers)
    return tables.each("opt-out", answers, lambda said: _opt_out(said, today))


def _answers(thread: Thread) -> Iterator[tuple[ContactId, Moment]]:
    said = (moment for moment in thread.moments if moment.event.word in ANSWERS)
    return ((thread.target, moment) for moment in said)


def _opt_out(answers: Iterable[Moment], today: date) -> date | None:
    no = standing_no(answers, today)
    return no.event.date if no else None


def objection(
    network: Network, person: Contact, target: ContactId, *, thread: Thread | None
) -> str:
    """Return why this person should not be asked, or nothing."""
    if thread is not None and person.id in thread.introducers:
        return f"already an introducer on this thread: {_how_it_went(thread, person.id)}"
    if person.ask == "no":
        return PREFERS_NOT
    if (declined := declined_on(network, target, thread)) is not None:
        return f"the target opted out on {day(declined)}; that binds everybody for 12 months"
    return over_asked(network, person)


def declined_on(network: Network, target: ContactId, thread: Thread | None) -> date | None:
    """Return when the target said no to this pursuit or to another, where that binds today."""
    barred = thread.standing.since if thread and thread.standing.state == "barred" else None
    return barred or network.opted_out.get(target)


def over_asked(network: Network, person: Contact) -> str:
    """Return why this person has been asked enough for now, or nothing."""
    limits, asks = network.vault.settings.ask, network.ledger.of(person.id)
    pending = [ask for ask in asks if ask.open]
    if pending and len(pending) >= limits.open:
        towards = network.vault.people[pending[-1].target].name
        return f"open ask: an introduction to {towards}, since {day(pending[-1].date)}"
    if asks and (network.today - asks[-1].date).days < limits.days:
        ago = f"asked fewer than {days(limits.days)} ago, on {day(asks[-1].date)}"
        return f"{ago}{_rest(network, person)}"
    return _asked_often(network, person, asks)


def _asked_often(network: Network, person: Contact, asks: Sequence[AskRecord]) -> str:
    if (person.closeness or 0) >= CLOSE_FRIEND:
        return ""
    recent = [ask for ask in asks if ask.date >= network.today - YEAR]
    if len(recent) < network.vault.settings.ask.year:
        return ""
    if not recent:
        return "nobody is to be asked: doorstep.toml has year = 0 in [ask]"
    since = f"{'first ' if len(recent) > 1 else ''}on {day(recent[0].date)}"
    return f"asked {times(len(recent))} in a year, {since}{_rest(network, person)}"


def _rest(network: Network, person: Contact) -> str:
    free = rests_until(network, person)
    return f"; let them rest until {day(free)}" if free else ""


def rests_until(network: Network, person: Contact) -> date | None:
    """Return the day from which the limits and my own door to them allow an ask, if not today.

    An open ask counts until it is past its limit, as nothing may come of it.
    """
    limits, asks = network.vault.settings.ask, network.ledger.of(person.id)
    days = [asks[-1].date + timedelta(days=limits.days)] if asks else []
    waits, most = sorted(ask.until for ask in asks if ask.open and ask.until), max(limits.open, 1)
    days += [waits[-most]] if len(waits) >= most else []
    if (person.closeness or 0) < CLOSE_FRIEND and len(asks) >= limits.year > 0:
        days.append(asks[-limits.year].date + YEAR + timedelta(days=1))
    own = [thread.standing for thread in network.pursued.get(person.id, ())]
    days += [door.until for door in own if door.state in LEFT_ALONE and door.until is not None]
    return max((when for when in days if when > network.today), default=None)


def free_on(network: Network, person: Contact, *, thread: Thread | None) -> date | None:
    """Return the first day on which somebody may be asked, if nothing comes; none if never.

    Of a target's no it knows nothing: that binds everybody.
    """
    limits, asks = network.vault.settings.ask, network.ledger.of(person.id)
    close = (person.closeness or 0) >= CLOSE_FRIEND
    used = thread is not None and person.id in thread.introducers
    endless = any(ask.open and ask.until is None for ask in asks)
    if used or person.ask == "no" or endless or not (close or limits.year):
        return None
    return rests_until(network, person) or network.today


def _how_it_went(thread: Thread, connector: ContactId) -> str:
    said = (("introduced", "introduced you"), ("passed", "passed"), ("asked", "asked"))
    for word, words in said:
        for moment in thread.moments:
            if moment.event.word == word and moment.spoke.introducer == connector:
                return f"{words} on {day(moment.event.date)}"
    return "chosen, not asked yet"
