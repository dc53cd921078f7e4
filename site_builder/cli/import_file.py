"""`build import KIND FILE`: people from other programs' files, a preview unless `--write`."""

import sys
import time
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from pathlib import Path
from shlex import quote
from typing import Any, BinaryIO

import click

from site_builder.app.import_kinds import people_in
from site_builder.app.import_mail import mail_import
from site_builder.app.import_plan import Plan, plan_import
from site_builder.app.run import Run
from site_builder.cli.exit_codes import CLEAN, FINDINGS
from site_builder.cli.kinds import Kinds
from site_builder.cli.left import put_left, settle_left
from site_builder.cli.options import ANSWER_OPTIONS, QUIET, Folder, Subcommand, with_options
from site_builder.cli.screen import put_beside, put_json
from site_builder.cli.start import answered, start
from site_builder.cli.streams import put
from site_builder.editing.edit_errors import EditRefusedError
from site_builder.editing.new_file import make_file
from site_builder.interop.incoming.file_text import LARGEST
from site_builder.interop.incoming.own_table import map_of
from site_builder.interop.incoming.person import WrongFileError
from site_builder.reporting.import_report import (
    Import,
    import_data,
    import_lines,
    import_summary,
    mail_summary,
)
from site_builder.reporting.safe_text import visible

STDIN = Path("-")
LONGEST_LINE = 64 * 1024
"""Bytes that are read at a time of a mail."""
IN_FOLDER = "is a directory; `cat {}/*.vcf | build import vcard -` takes its cards"


class _File(Folder):
    """A file; many programs keep cards in a folder, each in a file of its own."""

    def convert(self, value: Any, param: Any, ctx: Any) -> Any:
        """Return the path, or say what reads the cards of a folder."""
        if ctx.info_name == "vcard" and str(value) not in {"", "-"} and Path(value).is_dir():
            self.fail(f'"{value}" {IN_FOLDER.format(quote(str(value)))}', param, ctx)
        return super().convert(value, param, ctx)


FILE = click.argument(
    "file", type=_File(exists=True, dir_okay=False, allow_dash=True, path_type=Path)
)
WRITE = click.option(
    "--write", is_flag=True, help="Make the new notes; without it nothing is written."
)
MAP = click.option(
    "--map",
    "columns",
    multiple=True,
    metavar="COLUMN=KEY",
    help="A column of the file and the key that it holds.",
)
OPTIONS = (WRITE, *ANSWER_OPTIONS, QUIET)


@click.group("import", cls=Kinds)
def command() -> None:
    """Take people in from another program's file, FILE or - for standard input.

    It shows what it would do; --write makes the new notes. A note that is there is never changed:
    what the file knows more is printed as lines to paste. docs/import.md says what is taken.
    """


@command.command("vcard", cls=Subcommand, short_help="cards of an address book (2.1, 3.0, 4.0)")
@FILE
@with_options(*OPTIONS)
def vcard(**params: Any) -> int:
    """Take in the people of vCards: from a telephone, iCloud, Outlook, Google, or our export.

    \b
    Examples:
      build import vcard contacts.vcf
      build import vcard contacts.vcf --write
    """
    return _import("vcard", params)


@command.command("google", cls=Subcommand, short_help="Google Contacts, exported as Google CSV")
@FILE
@with_options(*OPTIONS)
def google(**params: Any) -> int:
    """Take in the people of a CSV file that Google Contacts exported.

    \b
    Examples:
      build import google contacts.csv
    """
    return _import("google", params)


@command.command("linkedin", cls=Subcommand, short_help="LinkedIn's Connections.csv")
@FILE
@with_options(*OPTIONS)
def linkedin(**params: Any) -> int:
    """Take in the connections of LinkedIn's Connections.csv; no other file of it is read.

    \b
    Examples:
      build import linkedin Connections.csv
    """
    return _import("linkedin", params)


@command.command("csv", cls=Subcommand, short_help="a table with the keys of contacts")
@FILE
@MAP
@with_options(*OPTIONS)
def csv_(**params: Any) -> int:
    """Take in the people of a table whose columns are called like the keys of a contact.

    \b
    Examples:
      build export csv | build -C ~/other import csv -
      build import csv people.csv --map "Full Name=name" --map "E-mail=email"
    """
    return _import("csv", params)


@command.command("mbox", cls=Subcommand, short_help="mails: their headers, never their text")
@FILE
@with_options(*ANSWER_OPTIONS, QUIET)
def mbox(**params: Any) -> int:
    """Say who of the vault wrote to you later than their note knows, and who introduced whom.

    Only headers of mails are read, and nothing is written: what is new is printed as lines to
    paste and commands to run. Whoever has no note is passed over.

    \b
    Examples:
      build import mbox ~/Mail/Inbox
    """
    run = start(params)
    file: Path = params["file"]
    try:
        with _stream(file) as stream:
            told = mail_import(run, iter(lambda: stream.readline(LONGEST_LINE), b""))
    except WrongFileError as error:
        raise click.UsageError(f"{file}: {error}") from None
    _tell(run, Plan(told), told, params, mail_summary(told))
    return CLEAN


def _import(kind: str, params: dict[str, Any]) -> int:
    """Show what an import does, do it if asked to, and return the exit code."""
    columns = answered(map_of(params.get("columns", ())))
    run = start(params)
    try:
        people = people_in(kind, _bytes(params["file"]), columns)
    except WrongFileError as error:
        raise click.UsageError(f"{params['file']}: {error}") from None
    if params["write"]:
        settle_left(run)
    plan = plan_import(run, people)
    told = _made(run, plan) if params["write"] else plan.told
    _tell(run, plan, told, params, import_summary(told, write=params["write"]))
    return FINDINGS if told.failed else CLEAN


def _bytes(file: Path) -> bytes:
    """Read a file, or standard input, no further than one may be long."""
    with _stream(file) as stream:
        return stream.read(LARGEST + 1)


def _stream(file: Path) -> AbstractContextManager[BinaryIO]:
    return nullcontext(sys.stdin.buffer) if file == STDIN else file.open("rb")


def _made(run: Run, plan: Plan) -> Import:
    """Make the notes one by one; each is whole, and one that fails stops no other.

    Where the disk fails or another command edits the vault, say how far it came.
    """
    made: set[str] = set()
    refused: dict[str, str] = {}
    try:
        for note in plan.notes:
            try:
                tell = partial(put_left, run)
                make_file(run.root, note.path, note.data, now=time.time(), tell=tell)
            except EditRefusedError as error:
                refused[note.path] = str(error.refusal)
            else:
                made.add(note.path)
    except BaseException:
        put(
            f"{len(made)} of {len(plan.notes)} notes were made; the same command goes on",
            sys.stderr,
        )
        raise
    return plan.told.made(frozenset(made), refused)


def _tell(run: Run, plan: Plan, told: Import, params: dict[str, Any], summary: str) -> None:
    if params["format"] == "json":
        put_json(import_data(told), run.today, plan.findings)
        return
    if lines := [*import_lines(told)]:
        put("\n".join(lines))
    for word in told.told:
        put(f"note: {visible(word)}", sys.stderr)
    put_beside(plan.findings, run, params)
    if not params["quiet"]:
        put(summary, sys.stderr)
