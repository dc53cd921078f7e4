"""From an analysed vault to the records that exports are made of."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from site_builder.insights.insight import Insights
from site_builder.interop import records
from site_builder.model.contact import Contact, Waiver
from site_builder.model.reference import Reference
from site_builder.model.vault import Spoke, Vault
from site_builder.pages.prose import LinkIndex, link_index
from site_builder.pages.prose_text import prose_lines

COPIED_OF_PERSON = (
    *("id", "path", "name", "me", "called", "aliases", "email", "phone", "url", "org", "role"),
    *("location", "timezone", "language", "closeness", "last_contact", "met_on", "channel"),
    *("tags", "visibility", "draft"),
)
COPIED_OF_INTRO = (
    *("id", "path", "goal", "why", "channel", "deadline", "blind", "tags", "visibility", "draft"),
)


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
            records.Ring(
                id=one.id, kind=one.kind, name=one.name, size=one.size, members=(*one.members,)
            )
            for _, one in sorted(vault.circles.items())
        ),
        intros=tuple(
            _introduction(spoke, thread_of.get(spoke.intro.path), links) for spoke in vault.spokes
        ),
        threads=tuple(threads),
    )


def _person(insights: Insights, person: Contact, links: LinkIndex) -> records.Person:
    vault, cadence = insights.vault, person.cadence
    copied = {name: getattr(person, name) for name in COPIED_OF_PERSON}
    return records.Person(
        **copied,
        last_exchange=insights.last_contact.get(person.id),
        cadence=f"{cadence.amount}{cadence.unit}" if cadence else "",
        introduced_by=_id(vault, person.introduced_by) if person.introduced_by else None,
        groups=tuple(
            records.Place(
                circle=line.group,
                first_year=line.first_year,
                last_year=line.last_year,
                still=line.open_end,
                text=line.text,
            )
            for line in person.groups
        ),
        ask=person.ask if vault.audience.has("ask") else None,
        standing=tuple(
            records.Weight(contact=_id(vault, line.other), weight=line.weight)
            for line in person.standing
        ),
        ignore=_excuses(person.ignore),
        more=dict(person.more),
        notes=prose_lines(person.notes, links),
        log=tuple(
            records.Line(date=line.date, word=line.word, text=line.text) for line in person.log
        ),
    )


def _introduction(spoke: Spoke, thread: str | None, links: LinkIndex) -> records.Introduction:
    intro = spoke.intro
    copied = {name: getattr(intro, name) for name in COPIED_OF_INTRO}
    return records.Introduction(
        **copied,
        thread=thread,
        target=spoke.target,
        introducer=spoke.introducer,
        requester=spoke.requester,
        pursuit=intro.thread,
        next=records.Plan(date=intro.next.date, text=intro.next.text) if intro.next else None,
        ignore=_excuses(intro.ignore),
        more=dict(intro.more),
        notes=prose_lines(intro.notes, links),
        events=tuple(
            records.Happening(date=one.date, event=one.word, until=one.until, text=one.text)
            for one in intro.events
        ),
    )


def _ties(vault: Vault) -> Iterator[records.Tie]:
    for one, others in vault.ties.items():
        for other, line in others.items():
            yield records.Tie(
                stated_by=one,
                other=other,
                closeness=line.closeness,
                hearsay=line.hearsay,
                text=line.text,
            )


def _excuses(waivers: Iterable[Waiver]) -> tuple[records.Excuse, ...]:
    return tuple(records.Excuse(check=one.check, reason=one.reason) for one in waivers)


def _id(vault: Vault, reference: Reference) -> str:
    """Return whom a name means, or the name where it means nobody."""
    return vault.directory.one(reference.name) or reference.name
