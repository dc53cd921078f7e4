"""What a watch says: findings on stdout, begin and end of every build on stderr."""

import sys
from collections.abc import Mapping
from datetime import date
from shutil import get_terminal_size
from typing import Any

from site_builder.app.watch_build import Attempt
from site_builder.cli.mistakes import user_mistake
from site_builder.cli.screen import colour
from site_builder.cli.streams import put
from site_builder.diagnostics import Diagnostic, Severity
from site_builder.reporting.format import FORMATS
from site_builder.reporting.report import Report
from site_builder.reporting.safe_text import visible
from site_builder.reporting.summary import findings_summary


class TerminalTalk:
    """Talks on the terminal, or to an editor that reads along."""

    def __init__(self, params: Mapping[str, Any], *, debug: bool) -> None:
        """Say what the options ask for."""
        self._params = params
        self._debug = debug
        self._told: frozenset[Diagnostic] = frozenset()
        self._noted: tuple[str, ...] = ()

    def say(self, line: str) -> None:
        """Say one line."""
        if not self._params["quiet"]:
            put(visible(line), sys.stderr)

    def findings(self, attempt: Attempt) -> None:
        """Print findings: for people the errors and what is new, for programs everything."""
        found, told = attempt.diagnostics, self._told
        self._told = frozenset(found)
        style = self._params["format"]
        news = tuple(one for one in found if one.severity is Severity.ERROR or one not in told)
        report = Report(
            diagnostics=news if style == "text" else found,
            as_of=attempt.inputs.today if attempt.inputs else date.min,
            color=colour(self._params, sys.stdout),
            width=get_terminal_size((100, 24)).columns,
        )
        if printed := FORMATS[style](report):
            put(printed)
        for note in attempt.notes:
            if note not in self._noted:
                self.say(f"note: {note}")
        self._noted = attempt.notes
        self.say(findings_summary(found))

    def trouble(self, error: Exception) -> None:
        """Say in one line why something could not be done."""
        user_mistake(error)

    def bug(self, error: Exception) -> None:
        """Say in one line that the program failed, or show where."""
        if self._debug:
            raise error
        user_mistake(error)
