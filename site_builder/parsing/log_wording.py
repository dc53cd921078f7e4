"""How a line of the log is written that tells an event: what cures say to type."""

import re
from datetime import date

from site_builder.model.intro import EVENTS

SECOND_DATE = re.compile(r"(?<![0-9])[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])")
TOWARDS = re.compile(r"(?:^|\s)(?:for|on|to|till|until)$", re.IGNORECASE)
STOPS = " \t:,;.-–—"


def event_line(day: str, word: str, text: str) -> str:
    """Return the line behind its dash; a day in the text is the second date that an event needs."""
    head, text = f"{day} {word}", text.lstrip(STOPS).rstrip()
    kind = EVENTS.get(word)
    if kind is not None and kind.second_date and (until := SECOND_DATE.search(text)):
        before = TOWARDS.sub("", text[: until.start()].strip(STOPS)).strip(STOPS)
        behind = text[until.end() :].lstrip(STOPS)
        if _exists(until[0]):
            head, text = f"{head} {until[0]}", ", ".join(filter(None, (before, behind)))
    return f"{head}: {text}" if text else head


def _exists(day: str) -> bool:
    try:
        return bool(date.fromisoformat(day))
    except ValueError:
        return False
