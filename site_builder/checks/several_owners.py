"""More than one contact says `me: true`."""

from collections.abc import Iterator
from typing import Final

from site_builder.checks.facts import Facts
from site_builder.checks.finding import Finding
from site_builder.diagnostics import Severity

ID = "several-owners"
LEVEL = Severity.ERROR
SCOPE: Final = "vault"


def check(facts: Facts) -> Iterator[Finding]:
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
