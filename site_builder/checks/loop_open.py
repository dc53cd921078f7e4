"""An introducer was never told how it went."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import islice

from site_builder.checks.facts import Facts
from site_builder.checks.rule import WARNING, Finding, Findings, rule
from site_builder.insights.asks import waiting_on
from site_builder.insights.needless import OPEN
from site_builder.insights.thread import Moment, Thread
from site_builder.tables import grouped

OWED_FOR = ("introduced", "agreed", "passed")
"""What ends a loop that thanks would close, the most telling first."""


@rule("loop-open", WARNING, "target")
def check(facts: Facts) -> Findings:
    """Report each introducer left without `thanked` when a thread ended or moved on."""
    for thread in facts.threads:
        asked = [m for m in thread.moments if m.event.word == "asked" and facts.counts(m.spoke)]
        told = grouped((moment.spoke.introducer, moment) for moment in thread.moments)
        for introducer, own in told.items():
            owed = _owed(own) if introducer != facts.vault.me else None
            if owed is None or not facts.counts(owed.spoke):
                continue
            if any(facts.torn(moment.spoke) for moment in own):  # the thanks may stand there
                continue
            if thread.standing.state == "over":
                yield _finding(facts, owed, "the thread is over")
            elif owed.event.word not in OWED_FOR or _at_work(facts, thread, own, owed):
                continue
            elif next_ask := _asked_next(asked, owed):
                name, day = facts.name(next_ask.spoke.introducer), next_ask.event.date
                yield _finding(facts, owed, f"{name} was asked on {day}")


def _owed(own: Sequence[Moment]) -> Moment | None:
    """Return the line that this introducer is owed thanks for, unless they were ever thanked."""
    words = [moment.event.word for moment in own]
    if "thanked" in words:
        return None
    word = next((word for word in OWED_FOR if word in words), words[-1])
    return next(moment for moment in reversed(own) if moment.event.word == word)


def _at_work(facts: Facts, thread: Thread, own: Sequence[Moment], owed: Moment) -> bool:
    """Tell whether they may still introduce us, and are asked side by side with somebody else."""
    if owed.event.word != "agreed" or thread.standing.state in OPEN:
        return False
    events = [moment.event for moment in own]
    settings = facts.vault.settings
    return waiting_on(events, settings, today=facts.today) == "open"


def _asked_next(asked: Sequence[Moment], owed: Moment) -> Moment | None:
    """Return the first ask to somebody else on that day or later."""
    start = bisect_left(asked, owed.event.date, key=lambda moment: moment.event.date)
    later = islice(asked, start, None)
    return next((m for m in later if m.spoke.introducer != owed.spoke.introducer), None)


def _finding(facts: Facts, owed: Moment, reason: str) -> Finding:
    name = facts.name(owed.spoke.introducer)
    done = owed.event.word in {"introduced", "passed", "opted-out"}
    what = "how it went" if done else "that there is no need any more"
    return Finding(
        owed.spoke.intro.path,
        owed.event.span,
        f'expected "thanked" for {name}, as {reason}, found none',
        f"tell {name} {what} and log it here: - {facts.today} thanked",
    )
