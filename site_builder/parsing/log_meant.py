"""List items of a log that tell an event, but not as a line that begins with its date."""

import re

from msgspec import Struct

from site_builder.model.intro import EVENTS

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?P<{}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])\.?"
)
NUMBER = r"(?P<{}>[0-9]{{1,2}})(?:st|nd|rd|th)?\.?"
DAY = (
    r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?(?:on\s+)?(?:"
    r"(?P<iso>[0-9]{4}-[0-9]{2}-[0-9]{2})"
    rf"|(?:{NUMBER.format('day')}\s*(?:of\s+)?{MONTH.format('month')}"
    rf"|{MONTH.format('month2')}\s*{NUMBER.format('day2')})(?:,?\s+(?P<year>[0-9]{{4}}))?"
    r"|(?P<short>[0-9]{1,2}[./][0-9]{1,2}\.?)(?![0-9./])"
    r")(?!\w)"
)
FIRST = re.compile(DAY, re.IGNORECASE)
LATER = re.compile(r"(?<![\w.])" + DAY, re.IGNORECASE)
WORDS = re.compile(r"(?<![\w-])(?:" + "|".join(EVENTS) + r")(?![\w-])", re.IGNORECASE)
AROUND = " \t:,;.-–—()"
MOST_TEXT = 60
"""Longer texts are not repeated."""


class MeantLine(Struct, frozen=True):
    """What was probably meant: the line behind its dash, and if it names an event."""

    text: str
    event: bool


def meant_line(item: str, year: str) -> MeantLine | None:
    """Return the line that an item was meant as, or None for prose; `year` is a likely one."""
    first = FIRST.match(item)
    word = WORDS.search(item, first.end() if first else 0)
    if first is None:
        found = LATER.search(item, word.end()) if word and word.start() == 0 else None
        if word is None or found is None:
            return None
        rest = f"{item[word.end() : found.start()].strip()} {item[found.end() :].strip()}"
        return MeantLine(_line(found, word[0], rest, year), event=True)
    if word is not None:
        before, after = item[first.end() : word.start()], item[word.end() :]
        rest = after if not before.strip(AROUND) else item[first.end() :]
        return MeantLine(_line(first, word[0], rest, year), event=True)
    if item[first.end() :].startswith(":"):
        return MeantLine(_line(first, "", item[first.end() :], year), event=False)
    return None


def _line(day: re.Match[str], word: str, rest: str, year: str) -> str:
    text = rest.strip(AROUND)
    head = f"{_date(day, year)} {word.lower()}".rstrip()
    return f"{head}: {text if len(text) <= MOST_TEXT else '…'}" if text else head


def _date(day: re.Match[str], year: str) -> str:
    if day["iso"]:
        return day["iso"]
    if day["short"]:
        return "YYYY-MM-DD"
    month = MONTHS.index((day["month"] or day["month2"])[:3].lower()) + 1
    return f"{day['year'] or year}-{month:02}-{int(day['day'] or day['day2']):02}"
