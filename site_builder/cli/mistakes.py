"""The one line that each kind of failure prints."""

import errno
import os
import sys
from datetime import date

from site_builder.app.run import SettingsError
from site_builder.app.themes import ThemeChoiceError
from site_builder.app.words import WordsError
from site_builder.cli.exit_codes import CHANGED, FINDINGS, IO_ERROR, LOCKED, USAGE
from site_builder.cli.streams import put
from site_builder.editing.edit_errors import (
    ChangedOnDiskError,
    EditFailedError,
    EditLockedError,
    EditRefusedError,
    MoveRefusedError,
)
from site_builder.reporting.format import FORMATS
from site_builder.reporting.report import Report
from site_builder.reporting.safe_text import shortened, visible_lines
from site_builder.reporting.summary import findings_summary
from site_builder.writing.output_errors import OutputLockedError, OutputRefusedError

CODES: dict[tuple[type[Exception], ...], int] = {
    (WordsError, ThemeChoiceError, OutputRefusedError): USAGE,
    (EditRefusedError, MoveRefusedError): FINDINGS,
    (ChangedOnDiskError,): CHANGED,
    (EditFailedError,): IO_ERROR,
    (OutputLockedError, EditLockedError): LOCKED,
}
"""What the program refuses in a sentence of its own."""

FULL = "the disk is full; make room and try again"
CURES = {
    errno.ENOSPC: FULL,
    errno.EDQUOT: FULL,
    errno.EACCES: "you may not open or make it; change its permissions or those of its folder",
}
"""What to do where the system only says what is wrong."""


def user_mistake(error: Exception) -> int:
    """Print what went wrong in one line and return the exit code."""
    if isinstance(error, SettingsError):
        return _say_settings(error)
    for kinds, code in CODES.items():
        if isinstance(error, kinds):
            return _say(str(error), code)
    if isinstance(error, OSError):
        return _say(_of_the_system(error), IO_ERROR)
    kind = type(error).__name__
    return _say(f"this is a bug in Doorstep ({kind}); --debug shows where", IO_ERROR)


def _say_settings(error: SettingsError) -> int:
    day, nothing = error.today or date.min, () if error.lists else None
    report = Report(diagnostics=error.diagnostics, as_of=day, data=nothing)
    people = error.format in {"text", "concise"}
    put(FORMATS[error.format](report), sys.stderr if people and not error.findings else sys.stdout)
    if people and error.findings and not error.quiet:
        space = "\n" if error.format == "text" else ""
        put(f"{space}{findings_summary(error.diagnostics)}", sys.stderr)
    return USAGE


def _of_the_system(error: OSError) -> str:
    said = error.strerror or str(error)
    if error.errno in CURES and said == os.strerror(error.errno):
        said = CURES[error.errno]
    if error.filename:
        return f"{error.filename}: {said}"
    if isinstance(error, FileNotFoundError):  # `getcwd` names nothing
        return "the folder you are in is gone; `cd .` goes to one that took its place"
    return said


def _say(message: str, code: int) -> int:
    put(f"build: {shortened(visible_lines(message))}", sys.stderr)
    return code
