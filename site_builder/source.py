"""Where text comes from: a file's bytes, and a span of its characters."""

from msgspec import Struct


class Span(Struct, frozen=True, order=True, array_like=True, gc=False):
    """A stretch of a file: 1-based lines and columns in code points, the end column exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int

    def part(self, start: int, length: int) -> "Span":
        """Return the part of a one-line span that begins `start` characters after it does."""
        column = self.column + start
        return Span(self.line, column, self.line, column + length)

    @property
    def end(self) -> tuple[int, int]:
        """The line and the column where it ends."""
        return self.end_line, self.end_column


FILE_START = Span(1, 1, 1, 1)
"""The span of a finding that concerns a whole file."""


class Source(Struct, frozen=True):
    """One file of the vault as it was read, or the reason why it could not be."""

    path: str
    """Relative to the vault's root, with `/`."""
    data: bytes = b""
    unreadable: str = ""
    """The operating system's reason, empty if the file was read."""
