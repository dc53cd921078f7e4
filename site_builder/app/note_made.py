"""A note that is to be made: its id, its values, its text, and what the vault says of it."""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from site_builder.app.answers import named
from site_builder.app.run import Run
from site_builder.compiler import Analysis
from site_builder.diagnostics import Diagnostic, Severity
from site_builder.editing.edit_errors import EditRefusedError, Refusal
from site_builder.editing.new_note import id_of, is_mark, note_text, reads_back
from site_builder.model.contact import ContactId
from site_builder.model.document import Kind
from site_builder.model.letters import LETTERS
from site_builder.model.reference import fold
from site_builder.model.vault import Vault
from site_builder.parsing.fields import FIELDS
from site_builder.parsing.text_decode import CONTROL, decode
from site_builder.reading.theme_files import read_templates
from site_builder.source import Source

LINE_END = re.compile("[\t\r\n]")
KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_-]{0,63}")
ID = re.compile(rf"\w[{LETTERS}.-]{{0,99}}")
TEMPLATES: Mapping[Kind, str] = {"contact": "---\n---\n", "intro": "---\n---\n\n## Log\n"}
REFUSING = "unknown-key"
"""A key that was probably mistyped is a warning in a note, and no reason to make one."""


class NewNote(Struct, frozen=True):
    """A note that can be made."""

    path: str
    data: bytes
    analysis: Analysis
    """Of the vault as it will be."""
    findings: tuple[Diagnostic, ...]
    """What the checks say of the note, and errors that it makes in other files."""

    @property
    def refused(self) -> bool:
        """Tell whether the note would be in error from the start."""
        return any(
            found.severity is Severity.ERROR or found.id == REFUSING for found in self.findings
        )


def values_of(given: Mapping[str, str], settings: Sequence[str]) -> dict[str, list[str]] | str:
    """Return values by key, from those with options of their own and `key=value` texts."""
    values = {key: [text] for key, text in given.items() if text}
    for setting in settings:
        key, sign, text = (part.strip() for part in setting.partition("="))
        if not (sign and text and KEY.fullmatch(key)):
            return f'expected key=value, like org=Northwind, found "{setting}"'
        if given.get(key):
            return f'"{key}" is given twice; leave out --set {key}=…'
        values.setdefault(key, []).append(text)
    unfit = (unfit_text(key, text) for key, texts in values.items() for text in texts)
    return next(filter(None, unfit), values)


def unfit_text(key: str, text: str) -> str:
    """Return what keeps a text from standing in a note, if anything does."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return f'the text of "{key}" is not UTF-8'
    found = CONTROL.search(text) or LINE_END.search(text)
    return f'the text of "{key}" holds U+{ord(found[0]):04X}; leave it out' if found else ""


def person_meant(vault: Vault, name: str) -> ContactId | str:
    """Return the id of a person, or a sentence that says why nobody is meant."""
    meant = named(vault, name)
    return meant.id if not isinstance(meant, str) else meant


def contact_id(name: str, given: str) -> str | None:
    """Return the id of a new contact; None if none can be made of the name or the one given."""
    made = given or id_of(name)
    return made if is_id(made) and not made.endswith(".md") else None


def is_id(text: str) -> bool:
    """Tell whether a new note may be called so."""
    return ID.fullmatch("".join(sign for sign in text if not is_mark(sign))) is not None


def intro_id(day: date, target: str, introducer: str) -> str:
    """Return the id of a new introduction."""
    return f"{day}-{target}-via-{introducer}"


def new_note(
    run: Run, vault: Vault, kind: Kind, stem: str, values: Mapping[str, Sequence[str]]
) -> NewNote:
    """Return the note as it is to be written; raise `EditRefusedError` if it cannot be.

    Its text is that of the vault's `templates/KIND.md`, if there is one.
    """
    path = f"{kind}s/{stem}.md"
    for document in vault.documents:
        if document.kind == kind and fold(document.id) == fold(stem):
            other = "for somebody else of this name, say --id and an id of their own"
            cure = other if kind == "contact" else ""
            raise EditRefusedError(document.path, Refusal.EXISTS, paste=cure)
    template, end = template_of(run, kind, path)
    text = note_text(template, values, FIELDS[kind])
    if text is None:
        raise EditRefusedError(path, Refusal.TEMPLATE)
    if not reads_back(text, template, values):
        raise EditRefusedError(path, Refusal.NOT_READ_BACK)
    data = text.replace("\n", end).encode()
    inputs = run.inputs()
    sources = sorted((*inputs.sources, Source(path, data)), key=lambda source: source.path)
    analysis = run.analysis(replace(inputs, sources=tuple(sources)))
    of_it = [found for found in analysis.diagnostics if found.path == path]
    elsewhere = [
        found
        for found in analysis.diagnostics
        if found.path != path and found.severity is Severity.ERROR
    ]
    known = run.check(inputs) if elsewhere else ()
    made = (found for found in elsewhere if found not in known)
    return NewNote(path, data, analysis, (*of_it, *made))


def template_of(run: Run, kind: Kind, path: str) -> tuple[str, str]:
    """Return the text of a new note before anything is known, and how its lines end.

    Raises `EditRefusedError` for the note at `path` if the vault's template cannot be read.
    """
    data = read_templates(run.root).get(f"{kind}.md")
    if data is None:
        return TEMPLATES[kind], "\n"
    text = decode(Source(f"templates/{kind}.md", data))
    if not isinstance(text, str):
        raise EditRefusedError(path, Refusal.TEMPLATE)
    return text, "\r\n" if b"\r\n" in data else "\n"
