"""Two contacts have the same e-mail address."""

from site_builder.checks.facts import Facts
from site_builder.checks.places import place_of
from site_builder.checks.rule import WARNING, Finding, Findings, rule
from site_builder.checks.wording import quoted
from site_builder.model.reference import fold


@rule("duplicate-person", WARNING, "file")
def check(facts: Facts) -> Findings:
    """Report, once for each later file, the first address that an earlier file has."""
    for document, contact in facts.contacts():
        if document.path in facts.repeated:
            continue
        for mail in contact.email:
            owner = next(path for path in facts.mails[fold(mail)] if path not in facts.repeated)
            if owner != document.path:
                yield Finding(
                    document.path,
                    place_of(document, contact.at("email"), mail),
                    f"{quoted(mail)} is also the address in {owner}",
                    "merge the two files if they are one person, else correct the address",
                )
                break
