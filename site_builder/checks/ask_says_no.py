"""I am asking somebody who does not want to be asked."""

from site_builder.checks.facts import Facts
from site_builder.checks.rule import ERROR, Finding, Findings, rule
from site_builder.model.vault import Spoke


@rule("ask-says-no", ERROR, "target")
def check(facts: Facts) -> Findings:
    """Report each ask of an introducer whose `ask` is `no`, unless they passed or it is over."""
    over = {
        spoke.intro.path
        for thread in facts.threads
        if thread.standing.state == "over"
        for spoke in thread.spokes
    }
    for spoke in facts.own_spokes():
        if facts.vault.people[spoke.introducer].ask == "no" and spoke.intro.path not in over:
            yield from _asked(facts, spoke)


def _asked(facts: Facts, spoke: Spoke) -> Findings:
    past = facts.past(spoke.intro)
    asked = next((event for event in past if event.word == "asked"), None)
    if asked is None or any(event.word == "passed" for event in past):
        return
    name, path = facts.name(spoke.introducer), facts.paths[spoke.introducer]
    yield Finding(
        spoke.intro.path,
        asked.span,
        f'expected an introducer who may be asked, found "ask: no" in {path}',
        f"take the ask back and log - {facts.today} passed, or delete ask: no if {name} now agrees",
    )
