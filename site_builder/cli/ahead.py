"""What other processes begin while this one is being loaded: reading files, compiling templates.

Templates are compiled once for a program. A vault that brings themes or drafts of its own has them
compiled in every run: their code would have to lie somewhere, and no vault is trusted with code.
"""

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import cache, partial
from pathlib import Path
from typing import Any

from site_builder.app.child import beside
from site_builder.app.kept_codes import keep, recall
from site_builder.app.read_ahead import ReadAhead, nothing_read, reading_ahead
from site_builder.cli.cores import cores
from site_builder.cli.options import is_folder
from site_builder.parsing.settings_read import read_settings
from site_builder.reading.settings_read import read_settings_source
from site_builder.reading.theme_files import PACKAGE, has_own, read_themes
from site_builder.reading.vault_root import find_root
from site_builder.rendering.codes import Ahead, Codes, nothing_ahead


def reading(params: Mapping[str, Any]) -> AbstractContextManager[ReadAhead]:
    """Begin to read the files that a build with these options will need."""
    root = _root(params)
    if root is None or not is_folder(root) or params["watch"] or params["no_cache"]:
        return nullcontext(nothing_read)
    return reading_ahead(root, params["jobs"] or cores())


def _root(params: Mapping[str, Any]) -> Path | None:
    """Return where the vault will be found, if it is one."""
    root: Path | None = params["root"] or find_root(Path.cwd())
    return root


@contextmanager
def compiling(params: Mapping[str, Any]) -> Iterator[Ahead]:
    """Offer the code of the templates that these options will most likely need."""
    root = _root(params)
    if root is None:
        yield nothing_ahead
        return
    theme = params["theme"] or read_settings(read_settings_source(root))[0].theme
    own = has_own(root)
    if not own and (kept := recall(theme)):
        yield lambda: kept
        return
    work = partial(_compiled, root, theme, own=own)
    with beside(params["jobs"] or cores(), work) as ahead:
        yield cache(lambda: ahead() or work())


def _compiled(root: Path, name: str, *, own: bool) -> Codes | None:
    """Compile the templates; whatever is wrong is told by whoever finds it in its turn."""
    from site_builder.rendering.compile_ahead import codes_of  # noqa: PLC0415 - see above
    from site_builder.rendering.theme import Theme, build_theme  # noqa: PLC0415 - as above

    themes = read_themes(root)
    theme = build_theme(name, themes.by_name, drafts=themes.drafts, unreadable=themes.unreadable)
    if not isinstance(theme, Theme):
        return None
    codes = codes_of(theme)
    if not own:
        keep(theme.name, codes)
    return codes


def compile_packaged() -> None:
    """Compile the templates of all packaged themes, as modules are when they are installed."""
    for name in read_themes(PACKAGE).packaged:
        _compiled(PACKAGE, name, own=False)


if __name__ == "__main__":
    compile_packaged()
