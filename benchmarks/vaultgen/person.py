"""A person in the making."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


@dataclass
class Stay:
    """One line of `groups`: a circle, with years where they are known."""

    group: str
    years: str = ""


@dataclass(eq=False)
class Person:
    """One contact in the making."""

    id: str
    name: str
    me: bool = False
    closeness: int | None = None
    last_contact: date | None = None
    ask: str = "yes"
    stays: list[Stay] = field(default_factory=list)
    knows: dict[str, str] = field(default_factory=dict)  # id to the rest of the line
    tied: list[Person] = field(default_factory=list)  # whoever states the tie
    circle: list[Person] = field(default_factory=list)  # people from small circles
    asked: list[date] = field(default_factory=list)  # my asks of this person
