"""A file names a person who has no file."""

import re
from collections.abc import Iterator
from typing import Final

from site_builder.checks.facts import Facts
from site_builder.checks.finding import Finding
from site_builder.checks.near_names import near_names, one_of, unread_text
from site_builder.checks.references import places_of
from site_builder.checks.wording import quoted
from site_builder.diagnostics import Severity
from site_builder.model.contact import ContactId
from site_builder.model.reference import path_stem

SEVERAL = re.compile(
    r"([^,;&+]*?[^,;&+\s])\s*(?:[,;&+]\s*|\s(?:and|und|et|or)\s+)(?:and\s+)?([^,;&+]+)",
    re.IGNORECASE,
)
"""Two people in one place: `Sam, Ben`, `Sam & Ben`."""
ID = "unknown-contact"
LEVEL = Severity.ERROR
SCOPE: Final = "vault"


def check(facts: Facts) -> Iterator[Finding]:
    """Report each reference of a front matter that finds nobody."""
    nobody = set(facts.unclear.get(0, ()))
    if not nobody:
        return
    unread = unread_text(facts.files)
    nobody = {name for name in nobody if name not in unread and path_stem(name) not in unread}
    people = facts.vault.directory.spellings
    near = near_names((part for name in sorted(nobody) for part in (name, path_stem(name))), people)
    for document, reference in places_of(facts.files, nobody):
        name = reference.name
        kind = "name" if " " in name else "id"
        own = (name if kind == "name" else path_stem(name)).replace("/", "-")
        own = own.replace(" ", "-").lower()
        cure = f"write contacts/{own}.md, or name somebody who has a file"
        if several := SEVERAL.fullmatch(name):
            cure = f"name one person, {quoted(several[1])} or {quoted(several[2])}"
        elif found := near.get(name) or near.get(path_stem(name)):
            path = facts.paths.get(ContactId(found[0]), "")
            single = f'did you mean "{found[0]}" ({path})?'
            cure = single if len(found) == 1 else f"type {one_of(found)}"
        message = f"no contact has the {kind} {quoted(name)}"
        yield Finding(document.path, reference.span, message, cure)
