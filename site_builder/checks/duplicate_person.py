"""Two contacts have the same e-mail address."""

from collections.abc import Iterator

from site_builder.checks.facts import Facts
from site_builder.checks.finding import Finding
from site_builder.checks.places import place_of
from site_builder.checks.wording import quoted
from site_builder.diagnostics import Severity
from site_builder.model.reference import fold

ID = "duplicate-person"
LEVEL = Severity.WARNING


def check(facts: Facts) -> Iterator[Finding]:
    """Report, once for each later file, the first address that an earlier file has."""
    owners: dict[str, str] = {}
    for document, contact in facts.contacts():
        if document.path in facts.repeated:
            continue
        shared = [mail for mail in contact.email if fold(mail) in owners]
        if shared:
            yield Finding(
                document.path,
                place_of(document, contact.at("email"), shared[0]),
                f"{quoted(shared[0])} is also the address in {owners[fold(shared[0])]}",
                "merge the two files if they are one person, else correct the address",
            )
        for mail in contact.email:
            owners.setdefault(fold(mail), document.path)
