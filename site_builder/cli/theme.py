"""`build theme`: which themes there are, and a file of one to change in the vault."""

import re
from collections.abc import Mapping
from shlex import quote
from typing import Any

import click
from msgspec import to_builtins

from site_builder.app.themes import (
    ThemeChoiceError,
    ThemeLine,
    eject,
    list_themes,
    require_theme,
    theme_files,
)
from site_builder.cli.kinds import Kinds
from site_builder.cli.options import (
    ANSWER_FORMAT,
    DEBUG,
    NAME,
    ROOT,
    THEME,
    Subcommand,
    with_options,
)
from site_builder.cli.screen import put_json
from site_builder.cli.start import day_anyhow, start, start_in_vault
from site_builder.cli.started import started_as
from site_builder.cli.streams import put
from site_builder.model.settings import Settings
from site_builder.reading.theme_files import PACKAGE, read_themes
from site_builder.reporting.excerpt import columns

PLAIN = re.compile(r"\w[\w-]*")


@click.group("theme", cls=Kinds)
def command() -> None:
    """See the themes there are, or copy a file of one into the vault to change it."""


@command.command("list", cls=Subcommand, short_help="the themes there are, and which is used")
@with_options(ROOT, THEME, ANSWER_FORMAT, DEBUG)
def list_(**params: Any) -> None:
    """List the themes, a vault's own where there is one; `*` marks the one in use."""
    run = start_in_vault(params, lists=True)
    themes = read_themes(run.root if run else PACKAGE)
    lines = list_themes(themes, params["theme"] or (run.settings.theme if run else ""))
    if params["format"] == "json":
        put_json(to_builtins(lines), day_anyhow(params))
        return
    width = max(columns(line.name) for line in lines)
    put("\n".join(_shown(line, width) for line in lines))


@command.command("eject", cls=Subcommand, short_help="a file of a theme, to change it")
@click.argument("file", type=NAME, metavar="[FILE]", required=False)
@click.option(
    "--into",
    metavar="NAME",
    default="",
    envvar="DOORSTEP_INTO",
    help="The theme to put it in [default: mine].",
)
@with_options(ROOT, THEME, DEBUG)
def eject_(file: str | None, into: str, **params: Any) -> None:
    """Copy a file into the vault, to change it there.

    Without FILE, list the files of the theme in use. Nothing is ever replaced.

    \b
    Examples:
      build theme eject tokens.css
      build theme eject templates/door.html --into mine
    """
    if file is None:
        _list_files(params)
        return
    run = start(params)
    themes = read_themes(run.root)
    used = params["theme"] or run.settings.theme
    require_theme(params["theme"], run.settings, themes)
    if into and not PLAIN.fullmatch(into):
        raise click.UsageError(f'a theme is called by a plain name, not "{into}"')
    try:
        made = eject(file, run.root, themes, source=used, into=into)
    except ThemeChoiceError as error:
        raise click.UsageError(str(error)) from None
    if made.config:
        put(f'made {made.config}, a child of "{used}"')
    put(f'made {made.path}, copied from "{made.source}"')
    if made.theme and made.theme != run.settings.theme:
        vault = f" -C {quote(str(params['root']))}" if params["root"] else ""
        command = f"{started_as()}{vault} --theme {made.theme}"
        put(f'\nNext: theme = "{made.theme}" in doorstep.toml, or {command}')


def _list_files(params: Mapping[str, Any]) -> None:
    """Print what could be copied; the program's themes are there without a vault, too."""
    run = start_in_vault(params)
    settings = run.settings if run else Settings()
    themes = read_themes(run.root if run else PACKAGE)
    require_theme(params["theme"], settings, themes)
    put("\n".join(theme_files(params["theme"] or settings.theme, themes)))


def _shown(line: ThemeLine, width: int) -> str:
    notes = ["in this vault"] if line.own else []
    notes += [f"extends {line.extends}"] if line.extends else []
    more = f" ({', '.join(notes)})" if notes else ""
    name = line.name + " " * (width - columns(line.name))
    return f"{'*' if line.used else ' '} {name}  {line.description}{more}"
