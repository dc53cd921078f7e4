"""Days that a log item tells without a whole date: `yesterday`, `April 2026`, `last week`."""

import re
from typing import Literal

from msgspec import Struct

from site_builder.parsing.day_words import MONTH, UNKNOWN, WEEKDAY, month_of
from site_builder.parsing.log_section import DASH

YEAR = "(?:19|20)[0-9]{2}"
SEASON = "(?:spring|summer|autumn|fall|winter|easter|christmas|frühjahr|sommer|herbst|été|hiver)"
COUNT = r"(?:an?|one|two|three|four|five|six|ten|(?:a\s+)?few|(?:a\s+)?couple(?:\s+of)?|[0-9]{1,3})"
LAST = rf"(?:week(?:end)?|month|year|quarter|night|{WEEKDAY}|{SEASON}|{MONTH.format('of_last')})"
RELATIVE = (
    r"(?:(?:the\s+)?day\s+before\s+)?yesterday(?:\s+(?:morning|afternoon|evening|night))?"
    rf"|(?:earlier\s+)?today|tonight|(?:last|past)\s+{LAST}"
    rf"|{COUNT}\s+(?:hour|day|week|month|year)s?\s+(?:ago|later)"
    r"|(?:the\s+)?(?:same|next|following|other)\s+day"
    r"|(?:vor)?gestern|heute|letzte[nrs]?\s+(?:woche|monat|jahr|\w+tag)"
    r"|vor\s+\w+\s+(?:tag|woche|monat|jahr)(?:e?n)?"
    r"|avant-hier|aujourd['’]hui|(?:la\s+)?semaine\s+derni[èe]re|(?:le\s+)?mois\s+dernier"
    r"|il\s+y\s+a\s+\w+\s+(?:jours?|semaines?|mois|ans?)"
)
LEAD = (
    r"(?:(?:on|in|early|mid|late|(?:end|beginning|start)\s+of|im|anfang|mitte|ende|en|fin)[\s-]+)*"
)
SURE = (
    rf"(?P<blank>(?:[YJAX?]{{4}}|{YEAR})-(?:[MX?]{{2}}|[0-9]{{2}})-(?:[DTJX?]{{2}}|[0-9]{{2}}))"
    rf"|(?P<of_year>{YEAR})[{DASH}/.](?P<month>0?[1-9]|1[0-2])(?![{DASH}0-9/.])"
    rf"|(?P<month2>0?[1-9]|1[0-2])[{DASH}/.](?P<of_year2>{YEAR})"
    rf"|{MONTH.format('name')},?\s+(?P<of_year3>{YEAR})|(?:Q[1-4]|{SEASON})\s+{YEAR}"
    rf"|{YEAR}(?=\s*:)|{RELATIVE}"
)
NEAR = (
    rf"{WEEKDAY}|this\s+{LAST.replace('of_last', 'of_this')}|(?:the\s+)?[0-9]{{1,2}}(?:st|nd|rd|th)"
    r"|[0-9]{1,2}[:.][0-9]{2}(?:\s*(?:[ap]m|uhr|h))?|hier(?=\s*:)"
    rf"|{MONTH.format('alone')}(?=\s*:)"
)
ENDS = rf"(?![{DASH}\w'’])"
FIRST = re.compile(rf"{LEAD}(?:(?P<sure>{SURE})|{NEAR}){ENDS}", re.IGNORECASE)
LATER = re.compile(rf"\s+{LEAD}(?P<sure>{SURE}){ENDS}", re.IGNORECASE)
WHO = re.compile(r"(?:i|he|she|they|we)\s+", re.IGNORECASE)
"""Who may stand between a day and what they did."""


class Vague(Struct, frozen=True):
    """A day in words, as far as it tells its date."""

    day: str
    """The date, with letters for the figures that nobody has typed."""
    end: int
    kind: Literal["sure", "near"]
    """A day for sure, or one only where an event follows: `Friday`, `10:30`."""


def vague_first(item: str, year: str) -> Vague | None:
    """Return the day that an item begins with; `year` is a likely one."""
    return _vague(FIRST.match(item), year)


def vague_later(item: str, start: int, year: str) -> Vague | None:
    """Return the day that follows here."""
    return _vague(LATER.match(item, start), year)


def _vague(found: re.Match[str] | None, year: str) -> Vague | None:
    if found is None:
        return None
    kind: Literal["sure", "near"] = "sure" if found["sure"] else "near"
    return Vague(_date(found.groupdict(), year), found.end(), kind)


def _date(parts: dict[str, str | None], year: str) -> str:
    if blank := parts["blank"]:
        told = zip(blank.split("-"), UNKNOWN.split("-"), strict=True)
        return "-".join(part if part.isdigit() else letters for part, letters in told)
    of_year = parts["of_year"] or parts["of_year2"] or parts["of_year3"]
    number = parts["month"] or parts["month2"]
    name = parts["name"] or parts.get("alone")
    if not number and not name:
        return UNKNOWN
    return f"{of_year or year}-{int(number) if number else month_of(name or ''):02}-DD"
