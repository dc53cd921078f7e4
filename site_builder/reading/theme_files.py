"""Reads themes, the program's own and the vault's, and the vault's own drafts."""

import os
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct, field

from site_builder.reading.folder_read import is_any, is_markdown, read_folder
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
    unreadable: tuple[Source, ...] = ()
    """Files of themes and templates that could not be read, with the reason."""

    @property
    def by_name(self) -> ThemeFiles:
        """One theme for each name: the one that is found first."""
        return {**self.packaged, **self.own}


def read_themes(root: Path, *, package: Path = PACKAGE) -> Themes:
    """Return the vault's themes and the packaged ones (`package/themes`, in a clone beside it)."""
    home = _home(package)
    packaged, faults = _themes_in(home)
    own: ThemeFiles = {}
    if not _is_demo(root, home):
        own, own_faults = _themes_in(root)
        faults = own_faults + faults
    templates, template_faults = _templates_in(root)
    drafts = {
        path.removeprefix(DRAFTS): data
        for path, data in templates.items()
        if path.startswith(DRAFTS)
    }
    return Themes(own, packaged, drafts, template_faults + faults)


def has_own(root: Path, *, package: Path = PACKAGE) -> bool:
    """Tell whether a vault may bring themes or drafts of its own."""
    themes = os.path.lexists(root / THEMES) and not _is_demo(root, _home(package))
    return themes or os.path.lexists(root / TEMPLATES)


def read_templates(root: Path) -> Mapping[str, bytes]:
    """Return the vault's readable `templates/**/*.md` by their path inside `templates/`."""
    return _templates_in(root)[0]


def _home(package: Path) -> Path:
    """Return the folder that has the packaged themes."""
    return package if (package / THEMES).is_dir() else package.parent


def _is_demo(root: Path, home: Path) -> bool:
    """Tell whether a vault is the repository itself, whose themes are the packaged ones."""
    return home.resolve() == root.resolve()


def _templates_in(root: Path) -> tuple[Mapping[str, bytes], tuple[Source, ...]]:
    read = read_folder(root, TEMPLATES, wanted=is_markdown, most=LARGEST_FILE + 1)
    kept, faults = _sorted_out(read)
    return {source.path.partition("/")[2]: source.data for source in kept}, faults


def _themes_in(home: Path) -> tuple[ThemeFiles, tuple[Source, ...]]:
    """Sort the files below `home/themes` by the folder they are in."""
    read = read_folder(home, THEMES, wanted=is_any, most=LARGEST_FILE + 1)
    kept, faults = _sorted_out(read)
    themes: dict[str, dict[str, bytes]] = {}
    for source in kept:
        _, name, *rest = source.path.split("/", 2)
        if rest:  # a file that lies in `themes/` itself belongs to no theme
            themes.setdefault(name, {})[rest[0]] = source.data
    return themes, faults


def _sorted_out(read: tuple[Source, ...]) -> tuple[list[Source], tuple[Source, ...]]:
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
