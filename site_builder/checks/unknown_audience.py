"""A file is meant for an audience that settings do not have."""

from collections.abc import Iterator
from typing import Final

from site_builder.checks.facts import Facts
from site_builder.checks.finding import Finding
from site_builder.checks.places import place_of
from site_builder.checks.wording import quoted
from site_builder.diagnostics import Severity
from site_builder.did_you_mean import did_you_mean

ID = "unknown-audience"
LEVEL = Severity.ERROR
SCOPE: Final = "file"

PRIVATE = "private"


def check(facts: Facts) -> Iterator[Finding]:
    """Report each name in `visibility` that is neither `private` nor an audience."""
    known = {PRIVATE, *facts.vault.settings.audiences}
    for document in facts.files:
        if document.record is None or known.issuperset(document.record.visibility):
            continue
        for audience in dict.fromkeys(document.record.visibility):
            if audience in known:
                continue
            near = did_you_mean(audience, known)
            own = f"type private, or add [audiences.{audience}] to doorstep.toml"
            yield Finding(
                document.path,
                place_of(document, document.record.at("visibility"), audience),
                f"no audience is called {quoted(audience)}",
                f'did you mean "{near}"?' if near else own,
            )
