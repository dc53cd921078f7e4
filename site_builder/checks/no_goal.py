"""An introduction does not say what it is for."""

from site_builder.checks.facts import Facts
from site_builder.checks.rule import WARNING, Finding, Findings, rule
from site_builder.model.intro import Intro


@rule("no-goal", WARNING, "file")
def check(facts: Facts) -> Findings:
    """Report each introduction for me, drafts left out, whose goal is missing or empty."""
    for _, intro in facts.intros():
        if intro.goal.strip() or intro.draft or not _mine(facts, intro):
            continue
        if facts.doubted(intro.path, "goal") or intro.path in facts.repeated:
            continue
        found = "it empty" if "goal" in intro.spans else "none"
        yield Finding(
            intro.path,
            intro.at("goal"),
            f'expected a "goal" that says what I want from the target, found {found}',
            "type a small and concrete one, like goal: Thirty minutes on build platforms",
        )


def _mine(facts: Facts, intro: Intro) -> bool:
    me = facts.vault.me
    return intro.requester is None or (me is not None and facts.one(intro.requester) == me)
