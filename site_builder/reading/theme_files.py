"""Reads themes, the program's own and the vault's, and the vault's own drafts."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec import Struct, field

from site_builder.reading.folder_read import is_any, is_markdown, read_folder
from site_builder.rendering.theme_unused import NOTES
from site_builder.source import Source

ThemeFiles = Mapping[str, Mapping[str, bytes]]
"""Theme name to its files: path inside the theme's folder to bytes."""

PACKAGE = Path(__file__).parents[1]
THEMES = "themes"
TEMPLATES = "templates"
DRAFTS = "drafts/"
LARGEST_FILE = 8 * 1024 * 1024


class Themes(Struct, frozen=True):
    """All themes there are, in look-up order: the vault's own first, then the packaged ones.

    A vault's theme shadows the packaged one of the same name. The shadowed one stays in
    `packaged`, so that `themes/default` of a vault can extend the program's `default`.
    """

    own: ThemeFiles
    packaged: ThemeFiles
    drafts: Mapping[str, bytes] = field(default_factory=dict)
    """The vault's own drafts, `templates/drafts/nudge.md` as `nudge.md`."""
    stray: tuple[str, ...] = ()
    """Markdown of `templates/` that is neither a draft nor what a new note looks like."""
    unreadable: tuple[Source, ...] = ()
    """Files of themes and templates that could not be read, with the reason."""
    ours: frozenset[str] = frozenset()
    """Packaged themes from outside the vault that none of its own shadows."""

    @property
    def by_name(self) -> ThemeFiles:
        """One theme for each name: the one that is found first."""
        return {**self.packaged, **self.own}


def read_themes(root: Path, *, package: Path = PACKAGE) -> Themes:
    """Return the vault's themes and the packaged ones (`package/themes`, in a clone beside it)."""
    home = theme_home(root, package=package)
    themes = _read(root, THEMES)
    return themes_of((*_read(root, TEMPLATES), *themes), _read(home, THEMES) if home else None)


def themes_of(own: Iterable[Source], packaged: Iterable[Source] | None) -> Themes:
    """Sort out what lies in `themes/` and `templates/` of a vault, and the packaged themes.

    Without packaged ones the vault is their home, and its themes are they.
    """
    read = tuple(own)
    texts, faults = _templates(one for one in read if one.path.startswith(f"{TEMPLATES}/"))
    by_name, own_faults = _themes(one for one in read if one.path.startswith(f"{THEMES}/"))
    drafts = {
        path.removeprefix(DRAFTS): data for path, data in texts.items() if path.startswith(DRAFTS)
    }
    stray = tuple(path for path in texts if not path.startswith(DRAFTS) and path not in NOTES)
    if packaged is None:
        return Themes({}, by_name, drafts, stray, faults + own_faults)
    others, other_faults = _themes(packaged)
    ours = frozenset(others.keys() - by_name.keys())
    return Themes(by_name, others, drafts, stray, faults + own_faults + other_faults, ours)


def theme_home(root: Path, *, package: Path = PACKAGE) -> Path | None:
    """Return the folder that has the packaged themes, unless it is the vault itself.

    The repository is a vault, too: the demo.
    """
    home = package if (package / THEMES).is_dir() else package.parent
    return None if home.resolve() == root.resolve() else home


def has_own(root: Path) -> bool:
    """Tell whether a vault may bring themes or drafts of its own."""
    themes = os.path.lexists(root / THEMES) and theme_home(root) is not None
    return themes or os.path.lexists(root / TEMPLATES)


def read_templates(root: Path) -> Mapping[str, bytes]:
    """Return the vault's readable `templates/**/*.md` by their path inside `templates/`."""
    return _templates(_read(root, TEMPLATES))[0]


def _read(root: Path, below: str) -> tuple[Source, ...]:
    wanted = is_markdown if below == TEMPLATES else is_any
    return read_folder(root, below, wanted=wanted, most=LARGEST_FILE + 1)


def _templates(read: Iterable[Source]) -> tuple[Mapping[str, bytes], tuple[Source, ...]]:
    kept, faults = _sorted_out(read)
    return {source.path.partition("/")[2]: source.data for source in kept}, faults


def _themes(read: Iterable[Source]) -> tuple[ThemeFiles, tuple[Source, ...]]:
    """Sort the files below `themes/` by the folder they are in."""
    kept, faults = _sorted_out(read)
    themes: dict[str, dict[str, bytes]] = {}
    for source in kept:
        _, name, *rest = source.path.split("/", 2)
        if rest:  # a file that lies in `themes/` itself belongs to no theme
            themes.setdefault(name, {})[rest[0]] = source.data
    return themes, faults


def _sorted_out(read: Iterable[Source]) -> tuple[list[Source], tuple[Source, ...]]:
    """Part what can be used from what is unreadable or too large."""
    kept: list[Source] = []
    faults: list[Source] = []
    for source in read:
        if source.unreadable:
            faults.append(source)
        elif len(source.data) > LARGEST_FILE:
            faults.append(Source(source.path, unreadable="it is larger than 8 MiB"))
        else:
            kept.append(source)
    return kept, tuple(faults)
