"""Lines of a log that tell an event, but not as a list item that begins with its date."""

import re
from typing import Literal

from msgspec import Struct

from site_builder.model.intro import EVENTS
from site_builder.parsing.day_words import MONTH, UNKNOWN, WEEKDAY, iso_day, month_of
from site_builder.parsing.log_section import DASH, PACKED
from site_builder.parsing.log_wording import STOPS, UNSURE, event_line

NUMBER = r"(?P<{}>[0-9]{{1,2}})(?:st|nd|rd|th|er)?\.?"
DAY = (
    rf"(?:(?:{WEEKDAY}|mo|di|mi|do|fr|sa|so)\.?,?\s+)?(?:(?:on|am|den|le)\s+)?(?:"
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
MARKS = "*_`()[]"
"""What makes a date or an event bold, or sets it apart."""
SIGNS = re.compile(r"^[^\w\s\"'“”‘’«»()\[\]<>{}!?:;.,/\\@#%&*_`~^+=|$-]+\s*")
"""A picture before the day: a tick, an envelope."""
EASTERN = re.compile(
    r"^(\d{4})\s?[年년－／．./-]\s?(\d{1,2})\s?[月월／－．./-]\s?(\d{1,2})(?!\d)"
    r"[日일.]?[ \u3000]*([:：]?)"
)
"""A day as it is typed in China, Japan and Korea, with the signs and the width of its figures."""
MOST_TEXT = 60
"""Characters of a text that are repeated."""


class MeantLine(Struct, frozen=True):
    """What was probably meant: the line behind its dash."""

    told: str
    """As an introduction tells it; without an event it is an example."""
    noted: str
    """As a contact's log has it: `DATE: text` or `DATE word: text`."""
    kind: Literal["event", "plan", "day", "dated", "undated"]
    """An event; one that is not ticked off; a day in words and a colon; a date in figures; an
    event without a day."""


def meant_line(item: str, year: str, *, bare: bool, plan: bool) -> MeantLine | None:
    """Return the line that an item was meant as, or None for prose; `year` is a likely one.

    A bare line is no item of the log itself: it needs an event, or a colon, right behind its
    date. So does a plan, an item whose box is not ticked, and only an event counts there.
    """
    item = EASTERN.sub(_western, SIGNS.sub("", item).lstrip(MARKS))
    first = FIRST.match(item)
    if first is None:
        return None if plan else _named_first(item, year) or (None if bare else _vague(item, year))
    behind = item[first.end() :].lstrip(MARKS)
    word = WORDS.search(behind)
    at_once = word is not None and not behind[: word.start()].strip(AROUND + MARKS)
    loose = bare or plan or UNSURE.search(behind) is not None
    if word is not None and (at_once or not loose):
        rest = behind[word.end() :].lstrip(MARKS) if at_once else behind
        said = word[0].lower()
        noted = _noted(_date(first, year), said if at_once else "", rest)
        told = _told(_date(first, year), said, rest)
        return MeantLine(told, noted, "plan" if plan else "event")
    figures = first["full"] or first["reversed"]
    if plan or not (
        behind.startswith(":") or (figures and (not bare or WORD_AND_COLON.match(behind)))
    ):
        return None
    return _dated(first, behind, year)


def _western(day: re.Match[str]) -> str:
    if day[0].isascii():
        return day[0]
    year, month, number = map(int, day.groups()[:3])
    return f"{year:04}-{month:02}-{number:02}{':' if day[4] else ''} "


def _dated(day: re.Match[str], behind: str, year: str) -> MeantLine:
    """Return a line without an event; the word of a contact's line stays before its colon."""
    word = WORD_AND_COLON.match(behind)
    said, rest = (word[1], behind[word.end() :]) if word else ("", behind)
    kind: Literal["dated", "day"] = "dated" if day["full"] or day["reversed"] else "day"
    told = _told(_date(day, year), "wrote", behind.strip(AROUND) or "…")
    return MeantLine(told, _noted(_date(day, year), said, rest), kind)


def _named_first(item: str, year: str) -> MeantLine | None:
    """Return the line that an item was meant as which begins with its event."""
    word = WORDS.match(item)
    found = LATER.search(item, word.end()) if word else None
    if word is None or found is None:
        return None
    rest = f"{item[word.end() : found.start()].strip()} {item[found.end() :].strip()}"
    said, day = word[0].lower(), _date(found, year)
    return MeantLine(_told(day, said, rest), _noted(day, said, rest), "event")


def _vague(item: str, year: str) -> MeantLine | None:
    """Return the line that an item without a whole date was meant as."""
    if ":" not in item and WORDS.search(item) is None:
        return None
    from site_builder.parsing.log_vague import WHO, vague_first  # noqa: PLC0415 - 16 ms to load

    day = vague_first(item, year)
    if day is None:
        return _undated(item, year)
    behind = item[day.end :].lstrip(MARKS)
    colon = behind.lstrip().startswith(":")
    start = behind.lstrip(AROUND + MARKS)
    who = WHO.match(start) if colon or day.kind == "sure" else None
    word = WORDS.match(start, who.end() if who else 0)
    if word is None and colon and day.kind == "sure" and not UNSURE.search(behind):
        word = WORDS.search(start)
    if word is not None:
        at_once = word.start() == 0
        said, rest = word[0].lower(), start[word.end() :] if at_once else start
        noted = _noted(day.day, said if at_once else "", rest)
        return MeantLine(_told(day.day, said, rest), noted, "event")
    if not colon or day.kind == "near":
        return None
    return MeantLine(_told(day.day, "wrote", start), _noted(day.day, "", start), "day")


def _undated(item: str, year: str) -> MeantLine | None:
    """Return the line that an item was meant as which begins with its event, its day in words."""
    from site_builder.parsing.log_vague import vague_later  # noqa: PLC0415 - loaded by now

    word = WORDS.match(item)
    if word is None:
        return None
    day, said = vague_later(item, word.end(), year), word[0].lower()
    behind = item[day.end if day else word.end() :].lstrip(MARKS)
    if day is None and behind and not behind.lstrip().startswith(":"):
        return None
    told = day.day if day else UNKNOWN
    kind: Literal["event", "undated"] = "event" if day else "undated"
    return MeantLine(_told(told, said, behind), _noted(told, said, behind), kind)


def _told(day: str, word: str, rest: str) -> str:
    head, colon, text = event_line(day, word, rest.strip(AROUND)).partition(": ")
    if EVENTS[word].second_date and head.endswith(word):
        head = f"{head} {UNKNOWN}"
    return f"{head}{colon}{_short(text)}"


def _noted(day: str, word: str, rest: str) -> str:
    text = _short(rest.strip(AROUND))
    head = " ".join(filter(None, (day, word if text else "")))
    return f"{head}: {text or word or '…'}"


def _short(text: str) -> str:
    """Return a text, or of a long one its beginning."""
    if len(text) <= MOST_TEXT:
        return text
    return f"{text[:MOST_TEXT].rpartition(' ')[0]} …".lstrip()


def _date(day: re.Match[str], year: str) -> str:
    """Return the date, with letters for figures that nobody has typed."""
    if full := DIGITS.fullmatch(day["full"] or ""):
        return iso_day(*map(int, full.groups())) or UNKNOWN
    if day["reversed"]:
        return iso_day(*map(int, reversed(day["reversed"].split(".")))) or UNKNOWN
    if day["short"]:
        return UNKNOWN
    month = month_of(day["month"] or day["month2"])
    number = int(day["day"] or day["day2"])
    of_year = day["year"] or year
    if not of_year.isdigit():
        return f"{of_year}-{month:02}-{number:02}"
    return iso_day(int(of_year), month, number) or UNKNOWN
