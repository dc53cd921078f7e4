"""`build mv OLD NEW`: give a note another id, and change every name of it."""

import sys
import time
from collections.abc import Iterator
from functools import partial
from typing import Any

import click

from site_builder.app.note_moved import in_templates, move_planned, named_since
from site_builder.app.run import Run
from site_builder.cli.exit_codes import CHANGED, CLEAN
from site_builder.cli.known_ids import intros_and_people
from site_builder.cli.left import put_left, settle_left
from site_builder.cli.options import ANSWER_OPTIONS, NAME, QUIET, Subcommand, with_options
from site_builder.cli.screen import put_json, put_trouble
from site_builder.cli.start import answered, start
from site_builder.cli.streams import put
from site_builder.diagnostics import Diagnostic
from site_builder.editing.broken_off import HALF_RENAMED, is_broken_off
from site_builder.editing.log_event import look_again
from site_builder.editing.move_commit import make_move
from site_builder.editing.move_plan import Move
from site_builder.insights.words import number_of
from site_builder.reporting.safe_text import visible

TEMPLATE = "stays as it is: new notes are made from it"
UNREAD = "stays as it is: no link is read there"


@click.command("mv", cls=Subcommand)
@click.argument("old", type=NAME, metavar="OLD", shell_complete=intros_and_people)
@click.argument("new", type=NAME, metavar="NEW")
@click.option(
    "--dry-run",
    is_flag=True,
    envvar="DOORSTEP_DRY_RUN",
    help="Say what would change, and change nothing.",
)
@with_options(*ANSWER_OPTIONS, QUIET)
def command(*, old: str, new: str, dry_run: bool, **params: Any) -> int:
    """Give a contact or an introduction another id, and change it wherever it is named.

    OLD is its id, path, alias or name. NEW is an id, a path of the same kind, or a folder with a
    slash behind it. Names and aliases stay as they are, as they still find it.

    \b
    Examples:
      build mv tara-lindqvist tara-berg
      build mv tara-lindqvist contacts/oslo/
      build mv "Tara Lindqvist" tara-berg --dry-run
    """
    run = start(params)
    if not dry_run:
        settle_left(run)
    elif is_broken_off(run.root):
        put(f"note: {HALF_RENAMED}", sys.stderr)
    move, diagnostics = answered(move_planned(run, old, new))
    if not dry_run:
        make_move(run.root, move, now=time.time(), tell=partial(put_left, run))
    _put_done(run, move, diagnostics, params)
    if not params["quiet"]:
        put(_summary(move, dry_run=dry_run), sys.stderr)
    return CLEAN if dry_run or not _changed_since(run, move) else CHANGED


def _put_done(
    run: Run, move: Move, diagnostics: tuple[Diagnostic, ...], params: dict[str, Any]
) -> None:
    if params["format"] == "json":
        put_json(_data(move), run.today, diagnostics)
    else:
        put("\n".join(_lines(move)))
        put_trouble(diagnostics)
    for one in move.unread:
        put(f"note: {visible(f'{one.path}:{one.line}:{one.column}')} {UNREAD}", sys.stderr)
    for place in in_templates(run, move):
        put(f"note: {visible(place)} {TEMPLATE}", sys.stderr)


def _lines(move: Move) -> Iterator[str]:
    yield visible(f"{move.renaming.path} -> {move.renaming.new_path}")
    for one in move.changes:
        yield visible(f"{one.path}:{one.line}:{one.column}: {one.old} -> {one.new}")


def _data(move: Move) -> dict[str, Any]:
    """Return a renaming for programs."""
    changes = [
        {"path": one.path, "line": one.line, "column": one.column, "old": one.old, "new": one.new}
        for one in move.changes
    ]
    renaming = move.renaming
    whole = {"old": renaming.old, "new": renaming.new, "path": renaming.new_path}
    return {**whole, "changes": changes}


def _summary(move: Move, *, dry_run: bool) -> str:
    names, files = len(move.changes), len(move.texts)
    named = f"{number_of(names, 'name')} in {number_of(files, 'file')}"
    return f"{named} would change; nothing was written" if dry_run else f"{named} changed"


def _changed_since(run: Run, move: Move) -> bool:
    """Say what others saved in the moment of the renaming; tell whether they did."""
    again = look_again(run.root, now=time.time())
    put_left(run, again)
    still = tuple(named_since(run, move))
    for line in still:
        put(f"note: {visible(line)}", sys.stderr)
    return bool(again.late or still)
