"""Two files of one kind have the same name."""

from collections.abc import Iterator
from typing import Final

from site_builder.checks.facts import Facts
from site_builder.checks.finding import Finding
from site_builder.checks.wording import quoted
from site_builder.diagnostics import Severity
from site_builder.source import FILE_START

ID = "duplicate-id"
LEVEL = Severity.ERROR
SCOPE: Final = "vault"


def check(facts: Facts) -> Iterator[Finding]:
    """Report each file whose id an earlier file has, whatever its folder and its case."""
    for path, owner in facts.repeated.items():
        yield Finding(
            path,
            FILE_START,
            f"the id {quoted(facts.documents[path].id)} already belongs to {owner}",
            "rename this file, or merge the two files into one",
        )
