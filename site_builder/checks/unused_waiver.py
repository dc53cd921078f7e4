"""A waiver excuses nothing."""

from site_builder.checks.facts import Facts
from site_builder.checks.rule import WARNING, Finding, Findings, rule
from site_builder.checks.wording import quoted
from site_builder.did_you_mean import guess


@rule("unused-waiver", WARNING, "vault")
def check(facts: Facts) -> Findings:
    """Report each waiver whose check does not exist or has nothing to say in its file."""
    for path, waiver in facts.idle:
        named = waiver.check
        message = f"expected {quoted(named)} to waive something, found nothing of it in this file"
        cure = f'delete "{named}" from ignore'
        if named not in facts.check_ids:
            message = f"no check is called {quoted(named)}"
            meant = guess(named, facts.check_ids, most=4)
            cure = meant or f"{cure}, or type a check's id"
        yield Finding(path, waiver.span, message, cure)
