"""Field readers: each turns one typed scalar into a value, or says what is wrong with it."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import cast

from msgspec import Struct, field

from site_builder.model.contact import StandingLine, Waiver
from site_builder.model.duration import Duration, Unit
from site_builder.model.intro import Step
from site_builder.model.letters import LETTERS
from site_builder.model.reference import Reference, path_stem
from site_builder.parsing.front_matter import Scalar
from site_builder.source import Span

DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
ROUGH_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?")
DURATION = re.compile(r"(?![0-9]{4}y|[0-9]{5}[wmy])([1-9][0-9]{0,4})([dwmy])")
"""Under a thousand years: dates end in the year 9999."""
EMAIL = re.compile(r"[^\s@<>()\[\],;:\"]+@[^\s@<>()\[\],;:\"]*[^\s@<>()\[\],;:\".]")
TAG = re.compile(rf"(?![0-9]+$)[{LETTERS}/-]+")
ZONE = re.compile(r"[A-Za-z_]+(/[A-Za-z0-9_+-]+)*")
CONTACTS = "contacts/"
CHECK_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


class Wrong(Struct, frozen=True):
    """A value that cannot be read; `span` narrows the place where it can be narrowed."""

    found: str = ""
    wanted: str = ""
    cure: str = ""
    span: Span | None = None


class Reader(Struct, frozen=True):
    """How one kind of value is read, and how it is described to people and to JSON Schema."""

    name: str
    wanted: str
    """Completes "must be …"."""
    read: Callable[[Scalar], object]
    """Returns the value or a `Wrong`."""
    schema: Mapping[str, object] = field(default_factory=lambda: {"type": "string"})


def read_text(scalar: Scalar) -> object:
    """Return the text as typed."""
    return scalar.text


def parse_date(text: str) -> date | Wrong:
    """Return the day of a `YYYY-MM-DD` text."""
    if (match := DATE.fullmatch(text)) is None:
        return Wrong(text)
    try:
        return date(*map(int, match.groups()))
    except ValueError:
        return Wrong(text, cure="this day is not in the calendar")


def read_date(scalar: Scalar) -> object:
    """Read `YYYY-MM-DD`."""
    return parse_date(scalar.text)


def read_rough_date(scalar: Scalar) -> object:
    """Read `YYYY`, `YYYY-MM` or `YYYY-MM-DD`."""
    if (match := ROUGH_DATE.fullmatch(scalar.text)) is None:
        return Wrong(scalar.text)
    year, month, day = match.groups("01")
    parsed = parse_date(f"{year}-{month}-{day}")
    return Wrong(scalar.text, cure=parsed.cure) if isinstance(parsed, Wrong) else scalar.text


def read_duration(scalar: Scalar) -> object:
    """Read `14d`, `6w`, `3m` or `1y`."""
    if (match := DURATION.fullmatch(scalar.text)) is None:
        return Wrong(scalar.text)
    return Duration(int(match[1]), cast("Unit", match[2]))


def read_closeness(scalar: Scalar) -> object:
    """Read a whole number from 1 to 5."""
    return int(scalar.text) if scalar.text in {"1", "2", "3", "4", "5"} else Wrong(scalar.text)


def read_yes_no(scalar: Scalar) -> object:
    """Read `true` or `false`; `yes` and `no` serve too."""
    answers = {"true": True, "yes": True, "false": False, "no": False}
    answer = answers.get(scalar.text.lower())
    return Wrong(scalar.text) if answer is None else answer


def _shaped(shape: re.Pattern[str]) -> Callable[[Scalar], object]:
    """Return the reader of texts of a shape; nothing but the shape is looked at."""
    return lambda scalar: scalar.text if shape.fullmatch(scalar.text) else Wrong(scalar.text)


read_ask = _shaped(re.compile("yes|sparingly|no"))
read_email = _shaped(EMAIL)
read_zone = _shaped(ZONE)


def read_tag(scalar: Scalar) -> object:
    """Read a tag; a leading `#` is dropped."""
    tag = scalar.text.removeprefix("#")
    return tag if TAG.fullmatch(tag) else Wrong(scalar.text)


def read_person(scalar: Scalar) -> object:
    """Read a reference: an id, an alias, an exact name, or any of them in `[[…]]`."""
    return reference(scalar, 0, len(scalar.text)) or Wrong(scalar.text)


def reference(scalar: Scalar, start: int, end: int) -> Reference | None:
    """Return the person named in a part of the scalar, with the span of the name alone."""
    part = scalar.text[start:end]
    inner = part.strip()
    start += len(part) - len(part.lstrip())
    linked = inner.startswith("[[") and inner.endswith("]]")
    if linked:
        inner, start = inner[2:-2], start + 2
    if "[" in inner or "]" in inner:
        return None
    name = inner.partition("|")[0].removesuffix("\\")
    start += len(name) - len(name.lstrip())
    name = name.strip()
    person = name.partition("#")[0].strip() if linked else name
    if person.endswith(".md") or person.startswith(CONTACTS):
        person = path_stem(person)
    return Reference(person, scalar.part(start, len(name))) if path_stem(person) else None


def read_standing(scalar: Scalar) -> object:
    """Read `PERSON 0-1`."""
    name, _, weight = scalar.text.strip().rpartition(" ")
    if not re.fullmatch(r"0|1|[01]?\.[0-9]+|1\.0*", weight) or float(weight) > 1:
        return Wrong(scalar.text)
    other = reference(scalar, 0, scalar.text.rindex(weight))
    return StandingLine(other, float(weight), scalar.span) if name and other else Wrong(scalar.text)


def read_step(scalar: Scalar) -> object:
    """Read a planned step, `DATE text`."""
    day, _, text = scalar.text.partition(" ")
    parsed = parse_date(day)
    if isinstance(parsed, Wrong):
        return Wrong(scalar.text, cure=parsed.cure)
    return Step(parsed, text.strip())


def read_waiver(scalar: Scalar) -> object:
    """Read `CHECK-ID reason`."""
    check, _, reason = scalar.text.partition(" ")
    if not CHECK_ID.fullmatch(check):
        return Wrong(scalar.text)
    return Waiver(check, reason.strip(), scalar.part(0, len(check)))
