"""Running all checks over a handful of files, as the program does."""

from collections.abc import Iterable
from datetime import date

from site_builder.audience.vault_filter import shown_to
from site_builder.checks import run_checks
from site_builder.diagnostics import Diagnostic
from site_builder.insights.threads import threads_of
from site_builder.model.document import Document
from site_builder.model.settings import Settings
from site_builder.model.vault_assemble import assemble
from site_builder.parsing.document_read import read_document
from site_builder.parsing.settings_read import read_settings
from site_builder.source import Source

from .manual_page import SETTINGS


def check_files(
    files: Iterable[Source], today: date, audience: str = "private"
) -> tuple[Diagnostic, ...]:
    """Return every finding of a vault, those of its settings included."""
    by_path = {source.path: source for source in files}
    settings, problems = read_settings(by_path.pop(SETTINGS, None))
    documents = tuple(read_document(by_path[path]) for path in sorted(by_path))
    return (*problems, *check_documents(documents, settings, today=today, audience=audience))


def check_documents(
    documents: tuple[Document, ...], settings: Settings, *, today: date, audience: str = "private"
) -> tuple[Diagnostic, ...]:
    """Return every finding of files that were read before."""
    vault = assemble(documents, settings)
    readers = settings.audience(audience)
    assert readers is not None
    shown = shown_to(readers, vault)
    return run_checks(vault, threads_of(vault, today), today, shown=shown)


def text_of(findings: Iterable[Diagnostic]) -> str:
    """Return findings as the manual shows them: the first line and the help."""
    return "".join(
        f"{found.path}:{found.span.line}:{found.span.column}: "
        f"{found.severity}[{found.id}]: {found.message}\nhelp: {found.help}\n"
        for found in findings
    )
