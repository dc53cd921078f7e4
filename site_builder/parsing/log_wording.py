"""How a line of the log is written that tells an event: what cures say to type."""

import re
from datetime import date

from site_builder.model.intro import EVENTS, OUTCOMES

SECOND_DATE = re.compile(r"(?<![0-9])[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])")
TOWARDS = re.compile(r"(?:^|\s)(?:for|on|to|till|until)$", re.IGNORECASE)
OUTCOME = re.compile(rf"(?<![\w-])(?:{'|'.join(OUTCOMES)})(?![\w-])", re.IGNORECASE)
DENIED = re.compile(
    r"(?<!\w)(?:not|never|nor?|nothing|nobody|without|\w+n['’]t)(?!\w)", re.IGNORECASE
)
ANY_OUTCOME = "|".join(OUTCOMES)
"""For whoever types to choose from: no word of the program ends a thread."""
STOPS = " \t:,;.-–—"
AROUND = f"{STOPS}!()*_`"


def event_line(day: str, word: str, text: str) -> str:
    """Return the line behind its dash; a day in the text is the second date that an event needs."""
    head, text = f"{day} {word}", text.lstrip(STOPS).rstrip()
    kind = EVENTS.get(word)
    if kind is not None and kind.second_date and (until := SECOND_DATE.search(text)):
        before = TOWARDS.sub("", text[: until.start()].strip(STOPS)).strip(STOPS)
        behind = text[until.end() :].lstrip(STOPS)
        if _exists(until[0]):
            head, text = f"{head} {until[0]}", ", ".join(filter(None, (before, behind)))
    if word == "closed":
        text = _outcome_first(text)
    return f"{head}: {text}" if text else head


def _exists(day: str) -> bool:
    try:
        return bool(date.fromisoformat(day))
    except ValueError:
        return False


def _outcome_first(text: str) -> str:
    """Return the text of `closed`, which begins with the only outcome that it names."""
    if text.split(" ", 1)[0].rstrip(",.;:") in {*OUTCOMES, ANY_OUTCOME}:
        return text
    named = {found[0].lower() for found in OUTCOME.finditer(text)}
    place = OUTCOME.search(text)
    if place is None or len(named) > 1 or DENIED.search(text):
        return ", ".join(filter(None, (ANY_OUTCOME, text)))
    before, behind = text[: place.start()].strip(AROUND), text[place.end() :].strip(AROUND)
    whole = any(map(str.isalpha, before))
    return ", ".join(filter(None, (*named, text if whole else before, "" if whole else behind)))
