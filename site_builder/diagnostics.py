"""What the program has to say about a file: one type for every output."""

from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct

from site_builder.source import Span


class Severity(StrEnum):
    """How much a finding matters; settings may change it per check."""

    ERROR = "error"
    """Nothing is published until it is mended."""
    WARNING = "warning"
    """Worth a look; fails the run only with `--strict`."""
    HINT = "hint"
    """Good to know; never fails a run."""


class Diagnostic(Struct, frozen=True):
    """One finding with the exact place it speaks of and the cure."""

    id: str
    """The check's name: its module, its manual page `docs/checks/ID.md` and its anchor."""
    severity: Severity
    message: str
    path: str
    span: Span
    help: str = ""
    excerpt: str = ""
    """The original line at the span's start, without its line end."""

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """Findings are shown by path, line, column and id."""
        return (self.path, self.span.line, self.span.column, self.id, self.message)


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return findings as they are shown."""
    return tuple(sorted(diagnostics, key=lambda found: found.order))


def count(diagnostics: tuple[Diagnostic, ...], severity: Severity) -> int:
    """Return how many findings have this severity."""
    return sum(1 for found in diagnostics if found.severity is severity)
