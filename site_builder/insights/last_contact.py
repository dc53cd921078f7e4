"""When I last had a real exchange with each person, by any record."""

from collections.abc import Iterator, Mapping
from datetime import date

from site_builder.insights.standing import OWN_WORDS
from site_builder.insights.thread import Thread, Threads
from site_builder.model.contact import Contact, ContactId
from site_builder.model.vault import Vault
from site_builder.tables import FRESH, Tables

BY_INTRODUCER = frozenset({"agreed", "passed", "opt-in-asked", "introduced"})


def last_contacts(
    vault: Vault, threads: Threads, today: date, tables: Tables = FRESH
) -> Mapping[ContactId, date | None]:
    """Return the latest of `last_contact`, log lines and events they took part in, up to today.

    None where there was no contact at all.
    """
    people = vault.records
    own = tables.each("own contact", people, lambda person: _own(person, today))
    logged = tables.group("logged contact", threads, _events)
    return tables.derive(
        "last contact",
        people,
        lambda who: max((*own[who], *logged.get(who, ())), default=None),
    )


def _own(person: Contact, today: date) -> tuple[date, ...]:
    """Return what the person's own file says."""
    stated = [person.last_contact] if person.last_contact else []
    dates = [when for when in (*stated, *(line.date for line in person.log)) if when <= today]
    return (max(dates),) if dates else ()


def _events(thread: Thread) -> Iterator[tuple[ContactId, date]]:
    for moment in thread.moments:
        if moment.event.word in BY_INTRODUCER:
            yield moment.spoke.introducer, moment.event.date
        elif moment.event.word in OWN_WORDS:
            yield thread.target, moment.event.date
