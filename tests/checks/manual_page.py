"""A manual page of a check, read as the test that it is."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from markdown_it import MarkdownIt
from markdown_it.token import Token

from site_builder.source import Source

SETTINGS = "doorstep.toml"
TODAY = date(2026, 11, 22)
DAY = re.compile(r"Today: (\d{4}-\d{2}-\d{2})")
AUDIENCE = re.compile(r"Audience: (\S+)")
REMOVED = re.compile(r"Removed: (\S+)")
ESCAPE = re.compile(rb"\\x([0-9a-f]{2})")


@dataclass(slots=True)
class Section:
    """The files under one heading of a page, and what is said about them."""

    files: dict[str, Source] = field(default_factory=dict)
    removed: set[str] = field(default_factory=set)
    expected: str = ""
    today: date | None = None
    audience: str = "private"


@dataclass(frozen=True, slots=True)
class Page:
    """What a page claims: these files give this output, and mended they give none."""

    title: str
    summary: str
    level: str
    headings: tuple[str, ...]
    example: Section
    mended: Section

    @property
    def today(self) -> date:
        """The day of the example, where it matters."""
        return self.example.today or TODAY

    @property
    def mended_files(self) -> Mapping[str, Source]:
        """The example's files with those of the section "Mended" in their place."""
        together = {**self.example.files, **self.mended.files}
        return {path: it for path, it in together.items() if path not in self.mended.removed}


def read_page(text: str) -> Page:
    """Read the page's text."""
    sections: dict[str, Section] = {}
    title = heading = ""
    paragraphs: list[str] = []
    tokens = MarkdownIt().parse(text)
    for place, token in enumerate(tokens):
        if token.type == "heading_open":
            heading = tokens[place + 1].content
            title = title or heading
        elif token.type == "paragraph_open":
            paragraphs.append(tokens[place + 1].content)
            _note(sections.setdefault(heading, Section()), paragraphs[-1])
        elif token.type == "fence":
            _block(sections.setdefault(heading, Section()), token)
    return Page(
        title=title,
        summary=paragraphs[0],
        level=paragraphs[1].removeprefix("Level: "),
        headings=tuple(sections),
        example=sections["Example"],
        mended=sections["Mended"],
    )


def _note(section: Section, paragraph: str) -> None:
    if match := DAY.fullmatch(paragraph):
        section.today = date.fromisoformat(match[1])
    if match := AUDIENCE.fullmatch(paragraph):
        section.audience = match[1]
    section.removed.update(REMOVED.findall(paragraph))


def _block(section: Section, fence: Token) -> None:
    language, *info = fence.info.split()
    if language == "text":
        section.expected = fence.content
    else:
        section.files[info[0]] = _source(info[0], fence.content, set(info[1:]))


def _source(path: str, content: str, flags: set[str]) -> Source:
    """Return the file that a block stands for; a flag says what Markdown cannot show."""
    if "unreadable" in flags:
        return Source(path, unreadable=content.strip())
    data = content.encode()
    if "escaped" in flags:
        data = ESCAPE.sub(lambda found: bytes([int(found[1], 16)]), data)
    for size in _sizes(flags):
        data = data.ljust(size, b"x")
    return Source(path, data)


def _sizes(flags: set[str]) -> Iterator[int]:
    return (int(flag.removeprefix("bytes=")) for flag in flags if flag.startswith("bytes="))
