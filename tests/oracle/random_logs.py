"""Random logs of intros: any legal order of events, silences at the very limits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

FOLLOW = {
    "asked": "reminded agreed passed opt-in-asked introduced introduced asked",
    "reminded": "agreed passed introduced reminded opt-in-asked",
    "agreed": "opt-in-asked introduced introduced introduced passed opted-in",
    "passed": "thanked asked agreed thanked",
    "opt-in-asked": "opted-in opted-in opted-out introduced reminded passed",
    "opted-in": "introduced introduced introduced asked",
    "opted-out": "thanked closed introduced",
    "introduced": "wrote wrote wrote wrote replied thanked nudged introduced",
    "wrote": "nudged nudged nudged nudged replied replied interrupted closed paused wrote",
    "nudged": "nudged interrupted nudged replied thanked wrote interrupted paused reminded",
    "interrupted": "replied nudged closed thanked interrupted",
    "replied": "wrote wrote proposed proposed scheduled replied closed nudged",
    "proposed": "scheduled scheduled replied nudged nudged proposed interrupted",
    "scheduled": "met met met wrote nudged replied proposed interrupted scheduled",
    "met": "thanked thanked thanked wrote closed replied paused",
    "thanked": "wrote replied nudged thanked introduced",
    "paused": "wrote nudged interrupted replied thanked",
    "closed": "thanked replied wrote asked",
}
STARTS = "asked asked asked asked introduced introduced agreed opt-in-asked wrote replied"
LATE_STARTS = "reminded scheduled met nudged proposed opted-out passed paused closed"
INNER = frozenset({"asked", "reminded", "agreed", "opt-in-asked", "passed"})
TARGET_SIDE = frozenset(
    ["wrote", "nudged", "interrupted", "replied", "proposed", "scheduled", "met", "opted-out"]
)
GAPS = [0, 0, 0, 1, 1, 2, 3, 4, 5, 6, 7, 8, 10, 14, 20, 30, 60, 89, 90, 91, 200, 365]
LIMITS = [1, 2, 3, 4, 5, 6, 7, 10, 14, 21, 22, 28, 45, 90, 365]
TEXTS = ["", "", ": by mail", ": said: asked 2020-01-01 agreed", ": #tag and [[link"]
ENDS = [": won", ": lost to silence", ": withdrawn"]


@dataclass
class Line:
    """One log line in the making."""

    day: date
    word: str
    until: date | None = None


def history(rng: Random, today: date) -> list[Line]:
    """Return one spoke's log, from nothing to a dozen events."""
    words = _words(rng)
    days = _days(rng, len(words), today)
    return [_line(rng, day, word, today) for day, word in zip(days, words, strict=True)]


def _words(rng: Random) -> list[str]:
    roll = rng.random()
    if roll < 0.08:
        return []
    starts = LATE_STARTS if roll < 0.2 else STARTS
    words = [rng.choice(starts.split())]
    for _ in range(rng.choice([0, 0, 1, 2, 3, 4, 5, 6, 8, 11])):
        wild = rng.random() < 0.07
        choices = list(FOLLOW) if wild else FOLLOW[words[-1]].split()
        legal = [word for word in choices if _is_legal(word, words)]
        if legal:
            words.append(rng.choice(legal))
    return words


def _is_legal(word: str, words: list[str]) -> bool:
    """Keep to orders no one could call an error; a missing earlier event is fine."""
    before = set(words)
    if word == "asked":
        return "asked" in before
    if word in {"introduced", "thanked"}:
        return "introduced" in before or not before & TARGET_SIDE
    if word == "opt-in-asked":
        return word in before or not before & {"opted-in", "opted-out", "introduced"}
    if word == "closed":
        return word not in before
    if word == "passed":
        return before <= INNER
    return True


def _days(rng: Random, count: int, today: date) -> list[date]:
    """Return days in order; the last at, just before or just after a limit."""
    silent = rng.choice(LIMITS) + rng.choice([-1, 0, 0, 0, 1])
    if rng.random() < 0.3:
        silent = rng.randint(0, 120)
    if rng.random() < 0.12:
        silent = rng.randint(300, 800)
    if rng.random() < 0.03:
        silent = -rng.randint(1, 9)
    days = [today - timedelta(days=silent)]
    small = rng.random() < 0.6
    while len(days) < count:
        days.append(days[-1] - timedelta(days=rng.choice(GAPS[:13] if small else GAPS)))
    return sorted(days)[:count]


def _line(rng: Random, day: date, word: str, today: date) -> Line:
    if word not in {"scheduled", "paused"}:
        return Line(day, word)
    near = [-40, -30, -10, -4, -3, -2, -1, 0, 1, 5]
    chosen = today + timedelta(days=rng.choice(near))
    if word == "paused":
        chosen = today + timedelta(days=rng.choice([-20, -1, 0, 1, 1, 30]))
    if chosen < day or (word == "scheduled" and rng.random() < 0.3):
        chosen = day + timedelta(days=rng.choice([0, 1, 3, 7, 14]))
    return Line(day, word, chosen)


def write_log(rng: Random, lines: list[Line]) -> list[str]:
    """Return the log section; days sometimes stand out of order, a day never does."""
    if not lines:
        return []
    days: dict[date, list[str]] = {}
    for line in lines:
        until = f" {line.until}" if line.until else ""
        text = rng.choice(ENDS if line.word == "closed" else TEXTS)
        days.setdefault(line.day, []).append(f"- {line.day} {line.word}{until}{text}")
    order = sorted(days)
    if rng.random() < 0.25:
        rng.shuffle(order)
    return ["## Log", "", *(line for day in order for line in days[day])]
