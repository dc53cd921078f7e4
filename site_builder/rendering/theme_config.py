"""Reads `theme.toml`, and says what is wrong with a theme."""

import re
import tomllib
from collections.abc import Collection

from msgspec import Struct

from site_builder.diagnostics import Diagnostic, Severity
from site_builder.did_you_mean import guess
from site_builder.source import Span

SETTINGS = "doorstep.toml"
TEXT_KEYS = ("name", "description", "extends")
KEYS = (*TEXT_KEYS, "scripts")


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


class ThemeConfig(Struct, frozen=True):
    """The contents of one `theme.toml`."""

    name: str
    """The folder's name, by which settings choose the theme."""
    description: str = ""
    extends: str = ""
    extends_line: int = 1
    scripts_line: int = 1
    scripts: tuple[str, ...] | None = None
    """None leaves the parent's scripts as they are; an empty list switches them off."""


def read_config(name: str, data: bytes | None, *, path: str) -> ThemeConfig | Diagnostic:
    """Read the file of the theme in the folder `name`."""
    if data is None:
        cure = f'write a theme.toml with at least `name = "{name}"`'
        return theme_error(path, 1, f'theme "{name}" has no theme.toml', cure=cure)
    text = data.decode("utf-8-sig", "replace")
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        said, _, where = str(error).partition(" (at ")
        place = [int(number) for number in re.findall(r"\d+", where)]
        line, column = place if len(place) == 2 else (text.count("\n") + 1, 1)  # noqa: PLR2004
        return theme_error(path, line, said, column=column)
    for key, value in table.items():
        if key not in KEYS:
            cure = f"{guess(key, KEYS)} keys of a theme: {', '.join(KEYS)}".lstrip()
            return theme_error(path, _line(text, key), f'unknown key "{key}"', cure=cure)
        if not (isinstance(value, str) if key in TEXT_KEYS else _is_texts(value)):
            wanted = "a text" if key in TEXT_KEYS else "a list of texts"
            return theme_error(path, _line(text, key), f"`{key}` should be {wanted}")
    scripts = table.get("scripts")
    return ThemeConfig(
        name,
        table.get("description", ""),
        table.get("extends", ""),
        _line(text, "extends"),
        _line(text, "scripts"),
        None if scripts is None else tuple(scripts),
    )


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _line(text: str, key: str) -> int:
    place = re.search(rf'^\s*\[*"?{re.escape(key)}\b', text, re.MULTILINE)
    return text.count("\n", 0, place.end()) + 1 if place else 1
