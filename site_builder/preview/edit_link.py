"""Links that open a file of the vault in the user's editor."""

import re
from pathlib import Path
from urllib.parse import quote

from msgspec import Struct

from site_builder.source import Span

HOLES = re.compile(r"\{(path|line|column)\}")
SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
ACTIVE = frozenset({"javascript", "data", "vbscript", "blob"})
"""Schemes by which a link would run something in the page."""


class EditorUrlError(Exception):
    """The pattern can make no link."""

    def __init__(self, pattern: str) -> None:
        """Show what it should look like."""
        super().__init__(
            "DOORSTEP_EDITOR_URL must be like vscode://file/{path}:{line}:{column}, "
            f'found "{pattern}"'
        )


class Editor(Struct, frozen=True):
    """How to open a file: `vscode://file/{path}:{line}:{column}`."""

    root: Path
    pattern: str = ""
    """Empty where the user has named no editor."""

    def __post_init__(self) -> None:
        """Refuse what is no pattern of a link; raises `EditorUrlError`."""
        scheme = SCHEME.match(self.pattern)
        harmless = scheme is not None and scheme[1].lower() not in ACTIVE
        if self.pattern and not (harmless and "{path}" in self.pattern):
            raise EditorUrlError(self.pattern)

    def link(self, path: str, span: Span) -> str:
        """Return the link to a place in a file of the vault."""
        if not self.pattern:
            return ""
        place = quote(str(self.root / path))
        if "/{path}" in self.pattern:
            place = place.lstrip("/")
        told = {"path": place, "line": str(span.line), "column": str(span.column)}
        return HOLES.sub(lambda hole: told[hole[1]], self.pattern)
