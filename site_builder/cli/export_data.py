"""`build export json` and its siblings: what is in the vault, for other programs."""

import hashlib
import sys
from pathlib import Path
from typing import Any

import click

from site_builder.app.export_data import (
    GRAPHML,
    ICS,
    JSON,
    Form,
    csv_form,
    export_data,
    vcard_form,
)
from site_builder.cli.options import (
    AUDIENCE,
    COLOR,
    DEBUG,
    DRAFTS,
    JOBS,
    QUIET,
    REPORT_FORMAT,
    ROOT,
    STRICT,
    TODAY,
    Folder,
    Subcommand,
    with_options,
)
from site_builder.cli.screen import put_findings
from site_builder.cli.start import start
from site_builder.cli.streams import put_bytes
from site_builder.interop.csv_tables import TABLES
from site_builder.interop.graphml import BEGINS as GRAPH_BEGINS
from site_builder.interop.vcard import BEGINS as CARD_BEGINS
from site_builder.writing.single_file import settle_single, write_single

STDOUT = Path("-")
OUTPUT = click.option(
    "-o",
    "--output",
    type=Folder(dir_okay=False, path_type=Path),
    default=STDOUT,
    help="Write here, readable by you alone [default: stdout].",
)
CALENDAR_BEGINS = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Doorstep//"
OPTIONS = (
    *(ROOT, OUTPUT, AUDIENCE, TODAY, STRICT, DRAFTS, JOBS),
    *(REPORT_FORMAT, QUIET, COLOR, DEBUG),
)


@click.command("json", cls=Subcommand, short_help="everything, as one document")
@with_options(*OPTIONS)
def json_(**params: Any) -> int:
    """Print everything: contacts, ties, circles, introductions with events, threads, states.

    \b
    Examples:
      build export json > doors.json
      build export json --audience team -o team.json
    """
    return _export(params, JSON, begins=b'{\n  "schema": 1,\n  "tool": "doorstep",\n')


@click.command("csv", cls=Subcommand, short_help="one table, for spreadsheets")
@click.option(
    "--what",
    type=click.Choice(list(TABLES)),
    default="contacts",
    show_default=True,
    envvar="DOORSTEP_WHAT",
    help="The table.",
)
@with_options(*OPTIONS)
def csv_(*, what: str, **params: Any) -> int:
    """Print one table as CSV, for spreadsheets; no cell of it is run as a formula.

    \b
    Examples:
      build export csv > contacts.csv
      build export csv --what events -o events.csv
    """
    return _export(params, csv_form(what), begins=TABLES[what].header)


@click.command("vcard", cls=Subcommand, short_help="the contacts, for address books")
@click.option(
    "--notes", is_flag=True, envvar="DOORSTEP_NOTES", help="With the notes: cards are handed on."
)
@with_options(*OPTIONS)
def vcard(*, notes: bool, **params: Any) -> int:
    """Print the contacts as vCards (4.0), for address books.

    Closeness, log and the leave to ask are in none, notes only with --notes.

    \b
    Examples:
      build export vcard -o people.vcf
    """
    return _export(params, vcard_form(notes=notes), begins=CARD_BEGINS, empty=True)


@click.command("ics", cls=Subcommand, short_help="the days of the open doors, for calendars")
@with_options(*OPTIONS)
def ics(**params: Any) -> int:
    """Print the days of the open doors as iCalendar: due moves, meetings, deadlines, stalls.

    It is the calendar that `[feeds] calendar = true` adds to the site.

    \b
    Examples:
      build export ics -o doors.ics
    """
    return _export(params, ICS, begins=CALENDAR_BEGINS)


@click.command("graphml", cls=Subcommand, short_help="people and what connects them, as a graph")
@with_options(*OPTIONS)
def graph(**params: Any) -> int:
    """Print people, ties and introductions as a graph, for networkx, Gephi and their like.

    \b
    Examples:
      build export graphml -o doors.graphml
    """
    return _export(params, GRAPHML, begins=GRAPH_BEGINS)


def _export(params: dict[str, Any], form: Form, *, begins: bytes, empty: bool = False) -> int:
    """Print or write one form and return the exit code; only a file that `begins` so is replaced.

    So is an `empty` one where the form of an empty vault is one. Where the data goes to stdout,
    findings go to stderr.
    """
    run, output = start(params), params["output"]
    if output != STDOUT:
        settle_single(  # before anything takes its time
            output, begins=begins, vault=run.root, empty=empty
        )
    params |= {"to": sys.stderr if output == STDOUT else sys.stdout}
    exported = export_data(run, form)
    if exported.export is None:
        summary = "nothing was exported: mend the findings first"
        put_findings(exported.diagnostics, run, params, summary=summary, data=_facts(output, None))
        return run.exit_code(exported.diagnostics)
    data, words = exported.export.data, exported.export.words
    if output == STDOUT:
        put_bytes(data)
    else:
        write_single(output, data, begins=begins, vault=run.root, empty=empty)
        words += f" in {output}, {-(-len(data) // 1000):,} kB"
    put_findings(exported.diagnostics, run, params, summary=words, data=_facts(output, data))
    return run.exit_code(exported.diagnostics)


def _facts(output: Path, data: bytes | None) -> dict[str, Any]:
    if data is None or output == STDOUT:
        return {"file": "", "bytes": len(data or b""), "sha256": ""}
    digest = hashlib.sha256(data).hexdigest()
    return {"file": str(output), "bytes": len(data), "sha256": digest}
