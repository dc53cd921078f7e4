"""Lines of a log that tell an event, but not as a list item that begins with its date."""

import re
from datetime import date
from typing import Literal

from msgspec import Struct

from site_builder.model.intro import EVENTS
from site_builder.parsing.log_section import DASH, PACKED
from site_builder.parsing.log_wording import STOPS, UNSURE, event_line

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?P<{}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])\.?"
)
NUMBER = r"(?P<{}>[0-9]{{1,2}})(?:st|nd|rd|th)?\.?"
DAY = (
    r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?(?:on\s+)?(?:"
    rf"(?P<full>[0-9]{{4}}[{DASH}/.][0-9]{{1,2}}[{DASH}/.][0-9]{{1,2}}(?![0-9])|{PACKED})"
    r"(?:T[0-9:.]+(?:Z|[+-][0-9:]+)?)?"
    r"|(?P<reversed>[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4})"
    rf"|(?:{NUMBER.format('day')}\s*(?:of\s+)?{MONTH.format('month')}"
    rf"|{MONTH.format('month2')}\s*{NUMBER.format('day2')})(?:,?\s+(?P<year>[0-9]{{4}}))?"
    r"|(?P<short>[0-9]{1,2}(?:[./][0-9]{1,2}\.?|/[0-9]{1,2}/[0-9]{2,4}))(?![0-9./])"
    r")(?![^\W_])"
)
FIRST = re.compile(DAY, re.IGNORECASE)
LATER = re.compile(r"(?<![\w.])" + DAY, re.IGNORECASE)
WORDS = re.compile(r"(?<![\w-])(?:" + "|".join(EVENTS) + r")(?![\w-])", re.IGNORECASE)
DIGITS = re.compile(r"([0-9]{4})\D?([0-9]{1,2})\D?([0-9]{1,2})")
WORD_AND_COLON = re.compile(r"\s+([\w-]+):(?!\S)")
AROUND = f"{STOPS}()"
UNKNOWN = "YYYY-MM-DD"
MARKS = "*_`()[]"
"""What makes a date or an event bold, or sets it apart."""
MOST_TEXT = 60
"""Characters of a text that are repeated."""


class MeantLine(Struct, frozen=True):
    """What was probably meant: the line behind its dash."""

    told: str
    """As an introduction tells it; without an event it is an example."""
    noted: str
    """As a contact's log has it: `DATE: text` or `DATE word: text`."""
    kind: Literal["event", "plan", "day", "dated"]
    """An event; one that is not ticked off; a day in words and a colon; a date in figures."""


def meant_line(item: str, year: str, *, bare: bool = False, plan: bool = False) -> MeantLine | None:
    """Return the line that an item was meant as, or None for prose; `year` is a likely one.

    A bare line is no item of the log itself: it needs an event, or a colon, right behind its
    date. So does a plan, an item whose box is not ticked, and only an event counts there.
    """
    item = item.lstrip(MARKS)
    first = FIRST.match(item)
    if first is None:
        return None if plan else _named_first(item, year)
    behind = item[first.end() :].lstrip(MARKS)
    word = WORDS.search(behind)
    at_once = word is not None and not behind[: word.start()].strip(AROUND + MARKS)
    loose = bare or plan or UNSURE.search(behind) is not None
    if word is not None and (at_once or not loose):
        rest = behind[word.end() :].lstrip(MARKS) if at_once else behind
        said = word[0].lower()
        noted = _noted(first, said if at_once else "", rest, year)
        return MeantLine(_told(first, said, rest, year), noted, "plan" if plan else "event")
    figures = first["full"] or first["reversed"]
    if plan or not (
        behind.startswith(":") or (figures and (not bare or WORD_AND_COLON.match(behind)))
    ):
        return None
    return _dated(first, behind, year)


def _dated(day: re.Match[str], behind: str, year: str) -> MeantLine:
    """Return a line without an event; the word of a contact's line stays before its colon."""
    word = WORD_AND_COLON.match(behind)
    said, rest = (word[1], behind[word.end() :]) if word else ("", behind)
    kind: Literal["dated", "day"] = "dated" if day["full"] or day["reversed"] else "day"
    told = _told(day, "wrote", behind.strip(AROUND) or "…", year)
    return MeantLine(told, _noted(day, said, rest, year), kind)


def _named_first(item: str, year: str) -> MeantLine | None:
    """Return the line that an item was meant as which begins with its event."""
    word = WORDS.match(item)
    found = LATER.search(item, word.end()) if word else None
    if word is None or found is None:
        return None
    rest = f"{item[word.end() : found.start()].strip()} {item[found.end() :].strip()}"
    said = word[0].lower()
    return MeantLine(_told(found, said, rest, year), _noted(found, said, rest, year), "event")


def _told(day: re.Match[str], word: str, rest: str, year: str) -> str:
    head, colon, text = event_line(_date(day, year), word, rest.strip(AROUND)).partition(": ")
    if EVENTS[word].second_date and head.endswith(word):
        head = f"{head} {UNKNOWN}"
    return f"{head}{colon}{_short(text)}"


def _noted(day: re.Match[str], word: str, rest: str, year: str) -> str:
    text = _short(rest.strip(AROUND))
    head = " ".join(filter(None, (_date(day, year), word if text else "")))
    return f"{head}: {text or word or '…'}"


def _short(text: str) -> str:
    """Return a text, or of a long one its beginning."""
    if len(text) <= MOST_TEXT:
        return text
    return f"{text[:MOST_TEXT].rpartition(' ')[0]} …".lstrip()


def _date(day: re.Match[str], year: str) -> str:
    """Return the date, with letters for figures that nobody has typed."""
    if full := DIGITS.fullmatch(day["full"] or ""):
        return _in_calendar(*map(int, full.groups()))
    if day["reversed"]:
        return _in_calendar(*map(int, reversed(day["reversed"].split("."))))
    if day["short"]:
        return UNKNOWN
    month = MONTHS.index((day["month"] or day["month2"])[:3].lower()) + 1
    number = int(day["day"] or day["day2"])
    of_year = day["year"] or year
    if not of_year.isdigit():
        return f"{of_year}-{month:02}-{number:02}"
    return _in_calendar(int(of_year), month, number)


def _in_calendar(year: int, month: int, day: int) -> str:
    """Return the date, unless there is no such day."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return UNKNOWN
