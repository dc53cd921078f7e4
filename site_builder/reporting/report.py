"""What every output format is given."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TypeAlias

from msgspec import Struct

from site_builder import __version__
from site_builder.diagnostics import Diagnostic, in_order

Json: TypeAlias = "Mapping[str, Json] | Sequence[Json] | str | int | float | bool | None"
"""A value that JSON can hold."""

TOOL = "doorstep"


class Report(Struct, frozen=True, kw_only=True):
    """The outcome of a command."""

    diagnostics: tuple[Diagnostic, ...]
    as_of: date
    """The day for which everything was computed."""
    data: Json = None
    """What the command was asked for; only the JSON format shows it. None is an empty object."""
    color: bool = False
    """Whether texts may contain terminal colours; the caller knows the terminal."""
    width: int = 100
    """Columns within which an excerpt is shown."""
    version: str = __version__

    @property
    def findings(self) -> tuple[Diagnostic, ...]:
        """The findings by path, line, column and id."""
        return in_order(self.diagnostics)
