"""Everything a build is made from, looked at again and again: what changed, by content."""

from collections.abc import Callable
from pathlib import Path

from site_builder.reading.names_skip import is_skipped
from site_builder.reading.scan import (
    TEMPLATE_FILES,
    THEME_FILES,
    VAULT_FILES,
    FileSet,
)
from site_builder.reading.settings_read import SETTINGS_FILE, read_settings_source
from site_builder.reading.theme_files import Themes, theme_home, themes_of
from site_builder.reading.vault_root import VAULT_FOLDERS, is_vault
from site_builder.source import Source
from site_builder.watch.places import Places

LOOK_FOLDERS = (THEME_FILES.folder, TEMPLATE_FILES.folder)
FOLDERS = (*VAULT_FOLDERS, *LOOK_FOLDERS)
NOTES_END = ".md"


class VaultFiles:
    """The vault, its settings and its themes as they were at the last look.

    Nothing is read between looks: what a build is made of is what a look compared.
    """

    def __init__(self, root: Path, now: Callable[[], int]) -> None:
        """Know nothing yet; `now` is the time in nanoseconds since 1970."""
        self.root = root
        self._notes = FileSet(root, VAULT_FILES, now=now)
        self._own = FileSet(root, (TEMPLATE_FILES, THEME_FILES), now=now)
        home = theme_home(root)
        self._packaged = None if home is None else FileSet(home, (THEME_FILES,), now=now)
        self._themes: Themes | None = None
        self.settings: Source | None = None
        """`doorstep.toml`."""
        self.gone = False
        """Whether there is no vault at this place any more."""

    @property
    def sources(self) -> tuple[Source, ...]:
        """The notes in path order."""
        return self._notes.sources

    @property
    def themes(self) -> Themes:
        """All themes and the vault's own drafts."""
        if self._themes is None:
            packaged = None if self._packaged is None else self._packaged.sources
            self._themes = themes_of(self._own.sources, packaged)
        return self._themes

    def look(self, named: frozenset[str] | None = None) -> tuple[str, ...]:
        """Return what changed; only known notes among `named` are looked at if that is enough."""
        if named is not None and all(path.startswith(VAULT_FOLDERS) for path in named):
            return self._notes.look_at(named)
        notes, looks = self._notes.look(), self._look_at_themes()
        settings, gone = read_settings_source(self.root), not is_vault(self.root)
        changed = (SETTINGS_FILE,) if settings != self.settings else ()
        came_or_went = (self.root.name,) if gone != self.gone else ()
        self.settings, self.gone = settings, gone
        return (*came_or_went, *changed, *notes, *looks)

    def _look_at_themes(self) -> tuple[str, ...]:
        packaged = () if self._packaged is None else self._packaged.look()
        changed = (*self._own.look(), *packaged)
        if changed:
            self._themes = None
        return changed


def places_of(root: Path) -> Places:
    """Return where changes of a vault show, and which names mean any."""
    real = root.resolve()
    deep = [real / folder for folder in FOLDERS]
    if (home := theme_home(real)) is not None:
        deep.append(home.resolve() / THEME_FILES.folder)

    def judge(path: str) -> str | None:
        place = Path(path)
        if not place.is_relative_to(real):
            return "" if not is_skipped(place.name) else None
        parts = place.relative_to(real).parts
        if not parts or any(map(is_skipped, parts)):
            return None
        name = "/".join(parts)
        if name == SETTINGS_FILE or (parts[0] in VAULT_FOLDERS and name.endswith(NOTES_END)):
            return name
        return "" if parts[0] in FOLDERS else None

    return Places(shallow=(real,), deep=tuple(deep), judge=judge)
