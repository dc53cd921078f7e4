"""Two events of one introduction are dated in an order that cannot be."""

from collections.abc import Sequence

from site_builder.checks.facts import Facts
from site_builder.checks.rule import ERROR, Finding, Findings, rule
from site_builder.model.intro import Event

ANSWERS = {
    "asked": {"reminded", "agreed"},
    "opt-in-asked": {"opted-in", "opted-out"},
    "introduced": {"met"},
}
"""What cannot be dated before the first event of this kind, where the log has both."""


@rule("event-order", ERROR, "file")
def check(facts: Facts) -> Findings:
    """Report answers before their question, and meetings or pauses set for an earlier day."""
    for document, intro in facts.intros(unread=True):
        past = facts.past(intro)
        for event in past:
            if event.until is not None and event.until < event.date:
                yield Finding(
                    document.path,
                    event.span,
                    f'expected "{event.word}" to name a day from {event.date} on, '
                    f"found {event.until}",
                    "correct the second date, or the first",
                )
        for question in ANSWERS:
            yield from _swapped(document.path, past, question)


def _swapped(path: str, past: Sequence[Event], question: str) -> Findings:
    """Report the first answer if it is dated before every question of its kind."""
    asked = next((event for event in past if event.word == question), None)
    answer = next((event for event in past if event.word in ANSWERS[question]), None)
    if asked and answer and answer.date < asked.date:
        yield Finding(
            path,
            answer.span,
            f'expected "{answer.word}" on or after "{question}" of {asked.date}, '
            f"found {answer.date}",
            f'correct one of the two dates, or delete the line "{asked.date} {question}" if it '
            "speaks of something else",
        )
