"""More than one contact says `me: true`."""

from site_builder.checks.facts import Facts
from site_builder.checks.rule import ERROR, Finding, Findings, rule


@rule("several-owners", ERROR, "vault")
def check(facts: Facts) -> Findings:
    """Report every owner except the one the program takes."""
    me = facts.vault.me
    for person in map(facts.vault.people.__getitem__, facts.vault.owners):
        if me is not None and person.id != me and person.path not in facts.repeated:
            yield Finding(
                person.path,
                person.at("me"),
                f"expected one owner of the vault, found another in {facts.paths[me]}",
                'delete the line "me: true" from the file that is not yours',
            )
