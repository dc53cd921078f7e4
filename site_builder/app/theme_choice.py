"""Whether the theme that the settings name exists."""

from site_builder.diagnostics import Diagnostic
from site_builder.model.settings import Settings
from site_builder.reading.theme_files import Themes
from site_builder.rendering.theme_error import no_theme
from site_builder.source import FILE_START


def unknown_theme(settings: Settings, themes: Themes) -> tuple[Diagnostic, ...]:
    """Return the finding about a theme that is set and does not exist, if it is so."""
    wanted, known = settings.theme, themes.by_name
    if wanted in known or themes.unreadable:
        return ()
    return (no_theme(wanted, known, settings.theme_span or FILE_START),)
