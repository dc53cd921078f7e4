"""What the headers of mails say of people who have a note; strangers are passed over."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from zoneinfo import ZoneInfo

from site_builder.app.run import Run
from site_builder.insights.insight import Insights
from site_builder.insights.words import day, number_of
from site_builder.interop.incoming.mail import Mail, read_mails
from site_builder.interop.incoming.person import WrongFileError
from site_builder.model.contact import ContactId
from site_builder.model.reference import fold
from site_builder.model.vault import Vault
from site_builder.reporting.import_report import Import, KnownPerson, SeenIntro

MOST_TO = 10
"""People a mail may go to and still be one between two."""
INTRODUCES = re.compile(
    r"\b(?:intros?|introductions?|introducing|connecting|vorstellung|mise en relation)\b"
    r"|[,:–—-]\s*(?:please )?meet\b|<-?>|↔",
    re.IGNORECASE,
)
"""Subjects by which an introduction is known: `Tara <> Mo`, `Eva, meet Mo`; not `Can we meet?`"""
WORD = re.compile(r"[^\W_]+")
BETWEEN_NAMES = frozenset({"and", "und", "et", "y", "x", "meet", "meets", "with"})
UNREAD = "passed over, as their headers do not say who wrote, or when: {}, the first at line {}"
NOBODY = (
    "whose mails are these? the contact with `me: true` says so, and its e-mail addresses; "
    "build new contact YOUR NAME --set me=true --set email=YOU makes one"
)


def mail_import(run: Run, lines: Iterable[bytes]) -> Import:
    """Return who wrote me later than their note knows, and introductions that are not written down.

    Raises `WrongFileError` if these are no mails, or nobody knows whose they are.
    """
    insights = run.analysis().insights
    vault = insights.vault
    mine = _mine(vault)
    zone = ZoneInfo(run.settings.timezone) if run.settings.timezone else None
    people = _people(vault)
    latest: dict[ContactId, Mail] = {}
    intros: dict[tuple[ContactId, ContactId], Mail] = {}
    unread: list[int] = []
    for mail in read_mails(lines, zone):
        if isinstance(mail, int):
            unread.append(mail)
            continue
        who = people.get(mail.sender)
        if who is None or not _is_to_me(mail, mine) or mail.day > run.today:
            continue
        if who not in latest or latest[who].day < mail.day:
            latest[who] = mail
        if (target := _introduced(mail, mine, people, vault)) and target != who:
            intros.setdefault((who, target), mail)
    return Import(
        known=tuple(_later(insights, latest)),
        intros=tuple(_unwritten(vault, intros)),
        told=(UNREAD.format(number_of(len(unread), "mail"), unread[0]),) if unread else (),
    )


def _mine(vault: Vault) -> frozenset[str]:
    found = vault.people[vault.me].email if vault.me else ()
    if not found:
        raise WrongFileError(NOBODY)
    return frozenset(map(fold, found))


def _people(vault: Vault) -> Mapping[str, ContactId]:
    """Return whose address is whose, but for those that several have, and mine."""
    found: dict[str, ContactId | None] = {}
    for who, person in vault.people.items():
        for address in map(fold, person.email):
            found[address] = who if found.get(address, who) == who and who != vault.me else None
    return {address: who for address, who in found.items() if who is not None}


def _is_to_me(mail: Mail, mine: frozenset[str]) -> bool:
    return mail.personal and len(mail.to) <= MOST_TO and not mine.isdisjoint(mail.to)


def _introduced(
    mail: Mail, mine: frozenset[str], people: Mapping[str, ContactId], vault: Vault
) -> ContactId | None:
    """Return whom a mail introduces to me: it goes to two people, answers none, and says so."""
    others = [address for address in mail.to if address not in mine]
    target = people.get(others[0]) if mail.first and len(others) == 1 else None
    if target and (INTRODUCES.search(mail.subject) or _is_both(mail.subject, vault, target)):
        return target
    return None


def _is_both(subject: str, vault: Vault, target: ContactId) -> bool:
    """Tell whether a subject is my name and one other's and no more: `Tara / Mo`."""
    words = {*WORD.findall(fold(subject))}
    mine, theirs = (
        {word for name in (one.name, one.called, *one.aliases) for word in WORD.findall(fold(name))}
        for one in (vault.people[who] for who in (vault.me, target) if who)
    )
    return bool(words & mine and words & theirs) and words <= mine | theirs | BETWEEN_NAMES


def _later(insights: Insights, latest: Mapping[ContactId, Mail]) -> Iterator[KnownPerson]:
    for who, mail in sorted(latest.items(), key=lambda one: one[1].line):
        known = insights.last_contact.get(who)
        if known is not None and known >= mail.day:
            continue
        person = insights.vault.people[who]
        line, stated = f"last_contact: {mail.day}", person.last_contact
        yield KnownPerson(
            path=person.path,
            name=person.name,
            row=mail.line,
            because=f"wrote to you on {day(mail.day)}{_known_until(known)}",
            lines=() if stated else (line,),
            other=(f"{line}   (now: {stated})",) if stated else (),
        )


def _known_until(known: date | None) -> str:
    return f"; last known: {day(known)}" if known else ""


def _unwritten(
    vault: Vault, intros: Mapping[tuple[ContactId, ContactId], Mail]
) -> Iterator[SeenIntro]:
    written = {(spoke.introducer, spoke.target) for spoke in vault.spokes}
    for (introducer, target), mail in intros.items():
        if (introducer, target) not in written and (target, introducer) not in written:
            yield SeenIntro(
                row=mail.line,
                date=mail.day,
                introducer=introducer,
                target=target,
                command=f"build new intro {target} {introducer}",
            )
