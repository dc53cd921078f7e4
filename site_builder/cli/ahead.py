"""Templates are compiled in another process while this one is still being loaded.

That takes about as long as loading this program and a small vault; so nothing heavy is imported
here before the other process has begun.
"""

from collections.abc import Mapping
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from typing import Any

from site_builder.app.child import beside
from site_builder.cli.cores import cores
from site_builder.rendering.codes import Ahead, Codes


def compiling(params: Mapping[str, Any]) -> AbstractContextManager[Ahead]:
    """Begin to compile the templates that these options will most likely need."""
    return beside(params["jobs"] or cores(), partial(_codes, params))


def _codes(params: Mapping[str, Any]) -> Codes | None:
    """Compile the theme of the vault; whatever is wrong is told by whoever finds it in its turn."""
    from site_builder.parsing.settings_read import read_settings  # noqa: PLC0415 - see above
    from site_builder.reading.settings_read import read_settings_source  # noqa: PLC0415
    from site_builder.reading.theme_files import read_themes  # noqa: PLC0415
    from site_builder.reading.vault_root import find_root  # noqa: PLC0415
    from site_builder.rendering.compile_ahead import codes_of  # noqa: PLC0415
    from site_builder.rendering.theme import Theme, build_theme  # noqa: PLC0415

    root = params["root"] or find_root(Path.cwd())
    if root is None:
        return None
    settings, _ = read_settings(read_settings_source(root))
    themes = read_themes(root)
    name = params["theme"] or settings.theme
    theme = build_theme(name, themes.by_name, drafts=themes.drafts, unreadable=themes.unreadable)
    return codes_of(theme) if isinstance(theme, Theme) else None
