"""A file names a person who has no file."""

import re

from site_builder.checks.facts import Facts
from site_builder.checks.full_width import plain_link
from site_builder.checks.near_names import near_names, one_of, unread_text
from site_builder.checks.references import places_of
from site_builder.checks.rule import ERROR, Finding, Findings, rule
from site_builder.checks.wording import quoted
from site_builder.model.contact import ContactId
from site_builder.model.reference import path_stem

SIGN = re.compile(r"[,;&+]")
WORD = re.compile(r"\s(?:and|und|et|or)\s", re.IGNORECASE)
"""What stands between two people in one place: `Sam & Ben`, `Sam and Ben`."""


@rule("unknown-contact", ERROR, "vault")
def check(facts: Facts) -> Findings:
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
        if whole := plain_link(name, facts.vault.directory.one):
            cure = f'type "{whole}", with a plain bar'
        elif several := _several(name):
            cure = f"name one person, {' or '.join(map(quoted, several))}"
        elif found := near.get(name) or near.get(path_stem(name)):
            path = facts.paths.get(ContactId(found[0]), "")
            single = f'did you mean "{found[0]}" ({path})?'
            cure = single if len(found) == 1 else f"type {one_of(found)}"
        message = f"no contact has the {kind} {quoted(name)}"
        yield Finding(document.path, reference.span, message, cure)


def _several(name: str) -> list[str]:
    """Return two people that are named in one place: `Sam, Ben`, `Sam & Ben`, `Sam, and Ben`."""
    parts = SIGN.split(name)
    if len(parts) == 1:
        parts = WORD.split(name, maxsplit=1)
    names = [part.strip().removeprefix("and ").lstrip() for part in parts]
    return names if len(names) == 2 and all(names) else []  # noqa: PLR2004 - two of them
