"""The settings of audiences: `[audiences.NAME]` with what it may see, part by part."""

import re
from collections.abc import Iterable, Iterator

from site_builder.did_you_mean import NEAR, guess
from site_builder.model.audience import PARTS, PRIVATE, Audience
from site_builder.parsing.fields import CONTACT_FIELDS, INTRO_FIELDS
from site_builder.parsing.settings_values import Problem, Read, misfit, read_keys, read_texts

NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")
"""Names of audiences become names of folders."""
KEYS = frozenset(CONTACT_FIELDS) | frozenset(INTRO_FIELDS)
EITHER = "tags"
"""A key that may be listed among the parts, as tags stand in texts, too."""
OWN_KEYS = {"visibility", "ignore"}
"""Keys that speak to the program about a file; they are for the owner alone."""


def read_audience(name: str, given: object) -> Read:
    """Read one table."""
    if name == PRIVATE.name:
        wanted = "remove the table; every other name is free"
        return None, [Problem((), '"private" is built in and sees everything', wanted=wanted)]
    if NAME.fullmatch(name) is None:
        message = f'an audience is a small word like "team", found "{name}"'
        return None, [Problem((), message, wanted="use a to z, 0 to 9, _ and -")]
    if not isinstance(given, dict):
        return None, misfit(given, "a table")
    values, problems = read_keys({"show": read_texts, "fields": read_texts}, given)
    show, fields = values.get("show", ()), values.get("fields", ())
    problems += (*_unknown_parts(show), *_unknown_fields(fields))
    if EITHER in show:
        fields = tuple(dict.fromkeys((*fields, EITHER)))
    return Audience(name, tuple(part for part in show if part != EITHER), fields), problems


def _unknown_parts(show: Iterable[str]) -> Iterator[Problem]:
    for part in show:
        if part not in PARTS and part != EITHER:
            field = f'write fields = ["{part}"]' if part in KEYS else ""
            cure = guess(part, PARTS) or field or f"known are: {', '.join(PARTS)}"
            yield Problem(("show",), f'nothing to show is called "{part}"', wanted=cure)


def _unknown_fields(names: Iterable[str]) -> Iterator[Problem]:
    """Yield keys that no audience may see, and those that are near a known key.

    Other keys are taken as they are: they may be the user's own.
    """
    for name in names:
        if name in OWN_KEYS:
            message = f'"{name}" is for you alone and never shown to others'
            yield Problem(("fields",), message, wanted="remove it")
        elif name not in KEYS and not name.startswith("x_"):
            meant = guess(name, KEYS, most=NEAR) if len(name) > NEAR else ""
            if meant:
                yield Problem(("fields",), f'no field is called "{name}"', wanted=meant)
            elif name in PARTS:
                cure = f'write show = ["{name}"]'
                yield Problem(("fields",), f'"{name}" is no field', wanted=cure)
