"""Vaults from texts: `{path: text}`, dedented, to documents, a vault and what follows from it."""

from collections.abc import Mapping
from datetime import date
from textwrap import dedent

from site_builder.insights.analyse import analyse, suggestion_for
from site_builder.insights.candidate import Candidate, Suggestion
from site_builder.insights.insight import Door, Insights
from site_builder.insights.threads import threads_of
from site_builder.model.contact import Contact, ContactId
from site_builder.model.document import Document
from site_builder.model.intro import Intro
from site_builder.model.settings import Settings
from site_builder.model.vault import Vault
from site_builder.model.vault_assemble import assemble
from site_builder.parsing.document_read import read_document
from site_builder.parsing.settings_read import read_settings
from site_builder.source import Source, Span

Files = Mapping[str, str]


def document_of(text: str, path: str = "contacts/tara.md") -> Document:
    """Read one file."""
    return read_document(Source(path, dedent(text).lstrip("\n").encode()))


def contact_of(text: str) -> Contact:
    """Read one contact that has no faults."""
    document = document_of(text)
    assert not document.faults
    assert isinstance(document.record, Contact)
    return document.record


def intro_of(text: str) -> Intro:
    """Read one introduction that has no faults."""
    document = document_of(text, "intros/tara-via-ana.md")
    assert not document.faults
    assert isinstance(document.record, Intro)
    return document.record


def excerpt(document: Document, span: Span) -> str:
    """Return the text on which a one-line span lies."""
    assert span.line == span.end_line
    return document.text.split("\n")[span.line - 1][span.column - 1 : span.end_column - 1]


def settings_of(toml: str) -> Settings:
    """Read settings that are in order."""
    settings, found = read_settings(Source("doorstep.toml", dedent(toml).encode()))
    assert not found
    return settings


def vault_of(files: Files, settings: Settings | None = None, *, drafts: bool = False) -> Vault:
    """Assemble a vault; the files come in the order given."""
    documents = tuple(document_of(text, path) for path, text in files.items())
    return assemble(documents, settings or Settings(), drafts=drafts)


def insights_of(files: Files, today: str, settings: Settings | None = None) -> Insights:
    """Analyse a vault on a day."""
    vault, day = vault_of(files, settings), date.fromisoformat(today)
    return analyse(vault, threads_of(vault, day), day)


def door_of(files: Files, today: str, settings: Settings | None = None) -> Door:
    """Return the only thread of a vault, with its verdict."""
    (door,) = insights_of(files, today, settings).doors
    return door


def suggestion_of(
    files: Files, today: str, settings: Settings | None = None, target: str = "tara"
) -> Suggestion:
    """Return who could introduce me to the target."""
    return suggestion_for(insights_of(files, today, settings), ContactId(target))


def listed(suggestion: Suggestion) -> list[str]:
    """Return everybody in either list of an answer, the suggested first."""
    suggested = [str(one.contact) for one in suggestion.suggested]
    return suggested + [str(one.contact) for one in suggestion.not_suggested]


def candidate_of(files: Files, who: str, today: str, settings: Settings | None = None) -> Candidate:
    """Return one of those who could introduce me to tara."""
    suggested = suggestion_of(files, today, settings).suggested
    return next(one for one in suggested if one.contact == who)


def people(names: str, **facts: str) -> dict[str, str]:
    """Write a contact file per name; `facts` are further lines of front matter."""
    return {
        f"contacts/{name}.md": f"---\nname: {name.title()}\n{_lines(facts.get(name, ''))}---\n"
        for name in names.split()
    }


def intro(log: str, **keys: str) -> str:
    """Write an introduction to tara by ana, unless the keys say otherwise; one event a line."""
    facts = {"target": "tara", "introducer": "ana", **keys}
    head = "".join(f"{key}: {value}\n" for key, value in facts.items())
    return f"---\n{head}---\n\n## Log\n\n{_lines(log, '- ')}"


def _lines(text: str, mark: str = "") -> str:
    return "".join(f"{mark}{line}\n" for line in dedent(text).strip().splitlines())
