"""`build log INTRO EVENT [TEXT]`: write down what happened."""

import sys
import time
from datetime import date
from functools import partial
from typing import Any

import click

from site_builder.app.event_logged import door_of
from site_builder.app.event_typed import event_typed
from site_builder.app.intro_named import intro_named, vault_and_threads
from site_builder.app.run import Run
from site_builder.cli.exit_codes import CHANGED, CLEAN
from site_builder.cli.known_ids import event_words, intros_and_people
from site_builder.cli.left import put_left, settle_left
from site_builder.cli.options import ANSWER_OPTIONS, NAME, QUIET, Day, Subcommand, with_options
from site_builder.cli.screen import put_beside, put_json, put_trouble
from site_builder.cli.start import answered, start
from site_builder.cli.streams import put
from site_builder.diagnostics import Diagnostic
from site_builder.editing.log_event import log_event, look_again
from site_builder.editing.log_place import Insertion
from site_builder.reporting.logged_text import door_sentence, logged_data
from site_builder.reporting.safe_text import visible


@click.command("log", cls=Subcommand)
@click.argument("intro", type=NAME, metavar="INTRO", shell_complete=intros_and_people)
@click.argument("event", type=NAME, metavar="EVENT", shell_complete=event_words)
@click.argument("text", nargs=-1)
@click.option(
    "--date",
    "day",
    type=Day(),
    envvar="DOORSTEP_DATE",
    help="When it happened [default: today].",
)
@with_options(*ANSWER_OPTIONS, QUIET)
def command(
    *,
    intro: str,
    event: str,
    text: tuple[str, ...],
    day: date | None,
    **params: Any,
) -> int:
    """Add one line to the log of INTRO (its id, or whom it leads to): what happened, today.

    EVENT is a word of the format: asked agreed introduced wrote nudged replied met thanked ...;
    `scheduled` and `paused` need a day behind them, `closed` needs won, lost or withdrawn. Nothing
    else in the file changes. Text that begins with a dash goes behind `--`.

    \b
    Examples:
      build log tara-lindqvist nudged sent the benchmark
      build log tara-lindqvist scheduled 2026-12-01 coffee --date 2026-11-20
      build log 2026-09-28-tara-via-sam closed lost, no budget this year
    """
    run = start(params)
    typed = answered(event_typed(event, text, day or run.today, run.today))
    settle_left(run)
    vault, threads = vault_and_threads(run)
    meant = answered(intro_named(vault, threads, intro))
    done = log_event(run.root, meant.path, typed, now=time.time(), tell=partial(put_left, run))
    _put_done(run, meant.path, done, params)
    again = look_again(run.root, now=time.time())
    put_left(run, again)
    return CHANGED if any(path == meant.path for path, _ in again.late) else CLEAN


def _put_done(run: Run, path: str, done: Insertion, params: dict[str, Any]) -> None:
    """Say where the line went, what it makes of the thread, and what a check says of the line."""
    if params["format"] == "text":
        put(f"{visible(path)}:{done.line}: {visible(done.text)}")
    analysis = run.analysis()
    door = door_of(analysis, path)
    if params["format"] == "json":
        data = logged_data(door, path=path, line=done.line, text=done.text)
        put_json(data, run.today, analysis.diagnostics)
        return
    if not params["quiet"]:
        put(door_sentence(analysis.insights, door), sys.stderr)
    found = tuple(one for one in analysis.diagnostics if _is_of(one, path, done.line))
    put_beside(found, run, params, style="concise")
    put_trouble(one for one in analysis.diagnostics if one not in found)


def _is_of(found: Diagnostic, path: str, line: int) -> bool:
    return found.path == path and found.span.line == line
