"""What a person's file states: how to reach them, and what lies between them and me."""

from collections.abc import Iterator
from datetime import date, timedelta

from site_builder.insights.insight import Insights
from site_builder.model.contact import Ask, Contact
from site_builder.pages.fact import (
    Fact,
    Value,
    fact,
    mail_link,
    person_value,
    phone_link,
    texts,
    url_link,
)
from site_builder.pages.membership_words import closeness_dots, closeness_words
from site_builder.pages.page import Ref
from site_builder.pages.words import day, percent, span

ASK_WORDS: dict[Ask, str] = {  # being asked is the rule and goes without saying
    "yes": "",
    "sparingly": "only now and then",
    "no": "prefers not to be asked",
}


def contact_facts(insights: Insights, person: Contact) -> tuple[Fact, ...]:
    """Return what is known of a person; what is not known has no line."""
    known = (*_between_us(insights, person), *_about(insights, person))
    return tuple(one for one in known if one.values)


def _about(insights: Insights, person: Contact) -> Iterator[Fact]:
    vault = insights.vault
    yield fact("Mail", *(Value(Ref(one), outside=mail_link(one)) for one in person.email))
    yield fact("Phone", *(Value(Ref(one), outside=phone_link(one)) for one in person.phone))
    yield fact("Web", *(Value(Ref(one), outside=url_link(one)) for one in person.url))
    yield texts("Prefers", person.channel)
    yield texts("Time zone", person.timezone)
    yield texts("Language", person.language)
    yield texts("Called", person.called)
    yield texts("Also known as", *person.aliases)
    yield texts("Met", person.met_on)
    if person.introduced_by:
        yield fact("Introduced by", person_value(vault, person.introduced_by))
    heard = ((line.other, percent(line.weight)) for line in person.standing)
    yield fact("Listened to by", *(person_value(vault, one, note=note) for one, note in heard))
    yield texts("Shown to", *(name for name in person.visibility if name != "private"))


def _between_us(insights: Insights, person: Contact) -> Iterator[Fact]:
    """Yield my tie, the last contact, the cadence, the leave to ask; nothing in my own file.

    That something is not on record can only be said to somebody who sees the whole record.
    """
    if person.me:
        return
    own = insights.vault.audience.is_private
    if person.closeness:
        dots, words = closeness_dots(person.closeness), closeness_words(person.closeness)
        yield fact("Your tie", Value(Ref(words), glyph=dots))
    elif own:
        yield texts("Your tie", "not written down")
    last = insights.last_contact.get(person.id)
    if last is None:
        yield texts("Last contact", "nothing on record" if own else "")
    else:
        yield fact("Last contact", Value(Ref(day(last)), note=_ago(last, insights.today)))
    if person.cadence is not None:
        due = last + timedelta(days=person.cadence.days) if last else None
        note = _due(due, insights.today) if due else ""
        yield fact("Keep in touch", Value(Ref(f"every {person.cadence.words}"), note=note))
    yield texts("Asking", ASK_WORDS[person.ask])


def _due(due: date, today: date) -> str:
    return f"overdue since {day(due)}" if due < today else f"next by {day(due)}"


def _ago(last: date, today: date) -> str:
    return f"{span((today - last).days)} ago" if last < today else "today"
