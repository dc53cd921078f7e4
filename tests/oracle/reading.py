"""Read a vault folder in the simplest possible way."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import TYPE_CHECKING

from . import front_matter
from .front_matter import Fields, text, texts
from .records import Event, Membership, Person, Spoke, Tie, Vault

if TYPE_CHECKING:
    from pathlib import Path

EVENTS = frozenset(
    [
        "asked",
        "reminded",
        "agreed",
        "passed",
        "opt-in-asked",
        "opted-in",
        "opted-out",
        "introduced",
        "wrote",
        "nudged",
        "interrupted",
        "replied",
        "proposed",
        "scheduled",
        "met",
        "thanked",
        "paused",
        "closed",
    ]
)
YEARS = re.compile(r"(\d{4})(-(\d{4})?)?")

Names = dict[str, str]
Log = list[str]


def read_vault(root: Path, today: date) -> Vault:
    """Return what takes part on this day: no drafts, no future, nobody else's intros."""
    files = {path.stem: _read(path) for path in sorted(root.glob("contacts/**/*.md"))}
    files = {stem: file for stem, file in files.items() if not _draft(file[0])}
    names = _names({stem: fields for stem, (fields, _) in files.items()})
    people = {
        stem: _person(stem, fields, log, names, today) for stem, (fields, log) in files.items()
    }
    me = next((person.id for person in people.values() if person.me), None)
    spokes = []
    for path in root.glob("intros/**/*.md"):
        fields, log = _read(path)
        asker = text(fields, "requester")
        if _draft(fields) or (asker and _find(asker, names) != me):
            continue
        spokes.append(_spoke(path.relative_to(root).as_posix(), fields, log, names, today))
    return Vault(people, me, sorted(spokes, key=spoke_order))


def spoke_order(spoke: Spoke) -> tuple[date, str]:
    """Order spokes by their first event, then path; those without events come last."""
    return (spoke.events[0].day if spoke.events else date.max, spoke.path)


def _read(path: Path) -> tuple[Fields, Log]:
    return front_matter.split(path.read_text(encoding="utf-8"))


def _draft(fields: Fields) -> bool:
    return text(fields, "draft") == "true"


def _fold(word: str) -> str:
    return unicodedata.normalize("NFC", word).casefold()


def _names(files: dict[str, Fields]) -> Names:
    found: Names = {}
    for stem, fields in files.items():
        found.setdefault("name " + text(fields, "name"), stem)
        found["id " + _fold(stem)] = stem
        for alias in texts(fields, "aliases"):
            found["alias " + alias] = stem
    return found


def _find(reference: str, names: Names) -> str:
    inner = re.fullmatch(r"\[\[([^|\]]*)(?:\|[^\]]*)?\]\]", reference)
    word = inner[1] if inner else reference
    keys = ("id " + _fold(word), "alias " + word, "name " + word)
    return next((names[key] for key in keys if key in names), "")


def _split_reference(line: str) -> tuple[str, str]:
    """Part `[[a|b c]] rest` or `a rest` into reference and rest."""
    match = re.match(r"(\[\[[^\]]*\]\]|\S+)\s*(.*)", line)
    return (match[1], match[2]) if match else ("", "")


def _person(stem: str, fields: Fields, log: Log, names: Names, today: date) -> Person:
    days = [line[2:12] for line in log] + texts(fields, "last_contact")
    contacted = [day for day in map(date.fromisoformat, days) if day <= today]
    closeness = text(fields, "closeness")
    standing = map(_split_reference, texts(fields, "standing"))
    return Person(
        id=stem,
        name=text(fields, "name"),
        me=text(fields, "me") == "true",
        closeness=int(closeness) if closeness else None,
        ask=text(fields, "ask") or "yes",
        contacted=tuple(contacted),
        groups=tuple(_membership(line, today) for line in texts(fields, "groups")),
        knows=dict(_tie(line, names) for line in texts(fields, "knows")),
        standing={_find(who, names): float(rest) for who, rest in standing},
    )


def _membership(line: str, today: date) -> Membership:
    group, _, rest = line.partition(" ")
    years = YEARS.fullmatch(rest.strip().partition(" ")[0])
    if not years:
        return Membership(group, None)
    start = int(years[1])
    still = today.year if years[2] else start
    return Membership(group, (start, int(years[3]) if years[3] else still))


def _tie(line: str, names: Names) -> tuple[str, Tie]:
    who, rest = _split_reference(line)
    mark = re.match(r"([1-5]?)(\??)(?:\s|$)", rest)
    closeness = int(mark[1]) if mark and mark[1] else None
    return _find(who, names), Tie(closeness, bool(mark and mark[2]))


def _spoke(path: str, fields: Fields, log: Log, names: Names, today: date) -> Spoke:
    events = sorted((_event(line, path) for line in log), key=lambda event: event.day)
    next_day, deadline = text(fields, "next")[:10], text(fields, "deadline")
    return Spoke(
        path=path,
        stem=path.rpartition("/")[2].removesuffix(".md"),
        target=_find(text(fields, "target"), names),
        introducer=_find(text(fields, "introducer"), names),
        key=_slug(text(fields, "thread")),
        next_day=date.fromisoformat(next_day) if next_day else None,
        deadline=date.fromisoformat(deadline) if deadline else None,
        events=tuple(event for event in events if event.day <= today),
    )


def _event(line: str, path: str) -> Event:
    words = line[2:].partition(":")[0].split()
    if words[1] not in EVENTS:
        raise ValueError(path, line)
    until = date.fromisoformat(words[2]) if words[2:] else None
    return Event(date.fromisoformat(words[0]), words[1], until, path)


def _slug(key: str) -> str:
    plain = unicodedata.normalize("NFKD", key).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")
