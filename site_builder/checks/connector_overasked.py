"""One person was asked for introductions too often."""

from collections.abc import Sequence
from datetime import date, timedelta

from site_builder.checks.facts import Facts
from site_builder.checks.rule import WARNING, Finding, Findings, rule
from site_builder.insights.asks import YEAR, AskRecord
from site_builder.insights.eligibility import CLOSE_FRIEND
from site_builder.insights.words import days, number_of
from site_builder.model.contact import ContactId
from site_builder.model.intro import Event


@rule("connector-overasked", WARNING, "connector")
def check(facts: Facts) -> Findings:
    """Report each ask of the last year that went beyond a limit of `[ask]` in the settings."""
    for introducer, asks in facts.asks.items():
        for place, ask in enumerate(asks):
            line = _ask_line(facts, ask)
            if line is None or line.date < facts.today - YEAR:
                continue
            expected = _beyond(facts, introducer, asks[: place + 1])
            if expected:
                yield _finding(facts, introducer, ask, line, expected=expected)


def _ask_line(facts: Facts, ask: AskRecord) -> Event | None:
    spoke = facts.vault.paths[ask.path]
    if not facts.counts(spoke):
        return None
    return next((event for event in facts.past(spoke.intro) if event.word == "asked"), None)


def _beyond(facts: Facts, introducer: ContactId, asks: Sequence[AskRecord]) -> str:
    """Return the first limit that the last of these asks went over, in words."""
    limits, name = facts.vault.settings.ask, facts.name(introducer)
    *earlier, last = asks
    still_open = [ask for ask in earlier if ask.open and not _called_off(facts, ask, last.date)]
    if last.open and len(still_open) >= limits.open:
        found = f"another since {still_open[-1].date}" if still_open else "one"
        return f"at most {number_of(limits.open, 'open ask')} to {name}, found {found}"
    if earlier and (last.date - earlier[-1].date).days < limits.days:
        since = earlier[-1].date
        return f"{days(limits.days)} of rest between asks to {name}, found the last on {since}"
    closeness = facts.vault.people[introducer].closeness or 0
    in_a_year = sum(ask.date >= last.date - YEAR for ask in earlier)
    if closeness < CLOSE_FRIEND and in_a_year >= limits.year:
        return f"at most {number_of(limits.year, 'ask')} a year to {name}, found {in_a_year + 1}"
    return ""


def _called_off(facts: Facts, ask: AskRecord, day: date) -> bool:
    """Tell whether their last word up to a day was my thanks: what they came to later is theirs."""
    said = [event for event in facts.past(facts.vault.paths[ask.path].intro) if event.date <= day]
    return [event.word for event in said[-1:]] == ["thanked"]


def _finding(
    facts: Facts, introducer: ContactId, ask: AskRecord, line: Event, *, expected: str
) -> Finding:
    name = facts.name(introducer)
    rested = line.date + timedelta(days=facts.vault.settings.ask.days)
    cure = "if it is past, type ignore: [connector-overasked and the reason]"
    if rested > facts.today:
        cure = f"ask {name} for nothing before {rested}"
    return Finding(
        ask.path,
        line.span,
        f"expected {expected}",
        f"{cure}; if {name} offered this, type agreed, not asked",
    )
