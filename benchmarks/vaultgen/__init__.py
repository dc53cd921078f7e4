"""A deterministic generator of clean, realistic vaults of any size."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from .contact_files import contact_text
from .intros import plan_intros
from .people import invent_people
from .ties import tie_people

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

FEWEST = 4


def write_vault(root: Path, contacts: int, intros: int, seed: int, today: date) -> None:
    """Write so many contacts (me included) and intros, the same for the same arguments."""
    if contacts < FEWEST:
        message = f"a vault with intros needs at least {FEWEST} contacts, not {contacts}"
        raise ValueError(message)
    rng = Random(seed)
    for folder in ("contacts", "intros"):
        (root / folder).mkdir(parents=True)
    people = invent_people(rng, contacts, today)
    tie_people(rng, people)
    for person in people:
        path = root / "contacts" / f"{person.id}.md"
        path.write_text(contact_text(rng, person), encoding="utf-8")
    folders = set()
    for name, text in plan_intros(rng, people, intros, today):
        path = root / "intros" / name
        if path.parent not in folders:
            path.parent.mkdir(exist_ok=True)
            folders.add(path.parent)
        path.write_text(text, encoding="utf-8")
