"""Write one spoke of a story down as an intro file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from .draws import maybe
from .words import CHANNELS, GOALS, INTRO_SENTENCES, TAGS, TEXTS, WHYS

if TYPE_CHECKING:
    from random import Random

    from .stories import Story


@dataclass(frozen=True)
class Spoke:
    """One intro file in the making."""

    story: Story
    steps: str
    target: str
    introducer: str
    key: str
    asker: str
    end: date
    today: date

    @property
    def begun(self) -> date:
        """Return the day of the first step, or today for a mere idea."""
        first = int(self.steps.split(maxsplit=1)[0]) if self.steps else 0
        return self.end - timedelta(days=first)


def intro_text(rng: Random, spoke: Spoke) -> str:
    """Return the whole file of one intro."""
    lines = [
        "---",
        f"target: {spoke.target}",
        f"introducer: {spoke.introducer}",
        *([f"requester: {spoke.asker}"] if spoke.asker else []),
        f"goal: {rng.choice(GOALS)}",
        f"why: {rng.choice(WHYS)}",
        *([f"channel: {rng.choice(CHANNELS)}"] if maybe(rng, 0.3) else []),
        *_fields(rng, spoke),
        "---",
        "",
        *_body(rng, spoke),
        *_log(rng, spoke),
    ]
    return "\n".join(lines).rstrip("\n") + "\n"


def _body(rng: Random, spoke: Spoke) -> list[str]:
    text = " ".join(rng.sample(INTRO_SENTENCES, k=rng.randint(1, 2)))
    lines = [f"{text} #{rng.choice(TAGS)}" if maybe(rng, 0.2) else text, ""]
    if maybe(rng, 0.3):
        return [*lines, f"See the notes on [[{spoke.target}]].", ""]
    return lines


def _fields(rng: Random, spoke: Spoke) -> list[str]:
    story, lines = spoke.story, []
    if story.next:
        lines.append(f"next: {_later(rng, spoke, story.next)} call when they are back")
    if story.deadline:
        lines.append(f"deadline: {_later(rng, spoke, story.deadline)}")
    if story.blind:
        lines.append("blind: They had asked for it themselves the week before")
    if story.draft:
        lines.append("draft: true")
    if spoke.key:
        lines.append(f"thread: {spoke.key}")
    return lines


def _later(rng: Random, spoke: Spoke, days: tuple[int, int]) -> date:
    return spoke.today + timedelta(days=rng.randint(*days))


def _log(rng: Random, spoke: Spoke) -> list[str]:
    if not spoke.steps:
        return []
    return ["## Log", "", *(_line(rng, spoke, step) for step in spoke.steps.split(", "))]


def _line(rng: Random, spoke: Spoke, step: str) -> str:
    ago, word, *until = step.split()
    days = [str(spoke.end - timedelta(days=int(number))) for number in (ago, *until)]
    text = _text(rng, spoke, word)
    return f"- {' '.join([days[0], word, *days[1:]])}{f': {text}' if text else ''}"


def _text(rng: Random, spoke: Spoke, word: str) -> str:
    if word == "closed":
        return "withdrawn" if "passed" in spoke.steps else "lost to silence"
    if word in TEXTS and maybe(rng, 0.5):
        return rng.choice(TEXTS[word])
    return ""
