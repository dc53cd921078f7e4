"""What the preview is given of a build, and where each page's own file is."""

from collections.abc import Callable
from functools import cache

from site_builder.app.watch_build import Attempt
from site_builder.diagnostics import Diagnostic, Severity, count
from site_builder.insights.insight import Insights
from site_builder.model.contact import ContactId
from site_builder.pages.page import contact_address, door_address, intro_address
from site_builder.preview.edit_link import Editor
from site_builder.preview.problems_json import problems_json
from site_builder.preview.shown import Built, no_source
from site_builder.source import FILE_START


def built_of(attempt: Attempt, editor: Editor, *, own: bool = True) -> Built:
    """Return what the preview shows after a build.

    The preview of an audience may be shown to it, and is then not the owner's `own`: findings and
    the places of files are for the terminal, the Problems page among them.
    """
    found = attempt.diagnostics if own else _withheld(attempt.diagnostics)
    return Built(
        files=attempt.files,
        aside=attempt.aside if own else {},
        problems=problems_json(found, editor.link),
        errors=count(found, Severity.ERROR),
        warnings=count(found, Severity.WARNING),
        edit_link=_edit_link(attempt, editor) if editor.pattern and own else no_source,
    )


def _withheld(found: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """Return one finding that says no more than that there are some, each time in one place."""
    wrong = any(one.severity is Severity.ERROR for one in found)
    message = "there are errors in the files of this site; its owner is told which"
    return (Diagnostic("withheld", Severity.ERROR, message, ".", FILE_START),) if wrong else ()


def _edit_link(attempt: Attempt, editor: Editor) -> Callable[[str], str]:
    @cache
    def paths() -> dict[str, str]:
        return paths_by_address(attempt.site.analysis.insights) if attempt.site else {}

    def link(address: str) -> str:
        path = paths().get(address)
        return editor.link(path, FILE_START) if path else ""

    return link


def paths_by_address(insights: Insights) -> dict[str, str]:
    """Return the file behind each page that has one; a door opens its latest introduction."""
    paths: dict[str, str] = {}
    files: dict[str, str] = {}
    for document in insights.vault.documents:
        if document.kind == "contact":
            address = contact_address(ContactId(document.id))
        else:
            address = intro_address(document.id)
            files[document.id] = document.path
        paths.setdefault(address, document.path)
    for door in insights.doors:
        latest = door.thread.spokes[-1].intro.id
        paths[door_address(door.thread.id)] = files.get(latest, "")
    return paths
