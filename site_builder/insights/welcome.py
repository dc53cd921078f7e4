"""A target's yes to being introduced that whoever asked has not acted on."""

from collections.abc import Iterable
from datetime import date, timedelta

from site_builder.insights.thread import Moment

HOLDS = timedelta(days=90)
"""How long a yes is one; later the next introducer asks again."""
SPEND = frozenset({"opted-in", "opted-out", "introduced"})
"""What gives a yes, takes it back or makes use of it."""


def welcome(moments: Iterable[Moment], day: date) -> Moment | None:
    """Return the yes of these events that still waits for its introduction on a day."""
    said = [moment for moment in moments if moment.event.word in SPEND]
    last = said[-1] if said else None
    if last is None or last.event.word != "opted-in" or last.event.date < day - HOLDS:
        return None
    return None if any(_made_of(last, moment) for moment in said) else last


def _made_of(yes: Moment, moment: Moment) -> bool:
    """Tell whether a yes led to an introduction of its day, though it was written down below it."""
    same = (moment.spoke.intro.path, moment.event.date) == (yes.spoke.intro.path, yes.event.date)
    return same and moment.event.word == "introduced"
