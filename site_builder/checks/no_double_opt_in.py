"""I was introduced to somebody who had not been asked."""

from collections.abc import Iterable
from itertools import takewhile

from site_builder.checks.facts import Facts
from site_builder.checks.rule import WARNING, Finding, Findings, rule
from site_builder.insights.chosen import welcome
from site_builder.insights.thread import Moment
from site_builder.model.intro import Event


@rule("no-double-opt-in", WARNING, "target")
def check(facts: Facts) -> Findings:
    """Report a first `introduced` without an `opted-in` up to that day and without `blind`."""
    told = {one.intro.path: thread for thread in facts.threads for one in thread.spokes}
    for spoke in facts.own_spokes():
        intro = spoke.intro
        past = facts.past(intro)
        made = next((event for event in past if event.word == "introduced"), None)
        if made is None or intro.blind.strip() or facts.doubted(intro.path, "blind"):
            continue
        said = [event.date for event in past if event.word == "opted-in"]
        if any(day <= made.date for day in said) or facts.torn(spoke):
            continue
        if intro.path in told and _was_welcome(told[intro.path].moments, made):
            continue
        target = facts.name(spoke.target)
        found = f"found it on {said[0]}" if said else "found none"
        yield Finding(
            intro.path,
            made.span,
            f'expected "opted-in" of {target} before "introduced", {found}',
            f"type the day {target} said yes above it, like - {made.date} opted-in, or type blind: "
            "and why nobody asked",
        )


def _was_welcome(moments: Iterable[Moment], made: Event) -> bool:
    """Tell whether another introducer had asked, and an introduction was still to come of it."""
    before = takewhile(lambda moment: moment.event is not made, moments)
    return welcome(before, made.date) is not None
