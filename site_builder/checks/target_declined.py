"""I asked for an introduction to somebody who had said no less than a year before."""

from bisect import bisect_left
from collections.abc import Iterable
from datetime import date, timedelta

from site_builder.checks.facts import Facts
from site_builder.checks.rule import ERROR, Finding, Findings, rule
from site_builder.insights.standing import BAR
from site_builder.insights.thread import Moment
from site_builder.insights.threads import ANSWERS, refusals
from site_builder.model.contact import ContactId
from site_builder.tables import grouped


@rule("target-declined", ERROR, "target")
def check(facts: Facts) -> Findings:
    """Report each ask in the year after an `opted-out` that nothing has taken back."""
    answers = _refusals(moment for thread in facts.threads for moment in thread.moments)
    for spoke in facts.own_spokes():
        if spoke.target not in answers:
            continue
        days, standing = answers[spoke.target]
        for event in facts.past(spoke.intro):
            place = bisect_left(days, event.date)
            said = standing[place - 1] if place and event.word == "asked" else None
            if said is not None and event.date - said.event.date <= BAR:
                yield _finding(facts, Moment(event, spoke), said)


def _refusals(moments: Iterable[Moment]) -> dict[ContactId, tuple[list[date], list[Moment | None]]]:
    """Return for each target the days of their answers, and which no stood after each."""
    said = (moment for moment in moments if moment.event.word in ANSWERS)
    in_order = sorted(said, key=lambda moment: moment.event.date)
    answers = grouped((moment.spoke.target, moment) for moment in in_order)
    return {
        target: ([one.event.date for one in said], list(refusals(said)))
        for target, said in answers.items()
    }


def _finding(facts: Facts, ask: Moment, said: Moment) -> Finding:
    free = said.event.date + BAR + timedelta(days=1)
    where = f"{said.spoke.intro.path}:{said.event.span.line}"
    return Finding(
        ask.spoke.intro.path,
        ask.event.span,
        f"expected no ask before {free}, as {facts.name(ask.spoke.target)} opted out on "
        f"{said.event.date} ({where})",
        f"call it off with {facts.name(ask.spoke.introducer)}, or log the opted-in since then; "
        "if it is past, type ignore: [target-declined and the reason]",
    )
