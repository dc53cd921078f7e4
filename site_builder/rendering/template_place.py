"""Where in a template something stands: Jinja knows the line, and a finding has a column."""

import re
from collections.abc import Iterator

from msgspec import Struct

from site_builder.source import Span

OPENS, CLOSES = re.compile(r"\{[{%]"), re.compile(r"[}%]\}")
FIELD = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_."
"""What stands before a field: the way to whatever was asked for it."""

Stretch = tuple[int, int]
"""Where something begins and ends, counted from the start of the text."""


class Template(Struct, frozen=True):
    """The text of a template and the line that is to blame."""

    text: str
    line: int

    def only(self, pattern: str) -> Stretch | None:
        """Return where the pattern's group stands in the tags of the line, if it does so once."""
        mark = re.compile(pattern)
        found = [
            one.span(1)
            for start, end in self._tags()
            for one in mark.finditer(self.text, start, end)
        ]
        return found[0] if len(found) == 1 else None

    def owner(self, field: Stretch | None) -> str:
        """Return what a field is asked of: of `view.tie.nme` it is `view.tie`."""
        before = self.text[: field[0]].rstrip().removesuffix(".") if field else ""
        return before[len(before.rstrip(FIELD)) :].strip(".")

    def left_open(self, tag: str, ends: str) -> Stretch | None:
        """Return the last tag of this name before the line's end that nothing has closed."""
        tags = re.compile(rf"\{{%[-+]?\s*({tag}|{ends})\b")
        opened = []
        for one in tags.finditer(self.text, 0, self._line()[1]):
            if one[1] == tag:
                opened.append(one.span(1))
            elif opened:
                opened.pop()
        return opened[-1] if opened else None

    def span(self, place: Stretch | None) -> tuple[Span, str]:
        """Return a place, or else what stands on the line, as a span with its line's text."""
        start, end = place or self._line()
        line_start = self.text.rfind("\n", 0, start) + 1
        line_end = self.text.find("\n", start)
        whole = self.text[line_start : line_end if line_end >= 0 else len(self.text)]
        if place is None:
            start += len(whole) - len(whole.lstrip())
            end = line_start + len(whole.rstrip())
        line = self.text.count("\n", 0, start) + 1 if self.text else self.line
        first = start - line_start + 1
        return Span(line, first, line, max(first, min(end - line_start, len(whole)) + 1)), whole

    def _line(self) -> Stretch:
        """Return the stretch of the line, without its end."""
        start = 0
        for _ in range(self.line - 1):
            found = self.text.find("\n", start)
            if found < 0:
                break
            start = found + 1
        end = self.text.find("\n", start)
        return start, end if end >= 0 else len(self.text)

    def _tags(self) -> Iterator[Stretch]:
        """Yield the inside of each tag of the line; it may begin before or go on after."""
        start, end = self._line()
        at = max(0, self.text.rfind("{{", 0, start), self.text.rfind("{%", 0, start))
        while opened := OPENS.search(self.text, at, end):
            closed = CLOSES.search(self.text, opened.end())
            at = closed.start() if closed else end
            if at > start:
                yield max(start, opened.end()), at
            at = max(at, opened.end())
