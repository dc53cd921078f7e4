"""Days in words: names of months and weekdays in English, German and French; and in figures."""

import re
import unicodedata
from datetime import date

UNKNOWN = "YYYY-MM-DD"
MONTH = (
    r"(?P<{}>jan(?:uary?|vier)?|feb(?:ruary?)?|f[ée]vr?(?:ier)?|mar(?:ch|s)?|m[äa]rz|apr(?:il)?"
    r"|avr(?:il)?|may|mai|june?|juni|juin|july?|juli|juil(?:let)?|aug(?:ust)?|ao[uû]t"
    r"|sept?(?:emb(?:er|re))?|o[ck]t(?:ob(?:er|re))?|nov(?:emb(?:er|re))?|de[cz](?:ember)?"
    r"|d[ée]c(?:embre)?)(?![^\W\d_])\.?"
)
FIRSTS = ("jan", "feb fev", "mar", "apr avr", "may mai", "jun", "jul", "aug aou", "sep", "oct okt")
MONTHS = (*FIRSTS, "nov", "dec dez")
WEEKDAY = (
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"
    r"|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche)"
)
ON_A = re.compile(
    rf"[\s,;(]*(?:{WEEKDAY}|mo|di|mi|do|fr|sa|so)(?![\w-])[\s.,;:)–—-]*", re.IGNORECASE
)
"""The day of the week behind a date, as programs write it."""


def month_of(name: str) -> int:
    """Return the number of a month by an English, German or French name."""
    plain = unicodedata.normalize("NFD", name.lower()).encode("ascii", "ignore").decode()
    known = {"jui": "jul" if plain.startswith("juil") else "jun"}.get(plain[:3], plain[:3])
    return next(number for number, firsts in enumerate(MONTHS, 1) if known in firsts)


def iso_day(year: int, month: int, day: int) -> str:
    """Return the day as files write it, or nothing where the calendar has none such."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""
