"""Reading one file's front matter by the field table: values, and every fault in them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from site_builder.did_you_mean import NEAR, did_you_mean
from site_builder.model.document import Fault
from site_builder.parsing.curly_quotes import curly_quotes
from site_builder.parsing.fields import Field
from site_builder.parsing.front_matter import Entry, FrontMatter, Scalar
from site_builder.parsing.value_readers import Wrong
from site_builder.source import FILE_START, Span

BRACKETS = len("[[")
SHORT = 3
"""A key of so few letters is questioned at one edit: `tel` and `web` are not `me`."""
GIVEN = "given"
"""The key that was probably meant has a value of its own."""


@dataclass(slots=True)
class Reading:
    """What a front matter gave; made and used up inside `parsing`."""

    values: dict[str, object] = field(default_factory=dict)
    spans: dict[str, Span] = field(default_factory=dict)
    more: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def read_record(front: FrontMatter, fields: Mapping[str, Field]) -> Reading:
    """Read every entry; a bad one becomes a fault and never hides the next."""
    reading = Reading(faults=list(front.faults))
    for entry in front.entries:
        reading.spans[entry.key] = entry.span
        if not entry.broken or entry.values:
            reading.faults += _bare_links(entry)
        if entry.key not in fields:
            _keep_unknown(entry, reading, fields, [each.key for each in front.entries])
        elif not entry.broken or entry.values:
            _read_known(entry, fields[entry.key], reading)
    reading.faults += _missing(front.entries, fields)
    return reading


def _bare_links(entry: Entry) -> Iterator[Fault]:
    """Yield the links without quotes, under a key of somebody's own as well."""
    for link in entry.bare_links:
        at = link.span
        begin = max(1, at.column - BRACKETS)
        span = Span(at.line, begin, at.end_line, at.end_column + BRACKETS)
        yield Fault("unquoted-link", span, key=entry.key, found=link.text)


def _keep_unknown(
    entry: Entry, reading: Reading, known: Mapping[str, Field], given: Sequence[str]
) -> None:
    reading.more.append((entry.key, tuple(value.text for value in entry.values)))
    if entry.key.startswith("x_"):
        return
    most = NEAR if len(entry.key) > SHORT else 1
    meant = did_you_mean(entry.key, [key for key in known if key not in given], most=most)
    meant = meant or did_you_mean(entry.key, known, most=most)
    meant = meant and (_begun(entry.key, known) or meant)
    if meant is not None:
        reading.faults.append(
            Fault(
                "unknown-key",
                entry.key_span,
                key=entry.key,
                found=entry.key,
                wanted=GIVEN if meant in given else "",
                cure=meant,
            )
        )


def _begun(key: str, known: Iterable[str]) -> str | None:
    """Return the one key of several words that begins with this one: `met` is `met_on`."""
    start = f"{key.lower()}_"
    longer = [one for one in known if one.startswith(start)]
    return longer[0] if len(longer) == 1 else None


def _read_known(entry: Entry, known: Field, reading: Reading) -> None:
    values = [value for value in entry.values if (value.text if known.many else value.text.strip())]
    if not known.many and len(values) > 1:
        reading.faults.append(
            Fault(
                "invalid-value",
                entry.span,
                key=entry.key,
                found=f"a list of {len(values)}",
                wanted=known.reader.wanted,
                cure=values[0].text,
            )
        )
        return
    if known.many and any(value.lines for value in values):
        values = list(_unfolded(entry, values, reading.faults))
    read = list(_readings(known, values, reading.faults))
    if known.many:
        reading.values[entry.key] = tuple(read)
    elif read:
        reading.values[entry.key] = read[0]


def _unfolded(entry: Entry, values: Sequence[Scalar], faults: list[Fault]) -> Iterator[Scalar]:
    """Yield the values that are not several items which YAML has taken as one."""
    from site_builder.parsing.folded_items import folded_items  # noqa: PLC0415 - seldom needed

    for value in values:
        if value.lines and (fault := folded_items(entry, value)):
            faults.append(fault)
        else:
            yield value


def _readings(known: Field, values: Sequence[Scalar], faults: list[Fault]) -> Iterator[object]:
    for scalar in values:
        value = known.reader.read(scalar)
        if not isinstance(value, Wrong):
            if fault := curly_quotes(known, scalar):
                faults.append(fault)
            yield value
            continue
        faults.append(
            Fault(
                "invalid-value",
                value.span or scalar.span,
                key=known.key,
                found=value.found,
                wanted=value.wanted or known.reader.wanted,
                cure=value.cure,
            )
        )


def _missing(entries: Sequence[Entry], fields: Mapping[str, Field]) -> Iterator[Fault]:
    given = {entry.key: entry for entry in entries}
    for known in fields.values():
        if not known.required:
            continue
        entry = given.get(known.key)
        if entry is None:
            yield Fault("missing-field", FILE_START, key=known.key, cure=known.example)
        elif not entry.broken and not any(value.text.strip() for value in entry.values):
            yield Fault("missing-field", entry.key_span, key=known.key, cure=known.example)
