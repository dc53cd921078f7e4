"""A vault that changes day by day: notes as texts, read as the program reads them."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache

from site_builder.compiler import Analysis, Inputs, analyse_vault
from site_builder.model.document import Document
from site_builder.model.settings import Settings
from site_builder.parsing.document_read import read_document
from site_builder.source import Source
from site_builder.tables.memo import Memo

Line = tuple[str, date, str]
"""A line of a log: its note, its day, its word."""


@dataclass
class Note:
    """One file in the making."""

    facts: dict[str, str]
    log: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """What stands in the file."""
        head = "".join(f"{key}: {value}\n" for key, value in self.facts.items())
        return f"---\n{head}---\n\n## Log\n\n{''.join(f'- {line}' + chr(10) for line in self.log)}"


@dataclass
class Notes:
    """The files of the vault by path, and every line that was logged."""

    files: dict[str, Note] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)
    memo: Memo = field(default_factory=Memo)

    def log(self, path: str, day: date, word: str, rest: str = "") -> None:
        """Write a line under a note, `rest` being a second date or a text."""
        self.files[path].log.append(f"{day} {word}{rest}")
        self.lines.append((path, day, word))

    def analysis(self, today: date, settings: Settings | None = None) -> Analysis:
        """Read, check and analyse the vault of a day."""
        sources = (Source(path, self.files[path].text.encode()) for path in sorted(self.files))
        return analyse_vault(
            Inputs(tuple(sources), settings or Settings(), today, read=_read), self.memo
        )

    def words(self, path: str) -> list[str]:
        """Return the words of one log in order."""
        return [word for file, _, word in self.lines if file == path]


@lru_cache(2000)
def _read(source: Source) -> Document:
    return read_document(source)


def later(day: date, days: int) -> str:
    """Return a second date as a log line has it."""
    return f" {day + timedelta(days=days)}"
