"""Read the plain subset of front matter and the lines under `## Log`."""

from __future__ import annotations

import re

Fields = dict[str, "str | list[str]"]

LOG_LINE = re.compile(r"- (\d{4}-\d\d-\d\d)\b(.*)")


def split(text: str) -> tuple[Fields, list[str]]:
    """Return the fields and the `(- DATE …)` lines of the log section."""
    lines = text.split("\n")
    end = lines.index("---", 1)
    return _fields(lines[1:end]), _log(lines[end + 1 :])


def _fields(lines: list[str]) -> Fields:
    fields: Fields = {}
    items: list[str] = []
    for line in lines:
        text = line.strip()
        if text.startswith("- "):
            items.append(_scalar(text[2:]))
        elif text and not text.startswith("#"):
            key, _, rest = text.partition(":")
            items = []
            fields[key] = _value(rest.strip()) or items
    return fields


def _value(text: str) -> str | list[str]:
    if text.startswith("[") and not text.startswith("[["):
        inside = text[1 : text.rindex("]")].strip()
        return [_scalar(part) for part in inside.split(",")] if inside else []
    return _scalar(text)


def _scalar(text: str) -> str:
    text = text.strip()
    if text[:1] in {'"', "'"}:
        return text[1 : text.rindex(text[0])]
    return re.sub(r"\s+#.*", "", text)


def _log(lines: list[str]) -> list[str]:
    inside, found = False, []
    for line in lines:
        if re.match(r"##? ", line):
            inside = line.strip() == "## Log"
        elif inside and LOG_LINE.match(line):
            found.append(line)
    return found


def texts(fields: Fields, key: str) -> list[str]:
    """Return a field as a list, empty where it is missing."""
    value = fields.get(key, [])
    return value if isinstance(value, list) else [value]


def text(fields: Fields, key: str) -> str:
    """Return a field as text, empty where it is missing."""
    return "".join(texts(fields, key)[:1])
