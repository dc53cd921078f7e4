"""An introduction was made for me and I let it lie."""

from site_builder.checks.facts import Facts
from site_builder.checks.rule import WARNING, Finding, Findings, rule
from site_builder.insights.thread import Moment
from site_builder.insights.words import days
from site_builder.model.intro import TOUCHES

PATIENCE = 2
"""Days within which an introduction is picked up."""
PICKS_UP = TOUCHES | {"scheduled", "met"}
"""What I do after an introduction; nobody can fix a meeting or meet without having answered."""
ENDS = frozenset({"closed", "opted-out"})
"""Within two days these leave nothing to be picked up."""


@rule("slow-pickup", WARNING, "target")
def check(facts: Facts) -> Findings:
    """Report each `introduced` after which I wrote more than two days later, or never."""
    for thread in facts.threads:
        if any(map(facts.torn, thread.spokes)):  # my answer may stand in a line that is not read
            continue
        picked_up = {m.event.date for m in thread.moments if m.event.word in PICKS_UP}
        answer: Moment | None = None
        for moment in reversed(thread.moments):
            if moment.event.word in PICKS_UP | ENDS:
                answer = moment
            elif moment.event.word == "introduced" and moment.event.date not in picked_up:
                yield from _late(facts, moment, answer)


def _late(facts: Facts, made: Moment, answer: Moment | None) -> Findings:
    """Report an introduction whose answer came late, or not yet."""
    late = ((answer.event.date if answer else facts.today) - made.event.date).days
    if late <= PATIENCE or not facts.counts(made.spoke):
        return
    found, cure = _words(facts, made, answer, late=days(late))
    yield Finding(
        made.spoke.intro.path,
        made.event.span,
        f"expected my answer to this introduction within {days(PATIENCE)}, {found}",
        cure,
    )


def _words(facts: Facts, made: Moment, answer: Moment | None, *, late: str) -> tuple[str, str]:
    target = facts.name(made.spoke.target)
    if answer is None:
        cure = f"write to {target} today and log it: - {facts.today} wrote: …"
        return f"found none in {late}", cure
    waived = "type ignore: [slow-pickup and the reason]"
    logged = f"log it as - {made.event.date} wrote if you did, or {waived}"
    if answer.event.word in ENDS:
        return f'found none in the {late} up to "{answer.event.word}"', logged
    return f"found it after {late}", logged
