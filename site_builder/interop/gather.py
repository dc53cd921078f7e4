"""From an analysed vault to the records that exports are made of."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar

from msgspec import Struct

from site_builder.insights.insight import Insights
from site_builder.interop import records
from site_builder.model.contact import Contact, Waiver
from site_builder.model.reference import Reference
from site_builder.model.vault import Spoke, Vault
from site_builder.pages.prose import LinkIndex, link_index, prose_lines

Record = TypeVar("Record", bound=Struct)


def gather(insights: Insights, threads: Iterable[Mapping[str, Any]] = ()) -> records.Records:
    """Return what the vault holds; contacts by id, introductions by path.

    It reads only what was analysed: for an audience that is what the audience may see.
    """
    vault, links = insights.vault, link_index(insights.vault)
    thread_of = {
        spoke.intro.path: thread.id
        for thread in insights.threads.values()
        for spoke in thread.spokes
    }
    return records.Records(
        title=vault.settings.title,
        audience=vault.audience.name,
        me=vault.me,
        contacts=tuple(_person(insights, one, links) for one in vault.records.values()),
        ties=tuple(_ties(vault)),
        circles=tuple(
            _like(records.Ring, one, members=(*one.members,))
            for _, one in sorted(vault.circles.items())
        ),
        intros=tuple(
            _introduction(spoke, thread_of.get(spoke.intro.path), links) for spoke in vault.spokes
        ),
        threads=tuple(threads),
    )


def _person(insights: Insights, person: Contact, links: LinkIndex) -> records.Person:
    vault, cadence = insights.vault, person.cadence
    return _like(
        records.Person,
        person,
        last_exchange=insights.last_contact.get(person.id),
        cadence=f"{cadence.amount}{cadence.unit}" if cadence else "",
        introduced_by=_id(vault, person.introduced_by) if person.introduced_by else None,
        groups=tuple(
            _like(records.Place, line, circle=line.group, still=line.open_end)
            for line in person.groups
        ),
        strangers=tuple(_id(vault, one) for one in person.strangers),
        ask=person.ask if vault.audience.has("ask") else None,
        standing=tuple(
            _like(records.Weight, line, contact=_id(vault, line.other)) for line in person.standing
        ),
        ignore=_excuses(person.ignore),
        more=dict(person.more),
        notes=prose_lines(person.notes, links),
        log=tuple(_like(records.Line, line) for line in person.log),
    )


def _introduction(spoke: Spoke, thread: str | None, links: LinkIndex) -> records.Introduction:
    intro = spoke.intro
    return _like(
        records.Introduction,
        intro,
        thread=thread,
        target=spoke.target,
        introducer=spoke.introducer,
        requester=spoke.requester,
        pursuit=intro.thread,
        next=_like(records.Plan, intro.next) if intro.next else None,
        ignore=_excuses(intro.ignore),
        more=dict(intro.more),
        notes=prose_lines(intro.notes, links),
        events=tuple(_like(records.Happening, one, event=one.word) for one in intro.events),
    )


def _ties(vault: Vault) -> Iterator[records.Tie]:
    for one, others in vault.ties.items():
        for other, line in others.items():
            yield _like(records.Tie, line, stated_by=one, other=other)


def _excuses(waivers: Iterable[Waiver]) -> tuple[records.Excuse, ...]:
    return tuple(_like(records.Excuse, one) for one in waivers)


def _like(kind: type[Record], one: Struct, **told: Any) -> Record:  # noqa: ANN401 - any field
    """Return a record of a kind, with what is told and, for the rest, what the other one says."""
    same = (name for name in kind.__struct_fields__ if name not in told)
    return kind(**{name: getattr(one, name) for name in same}, **told)


def _id(vault: Vault, reference: Reference) -> str:
    """Return whom a name means, or the name where it means nobody."""
    return vault.directory.one(reference.name) or reference.name
