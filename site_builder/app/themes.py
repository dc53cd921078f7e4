"""Themes as a user handles them: which there are, and a file of one to change in the vault."""

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from site_builder.app.run import SettingsError, unknown_theme
from site_builder.compiler import Look
from site_builder.diagnostics import Diagnostic
from site_builder.did_you_mean import NEAR, did_you_mean
from site_builder.model.settings import Settings
from site_builder.reading.theme_files import Themes
from site_builder.rendering.codes import Ahead, nothing_ahead
from site_builder.rendering.theme import Theme, build_theme
from site_builder.rendering.theme_config import read_config

OWN = "mine"
"""What the first theme of a vault is called, unless somebody says otherwise."""
CONFIG = "theme.toml"


class ThemeChoiceError(Exception):
    """A theme, or a file of one, that was asked for and does not exist or may not be made."""


class ThemeLine(Struct, frozen=True):
    """One theme of the list."""

    name: str
    description: str
    """What its `theme.toml` says, or what is wrong with that."""
    extends: str
    own: bool
    """It lies in the vault."""
    used: bool


class Ejected(Struct, frozen=True):
    """A file that was copied to be changed."""

    source: str
    """The theme it comes from."""
    path: str
    """Where it is now, from the vault's root."""
    config: str
    """The `theme.toml` that was made for it; empty where there was one, or none is needed."""
    theme: str
    """The theme that now has it; empty for drafts, which belong to the vault."""


def require_theme(given: str | None, settings: Settings, themes: Themes) -> None:
    """Raise unless the theme given on the command line, or else the one set, exists."""
    wanted = replace(settings, theme=given) if given else settings
    for found in unknown_theme(wanted, themes):
        if given:
            raise ThemeChoiceError(f"{found.message}; {found.help}")
        raise SettingsError((found,))


def look_with(name: str, themes: Themes, codes: Ahead = nothing_ahead) -> Look:
    """Return what a site looks like in a theme; whether there is one is asked when it is made."""
    return Look(
        theme=name,
        themes=themes.by_name,
        drafts=themes.drafts,
        unreadable=themes.unreadable,
        stray=themes.stray,
        ours=themes.ours,
        codes=codes,
    )


def list_themes(themes: Themes, used: str) -> tuple[ThemeLine, ...]:
    """Return every theme by name; a broken one is in the list with what is wrong."""
    return tuple(
        _line(name, files, own=name in themes.own, used=name == used)
        for name, files in sorted(themes.by_name.items())
    )


def theme_files(name: str, themes: Themes) -> Mapping[str, tuple[str, bytes]]:
    """Return each file of a theme and its parents: the theme that gives it, and its bytes."""
    theme = _built(name, themes)
    found: dict[str, tuple[str, bytes]] = {}
    for one in reversed(theme.chain):
        found |= {path: (one, data) for path, data in themes.by_name[one].items()}
    return {path: found[path] for path in sorted(found) if path != CONFIG}


def eject(wanted: str, root: Path, themes: Themes, *, source: str, into: str = "") -> Ejected:
    """Copy a theme's file into the vault, to be changed there; nothing is ever replaced.

    A theme of the vault gets the file itself; else it goes to the theme `into`, made as a child
    of `source`. A draft goes to `templates/drafts/`, where it holds for every theme.
    """
    files = theme_files(source, themes)
    path = _meant(wanted, files)
    giver, data = files[path]
    if path.startswith("drafts/"):
        place = f"templates/{path}"
        _write(root, {place: data})
        return Ejected(giver, place, "", "")
    theme = into or (source if source in themes.own else OWN)
    place, config = f"themes/{theme}/{path}", f"themes/{theme}/{CONFIG}"
    known = themes.by_name.get(theme)
    if known is not None and not (root / "themes" / theme).is_dir():
        raise ThemeChoiceError(f'"{theme}" is a theme of the program; choose another name')
    made = {} if known is not None else {config: _config(theme, source)}
    _write(root, {**made, place: data})
    return Ejected(giver, place, config if made else "", theme)


def _line(name: str, files: Mapping[str, bytes], *, own: bool, used: bool) -> ThemeLine:
    config = read_config(name, files.get(CONFIG), path=f"themes/{name}/{CONFIG}")
    if isinstance(config, Diagnostic):
        wrong = f"{config.path}:{config.span.line}: {config.message}"
        return ThemeLine(name, wrong, "", own, used)
    return ThemeLine(name, config.description, config.extends, own, used)


def _built(name: str, themes: Themes) -> Theme:
    theme = build_theme(name, themes.by_name)
    if isinstance(theme, Theme):
        return theme
    raise ThemeChoiceError(f"{theme[0].path}:{theme[0].span.line}: {theme[0].message}")


def _meant(wanted: str, files: Mapping[str, object]) -> str:
    """Find the file by its path, or by the end of it where that says which."""
    ends = [path for path in files if path == wanted or path.endswith(f"/{wanted}")]
    if wanted in files or len(ends) == 1:
        return wanted if wanted in files else ends[0]
    if ends:
        raise ThemeChoiceError(f'"{wanted}" may be {" or ".join(ends)}: write more of it')
    names = {path.rpartition("/")[2]: path for path in files} | {path: path for path in files}
    near = did_you_mean(wanted, names, most=NEAR)  # an ending is common to many
    meant = f'; did you mean "{names[near]}"?' if near else ""
    raise ThemeChoiceError(f'no theme in the chain has a file "{wanted}"{meant}')


def _config(theme: str, source: str) -> bytes:
    return f'name = "{theme}"\nextends = "{source}"\n'.encode()


def _write(root: Path, files: Mapping[str, bytes]) -> None:
    for path in files:
        if (root / path).exists():
            raise ThemeChoiceError(f'"{path}" is already there; nothing was changed')
    for path, data in files.items():
        place = root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("xb") as file:
            file.write(data)
