"""Random logs that lead a rule to its very edge."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from .random_logs import Line

REFUSED = [300, 364, 365, 365, 366, 366, 367, 500, 800]
MET = ["introduced", "wrote", "replied", "scheduled", "met"]


def pace_log(rng: Random, today: date) -> list[Line]:
    """Return three to five touches and answers, long ago or just now."""
    day = today - timedelta(days=rng.choice([30, 60, 150, 400]))
    lines = []
    for _ in range(rng.randint(3, 5)):
        lines.append(Line(day, rng.choice(["wrote", "proposed", "nudged"])))
        if rng.random() < 0.3:
            lines.append(Line(day, "nudged"))
        day = min(today, day + timedelta(days=rng.choice([0, 0, 1, 1, 2, 3, 6])))
        lines.append(Line(day, "replied"))
        day = min(today, day + timedelta(days=rng.choice([0, 1, 4])))
    return lines


def campaign(rng: Random, today: date) -> list[list[Line]]:
    """Return two or three spokes of one thread, each introduced, followed up, unanswered."""
    spokes, count = [], rng.choice([1, 2, 2, 3])
    silent = rng.choice([6, 7, 8, 9, 10, 13, 14, 15, 20, 21])
    day = today - timedelta(days=rng.choice([silent + 7, 40, 88, 89, 90, 91, 92]))
    for number in range(count):
        words = ["introduced", "wrote", *["nudged", "interrupted", "nudged"][: rng.randint(0, 3)]]
        if rng.random() < 0.3:
            words.insert(rng.randint(1, len(words)), "replied")
        if rng.random() < 0.6:
            words.insert(rng.randint(1, len(words)), "thanked")
        if number and rng.random() < 0.5:
            words.insert(0, "asked")
        lines = []
        for word in words:
            lines.append(Line(day, word))
            day += timedelta(days=rng.choice([0, 0, 0, 1, 3, 7]))
        if "nudged" in words and rng.random() < 0.2:
            first = lines[words.index("nudged")].day
            lines.append(Line(first - timedelta(days=rng.choice([0, 0, 1])), "thanked"))
        spokes.append(sorted(lines, key=lambda line: line.day))
    late = max(0, (spokes[-1][-1].day - today).days + silent)
    for line in (line for spoke in spokes for line in spoke):
        line.day -= timedelta(days=late)
    tail = spokes[-1][-1]
    if count == 1 or rng.random() < 0.7:
        tail.day = max(tail.day, today - timedelta(days=silent))
    return spokes


def refusal(rng: Random, today: date) -> list[list[Line]]:
    """Return a spoke that was declined and one that came after all, about a year later."""
    refused = today - timedelta(days=rng.choice(REFUSED))
    first = [Line(refused - timedelta(days=3), "agreed"), Line(refused, "opted-out")]
    later = refused + timedelta(days=rng.choice([10, 200, 364, 365, 366, 367, 400]))
    if later > today or rng.random() < 0.3:
        return [first]
    return [first, [Line(later, "introduced"), Line(later, rng.choice(["wrote", "nudged"]))]]


def sequel(rng: Random, today: date) -> list[list[Line]]:
    """Return a spoke that ends a thread and one that begins about that very day."""
    end = today - timedelta(days=rng.choice([10, 30, 91, 200]))
    words, last = rng.choice([(["introduced", "wrote"], "closed"), (MET, "thanked")])
    first = [Line(end - timedelta(days=9), word) for word in words]
    for line in first:
        line.until = line.day if line.word == "scheduled" else None
    again = end + timedelta(days=rng.choice([-1, 0, 0, 1, 1, 5]))
    words = rng.choice([["asked"], ["asked", "passed"], ["introduced"], ["introduced", "nudged"]])
    second = [Line(again + timedelta(days=n), word) for n, word in enumerate(words)]
    return [[*first, Line(end, last)], second]


def reminder(rng: Random, today: date) -> list[list[Line]]:
    """Return an ask that was reminded of, or asked again after the reminder."""
    day = today - timedelta(days=rng.choice([4, 5, 6, 7, 8, 9, 10, 13, 14]))
    words = rng.choice([["asked", "reminded"], ["asked", "reminded", "asked"], ["reminded"]])
    days = [day - timedelta(days=2 * n) for n in range(len(words))]
    return [[Line(day, word) for day, word in zip(reversed(days), words, strict=True)]]


def meeting(rng: Random, today: date) -> list[list[Line]]:
    """Return a meeting about now and a word from one side about the day of it."""
    held = today + timedelta(days=rng.choice([-20, -4, -3, -2, -1, 0, 0, 1]))
    begun = held - timedelta(days=5)
    log = [Line(begun, "introduced"), Line(begun, "wrote"), Line(begun, "replied")]
    log.append(Line(begun, "scheduled", held))
    word = rng.choice(["wrote", "nudged", "interrupted", "replied", "proposed"])
    said = held + timedelta(days=rng.choice([-2, -1, 0, 0, 1]))
    return [[*log, *([Line(said, word)] if said <= today else [])]]


EDGES = [campaign, campaign, campaign, refusal, sequel, reminder, meeting]
