"""When I last had a real exchange with each person, by any record."""

from collections.abc import Iterable, Mapping
from datetime import date

from site_builder.insights.thread import Thread
from site_builder.model.contact import ContactId
from site_builder.model.vault import Vault

BY_INTRODUCER = frozenset({"agreed", "passed", "opt-in-asked", "introduced"})
BY_TARGET = frozenset({"replied", "scheduled", "met"})


def last_contacts(vault: Vault, threads: Iterable[Thread], today: date) -> Mapping[ContactId, date]:
    """Return the latest of `last_contact`, log lines and events they took part in, up to today."""
    latest: dict[ContactId, date] = {}

    def note(person: ContactId, when: date | None) -> None:
        if when is not None and when <= today and when >= latest.get(person, date.min):
            latest[person] = when

    for person in vault.people.values():
        note(person.id, person.last_contact)
        for line in person.log:
            note(person.id, line.date)
    for thread in threads:
        for moment in thread.moments:
            if moment.event.word in BY_INTRODUCER:
                note(moment.spoke.introducer, moment.event.date)
            elif moment.event.word in BY_TARGET:
                note(thread.target, moment.event.date)
    return latest
