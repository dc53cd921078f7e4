"""What was probably meant by a value that cannot be read: cures made of what was typed."""

import re
from collections.abc import Callable, Mapping

from site_builder.checks.meant_answers import LONGEST, meant_yes_no
from site_builder.model.letters import LETTERS
from site_builder.model.reference import path_stem
from site_builder.parsing.day_words import MONTH, iso_day, month_of
from site_builder.parsing.line_readers import BULLETS
from site_builder.parsing.meant_dates import meant_date, meant_days
from site_builder.parsing.value_readers import CHECK_ID, DURATION, EMAIL, TAG, ZONE, Reader

NAME = MONTH.format("name")
DAY = re.compile(
    rf"(?:[a-z]+,\s*)?(?:(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th|er|\.)?\s*(?:of\s+)?{NAME}"
    rf"|{MONTH.format('name2')}\s*(?P<day2>[0-9]{{1,2}})(?:st|nd|rd|th)?)(?:,?\s+(?P<year>[0-9]{{4}}))",
    re.IGNORECASE,
)
MONTH_ONLY = re.compile(
    rf"{NAME},?\s+(?P<year>[0-9]{{4}})|(?P<year2>[0-9]{{4}})[-/.](?P<month>0?[1-9]|1[0-2])"
    r"|(?P<month2>0?[1-9]|1[0-2])[-/.](?P<year3>[0-9]{4})",
    re.IGNORECASE,
)
AT = re.compile(r"\s*[\[({]\s*at\s*[\])}]\s*|\s+at\s+", re.IGNORECASE)
DOT = re.compile(r"\s*[\[({]\s*dot\s*[\])}]\s*|\s+dot\s+", re.IGNORECASE)
UNITS = {
    **dict.fromkeys(("day", "days", "daily", "tag", "tage", "jour", "jours"), "d"),
    **dict.fromkeys(("week", "weeks", "wk", "wks", "weekly", "woche", "wochen"), "w"),
    **dict.fromkeys(("month", "months", "mo", "mos", "mth", "mths", "monthly", "mois"), "m"),
    **dict.fromkeys(("monat", "monate", "monatlich", "mensuel"), "m"),
    **dict.fromkeys(("year", "years", "yr", "yrs", "yearly", "annual", "annually"), "y"),
    **dict.fromkeys(("jahr", "jahre", "jährlich", "an", "ans", "annuel"), "y"),
    **dict.fromkeys(("semaine", "semaines"), "w"),
}
WHOLE = {
    **dict.fromkeys(("quarterly", "quarter", "vierteljährlich", "quartal", "trimestriel"), "3m"),
    **dict.fromkeys(("fortnightly", "biweekly", "zweiwöchentlich"), "2w"),
    **dict.fromkeys(("halfyearly", "halbjährlich", "semestriel"), "6m"),
}
LENGTH = re.compile(
    r"(?:(?:once )?(?:every|each|a|an|alle|jede[nrs]?|tou(?:te)?s les|chaque)\s+)?"
    r"(?:([0-9]{1,4})\s*)?([^\W\d_]+)"
)
WEIGHT = re.compile(r"(?<!\S)(-?[0-9]+(?:[.,][0-9]+)?)\s*(?:(%)|/\s*(5|10|100))?(?!\S)")
ADDRESS = re.compile(r"[^\s@<>()\[\],;:\"'/]+@[^\s@<>()\[\],;:\"'/]+")
MARKDOWN_LINK = re.compile(r"\[[^\[\]]*\]\(([^()\s]+)\.md\)")
"""`[Tara](../contacts/tara.md)`, as some editors link."""
INSIDE = re.compile(r"(?<!\d)[0-9]{4}(?:-[0-9]{2}){0,2}(?!\d)")
"""A date or a part of one among words."""
DAY_INSIDE = re.compile(
    r"(?<![\w-])(?:[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}|[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4})(?![\d-])"
)


def meant_value(reader: Reader, key: str, typed: str) -> str:
    """Return what to do about a value that a reader refused, empty where nothing can be told."""
    read = READERS.get(reader.name) if len(typed) <= LONGEST else None
    return read(key, " ".join(typed.split())) if read else ""


def _date(_: str, typed: str) -> str:
    if told := _day(typed):
        return f"type {told}"
    if both := meant_days(typed):
        return f"type {' or '.join(both)}"
    if month := _month(typed):
        return f"type the day, too, like {month}-DD"
    only = _inside(typed)
    return f"type {only}" if only.count("-") == len("-M-D") // 2 else ""


def _rough_date(key: str, typed: str) -> str:
    if told := _month(typed) or _inside(typed):
        return f"type {told}"
    return _date(key, typed)


def _inside(typed: str) -> str:
    """Return the date among words, or the part of one, if there is no other figure."""
    found = INSIDE.findall(typed)
    if len(found) != 1 or re.search(r"\d", INSIDE.sub("", typed)):
        return ""
    year, month, day = (*found[0].split("-"), "1", "1")[:3]
    return found[0] if iso_day(int(year), int(month), int(day)) else ""


def _step(key: str, typed: str) -> str:
    day, _, text = typed.partition(" ")
    if month := _month(day):
        return f"type the day, too, like {key}: {month}-DD {text}".rstrip()
    days = DAY_INSIDE.findall(typed)
    if len(days) == 1 and (told := meant_date(days[0])):
        parts = (part.strip(" ,:;-–—") for part in typed.split(days[0]))
        rest = " ".join(re.sub("^T(?=[0-9])", "", part) for part in parts if part)
        return f"type {key}: {told} {rest}".rstrip()
    found = DAY.match(typed)
    told = _day(found[0]) if found else ""
    rest = typed[found.end() :].strip(" :,-–—") if found else ""
    return f"type {key}: {told} {rest}".rstrip() if told else ""


def _day(typed: str) -> str:
    found = DAY.fullmatch(typed)
    if found is None:
        return ""
    day = int(found["day"] or found["day2"])
    return iso_day(int(found["year"]), month_of(found["name"] or found["name2"]), day)


def _month(typed: str) -> str:
    found = MONTH_ONLY.fullmatch(typed)
    if found is None:
        return ""
    number = found["month"] or found["month2"]
    year = found["year"] or found["year2"] or found["year3"]
    return f"{year}-{int(number) if number else month_of(found['name']):02}"


def _email(key: str, typed: str) -> str:
    whole = DOT.sub(".", AT.sub("@", typed))
    told = whole if EMAIL.fullmatch(whole) else typed
    found = [*dict.fromkeys(one.rstrip(".") for one in ADDRESS.findall(told))]
    if len(found) > 1:
        return f"type {key}: [{', '.join(found)}]"
    return f"type {found[0]}" if found and EMAIL.fullmatch(found[0]) else ""


def _duration(_: str, typed: str) -> str:
    text = typed.lower().replace("-", "")
    found = LENGTH.fullmatch(text)
    if found is None:
        return ""
    unit = UNITS.get(found[2], found[2])
    whole = WHOLE.get(found[2], "") if found[1] is None else ""
    told = whole or f"{found[1] or 1}{unit}"
    return f"type {told}" if DURATION.fullmatch(told) else ""


def _tag(_: str, typed: str) -> str:
    tag = re.sub(rf"[^{LETTERS}/-]+", "-", typed).strip("-/")
    if tag.isdigit():
        word = "year" if re.fullmatch("(?:19|20)[0-9]{2}", tag) else "no"
        return f"a tag needs a letter; type for example {word}-{tag}"
    return f"type {tag}" if TAG.fullmatch(tag) else ""


def _person(_: str, typed: str) -> str:
    if found := MARKDOWN_LINK.fullmatch(typed):
        return f"type {path_stem(found[1])}"
    names = [name.partition("|")[0].strip() for name in re.findall(r"\[+([^\[\]]+)\]+", typed)]
    if len(names) > 1:
        return f"name one person: type {' or '.join(names)}"
    return f'type "[[{names[0]}]]"' if names and typed != f"[[{names[0]}]]" else ""


def _tie(_: str, typed: str) -> str:
    if told := MARKDOWN_LINK.match(typed):
        return f"type {path_stem(told[1])}{typed[told.end() :]}"
    plain = " ".join(typed.lstrip(BULLETS).replace("[", " ").replace("]", " ").split())
    return f"type {plain}" if plain and plain != typed else ""


def _standing(_: str, typed: str) -> str:
    found = WEIGHT.search(typed)
    before = typed[: found.start()].strip(": ") if found else ""
    who = before or (typed[found.end() :] if found else typed).strip(": ")
    if not who:
        return ""
    if found is None:
        first, _, last = who.rpartition(" ")
        return f"type a number from 0 to 1, like {first if last.islower() and first else who} 0.8"
    share = float(found[1].replace(",", ".")) / (100 if found[2] else int(found[3] or 1))
    if not 0 <= share <= 1:
        return f"type a number from 0 to 1, like {who} 0.8"
    return f"type {who} {share:g}"


def _waiver(_: str, typed: str) -> str:
    check, _, reason = typed.partition(" ")
    told = check.strip(":").lower().replace("_", "-")
    return f"type {told} {reason}".rstrip() if CHECK_ID.fullmatch(told) else ""


def _zone(_: str, typed: str) -> str:
    zone = typed.replace(" ", "_")
    return f"type {zone}" if "/" in zone and ZONE.fullmatch(zone) else ""


READERS: Mapping[str, Callable[[str, str], str]] = {
    "date": _date,
    "rough date": _rough_date,
    "step": _step,
    "e-mail": _email,
    "duration": _duration,
    "yes or no": lambda _, typed: meant_yes_no(typed),
    "tag": _tag,
    "person": _person,
    "tie": _tie,
    "standing": _standing,
    "waiver": _waiver,
    "zone": _zone,
}
"""What reads a mistaken value, by the name of the reader that refused it."""
