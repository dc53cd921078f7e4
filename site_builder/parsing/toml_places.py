"""Where a key stands in a TOML text; the standard library's parser does not say."""

import re

from site_builder.source import FILE_START, Span

BARE = re.compile(r"[\w-]+")
POSITION = re.compile(r"\(at (?:line (\d+), column (\d+)|end of document)\)")
LONG_QUOTES = ('"""', "'''")
BLANKS = " \t"


class TomlPlaces:
    """The lines of a TOML text by key path."""

    def __init__(self, text: str) -> None:
        """Note where every table header and every key stands."""
        self.lines = text.split("\n")
        self.spans: dict[tuple[str, ...], Span] = {}
        self.table: tuple[str, ...] = ()
        inside = ""
        for number, line in enumerate(self.lines, start=1):
            if not inside:
                inside = self._line(line, number)
            elif inside in line:
                inside = ""

    def _line(self, line: str, number: int) -> str:
        """Note the key of one line; return the quotes of a long text that it leaves open."""
        start = len(line) - len(line.lstrip(BLANKS))
        brackets = len(line) - start - len(line[start:].lstrip("["))
        start += brackets + _blanks(line, start + brackets)
        path, end = _path(line, start)
        if not path:
            return ""
        after = line[end:].lstrip(BLANKS)
        if brackets and after.startswith("]"):
            self.table = path
            self._note(path, number, start, end)
        elif not brackets and after.startswith("="):
            self._note((*self.table, *path), number, start, end)
            value = after[1:].lstrip(BLANKS)
            opening = value[:3]
            return opening if opening in LONG_QUOTES and opening not in value[3:] else ""
        return ""

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
        words = (message[: match.start()] if match else message).strip()
        words = words[:1].lower() + words[1:]
        if match is None or match[1] is None:
            filled = (n for n, line in enumerate(self.lines, 1) if line.strip())
            last = max(filled, default=1)
            end = len(self.line(Span(last, 1, last, 1)).rstrip()) + 1
            return Span(last, end, last, end), words  # something is missing behind this line
        line, column = int(match[1]), int(match[2])
        return Span(line, column, line, column + 1), words

    def line(self, span: Span) -> str:
        """Return the text of the line on which a span begins."""
        return self.lines[span.line - 1] if span.line <= len(self.lines) else ""


def _blanks(line: str, start: int) -> int:
    return len(line) - start - len(line[start:].lstrip(BLANKS))


def _path(line: str, start: int) -> tuple[tuple[str, ...], int]:
    """Read `a."b c".d` from `start` on; return its parts and where it ends."""
    parts: list[str] = []
    end = start
    while True:
        quote = line[start : start + 1]
        if quote in {'"', "'"}:
            close = line.find(quote, start + 1)
            if close < 0:
                return (), start
            parts.append(line[start + 1 : close])
            end = close + 1
        elif bare := BARE.match(line, start):
            parts.append(bare[0])
            end = bare.end()
        else:
            return tuple(parts), end
        start = end + _blanks(line, end)
        if line[start : start + 1] != ".":
            return tuple(parts), end
        start += 1 + _blanks(line, start + 1)
