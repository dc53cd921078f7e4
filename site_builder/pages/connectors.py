"""The people who introduce me: what I asked, what came of it, what I owe, when to let them rest."""

from collections.abc import Mapping

from msgspec import Struct

from site_builder.insights.eligibility import over_asked
from site_builder.insights.insight import Connector, Insights
from site_builder.model.contact import ContactId
from site_builder.model.reference import fold
from site_builder.pages.contact_index import ContactIndex, contact_index
from site_builder.pages.page import Page, Ref
from site_builder.pages.refs import intro_ref, person_ref
from site_builder.pages.some import Some, first_lines
from site_builder.pages.sparkline import Sparkline, sparkline_of
from site_builder.pages.words import day_near, percent, plural

SHOWN = 300
OWED_SHOWN = 5


class ConnectorRow(Struct, frozen=True):
    """One connector."""

    person: Ref
    asked: int
    said: str
    """`2 yes, 1 passed`."""
    months: Sparkline
    answered: int
    open_asks: int
    load: str
    width: int
    """The load of 100."""
    rest: str
    """`from 10 Dec`, another reason to leave them in peace, or that they may be asked."""
    resting: bool
    owed: Some[Ref]


class ConnectorsView(Struct, frozen=True):
    """Everything the page shows."""

    summary: str
    rows: Some[ConnectorRow]


Rows = Mapping[ContactId, ConnectorRow]


def connector_rows(index: ContactIndex) -> Rows:
    """Return the lines of those who were asked most recently."""
    known = index.insights.by_connector
    return index.tables.derive(
        "connector rows", list(known)[:SHOWN], lambda who: _row(index, known[who])
    )


def connectors_page(insights: Insights, rows: Rows | None = None) -> Page:
    """Plan `connectors.html`; its lines may have been made before."""
    rows = rows if rows is not None else connector_rows(contact_index(insights))
    some = Some(tuple(rows.values()), len(insights.by_connector) - len(rows))
    return Page("connectors.html", "connectors.html", ConnectorsView(_summary(insights), some))


def _summary(insights: Insights) -> str:
    people = insights.connectors
    if not people:
        return "Nobody has been asked for an introduction yet."
    owed = sum(len(one.owed) for one in people)
    debts = f"{plural(owed, 'loop')} to close" if owed else "every loop is closed"
    return f"{plural(len(people), 'person')} asked so far; {debts}."


def _row(index: ContactIndex, one: Connector) -> ConnectorRow:
    insights = index.insights
    answers = ((one.agreed, "yes"), (one.passed, "passed"), (one.ignored, "no answer"))
    rest = _rest(insights, one)
    return ConnectorRow(
        person_ref(insights.vault, one.contact),
        one.asked,
        ", ".join(f"{number} {words}" for number, words in answers if number),
        sparkline_of(insights.network.ledger.of(one.contact), insights.today),
        one.answered,
        one.open_asks,
        percent(one.load),
        round(100 * one.load),
        rest or "may be asked",
        bool(rest),
        first_lines(one.owed, OWED_SHOWN, line=lambda intro: _target(index, intro)),
    )


def _rest(insights: Insights, one: Connector) -> str:
    """Return what keeps me from asking them now, in the words of `suggest`, if anything does."""
    person = insights.vault.people[one.contact]
    if person.ask == "no":
        return "prefers not to be asked"
    if one.rest_until is not None:
        return f"from {day_near(one.rest_until, insights.today)}"
    return over_asked(insights.network, person)


def _target(index: ContactIndex, intro: str) -> Ref:
    """Return the link to an introduction under its target's name."""
    spoke = index.links.intros[fold(intro)]
    return intro_ref(spoke, index.insights.vault.names[spoke.target].name)
