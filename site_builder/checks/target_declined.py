"""I asked for an introduction to somebody who had said no less than a year before."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from site_builder.checks.facts import Facts
from site_builder.checks.finding import Finding
from site_builder.diagnostics import Severity
from site_builder.insights.standing import BAR
from site_builder.insights.thread import Moment
from site_builder.tables import grouped

ID = "target-declined"
LEVEL = Severity.ERROR
SCOPE: Final = "target"

ANSWERS = ("opted-in", "opted-out")


def check(facts: Facts) -> Iterator[Finding]:
    """Report each ask in the year after an `opted-out` that no `opted-in` has taken back."""
    moments = (m for thread in facts.threads for m in thread.moments if m.event.word in ANSWERS)
    said = sorted(moments, key=lambda moment: moment.event.date)
    answers = grouped((moment.spoke.target, moment) for moment in said)
    for spoke in facts.own_spokes():
        if spoke.target not in answers:
            continue
        for event in facts.past(spoke.intro):
            if event.word != "asked":
                continue
            last = _last_before(answers[spoke.target], event.date)
            if last is None or last.event.word == "opted-in":
                continue
            if event.date - last.event.date <= BAR:
                yield _finding(facts, Moment(event, spoke), last)


def _last_before(answers: Sequence[Moment], day: date) -> Moment | None:
    place = bisect_left(answers, day, key=lambda said: said.event.date)
    return answers[place - 1] if place else None


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
