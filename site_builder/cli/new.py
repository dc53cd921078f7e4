"""`build new contact|intro`: a new note, in its place, with its values as typed."""

import os
import sys
import time
from functools import partial
from shlex import quote
from typing import Any

import click

from site_builder.app.event_logged import door_of
from site_builder.app.intro_named import vault_and_threads
from site_builder.app.note_made import (
    NewNote,
    contact_id,
    intro_id,
    new_note,
    person_meant,
    values_of,
)
from site_builder.app.run import Run
from site_builder.cli.exit_codes import CLEAN, FINDINGS
from site_builder.cli.kinds import Kinds
from site_builder.cli.known_ids import people_ids
from site_builder.cli.left import put_left, settle_left
from site_builder.cli.options import ANSWER_OPTIONS, NAME, QUIET, Subcommand, with_options
from site_builder.cli.screen import put_beside, put_json, put_trouble
from site_builder.cli.start import answered, start
from site_builder.cli.streams import put
from site_builder.editing.new_file import make_file
from site_builder.reporting.logged_text import door_sentence
from site_builder.reporting.safe_text import visible

SET = click.option(
    "--set",
    "settings",
    multiple=True,
    metavar="KEY=VALUE",
    help="A key of the front matter and its value; a key twice is a list.",
)
OPTIONS = (SET, *ANSWER_OPTIONS, QUIET)
LONGEST = 100
"""Letters of a name that anybody bears."""
MAKES_ONE = " `build new contact {}` makes one."


@click.group("new", cls=Kinds)
def command() -> None:
    """Make a contact or an introduction; nothing is ever replaced."""


@command.command("contact", cls=Subcommand, short_help="somebody, by name")
@click.argument("name", nargs=-1, type=NAME, metavar="NAME...", required=True)
@click.option("--id", "given", default="", envvar="DOORSTEP_ID", help="Its id [default: the name].")
@with_options(*OPTIONS)
def contact_(*, name: tuple[str, ...], given: str, settings: tuple[str, ...], **params: Any) -> int:
    """Make contacts/ID.md for somebody called NAME.

    \b
    Examples:
      build new contact Tara Lindqvist --set org=Northwind --set closeness=2
      build new contact "Tara Lindqvist" --set "knows=sam-okafor 4 shared a lab"
    """
    run = start(params)
    whole = " ".join(" ".join(name).split())
    stem = contact_id(whole, given)
    if stem is None:
        raise click.UsageError(f'no id can be made of "{given or whole}"; say --id some-name')
    values = answered(values_of({"name": whole}, settings))
    settle_left(run)
    vault, _ = vault_and_threads(run)
    return _make(run, new_note(run, vault, "contact", stem, values), params)


@command.command("intro", cls=Subcommand, short_help="an introduction: to whom, through whom")
@click.argument("target", type=NAME, metavar="TARGET", shell_complete=people_ids)
@click.argument("introducer", type=NAME, metavar="INTRODUCER", shell_complete=people_ids)
@click.option("--goal", default="", envvar="DOORSTEP_GOAL", help="What you would like, in a line.")
@with_options(*OPTIONS)
def intro_(
    *,
    target: str,
    introducer: str,
    goal: str,
    settings: tuple[str, ...],
    **params: Any,
) -> int:
    """Make intros/DATE-TARGET-via-INTRODUCER.md; both are ids, aliases or names of contacts.

    \b
    Examples:
      build new intro tara-lindqvist ben-ito --goal "Thirty minutes on build platforms"
      build new intro "Tara Lindqvist" "Ben Ito" --set deadline=2026-12-15
    """
    run = start(params)
    settle_left(run)
    vault, _ = vault_and_threads(run)
    people = []
    for name in (target, introducer):
        meant = person_meant(vault, name)
        if not vault.directory.find(name):
            makes = MAKES_ONE.format(quote(name)) if len(name) <= LONGEST else ""
            raise click.UsageError(meant + makes)
        if meant not in vault.people:
            raise click.UsageError(meant)
        people.append(meant)
    given = {"target": people[0], "introducer": people[1], "goal": goal.strip()}
    values = answered(values_of(given, settings))
    note = new_note(run, vault, "intro", intro_id(run.today, *people), values)
    return _make(run, note, params)


def _make(run: Run, note: NewNote, params: dict[str, Any]) -> int:
    """Make the file unless it would be in error from the start; say where it is, and what is said.

    The path is one that an editor can be given here.
    """
    if note.refused and params["format"] == "json":
        put_json({}, run.today, note.findings)
        return FINDINGS
    if note.refused:
        put_beside(note.findings, run, params)
        put(f"build: {visible(note.path)} was not made", sys.stderr)
        return FINDINGS
    make_file(run.root, note.path, note.data, now=time.time(), tell=partial(put_left, run))
    here = os.path.relpath(run.root / note.path)
    door = door_of(note.analysis, note.path)
    if params["format"] == "json":
        data = {"path": note.path, "file": here, "thread": door.thread.id if door else None}
        put_json(data, run.today, note.analysis.diagnostics)
        return CLEAN
    put(visible(here))
    put_beside(note.findings, run, params)
    if door and not params["quiet"]:
        put(door_sentence(note.analysis.insights, door), sys.stderr)
    put_trouble(found for found in note.analysis.diagnostics if found not in note.findings)
    return CLEAN
