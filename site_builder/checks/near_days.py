"""Days told from another day: `heute`, `10/28`, `last Friday`, `in 2 weeks`."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import chain

from site_builder.parsing.day_words import MONTH, WEEKDAY, month_of

AWAY = {
    **dict.fromkeys(("today", "tonight", "heute", "aujourd'hui"), 0),
    **dict.fromkeys(("yesterday", "gestern", "hier"), -1),
    **dict.fromkeys(("day before yesterday", "vorgestern", "avant-hier"), -2),
    **dict.fromkeys(("tomorrow", "morgen", "demain"), 1),
    **dict.fromkeys(("day after tomorrow", "übermorgen", "après-demain"), 2),
}
COUNTED = re.compile(
    r"(?P<back>vor |il y a )?(?P<on>in |dans )?(?P<count>[0-9]{1,3}|an?|one|eine[rmn]?) "
    r"(?:(?P<week>week|woche|semaine)|day|tag|jour)[a-z]*(?P<ago> ago)?"
)
NAMED = re.compile(rf"(?P<last>(?:last|letzte[nr]?) )?(?P<name>{WEEKDAY})(?: dernier)?\.?")
WEEKDAYS = ("mo lu", "tu di ma", "we mi me", "th do je", "fr ve", "sa", "su so dim")
SHORT = re.compile(
    r"(?P<one>[0-9]{1,2})(?P<sign>[/.])(?P<two>[0-9]{1,2})(?:\.|(?P=sign)(?P<year>[0-9]{2}))?"
)
MONTH_DAY = re.compile(
    rf"(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th|er|\.)? ?(?:of )?{MONTH.format('name')}"
    rf"|{MONTH.format('name2')} ?(?P<day2>[0-9]{{1,2}})(?:st|nd|rd|th)?",
    re.IGNORECASE,
)
LONGEST = 4
"""Words that a day can have."""
LEAP = 8
"""Years in which every day of the calendar comes once."""


def near_days(text: str, anchor: date, *, ahead: bool) -> tuple[str, ...]:
    """Return the days that a text may mean, seen from a day: none, one or two, as `2026-10-28`.

    A day without its year is the next one where it lies `ahead`, else the last one.
    """
    plain = " ".join(text.lower().replace("’", "'").split()).strip("“”„‘«»\"' ")
    plain = re.sub(r"^(?:the|on|until|till|to|for|am|bis|zum|le|au) |,? ?$", "", plain)
    days = (day for away in _away(plain, anchor, ahead=ahead) for day in _days_from(anchor, away))
    near = (day for day in days if _lies(day, anchor, ahead=ahead))
    found = chain(near, _in_year(plain, anchor, ahead=ahead))
    return tuple(dict.fromkeys(day.isoformat() for day in found))


def day_first(text: str, anchor: date, *, ahead: bool) -> tuple[tuple[str, ...], str]:
    """Return the days that the first words of a text may mean, and the text behind them."""
    words = text.split()
    for count in range(min(LONGEST, len(words)), 0, -1):
        first = " ".join(words[:count]).rstrip(":,;")
        if days := near_days(first, anchor, ahead=ahead):
            return days, " ".join(words[count:]).lstrip(":,;- ")
    return (), text


def _away(text: str, anchor: date, *, ahead: bool) -> Iterator[int]:
    """Yield how many days after the anchor the day is."""
    if text in AWAY:
        yield AWAY[text]
    if (told := COUNTED.fullmatch(text)) and bool(told["back"] or told["ago"]) != bool(told["on"]):
        count = int(told["count"]) if told["count"].isdigit() else 1
        yield count * (7 if told["week"] else 1) * (1 if told["on"] else -1)
    if (told := NAMED.fullmatch(text)) and not (told["last"] and ahead):
        number = _weekday(told["name"])
        on = (number - anchor.weekday() - 1) % 7 + 1
        back = (anchor.weekday() - number - 1) % 7 + 1
        yield on if ahead else -back


def _days_from(anchor: date, away: int) -> Iterator[date]:
    """Yield the day that is so many days after the anchor, if the calendar has it."""
    try:
        yield anchor + timedelta(days=away)
    except OverflowError:
        return


def _weekday(name: str) -> int:
    """Return 0 for Monday, by an English, German or French name."""
    begins = {start: number for number, all_ in enumerate(WEEKDAYS) for start in all_.split()}
    return begins[next(start for start in sorted(begins, key=len)[::-1] if name.startswith(start))]


def _in_year(text: str, anchor: date, *, ahead: bool) -> Iterator[date]:
    """Yield the days of this day and month that are next to the anchor, or in a short year."""
    if told := MONTH_DAY.fullmatch(text):
        month, day = month_of(told["name"] or told["name2"]), int(told["day"] or told["day2"])
        yield from _next(month, day, anchor, ahead=ahead)
    if told := SHORT.fullmatch(text):
        one, two = int(told["one"]), int(told["two"])
        readings = [(two, one)] if told["sign"] == "." else [(one, two), (two, one)]
        for month, day in readings:
            if told["year"]:
                yield from _days(2000 + int(told["year"]), month, day)
            else:
                yield from _next(month, day, anchor, ahead=ahead)


def _next(month: int, day: int, anchor: date, *, ahead: bool) -> Iterator[date]:
    for years in range(LEAP + 1):
        for found in _days(anchor.year + (years if ahead else -years), month, day):
            if _lies(found, anchor, ahead=ahead):
                yield found
                return


def _lies(day: date, anchor: date, *, ahead: bool) -> bool:
    return day >= anchor if ahead else day <= anchor


def _days(year: int, month: int, day: int) -> Iterator[date]:
    try:
        yield date(year, month, day)
    except ValueError:
        return
