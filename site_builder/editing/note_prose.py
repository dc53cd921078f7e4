"""Plain words as Markdown that shows them as they are, and means nothing else.

What came from elsewhere must become no heading, link, tag, comment, log line or front matter of
the vault: each line is a paragraph of its own, and signs that could begin anything are escaped.
"""

import re
from collections import Counter

from msgspec.structs import replace

from site_builder.model.contact import Contact
from site_builder.model.document import Document, Fault
from site_builder.model.prose import Prose
from site_builder.parsing.document_read import read_document
from site_builder.parsing.front_matter import FENCE, split
from site_builder.source import Source

ACTIVE = re.compile(r"[\\`*_\[\]<>#|~%&@$^{}]|(?<=<)!|(?<=\w):(?=//)|(?<=www)\.", re.IGNORECASE)
FIRST = re.compile(r"[-+=:]|[0-9]{1,9}(?=[.)])")
"""How a line begins that Markdown takes for more than words."""
DATED = re.compile(r"(\W*[0-9]{4})-(?=[0-9]{2}-)")
"""A line that begins with a day could be one of the log."""
MARK = re.compile(r"<(\w+)")
"""What a page makes of Markdown: a paragraph, a link, an emphasis."""


def prose_of(words: str) -> str:
    """Return lines of plain words as paragraphs of Markdown, with a line end behind the last."""
    lines = (" ".join(line.split()) for line in words.split("\n"))
    return "\n\n".join(_shown(line) for line in lines if line) + "\n"


def with_prose(text: str, words: str) -> str:
    """Return a note's text with words right below its front matter, above what its body has."""
    parts = split(text)
    if not words.strip() or isinstance(parts, Fault):
        return text
    rest = parts.body.lstrip("\n")
    below = f"\n{rest}" if rest else ""
    return f"{FENCE}\n{parts.yaml}{FENCE}\n\n{prose_of(words)}{below}"


def only_shows(path: str, text: str, before: str) -> bool:
    """Tell whether a note says what it said before, and some words more that mean nothing."""
    after, old = (read_document(Source(path, one.encode())) for one in (text, before))
    return _meaning(after) == _meaning(old)


def _meaning(document: Document) -> tuple[object, ...]:
    """Return all that a note means but its words, without the places."""
    record = document.record
    assert isinstance(record, Contact)
    notes = record.notes
    links = [(link.target, link.text, link.kind) for link in notes.links]
    log = [(line.date, line.word, line.text) for line in record.log]
    faults = [(fault.check, fault.key, fault.found) for fault in document.faults]
    marks = Counter(mark for piece in notes.pieces for mark in MARK.findall(piece))
    del marks["p"]
    return replace(record, notes=Prose(), log=(), spans={}), links, notes.tags, marks, log, faults


def _shown(line: str) -> str:
    escaped = ACTIVE.sub(lambda sign: f"\\{sign[0]}", line)
    if found := FIRST.match(escaped):
        sign, rest = found[0], escaped[found.end() :]
        escaped = f"{sign}\\{rest}" if sign.isdigit() else f"\\{sign}{rest}"
    return DATED.sub(r"\1\-", escaped, count=1) if DATED.match(escaped) else escaped
