"""A value is not of the kind that its key needs."""

import re
from datetime import date

from msgspec.structs import replace

from site_builder.checks.facts import Facts
from site_builder.checks.full_width import plain
from site_builder.checks.places import line_at, place_of
from site_builder.checks.rule import ERROR, Finding, Findings, rule
from site_builder.checks.wording import quoted
from site_builder.model.document import Document, Fault
from site_builder.parsing.fields import (
    ASK,
    DATE,
    FIELDS,
    ROUGH_DATE,
    STEP,
    TAG,
)
from site_builder.parsing.folded_items import WANTED as ONE_ITEM
from site_builder.parsing.front_matter import Scalar
from site_builder.parsing.meant_dates import meant_date
from site_builder.parsing.time_zone import meant_zone
from site_builder.parsing.value_readers import Reader, Wrong

MEANT_YEARS = re.compile(r"([0-9]{4})([-–—/]+([0-9]{4}|now|present|today|heute)?)?", re.IGNORECASE)
OPEN_END = re.compile(r"([0-9]{4})[-–—]?\?")
SHORT_YEARS = re.compile(r"([0-9]{4})[-–—/]+([0-9]{2})")
QUOTES = "“”„‘’«» "
DATES = (DATE, ROUGH_DATE, STEP)
AHEAD = frozenset({"deadline", "next"})
"""Keys whose day lies ahead."""
A_LIST = "a list of "
NOT_A_DAY = "this day is not in the calendar"


@rule("invalid-value", ERROR, "file")
def check(facts: Facts) -> Findings:
    """Report each value that cannot be read."""
    for document, fault in facts.faults("invalid-value"):
        found = fault.found if fault.found.startswith(A_LIST) else quoted(fault.found)
        yield Finding(
            document.path,
            fault.span,
            f'expected {fault.wanted} in "{fault.key}", found {found}',
            _of_plain(document, fault) or _cure(document, fault, facts.today),
        )
    for document, contact in facts.contacts():
        zone, known = contact.timezone, facts.zones() if contact.timezone else ()
        if known and zone not in known:
            near = meant_zone(zone, known)
            yield Finding(
                document.path,
                place_of(document, contact.at("timezone"), zone),
                f"no time zone is called {quoted(zone)}",
                f'did you mean "{near}"?' if near else "type an IANA name like Europe/Stockholm",
            )


def _of_plain(document: Document, fault: Fault) -> str:
    """Return the cure of a value that is right but for signs of double width."""
    narrow = plain(fault.found)
    if narrow == fault.found or fault.found.startswith(A_LIST):
        return ""
    reader = FIELDS[document.kind][fault.key].reader
    right = not isinstance(reader.read(Scalar(narrow, fault.span)), Wrong)
    return f"type {narrow}" if right else ""


def _cure(document: Document, fault: Fault, today: date) -> str:
    fault = replace(fault, found=plain(fault.found))
    if meant := meant_date(fault.found.strip(QUOTES)):
        return f"type {meant}"
    if fault.cure == NOT_A_DAY:
        return _no_day(fault)
    known = FIELDS[document.kind][fault.key]
    if fault.found.startswith(A_LIST):
        return _one_of_a_list(fault)
    from site_builder.checks.meant_values import meant_value  # noqa: PLC0415 - 6 ms to load

    special = _ask(fault) or _circle(fault) or _scale(fault) or _years(fault)
    special = special or _tags(document, fault)
    special = special or meant_value(known.reader, fault.key, fault.found)
    if special := special or _near_day(known.reader, fault, today):
        return special
    if known.example.startswith("["):
        return f"type for example {known.example.strip('[]')}"
    return f"type for example {fault.key}: {known.example}"


def _near_day(reader: Reader, fault: Fault, today: date) -> str:
    """Return the days that a word or a date without its year may mean, seen from today."""
    if reader not in DATES:
        return ""
    from site_builder.checks.near_days import day_first  # noqa: PLC0415 - seldom needed

    days, rest = day_first(fault.found, today, ahead=fault.key in AHEAD)
    if not days or (rest and fault.key != "next"):
        return ""
    typed = [f"{fault.key}: {day} {rest}".rstrip() if fault.key == "next" else day for day in days]
    return f"type {' or '.join(typed)}, seen from today"


def _one_of_a_list(fault: Fault) -> str:
    if fault.key in {"target", "introducer"}:
        return f"write a file for each, as one introduction has one {fault.key}"
    return f"keep one, like {fault.key}: {fault.cure}"


def _ask(fault: Fault) -> str:
    if fault.wanted != ASK.wanted:
        return ""
    from site_builder.checks.meant_answers import meant_ask  # noqa: PLC0415 - for mistakes

    return meant_ask(fault.found, ASK.wanted)


def _no_day(fault: Fault) -> str:
    what = "month" if fault.found.count("-") == 1 else "year" if fault.found.isdigit() else "day"
    forms = ", year-month or the year" if fault.wanted == ROUGH_DATE.wanted else ""
    return f"this {what} is not in the calendar; write year-month-day{forms}"


def _circle(fault: Fault) -> str:
    if fault.wanted == ONE_ITEM:
        apart = 'begin each item with "- ", all in the same column'
        return f"give each its own item: {fault.cure}" if fault.cure else apart
    if fault.key == "knows" and fault.cure:
        return f"give each its own item: {fault.cure}"
    if fault.key != "groups" or not fault.cure:
        return ""
    if ", " in fault.cure and " or " not in fault.cure:
        each = (part if "/" in part else f"team/{part}" for part in fault.cure.split(", "))
        return f"give each its own item, with its kind: [{', '.join(each)}]"
    if "/" in fault.cure:
        return f"type {fault.cure}"
    return (
        f"say what kind of circle it is: type team/{fault.cure}, employer/{fault.cure} or the like"
    )


def _scale(fault: Fault) -> str:
    if fault.key != "closeness" and not fault.wanted.startswith("a closeness"):
        return ""
    from site_builder.checks.meant_answers import meant_grade  # noqa: PLC0415 - for mistakes

    return meant_grade(fault.found, tie=fault.key != "closeness")


def _years(fault: Fault) -> str:
    if not fault.wanted.startswith("years"):
        return ""
    typed = fault.found.rstrip(",;:.")
    if open_end := OPEN_END.fullmatch(typed):
        return f"type {open_end[1]}- for somebody who is still a member, else the last year, too"
    if years := MEANT_YEARS.fullmatch(typed):
        last = years[3] if years[3] and years[3].isdigit() else ""
        return f"type {years[1]}-{last}" if years[2] else f"type {years[1]}"
    short = SHORT_YEARS.fullmatch(fault.found)
    return f"type {short[1]}-{short[1][:2]}{short[2]}" if short and short[1][2:] <= short[2] else ""


def _tags(document: Document, fault: Fault) -> str:
    if fault.wanted != TAG.wanted:
        return ""
    parts = [part for part in re.split(r"[,;\s]+", fault.found.strip(" ,;")) if part]
    if len(parts) < len("ab"):
        return ""
    before = line_at(document, fault.span.line)[: fault.span.column - 1].strip()
    if not before.endswith(":"):
        apart = re.search("[,;]", fault.found)
        return f"give each its own item: [{', '.join(parts)}]" if apart else ""
    return f"a tag has no blank and no comma; type {fault.key}: [{', '.join(parts)}]"
