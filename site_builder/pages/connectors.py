"""The people who introduce me: what I asked, what came of it, what I owe, when to let them rest."""

from collections.abc import Mapping, Sequence
from datetime import date

from msgspec import Struct

from site_builder.insights.asks import Answer, AskRecord
from site_builder.insights.eligibility import over_asked
from site_builder.insights.insight import Connector, Insights
from site_builder.insights.words import listing
from site_builder.model.contact import ContactId
from site_builder.model.reference import fold
from site_builder.pages.contact_index import ContactIndex, contact_index
from site_builder.pages.long_list import Some, first_lines
from site_builder.pages.page import Page, Ref
from site_builder.pages.refs import intro_ref, person_ref
from site_builder.pages.words import MONTHS, day_near, percent, plural

SHOWN = 300
OWED_SHOWN = 5
COLUMNS = 12
"""Months, the present one last."""
STEP, LOWEST, PITCH = 8, 18, 7
"""Width of a month, centre of the lowest mark, and how far apart marks are, in pixels."""
STACK = 3
"""Marks above each other; more asks in one month are in the words alone."""
NAMED = 6
"""Asks that are named one by one; of more, the latest."""

SAID: dict[Answer, str] = {"yes": "yes", "no": "passed", "ignored": "no answer", "none": "open"}


class Sparkline(Struct, frozen=True):
    """Marks by month: full for a yes, a cross for a no, a ring for no answer or none yet."""

    words: str
    """The same as a sentence."""
    yes: str
    unanswered: str
    passed: str


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


def sparkline_of(asks: Sequence[AskRecord], today: date) -> Sparkline:
    """Draw the asks of one connector, which come in the order of their dates."""
    recent = [(ask, column) for ask in asks if (column := _column(ask.date, today)) >= 0]
    paths: dict[Answer, str] = dict.fromkeys(SAID, "")
    heights = [0] * COLUMNS
    for ask, column in recent:
        if heights[column] < STACK:
            x, y = STEP * column + STEP // 2, LOWEST - PITCH * heights[column]
            paths[ask.answer] += _cross(x, y) if ask.answer == "no" else _ring(x, y)
            heights[column] += 1
    words = _words([ask for ask, _ in recent])
    return Sparkline(words, paths["yes"], paths["ignored"] + paths["none"], paths["no"])


def _column(when: date, today: date) -> int:
    return COLUMNS - 1 - (12 * (today.year - when.year) + today.month - when.month)


def _ring(x: int, y: int) -> str:
    return f"M{x - 3} {y}a3 3 0 1 0 6 0a3 3 0 1 0-6 0"


def _cross(x: int, y: int) -> str:
    return f"M{x - 3} {y - 3}l6 6m0-6l-6 6"


def _words(asks: Sequence[AskRecord]) -> str:
    if not asks:
        return "Not asked in the last 12 months."
    named = [
        f"{MONTHS[ask.date.month - 1]} {ask.date.year} ({SAID[ask.answer]})"
        for ask in asks[-NAMED:]
    ]
    often = "Asked" if len(asks) == len(named) else f"Asked {len(asks)} times, lately"
    return f"{often} in {listing(named)}."
