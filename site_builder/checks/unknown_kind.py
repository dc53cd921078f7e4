"""A circle is of a kind that neither the program nor the settings know."""

from site_builder.checks.facts import Facts
from site_builder.checks.rule import ERROR, Finding, Findings, rule
from site_builder.checks.wording import quoted
from site_builder.did_you_mean import did_you_mean


@rule("unknown-kind", ERROR, "file")
def check(facts: Facts) -> Findings:
    """Report the kind of each membership that has no meaning."""
    kinds = facts.vault.settings.kinds
    for document, contact in facts.contacts():
        for membership in contact.groups:
            kind = membership.kind
            if kind in kinds:
                continue
            near = did_you_mean(kind, kinds)
            own = f"type one of {', '.join(kinds)}, or add [kinds.{kind}] to doorstep.toml"
            yield Finding(
                document.path,
                membership.span.part(0, len(kind)),
                f"no kind of circle is called {quoted(kind)}",
                f'did you mean "{near}/{membership.slug}"?' if near else own,
            )
