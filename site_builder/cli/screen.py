"""Printing: data on stdout, talk on stderr, colour only where it is wanted."""

import os
import sys
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Any, TextIO

from site_builder.app.run import Run
from site_builder.cli.checkout import from_checkout
from site_builder.cli.streams import put
from site_builder.diagnostics import Diagnostic, Severity
from site_builder.editing.broken_off import HALF_RENAMED, is_broken_off
from site_builder.insights.words import number_of
from site_builder.reading.near_folders import near_folders
from site_builder.reporting.envelope import envelope
from site_builder.reporting.format import FORMATS
from site_builder.reporting.report import Json, Report
from site_builder.reporting.safe_text import visible
from site_builder.reporting.summary import findings_summary

if TYPE_CHECKING:
    from rich.console import RenderableType


def colour(params: Mapping[str, Any], stream: TextIO) -> bool:
    """Tell whether to colour what goes to this stream."""
    choice = params.get("color", "auto")
    if choice != "auto":
        return bool(choice == "always")
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return stream.isatty()


def put_rich(lines: Iterable["RenderableType"], params: Mapping[str, Any]) -> None:
    """Print styled lines to stdout, wrapped to the terminal."""
    from io import StringIO  # noqa: PLC0415 - not needed for JSON

    from rich.console import Console  # noqa: PLC0415 - as above

    styled = colour(params, sys.stdout)
    target = StringIO()
    console = Console(
        file=target,
        force_terminal=styled,
        no_color=not styled,
        color_system="standard" if styled else None,
        width=None if sys.stdout.isatty() else 100,
        highlight=False,
        emoji=False,
        markup=False,
    )
    for line in lines:
        console.print(line)
    put("\n".join(row.rstrip() for row in target.getvalue().splitlines()))


def put_findings(
    diagnostics: tuple[Diagnostic, ...],
    run: Run,
    params: Mapping[str, Any],
    *,
    summary: str = "",
    data: Json = None,
) -> None:
    """Print findings on stdout, or on the stream `params["to"]`, and the summary on stderr."""
    stream = params.get("to", sys.stdout)
    report = Report(
        diagnostics=from_checkout(diagnostics, run.root, params["format"]),
        as_of=run.today,
        data=data,
        color=colour(params, stream),
        width=get_terminal_size((100, 24)).columns,
    )
    if printed := FORMATS[params["format"]](report):
        put(printed, stream)
    if params["format"] not in {"text", "concise"}:
        return
    day = run.day_note if summary else ""
    half = (HALF_RENAMED,) if is_broken_off(run.root) else ()
    notes = (f"note: {visible(note)}" for note in (*half, *near_folders(run.root)))
    talk = [line for line in (summary, day, *notes, findings_summary(diagnostics)) if line]
    if printed and talk and params["format"] == "text":
        talk.insert(0, "")
    if not params.get("quiet"):
        put("\n".join(talk), sys.stderr)


def put_notes(notes: Iterable[str], params: Mapping[str, Any]) -> None:
    """Print on stderr what is no finding and good to know, unless nothing is to be said."""
    if not params.get("quiet"):
        for note in notes:
            put(f"note: {visible(note)}", sys.stderr)


def put_json(data: Json, day: date, diagnostics: tuple[Diagnostic, ...] = ()) -> None:
    """Print the JSON envelope of an answer for a day."""
    put(envelope(Report(diagnostics=diagnostics, as_of=day, data=data)))


def put_answer(
    run: Run,
    params: Mapping[str, Any],
    diagnostics: tuple[Diagnostic, ...],
    *,
    data: Callable[[], Json],
    lines: Callable[[], Iterable["RenderableType"]],
) -> int:
    """Print an answer for programs or for people, as asked, and return the exit code."""
    if params["format"] == "json":
        put_json(data(), run.today, diagnostics)
    else:
        put_rich(lines(), params)
        put_trouble(diagnostics)
    return run.exit_code(diagnostics)


def put_beside(
    found: tuple[Diagnostic, ...], run: Run, params: Mapping[str, Any], *, style: str = "text"
) -> None:
    """Print on stderr what checks say of that which an answer speaks of, if they say anything."""
    if found:
        report = Report(diagnostics=found, as_of=run.today, color=colour(params, sys.stderr))
        put(FORMATS[style](report), sys.stderr)


def put_trouble(diagnostics: Iterable[Diagnostic]) -> None:
    """Say on stderr that the vault has errors; the answer above leaves out what they touch."""
    errors = sum(found.severity is Severity.ERROR for found in diagnostics)
    if errors:
        put(f"\n{number_of(errors, 'error')} in the vault: `build check` lists them.", sys.stderr)
