"""The one finding of this package: a theme cannot be used, with the file and line to blame."""

from site_builder.diagnostics import Diagnostic, Severity
from site_builder.source import Span


def theme_error(path: str, line: int, message: str, *, cure: str = "") -> Diagnostic:
    """Return the finding for one line of a theme's file."""
    return Diagnostic("theme-error", Severity.ERROR, message, path, Span(line, 1, line, 1), cure)
