"""Text that YAML drops: `#` after a blank begins a comment, so `tags: #friend` has no value."""

from collections.abc import Iterator, Sequence

from site_builder.model.document import Fault
from site_builder.parsing.front_matter import Entry, Scalar
from site_builder.source import Span

BLANKS = " \t"
STYLED = "'\"|>"
"""What begins a value in quotes or a block of text; a comment after those was meant as one."""


def dropped_text(entry: Entry, lines: Sequence[str], first_line: int) -> Iterator[Fault]:
    """Yield a fault for each value that is cut off by `#word`; `# word` was meant as a comment."""
    for value in entry.values:
        if (span := _dropped(value, lines, first_line)) is not None:
            line = lines[span.line - first_line]
            kind = "item" if entry.listed else "value"
            yield Fault(
                "unquoted-hash",
                span,
                key=entry.key,
                found=line[span.column - 1 : span.end_column - 1],
                wanted=kind if value.text else f"empty {kind}",
            )


def _dropped(value: Scalar, lines: Sequence[str], first_line: int) -> Span | None:
    start, end = value.span.line - first_line, value.span.end_line - first_line
    if value.text and lines[start][value.span.column - 1] in STYLED:
        return None
    if (found := _comment(lines[end], value.span.end_column - 1, end + first_line)) or value.text:
        return found
    for number, line in enumerate(lines[end + 1 :], end + 1):  # a list of nothing but comments
        if (found := _comment(line, 0, number + first_line)) or line.strip():
            return found
    return None


def _comment(line: str, start: int, number: int) -> Span | None:
    """Return where a comment stands that begins `#word` after blanks and at most a comma."""
    rest = line[start:].lstrip(BLANKS).removeprefix(",").lstrip(BLANKS).rstrip()
    place = len(line.rstrip()) - len(rest)
    begins = rest[:1] == "#" and line[:place] != line[:place].rstrip(BLANKS)
    if not begins or not rest[1:2].strip("# \t"):
        return None
    return Span(number, place + 1, number, place + 1 + len(rest))
