"""The ids that a shell may complete: names of files, looked at and never read."""

import re
from pathlib import Path, PurePosixPath

import click
from click.shell_completion import CompletionItem

from site_builder.model.intro import EVENTS
from site_builder.reading.folder_walk import walk
from site_builder.reading.manual import page_names
from site_builder.reading.vault_root import find_root

PLAIN = re.compile(r"\w[\w.-]*")
"""An id that no shell takes for anything else."""


def people_ids(
    ctx: click.Context, _param: click.Parameter, incomplete: str
) -> list[CompletionItem[str]]:
    """Return the contacts whose ids begin so; nothing where no vault is."""
    return _items(_ids(ctx, "contacts"), incomplete)


def people_and_checks(
    ctx: click.Context, param: click.Parameter, incomplete: str
) -> list[CompletionItem[str]]:
    """Return the contacts and the checks whose ids begin so."""
    return people_ids(ctx, param, incomplete) + _items({*page_names()}, incomplete)


def intros_and_people(
    ctx: click.Context, _param: click.Parameter, incomplete: str
) -> list[CompletionItem[str]]:
    """Return the introductions and the contacts whose ids begin so."""
    return _items(_ids(ctx, "intros") | _ids(ctx, "contacts"), incomplete)


def event_words(
    _ctx: click.Context, _param: click.Parameter, incomplete: str
) -> list[CompletionItem[str]]:
    """Return the events of the log that begin so, in the order of the format."""
    return [CompletionItem(word) for word in EVENTS if word.startswith(incomplete)]


def _ids(ctx: click.Context, folder: str) -> set[str]:
    root = find_root(_asked_for(ctx) or Path.cwd())
    found = walk(str(root), folder, lambda name: name.endswith(".md")) if root else ()
    return {PurePosixPath(file.path).stem for file in found if file.place}


def _asked_for(ctx: click.Context) -> Path | None:
    """Return the vault that is named with `-C`, before a command or behind it."""
    asked: click.Context | None = ctx
    while asked is not None and asked.params.get("root") is None:
        asked = asked.parent
    return asked.params["root"] if asked else None


def _items(ids: set[str], incomplete: str) -> list[CompletionItem[str]]:
    fitting = (one for one in sorted(ids) if one.startswith(incomplete))
    return [CompletionItem(one) for one in fitting if PLAIN.fullmatch(one)]
