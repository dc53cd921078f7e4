"""Plain English for dates, lengths, counts, states, moves, memberships and ties."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from site_builder.insights import words
from site_builder.insights.stall import MoveName
from site_builder.insights.thread import State
from site_builder.model.contact import CLOSENESS_WORDS, Membership
from site_builder.model.vault import Circle

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
NO_BREAK = "\u00a0"

STATES: dict[State, tuple[str, str]] = {
    "idea": ("◌", "an idea, nobody asked yet"),
    "asked": ("◔", "asked {introducer}"),
    "agreed": ("◑", "{introducer} agreed to introduce"),
    "opt-in": ("◑", "{introducer} is asking {target}"),
    "passed": ("✕", "{introducer} passed"),
    "introduced": ("●", "introduced, your turn"),
    "waiting": ("◕", "waiting for {target}"),
    "talking": ("◕", "in conversation, {target}'s turn"),
    "my-reply": ("↩", "{target} answered, your turn"),
    "scheduling": ("◕", "finding a date, {target}'s turn"),
    "scheduled": ("◆", "meeting set"),
    "unconfirmed": ("◇", "meeting not confirmed"),
    "met": ("✓", "met, loop still open"),
    "paused": ("‖", "paused"),
    "barred": ("⊘", "leave in peace"),
    "over": ("○", "over"),
}
"""Glyph and words of each state; names are filled in."""

MOVES: dict[MoveName, tuple[str, str]] = {
    "answer": ("Answer", "Answer {target}"),
    "thank": ("Say thanks", "Thank {introducer} and say how it went"),
    "confirm": ("Confirm", "Note whether the meeting with {target} happened"),
    "ask": ("Ask", "Ask {introducer} for the introduction"),
    "wait": ("Wait", "Let it rest for now"),
    "remind-introducer": ("Remind", "Remind {introducer}, once and gently"),
    "nudge": ("Nudge", "Nudge {target}, with something new"),
    "interrupt": ("Another way", "Try another way: two lines to {target}"),
    "close-loop": ("Close the loop", "First tell {introducer} how it went"),
    "second-intro": ("Second intro", "Ask for a second introduction"),
    "next-introducer": ("Ask another", "Ask somebody else to introduce you"),
    "park": ("Let it rest", "Let this door rest, and set a date"),
    "none": ("Nothing", "Nothing to do"),
}
"""Short label and full instruction of each move; names are filled in."""
STRONGEST = max(CLOSENESS_WORDS)


@lru_cache(10_000)
def day(when: date) -> str:
    """Return `6 Nov 2026`."""
    return words.day(when).replace(" ", NO_BREAK)


def day_near(when: date, today: date) -> str:
    """Return `6 Nov`, with the year where it is not this one."""
    return day(when) if when.year != today.year else day(when)[:-5]


def day_long(when: date) -> str:
    """Return `22 November 2026`."""
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"


def weekday(when: date) -> str:
    """Return `Tuesday`."""
    return WEEKDAYS[when.weekday()]


def month(when: date, today: date) -> str:
    """Return `September`, with the year where it is not this one."""
    name = MONTHS[when.month - 1]
    return name if when.year == today.year else f"{name} {when.year}"


def plural(number: int, noun: str) -> str:
    """Return `1 door`, `3 doors`, `4 people`."""
    several = "people" if noun == "person" else f"{noun}s"
    return f"{number:,} {noun if number == 1 else several}"


def days(number: int) -> str:
    """Return `1 day`, `16 days`."""
    return plural(number, "day").replace(" ", NO_BREAK)


def span(number: int) -> str:
    """Return a length a reader can picture: `16 days`, `4 months`, `2 years`."""
    return words.span(number).replace(" ", NO_BREAK)


def percent(share: float) -> str:
    """Return `75 %`."""
    return f"{round(100 * share)}{NO_BREAK}%"


def capital(text: str) -> str:
    """Return the text with a capital first letter, the rest untouched."""
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """Return the text as a sentence: capital first, full stop last."""
    text = capital(text.strip())
    return text if not text or text[-1] in f"{words.STOPS}!?…！？؟" else f"{text}."


def years(line: Membership) -> str:
    """Return `2009–2012`, `since 2019`, `until 2012`, `2001`; nothing where none is known."""
    first, last = line.first_year, line.last_year
    if line.open_end:
        return f"since {first}"
    if first is None:
        return f"until {last}" if last else ""
    return f"{first}" if last in (first, None) else f"{first}–{last}"


def all_years(lines: Iterable[Membership]) -> str:
    """Return the years of somebody who came back: `2001–2006, since 2019`."""
    return ", ".join(filter(None, map(years, lines)))


def all_texts(lines: Iterable[Membership]) -> str:
    """Return what a file says beside the years."""
    return "; ".join(filter(None, (line.text for line in lines)))


def circle_size(circle: Circle) -> str:
    """Return how many members there are, and how many of them are in the vault."""
    here = len(circle.members)
    if circle.size == max(2, here):
        return plural(here, "member")
    return f"{plural(circle.size, 'member')}, {here} of them here"


def closeness_words(closeness: int | None) -> str:
    """Return what a closeness means; a tie without one is only known to exist."""
    return CLOSENESS_WORDS[closeness] if closeness else "not said how well"


def closeness_dots(closeness: int | None) -> str:
    """Return the closeness as five dots, to be read beside its words."""
    filled = closeness or 0
    return "●" * filled + "○" * (STRONGEST - filled)
