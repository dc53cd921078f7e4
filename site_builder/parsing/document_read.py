"""One source in, one document out: the whole reading of a single file."""

from collections.abc import Iterable
from typing import Any

from site_builder.markup.prose_render import render
from site_builder.model.contact import Contact
from site_builder.model.document import Document, Fault, Kind
from site_builder.model.intro import Intro
from site_builder.model.reference import path_stem
from site_builder.parsing.fields import FIELDS
from site_builder.parsing.front_matter import FENCE, FrontMatter, Split, split
from site_builder.parsing.log_lines import read_contact_log, read_events
from site_builder.parsing.log_section import Log, split_log
from site_builder.parsing.plain_front_matter import read_plain
from site_builder.parsing.record_read import Reading, read_record
from site_builder.parsing.text_decode import decode
from site_builder.source import Source

NOT_IN: dict[Kind, frozenset[str]] = {
    "contact": frozenset({"line", "text", "undated"}),
    "intro": frozenset({"day"}),
}
"""What strays in the log of the other kind alone: events elsewhere or without a day, and days
without an event."""
FOLDERS: dict[str, Kind] = {"contacts": "contact", "intros": "intro"}


def read_document(source: Source) -> Document:
    """Read a file of `contacts/` or `intros/`; it depends on nothing but the source."""
    kind = FOLDERS[source.path.split("/", 1)[0]]
    stem = path_stem(source.path)
    text = decode(source)
    if isinstance(text, Fault):
        return Document(source.path, kind, stem, None, (text,))
    if "<<<<<<<" in text and (conflict := _conflict(text)):
        return Document(source.path, kind, stem, None, (conflict,), text)
    parts = split(text)
    if isinstance(parts, Fault):
        return Document(source.path, kind, stem, None, (parts,), text)
    front = read_plain(parts.yaml) or _read_yaml(parts.yaml)
    reading = (
        read_record(front, FIELDS[kind]) if front.readable else Reading(faults=list(front.faults))
    )
    log = split_log(parts.body, parts.body_line)
    said = {
        "id": stem,
        "path": source.path,
        "notes": render(log.prose, parts.body_line),
        "more": tuple(reading.more),
        "spans": reading.spans,
        **reading.values,
    }
    record, wrong = _record(kind, said, log)
    faults = (*reading.faults, *wrong, *_strays(log, kind), *_second_notes(parts))
    if not front.readable:
        return Document(source.path, kind, stem, None, faults, text, record)
    return Document(source.path, kind, stem, record, faults, text)


def _conflict(text: str) -> Fault | None:
    from site_builder.parsing.merge_conflict import conflict_in  # noqa: PLC0415 - seldom needed

    return conflict_in(text)


def _second_notes(parts: Split) -> Iterable[Fault]:
    if f"\n{FENCE}\n" not in f"\n{parts.body}\n":
        return ()
    from site_builder.parsing.second_note import second_notes  # noqa: PLC0415 - seldom needed

    return second_notes(parts.body, parts.body_line)


def _read_yaml(text: str) -> FrontMatter:
    from site_builder.parsing.yaml_read import read_front_matter  # noqa: PLC0415 - 25 ms to load

    return read_front_matter(text)


def _record(
    kind: Kind, said: dict[str, Any], log: Log
) -> tuple[Contact | Intro, tuple[Fault, ...]]:
    """Return what a file says, and what is wrong with the lines of its log."""
    if kind == "contact":
        lines, faults = read_contact_log(log.rows)
        return Contact(**{"name": said["id"], **said}, log=lines), faults
    events, faults = read_events(log.rows)
    return Intro(**said, events=events), faults


def _strays(log: Log, kind: Kind) -> tuple[Fault, ...]:
    """Return the first thing meant for the log, with how many more there are."""
    strays = [stray for stray in log.strays if stray.kind not in NOT_IN[kind]]
    if not strays:
        return ()
    first = strays[0]
    fault = Fault(
        "stray-log-line",
        first.span,
        first.kind,
        found=first.text,
        wanted=str(len(strays) - 1),
        cure=first.told if kind == "intro" else first.noted,
    )
    return (fault,)
