"""The only home of PyYAML: its event stream, guarded, becomes flat entries.

Nothing is ever constructed: aliases, anchors, tags and merge keys are refused as they pass by,
and every scalar stays the text that was typed. See `docs/format.md` and, for the hostile inputs
that this guard is made for, `tests/parsing/test_yaml_read.py`.
"""

from collections.abc import Iterator, Sequence

import yaml
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceStartEvent,
)

from site_builder.model.document import Fault
from site_builder.parsing.front_matter import FIRST_LINE, Entry, FrontMatter, Scalar
from site_builder.parsing.text_decode import CONTROL
from site_builder.parsing.yaml_comment import dropped_text
from site_builder.parsing.yaml_explain import LONGEST_PART, explain, part_around
from site_builder.source import Span

PARSERS = (getattr(yaml, "CSafeLoader", yaml.SafeLoader), yaml.SafeLoader)
"""LibYAML where PyYAML was built with it, and the pure Python parser that has the last word."""

HAS_LIBYAML = hasattr(yaml, "CSafeLoader")

MOST_NODES = 5000
DEEPEST = 16
"""Events nested deeper than this are hostile; the format itself allows depth 2."""


class _RefusedError(Exception):
    """The stream holds something that no front matter needs; reading stops there."""

    def __init__(self, check: str, event: Event, *, found: str = "", cure: str = "") -> None:
        """Keep the fault that stops the reading."""
        super().__init__(check)
        self.fault = Fault(check, _span(event), found=found, cure=cure)


def read_front_matter(text: str) -> FrontMatter:
    """Read YAML text into entries; every problem becomes a fault."""
    front = _read(text, PARSERS[0])
    if isinstance(front, FrontMatter):
        return front
    start, part = part_around(front, text)
    if len(part) > LONGEST_PART:
        return FrontMatter(faults=(explain(front, text, FIRST_LINE),), readable=False)
    near = _read(part, PARSERS[-1])
    if isinstance(near, FrontMatter):  # LibYAML refuses what the other accepts
        front = _read(text, PARSERS[-1])
        if isinstance(front, FrontMatter):
            return front
        start, part, near = 0, text, front
    return FrontMatter(faults=(explain(near, part, FIRST_LINE + start),), readable=False)


def _read(text: str, parser: type) -> FrontMatter | Exception:
    """Read with one parser; its complaint is the result where it cannot."""
    reading = _Reading(text)
    try:
        reading.run(_guarded(text, parser))
    except _RefusedError as refused:
        return FrontMatter(faults=(*reading.faults, refused.fault), readable=False)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        return error
    return FrontMatter(tuple(reading.entries), tuple(reading.faults))


def _guarded(text: str, parser: type) -> Iterator[Event]:  # noqa: C901 - a branch per event kind
    """Yield the events; stop at the first that is refused, before it can cost anything."""
    nodes = depth = documents = 0
    for event in yaml.parse(text, Loader=parser):
        if isinstance(event, NodeEvent):
            nodes += 1
            if event.anchor is not None or getattr(event, "tag", None) is not None:
                _refuse_machinery(event)
        if isinstance(event, ScalarEvent):
            if event.style == '"':  # only its escapes can bring back what decoding refused
                _refuse_controls(event)
        elif isinstance(event, CollectionStartEvent):
            depth += 1
            if depth > DEEPEST:
                raise _RefusedError("nested-value", event)
        elif isinstance(event, CollectionEndEvent):
            depth -= 1
        elif isinstance(event, DocumentStartEvent):
            documents += 1
            if documents > 1:
                found = "a second YAML document"
                raise _RefusedError("invalid-yaml", event, found=found, cure="remove it")
        if nodes > MOST_NODES:
            raise _RefusedError("too-large", event, found="front matter values")
        yield event


def _refuse_machinery(event: NodeEvent) -> None:
    if isinstance(event, AliasEvent):
        found = f"the alias *{event.anchor}"
    elif event.anchor is not None:
        found = f"the anchor &{event.anchor}"
    else:
        found = f"the tag {getattr(event, 'tag', '!')}"
    raise _RefusedError("invalid-yaml", event, found=found, cure="quote")


def _refuse_controls(event: ScalarEvent) -> None:
    if (match := CONTROL.search(event.value)) or _lone_surrogate(event.value):
        found = f"U+{ord(match[0]):04X}" if match else "half a character"
        raise _RefusedError("control-character", event, found=found)


def _lone_surrogate(text: str) -> bool:
    return not text.isascii() and any("\ud800" <= char <= "\udfff" for char in text)


def _span(event: Event) -> Span:
    start, end = event.start_mark, event.end_mark
    assert start is not None  # parsed events always carry their marks
    assert end is not None
    return Span(start.line + FIRST_LINE, start.column + 1, end.line + FIRST_LINE, end.column + 1)


class _Reading:
    """The state of one pass over the events; it never leaves this module."""

    def __init__(self, text: str) -> None:
        self.lines = text.split("\n")
        self.hashes = "#" in text
        self.entries: list[Entry] = []
        self.faults: list[Fault] = []
        self.keys: dict[str, Span] = {}

    def run(self, events: Iterator[Event]) -> None:
        """Read `key: value` after `key: value` until the stream ends."""
        for event in events:
            if isinstance(event, MappingStartEvent):
                self._mapping(events)
            elif isinstance(event, ScalarEvent) and not event.value and not event.style:
                continue
            elif isinstance(event, (ScalarEvent, SequenceStartEvent)):
                raise _RefusedError("invalid-yaml", event, found="no key", cure="key")

    def _mapping(self, events: Iterator[Event]) -> None:
        for key in events:
            if isinstance(key, CollectionEndEvent):
                return
            if not isinstance(key, ScalarEvent):
                raise _RefusedError("invalid-yaml", key, found="a key that is no text", cure="key")
            if key.value == "<<" and not key.style:
                raise _RefusedError("invalid-yaml", key, found="the merge key <<", cure="quote")
            entry = self._entry(key, next(events), events)
            if entry.key in self.keys:
                first = self.keys[entry.key]
                self.faults.append(
                    Fault("duplicate-key", entry.key_span, key=entry.key, found=str(first.line))
                )
            else:
                self.keys[entry.key] = entry.key_span
                self.entries.append(entry)
                if self.hashes:
                    self.faults += dropped_text(entry, self.lines, FIRST_LINE)

    def _entry(self, key: ScalarEvent, value: Event, events: Iterator[Event]) -> Entry:
        name, key_span, span = key.value, _span(key), _span(value)
        if isinstance(value, ScalarEvent):
            return Entry(name, key_span, (self._scalar(value),), span)
        if isinstance(value, MappingStartEvent):
            self._nested(value, [*_inside(events)][-1], name)
            return Entry(name, key_span, (), span, broken=True)
        return self._list(name, key_span, value, events)

    def _list(self, name: str, key_span: Span, start: Event, events: Iterator[Event]) -> Entry:
        values, bare = list[Scalar](), list[Scalar]()
        *items, (end,) = _items(events)
        alone = len(items) == 1 and bool(getattr(start, "flow_style", False))
        for item in items:
            if isinstance(leaf := _leaf(item, alone=alone), ScalarEvent):
                values.append(self._scalar(leaf))
                bare += values[-1:] if leaf is not item[0] else ()
            else:
                self._nested(item[0], item[-1], name)
        first, broken = _span(start), len(values) < len(items)
        span = Span(first.line, first.column, *_span(end).end)
        return Entry(
            name, key_span, tuple(values), span, listed=True, bare_links=tuple(bare), broken=broken
        )

    def _nested(self, start: Event, end: Event, key: str) -> None:
        """Tell of a value with parts: all of it, or its first line where it has several."""
        first, last = _span(start), _span(end)
        column = last.end_column
        if last.end_line != first.line:
            column = len(self.lines[first.line - FIRST_LINE].rstrip()) + 1
        span = Span(first.line, first.column, first.line, column)
        self.faults.append(Fault("nested-value", span, key=key))

    def _scalar(self, event: ScalarEvent) -> Scalar:
        span = _span(event)
        if span.line != span.end_line:
            lines = self.lines[span.line - FIRST_LINE : span.end_line - (span.end_column == 1) - 1]
            return Scalar(event.value.rstrip("\n"), span, None, tuple(lines))
        offset = 1 if event.style in {"'", '"'} else 0
        source = self.lines[span.line - FIRST_LINE]
        exact = source.startswith(event.value, span.column - 1 + offset)
        return Scalar(event.value, span, offset if exact else None)


def _items(events: Iterator[Event]) -> Iterator[list[Event]]:
    """Yield the events of each item of a list, and last its end."""
    for event in events:
        yield [event, *(_inside(events) if isinstance(event, CollectionStartEvent) else ())]
        if isinstance(event, CollectionEndEvent):
            return


def _leaf(item: Sequence[Event], *, alone: bool) -> Event | None:
    """Return what an item says: its text, or that of the accident `[[name]]`, a list in a list.

    A link that is the whole value has the list itself as its outer brackets: it stands `alone`.
    """
    *starts, leaf = item[: len(item) // 2 + 1]
    flow = all(isinstance(event, SequenceStartEvent) and event.flow_style for event in starts)
    lone = len(item) == 2 * len(starts) + 1 and len(starts) in {0, int(alone), 2}
    return leaf if flow and lone else None


def _inside(events: Iterator[Event]) -> Iterator[Event]:
    """Yield what stands in a collection, and its end."""
    depth = 1
    for event in events:
        depth += isinstance(event, CollectionStartEvent)
        depth -= isinstance(event, CollectionEndEvent)
        yield event
        if depth == 0:
            return
