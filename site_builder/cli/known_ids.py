"""The ids that a shell may complete: names of files, looked at and never read."""

import re
from pathlib import Path, PurePosixPath

import click
from click.shell_completion import CompletionItem

from site_builder.reading.folder_walk import walk
from site_builder.reading.manual import page_names
from site_builder.reading.vault_root import find_root

PLAIN = re.compile(r"\w[\w.-]*")
"""An id that no shell takes for anything else."""


def people_ids(
    ctx: click.Context, _param: click.Parameter, incomplete: str
) -> list[CompletionItem[str]]:
    """Return the contacts whose ids begin so; nothing where no vault is."""
    root = find_root(_asked_for(ctx) or Path.cwd())
    found = walk(str(root), "contacts", lambda name: name.endswith(".md")) if root else ()
    return _items({PurePosixPath(file.path).stem for file in found if file.place}, incomplete)


def people_and_checks(
    ctx: click.Context, param: click.Parameter, incomplete: str
) -> list[CompletionItem[str]]:
    """Return the contacts and the checks whose ids begin so."""
    return people_ids(ctx, param, incomplete) + _items({*page_names()}, incomplete)


def _asked_for(ctx: click.Context) -> Path | None:
    """Return the vault that is named with `-C`, before the command or behind it."""
    named = (one.params.get("root") for one in (ctx, ctx.parent) if one is not None)
    return next((root for root in named if root is not None), None)


def _items(ids: set[str], incomplete: str) -> list[CompletionItem[str]]:
    fitting = (one for one in sorted(ids) if one.startswith(incomplete))
    return [CompletionItem(one) for one in fitting if PLAIN.fullmatch(one)]
