"""Where a key stands in a TOML text; the standard library's parser does not say."""

import re

from site_builder.source import FILE_START, Span

HEADER = re.compile(r"\s*\[{1,2}\s*(.+?)\s*\]{1,2}\s*(?:#.*)?$")
KEY = re.compile(
    r"\s*((?:[\w-]+|\"[^\"]*\"|'[^']*')(?:\s*\.\s*(?:[\w-]+|\"[^\"]*\"|'[^']*'))*)\s*="
)
PART = re.compile(r"\"([^\"]*)\"|'([^']*)'|([\w-]+)")
POSITION = re.compile(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)")


class TomlPlaces:
    """The lines of a TOML text by key path."""

    def __init__(self, text: str) -> None:
        """Note where every table header and every key stands."""
        self.lines = text.split("\n")
        self.spans: dict[tuple[str, ...], Span] = {}
        table: tuple[str, ...] = ()
        for number, line in enumerate(self.lines, start=1):
            if (header := HEADER.match(line)) and "=" not in line.split("#")[0].split("]")[-1]:
                table = _path(header[1])
                self._note(table, number, header.start(1), header.end(1))
            elif key := KEY.match(line):
                self._note((*table, *_path(key[1])), number, key.start(1), key.end(1))

    def _note(self, path: tuple[str, ...], line: int, start: int, end: int) -> None:
        self.spans.setdefault(path, Span(line, start + 1, line, end + 1))

    def of(self, keys: tuple[str, ...]) -> Span:
        """Return where a key stands, or the nearest table above it."""
        for length in range(len(keys), 0, -1):
            if (span := self.spans.get(keys[:length])) is not None:
                return span
        return FILE_START

    def of_error(self, message: str) -> tuple[Span, str]:
        """Return the place and the words of a parser's message."""
        match = POSITION.search(message)
        words = POSITION.sub("", message)
        words = words[:1].lower() + words[1:]
        if match is None or match[1] is None:
            last = len(self.lines)
            return Span(last, 1, last, 1), words
        line, column = int(match[1]), int(match[2])
        return Span(line, column, line, column + 1), words

    def line(self, span: Span) -> str:
        """Return the text of the line on which a span begins."""
        return self.lines[span.line - 1] if span.line <= len(self.lines) else ""


def _path(text: str) -> tuple[str, ...]:
    return tuple(next(part for part in match if part) for match in PART.findall(text))
