"""An introduction was made for me and I let it lie."""

from collections.abc import Iterator
from typing import Final

from site_builder.checks.facts import Facts
from site_builder.checks.finding import Finding
from site_builder.diagnostics import Severity
from site_builder.insights.thread import Moment
from site_builder.insights.words import days
from site_builder.model.intro import TOUCHES
from site_builder.model.vault import Spoke

ID = "slow-pickup"
LEVEL = Severity.WARNING
SCOPE: Final = "target"

PATIENCE = 2
"""Days within which an introduction is picked up."""
PICKS_UP = TOUCHES | {"replied", "scheduled", "met"}
ENDS = frozenset({"closed", "opted-out"})
"""After these nothing is left to be picked up."""


def check(facts: Facts) -> Iterator[Finding]:
    """Report each `introduced` after which I wrote more than two days later, or never."""
    for thread in facts.threads:
        if any(_in_doubt(facts, spoke) for spoke in thread.spokes):
            continue
        picked_up = {m.event.date for m in thread.moments if m.event.word in PICKS_UP}
        answer: Moment | None = None
        for moment in reversed(thread.moments):
            if moment.event.word in PICKS_UP | ENDS:
                answer = moment
            elif moment.event.word == "introduced" and moment.event.date not in picked_up:
                yield from _late(facts, moment, answer)


def _in_doubt(facts: Facts, spoke: Spoke) -> bool:
    """Tell whether an answer may stand in a line that does not count: unread or misdated."""
    return facts.torn(spoke) or any(
        event.word in PICKS_UP and event.date > facts.today for event in spoke.intro.events
    )


def _late(facts: Facts, made: Moment, answer: Moment | None) -> Iterator[Finding]:
    """Report an introduction whose answer came late, or not yet."""
    late = ((answer.event.date if answer else facts.today) - made.event.date).days
    if late <= PATIENCE or (answer and answer.event.word in ENDS) or not facts.counts(made.spoke):
        return
    target = facts.name(made.spoke.target)
    if answer:
        found = f"found it after {days(late)}"
        cure = "nothing is left to send; type ignore: [slow-pickup and the reason]"
    else:
        found = f"found none in {days(late)}"
        cure = f"write to {target} today and log it: - {facts.today} wrote: …"
    yield Finding(
        made.spoke.intro.path,
        made.event.span,
        f"expected my answer to this introduction within {days(PATIENCE)}, {found}",
        cure,
    )
