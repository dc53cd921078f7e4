"""From the words of a command to one event of the log, or what is wrong with them."""

import re
from collections.abc import Sequence
from datetime import date

from site_builder.did_you_mean import guess_behind
from site_builder.editing.proof import NewEvent
from site_builder.insights.words import listing
from site_builder.model.intro import EVENTS, OUTCOMES
from site_builder.parsing.log_words import OR, meant_words
from site_builder.parsing.text_decode import CONTROL
from site_builder.parsing.value_readers import Wrong, parse_date

COMMENT = re.compile("%%|<!--")
BLANK = re.compile(r"[ \t\r\n]+")


def event_typed(word: str, words: Sequence[str], day: date, today: date) -> NewEvent | str:
    """Return the event that is to be logged on a day, or a sentence that says what to type."""
    if day > today:
        return (
            f"{day} has not come, today is {today}; the log says what happened. "
            f'For a plan, add "next: {day} …" to the front matter.'
        )
    word = word.removesuffix(":")
    if word not in EVENTS:
        return _unknown(word)
    until: date | None = None
    if EVENTS[word].second_date:
        found = parse_date(words[0].removesuffix(":")) if words else Wrong()
        if isinstance(found, Wrong):
            return f'say until when: "{word} YYYY-MM-DD", then the text'
        if found < day:
            return f'"{word}" names a day from {day} on, found {found}'
        until, words = found, words[1:]
    text = BLANK.sub(" ", " ".join(words)).strip()
    return _unfit(word, text) or NewEvent(day, word, text, until)


def _unknown(word: str) -> str:
    meant = meant_words(word).split(OR)
    either = listing([f'"{one}"' for one in meant], "or")
    cure = f"Did you mean {either}?" if meant[0] else f"Type one of {', '.join(EVENTS)}."
    return f'no event is called "{word}". {cure}'


def _unfit(word: str, text: str) -> str:
    """Return what is wrong with a text, if anything."""
    if word == "closed" and (first := text.split(" ", 1)[0].rstrip(",.;:")) not in OUTCOMES:
        said = f'after "closed" say {listing(OUTCOMES, "or")} first.'
        return guess_behind(said, first, OUTCOMES)
    try:
        text.encode()
    except UnicodeEncodeError:
        return "the text is not UTF-8"
    if hidden := COMMENT.search(text):
        return f'the text holds "{hidden[0]}", with which a comment begins; write it another way'
    found = CONTROL.search(text)
    return f"the text holds U+{ord(found[0]):04X}, which no note may hold" if found else ""
