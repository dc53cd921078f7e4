"""Write a person down as a contact file."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from .draws import maybe
from .words import (
    CHANNELS,
    LANGUAGES,
    LOG_TEXTS,
    LOG_WORDS,
    ROLES,
    SENTENCES,
    TAGS,
    ZONES,
)

if TYPE_CHECKING:
    from random import Random

    from .person import Person

CADENCES = ["6w", "3m", "6m", "1y"]
GOOD = 3


def contact_text(rng: Random, person: Person) -> str:
    """Return the whole file of one person."""
    lines = [
        "---",
        f"name: {person.name}",
        *_address(rng, person),
        *(["me: true"] if person.me else _my_side(rng, person)),
        *_listed("groups", [f"{one.group} {one.years}".strip() for one in person.stays]),
        *_listed("knows", [f"{who} {rest}".strip() for who, rest in person.knows.items()]),
        *_extras(rng, person),
        "---",
        "",
        *_body(rng, person),
        *([] if person.me else _log(rng, person)),
    ]
    return "\n".join(lines) + "\n"


def _title(slug: str) -> str:
    return " ".join(slug.split("-")[:-1]).title()


def _address(rng: Random, person: Person) -> list[str]:
    groups = [stay.group.partition("/") for stay in person.stays]
    employer = next((slug for kind, _, slug in groups if kind == "employer"), "")
    place = next((slug for kind, _, slug in groups if kind == "place"), "")
    lines = [f"email: {person.id}@{employer or 'mail'}.example"]
    if employer:
        lines += [f"org: {_title(employer)}", f"role: {rng.choice(ROLES)}"]
    if place:
        lines.append(f"location: {_title(place)}")
    if maybe(rng, 0.2):
        lines.append(f"timezone: {rng.choice(ZONES)}")
    if maybe(rng, 0.2):
        lines.append(f"language: {rng.choice(LANGUAGES)}")
    return lines


def _my_side(rng: Random, person: Person) -> list[str]:
    lines = []
    if person.closeness:
        lines.append(f"closeness: {person.closeness}")
    if person.last_contact:
        lines.append(f"last_contact: {person.last_contact}")
        met = person.last_contact - timedelta(days=rng.randint(0, 2000))
        lines.append(f"met_on: {rng.choice([met.year, f'{met:%Y-%m}', met])}")
    if (person.closeness or 0) >= GOOD and maybe(rng, 0.5):
        lines.append(f"cadence: {rng.choice(CADENCES)}")
    if person.ask != "yes":
        lines.append(f"ask: {person.ask}")
    if person.tied and maybe(rng, 0.15):
        lines.append(f"introduced_by: {rng.choice(person.tied).id}")
    return lines


def _listed(key: str, items: list[str]) -> list[str]:
    return [f"{key}:", *(f"  - {item}" for item in items)] if items else []


def _extras(rng: Random, person: Person) -> list[str]:
    lines = []
    if person.tied and maybe(rng, 0.05):
        heard = f"{rng.choice(person.tied).id} {rng.choice(['0.2', '0.7', '0.9'])}"
        lines += _listed("standing", [heard])
    if maybe(rng, 0.2):
        lines.append(f"channel: {rng.choice(CHANNELS)}")
    if maybe(rng, 0.6):
        lines.append(f"tags: [{', '.join(rng.sample(TAGS, k=rng.randint(1, 3)))}]")
    return lines


def _body(rng: Random, person: Person) -> list[str]:
    lines = []
    for _ in range(rng.randint(1, 4)):
        text = " ".join(rng.sample(SENTENCES, k=rng.randint(1, 4)))
        if person.tied and maybe(rng, 0.5):
            other = rng.choice(person.tied)
            label = f"|{other.name.split()[0]}" if maybe(rng, 0.5) else ""
            text += f" Often seen with [[{other.id}{label}]]."
        if maybe(rng, 0.2):
            text += f" #{rng.choice(TAGS)}"
        lines += [text, ""]
    if maybe(rng, 0.08):
        lines += ["> [!note]", f"> {rng.choice(SENTENCES)}", ""]
    if maybe(rng, 0.05):
        lines += ["- [x] send the survey", "- [ ] ask about the boat", ""]
    if maybe(rng, 0.03):
        lines += ["%% not for others %%", ""]
    return lines


def _log(rng: Random, person: Person) -> list[str]:
    if not person.last_contact or maybe(rng, 0.4):
        return []
    day, lines = person.last_contact, []
    for _ in range(rng.randint(1, 5)):
        lines.append(f"- {day}{rng.choice(LOG_WORDS)}: {rng.choice(LOG_TEXTS)}")
        day -= timedelta(days=rng.randint(5, 200))
    return ["## Log", "", *reversed(lines)]
