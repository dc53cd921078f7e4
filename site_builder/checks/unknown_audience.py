"""A file is meant for an audience that settings do not have."""

from site_builder.checks.facts import Facts
from site_builder.checks.places import place_of
from site_builder.checks.rule import ERROR, Finding, Findings, rule
from site_builder.checks.wording import quoted
from site_builder.did_you_mean import guess

PRIVATE = "private"


@rule("unknown-audience", ERROR, "file")
def check(facts: Facts) -> Findings:
    """Report each name in `visibility` that is neither `private` nor an audience."""
    known = {PRIVATE, *facts.vault.settings.audiences}
    for document in facts.files:
        if document.record is None or known.issuperset(document.record.visibility):
            continue
        for audience in dict.fromkeys(document.record.visibility):
            if audience in known:
                continue
            own = f"type private, or add [audiences.{audience}] to doorstep.toml"
            yield Finding(
                document.path,
                place_of(document, document.record.at("visibility"), audience),
                f"no audience is called {quoted(audience)}",
                guess(audience, known) or own,
            )
