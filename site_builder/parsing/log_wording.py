"""How a line of the log is written that tells an event: what cures say to type."""

import re

from site_builder.model.intro import EVENTS, OUTCOMES
from site_builder.parsing.day_words import iso_day

SECOND_DATE = re.compile(r"(?<![0-9])[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])")
TOWARDS = re.compile(r"(?:^|\s)(?:for|on|to|till|until)$", re.IGNORECASE)
OUTCOME = re.compile(rf"(?<![\w-])(?:{'|'.join(OUTCOMES)})(?![\w-])", re.IGNORECASE)
NOT = r"(?:can)?not|never|nor?|nothing|nobody|without|\w+n['’]t"
NOT_YET = r"hardly|nearly|almost|if|unless|until|before|will|would|could|should|might"
DENIED = re.compile(rf"(?<!\w)(?:{NOT})(?!\w)", re.IGNORECASE)
UNSURE = re.compile(rf"(?<!\w)(?:{NOT}|{NOT_YET})(?!\w)", re.IGNORECASE)
"""Who writes so tells what did not happen, or not yet."""
ENDS = re.compile(r"\s*(?:[^\w\s]|it\b|$)", re.IGNORECASE)
ANY_OUTCOME = "|".join(OUTCOMES)
"""For whoever types to choose from: no word of the program ends a thread."""
STOPS = " \t\u00a0\u202f\u2009\u3000:,;.-–—：、，；"
SIGNS = f"{STOPS}→>=@"
TIME = re.compile(r"^T(?=[0-9])")
"""What a program writes between a day and its hour."""
AROUND = f"{STOPS}!()*_`'\"“”‘’"


def event_line(day: str, word: str, text: str) -> str:
    """Return the line behind its dash; a day in the text is the second date that an event needs."""
    head, text = f"{day} {word}", text.lstrip(STOPS).rstrip()
    kind = EVENTS.get(word)
    if kind is not None and kind.second_date and (until := _only_date(text, day)):
        before = TOWARDS.sub("", text[: until.start()].strip(SIGNS)).strip(SIGNS)
        behind = TIME.sub("", text[until.end() :]).lstrip(STOPS)
        if iso_day(*map(int, until[0].split("-"))):
            head, text = f"{head} {until[0]}", ", ".join(filter(None, (before, behind)))
    if word == "closed":
        text = _outcome_first(text)
    return f"{head}: {text}" if text else head


def _outcome_first(text: str) -> str:
    """Return the text of `closed`, which begins with the only outcome that it names."""
    if text.split(" ", 1)[0].rstrip(",.;:") in {*OUTCOMES, ANY_OUTCOME}:
        return text
    named = {found[0].lower() for found in OUTCOME.finditer(text)}
    place = OUTCOME.search(text)
    before = text[: place.start()].strip(AROUND) if place else ""
    mine = before.lower() in {"we", "i"} and place and ENDS.match(text, place.end())
    sure = mine or not any(map(str.isalpha, before))
    if place is None or len(named) > 1 or not sure or UNSURE.search(text):
        return ", ".join(filter(None, (ANY_OUTCOME, text)))
    behind = text[place.end() :].strip(AROUND)
    return ", ".join(filter(None, (*named, text if mine else before, "" if mine else behind)))


def _only_date(text: str, day: str) -> re.Match[str] | None:
    """Return the date in a text, if there is one alone, not denied and not before the day."""
    found = list(SECOND_DATE.finditer(text))
    if len(found) != 1 or DENIED.search(text[: found[0].start()]) or found[0][0] < day:
        return None
    return found[0]
