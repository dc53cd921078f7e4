"""A theme: templates, drafts and static files, merged along its chain of parents."""

import re
from collections.abc import Iterator, Mapping
from hashlib import sha256
from types import MappingProxyType

from msgspec import Struct

from site_builder.diagnostics import Diagnostic
from site_builder.did_you_mean import NEAR, guess
from site_builder.rendering.theme_config import (
    ThemeConfig,
    no_theme,
    read_config,
    theme_error,
    themes_here,
)
from site_builder.source import FILE_START, Source, Span

ThemeFiles = Mapping[str, Mapping[str, bytes]]
"""Theme name to its files: path inside the theme's folder to bytes."""

READS_NAV = re.compile(r"\.\s*nav\b|\[\s*[\"']nav|\battr\s*\(")
"""What a template that looks at `site.nav` has in its text."""

SCRIPTS = "static/js/"

NO_DRAFTS: Mapping[str, bytes] = MappingProxyType({})


class Theme(Struct, frozen=True):
    """Everything a theme gives, merged: the first in the chain that has a file wins."""

    name: str
    chain: tuple[str, ...]
    """The theme and its parents, nearest first."""
    templates: Mapping[str, str]
    """`door.html`, `drafts/nudge.md`, and each theme's own as `default/door.html`."""
    paths: Mapping[str, str]
    """Where each template was written, for findings."""
    static: Mapping[str, bytes]
    """Files to be copied, by their address on the site: `static/css/base.css`."""
    scripts: tuple[str, ...]
    """Classic scripts of every page, in order, by address."""
    fingerprint: str
    """Equal for themes whose templates are equal."""

    @property
    def counts_everywhere(self) -> bool:
        """Tell whether a page may count for itself what the navigation counts."""
        own = (text for name, text in self.templates.items() if not name.endswith("nav.html"))
        return any(READS_NAV.search(text) for text in own)


def build_theme(
    name: str,
    themes: ThemeFiles,
    *,
    drafts: Mapping[str, bytes] = NO_DRAFTS,
    unreadable: tuple[Source, ...] = (),
    place: Span = FILE_START,
) -> Theme | tuple[Diagnostic, ...]:
    """Merge the theme `name` with its parents.

    `drafts` are the vault's own (`nudge.md`); at `place` of the settings the theme is chosen.
    """
    if unreadable:
        return tuple(theme_error(source.path, 1, source.unreadable) for source in unreadable)
    configs, faults = _chain(name, themes, place)
    if faults:
        return faults
    chain = tuple(config.name for config in configs)
    templates: dict[str, str] = {}
    paths: dict[str, str] = {}
    found: list[Diagnostic] = []
    for template, path, data in _texts(chain, themes, drafts):
        text = _decoded(data, path)
        if isinstance(text, Diagnostic):
            found.append(text)
        else:
            templates.setdefault(template, text)
            paths.setdefault(template, path)
    if found:
        return tuple(dict.fromkeys(found))
    told = next((config for config in configs if config.scripts is not None), configs[0])
    scripts = told.scripts or ()
    static = _static(chain, themes, silent=told.name if told.scripts == () else "")
    lost = [script for script in scripts if "/" in script and script not in static]
    if lost:  # without a folder it may be a file that the build writes
        return tuple(_no_script(script, told, static) for script in lost)
    return Theme(name, chain, templates, paths, static, scripts, _fingerprint(templates))


def _chain(
    name: str, themes: ThemeFiles, place: Span
) -> tuple[tuple[ThemeConfig, ...], tuple[Diagnostic, ...]]:
    configs: list[ThemeConfig] = []
    if name not in themes:
        return (), (no_theme(name, themes, place),)
    path, wanted, line = "", name, 1
    while wanted:
        if wanted not in themes:
            message = f'there is no theme "{wanted}"'
            return (), (theme_error(path, line, message, cure=themes_here(wanted, themes)),)
        if wanted in (config.name for config in configs):
            message = f'theme "{wanted}" extends itself'
            return (), (theme_error(path, line, message, cure="end the chain of `extends`"),)
        path = f"themes/{wanted}/theme.toml"
        config = read_config(wanted, themes[wanted].get("theme.toml"), path=path)
        if isinstance(config, Diagnostic):
            return (), (config,)
        configs.append(config)
        wanted, line = config.extends, config.extends_line
    return tuple(configs), ()


def _texts(
    chain: tuple[str, ...], themes: ThemeFiles, drafts: Mapping[str, bytes]
) -> Iterator[tuple[str, str, bytes]]:
    """Yield template name, path and bytes, the nearest first."""
    for path, data in sorted(drafts.items()):
        yield f"drafts/{path}", f"templates/drafts/{path}", data
    for name in chain:
        for path, data in sorted(themes[name].items()):
            place = f"themes/{name}/{path}"
            template = path.removeprefix("templates/")
            if template != path or path.startswith("drafts/"):
                yield template, place, data
                yield f"{name}/{template}", place, data


def _no_script(script: str, told: ThemeConfig, static: Mapping[str, bytes]) -> Diagnostic:
    cure = guess(script, static, most=NEAR) or "a script lies in static/, and is named with it"
    path = f"themes/{told.name}/theme.toml"
    message = f'this theme has no file "{script}"'
    return theme_error(path, told.scripts_line, message, cure=cure)


def _static(chain: tuple[str, ...], themes: ThemeFiles, *, silent: str) -> Mapping[str, bytes]:
    """Return the files to be copied; the theme `silent` takes over no script of its parents."""
    merged: dict[str, bytes] = {}
    for name in reversed(chain):
        if name == silent:
            merged = {path: data for path, data in merged.items() if not path.startswith(SCRIPTS)}
        merged |= {path: data for path, data in themes[name].items() if path.startswith("static/")}
    return dict(sorted(merged.items()))


def _fingerprint(templates: Mapping[str, str]) -> str:
    told = "\0".join(f"{name}\0{templates[name]}" for name in sorted(templates))
    return sha256(told.encode()).hexdigest()


def _decoded(data: bytes, path: str) -> str | Diagnostic:
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return theme_error(path, line, "the file is not UTF-8", cure="save it as UTF-8")
