"""The findings of this package: a theme cannot be used, with the file and line to blame."""

from collections.abc import Collection

from site_builder.diagnostics import Diagnostic, Severity
from site_builder.did_you_mean import guess
from site_builder.source import Span

SETTINGS = "doorstep.toml"


def theme_error(
    path: str, line: int, message: str, *, cure: str = "", column: int = 1
) -> Diagnostic:
    """Return the finding for one line of a theme's file."""
    span = Span(line, column, line, column)
    return Diagnostic("theme-error", Severity.ERROR, message, path, span, cure)


def no_theme(wanted: str, themes: Collection[str], place: Span) -> Diagnostic:
    """Return the finding for settings that choose, at `place`, a theme that does not exist."""
    message, cure = f'there is no theme "{wanted}"', themes_here(wanted, themes)
    return Diagnostic("invalid-setting", Severity.ERROR, message, SETTINGS, place, cure)


def themes_here(wanted: str, themes: Collection[str]) -> str:
    """Return what to say where the theme `wanted` does not exist: the nearest, and all."""
    if not themes:
        return "no theme is here"
    return f"{guess(wanted, themes)} themes here: {', '.join(sorted(themes))}".lstrip()
