"""Three introducers spoke to one target within ninety days."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from site_builder.checks.facts import Facts
from site_builder.checks.rule import WARNING, Finding, Findings, rule
from site_builder.insights.thread import Thread
from site_builder.model.intro import Event
from site_builder.model.vault import Spoke

WINDOW = timedelta(days=90)
MOST = 2
"""Spokes towards one target within the window."""


@rule("third-spoke", WARNING, "target")
def check(facts: Facts) -> Findings:
    """Report each spoke of a thread that is the third within the window."""
    for thread in facts.threads:
        begun = sorted(_begun(facts, thread), key=lambda pair: pair[1].date)
        for (first, start), (spoke, event) in zip(begun, begun[MOST:], strict=False):
            if event.date - start.date <= WINDOW:
                yield Finding(
                    spoke.intro.path,
                    event.span,
                    f"expected at most {MOST} introducers towards {facts.name(thread.target)} in "
                    f"{WINDOW.days} days, found a third since {facts.name(first.introducer)} on "
                    f"{start.date}",
                    f"let it rest: type next: {event.date + WINDOW} and what will be new by then",
                )


def _begun(facts: Facts, thread: Thread) -> Iterator[tuple[Spoke, Event]]:
    """Yield the spokes that may have reached the target, each with its ask or first event."""
    for spoke in thread.spokes:
        past = facts.past(spoke.intro)
        if past and facts.counts(spoke) and not _called_off([event.word for event in past]):
            yield spoke, next((event for event in past if event.word == "asked"), past[0])


def _called_off(words: Sequence[str]) -> bool:
    """Tell whether they passed or were told that there is no need any more, before it was made."""
    return "introduced" not in words and ("passed" in words or words[-1] == "thanked")
