"""Lines of a log that tell an event, but not as a list item that begins with its date."""

import re
from typing import Literal

from msgspec import Struct

from site_builder.model.intro import EVENTS
from site_builder.parsing.log_section import DASH, PACKED
from site_builder.parsing.log_wording import event_line

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?P<{}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])\.?"
)
NUMBER = r"(?P<{}>[0-9]{{1,2}})(?:st|nd|rd|th)?\.?"
DAY = (
    r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?(?:on\s+)?(?:"
    rf"(?P<full>[0-9]{{4}}[{DASH}/.][0-9]{{1,2}}[{DASH}/.][0-9]{{1,2}}(?![0-9])|{PACKED})"
    r"|(?P<reversed>[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4})"
    rf"|(?:{NUMBER.format('day')}\s*(?:of\s+)?{MONTH.format('month')}"
    rf"|{MONTH.format('month2')}\s*{NUMBER.format('day2')})(?:,?\s+(?P<year>[0-9]{{4}}))?"
    r"|(?P<short>[0-9]{1,2}[./][0-9]{1,2}\.?)(?![0-9./])"
    r")(?![^\W_])"
)
FIRST = re.compile(DAY, re.IGNORECASE)
LATER = re.compile(r"(?<![\w.])" + DAY, re.IGNORECASE)
WORDS = re.compile(r"(?<![\w-])(?:" + "|".join(EVENTS) + r")(?![\w-])", re.IGNORECASE)
DIGITS = re.compile(r"([0-9]{4})\D?([0-9]{1,2})\D?([0-9]{1,2})")
WORD_AND_COLON = re.compile(r"\s+([\w-]+):(?!\S)")
AROUND = " \t:,;.-–—()"
MARKS = "*_`"
"""What makes a date or an event bold."""
MOST_TEXT = 60
"""Longer texts are not repeated."""


class MeantLine(Struct, frozen=True):
    """What was probably meant: the line behind its dash."""

    text: str
    kind: Literal["event", "day", "dated"]
    """It names an event; it has a day in words and a colon; it has a date in figures."""


def meant_line(item: str, year: str, *, bare: bool = False) -> MeantLine | None:
    """Return the line that an item was meant as, or None for prose; `year` is a likely one.

    A bare line is no list item at all: it needs an event, or a colon, right behind its date.
    """
    item = item.lstrip(MARKS)
    first = FIRST.match(item)
    if first is None:
        return _named_first(item, year)
    behind = item[first.end() :].lstrip(MARKS)
    word = WORDS.search(behind)
    at_once = word is not None and not behind[: word.start()].strip(AROUND + MARKS)
    if word is not None and (at_once or not bare):
        rest = behind[word.end() :].lstrip(MARKS) if at_once else behind
        return MeantLine(_line(first, word[0].lower(), rest, year), "event")
    figures = first["full"] or first["reversed"]
    if behind.startswith(":") or (figures and (not bare or WORD_AND_COLON.match(behind))):
        return MeantLine(_dated(first, behind, year), "dated" if figures else "day")
    return None


def _dated(day: re.Match[str], behind: str, year: str) -> str:
    """Return a line without an event; the word of a contact's line stays before its colon."""
    word = WORD_AND_COLON.match(behind)
    return _line(day, word[1], behind[word.end() :], year) if word else _line(day, "", behind, year)


def _named_first(item: str, year: str) -> MeantLine | None:
    """Return the line that an item was meant as which begins with its event."""
    word = WORDS.match(item)
    found = LATER.search(item, word.end()) if word else None
    if word is None or found is None:
        return None
    rest = f"{item[word.end() : found.start()].strip()} {item[found.end() :].strip()}"
    return MeantLine(_line(found, word[0].lower(), rest, year), "event")


def _line(day: re.Match[str], word: str, rest: str, year: str) -> str:
    text = rest.strip(AROUND)
    if len(text) > MOST_TEXT:
        text = "…"
    if word:
        return event_line(_date(day, year), word, text)
    return f"{_date(day, year)}: {text}" if text else _date(day, year)


def _date(day: re.Match[str], year: str) -> str:
    if full := DIGITS.fullmatch(day["full"] or ""):
        return f"{full[1]}-{int(full[2]):02}-{int(full[3]):02}"
    if day["reversed"]:
        number, of_month, of_year = map(int, day["reversed"].split("."))
        return f"{of_year}-{of_month:02}-{number:02}"
    if day["short"]:
        return "YYYY-MM-DD"
    month = MONTHS.index((day["month"] or day["month2"])[:3].lower()) + 1
    return f"{day['year'] or year}-{month:02}-{int(day['day'] or day['day2']):02}"
