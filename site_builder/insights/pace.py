"""A person's own pace: how fast they usually answer, where that is known."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from itertools import chain
from math import floor
from statistics import median

from msgspec import Struct

from site_builder.insights.thread import Moment, Threads
from site_builder.model.contact import ContactId
from site_builder.model.intro import TOUCHES
from site_builder.tables import FRESH, Tables

FEWEST = 3
"""Observed answers from which on a pace counts."""
PRIOR = 5
"""Weight of the default against the observations."""
SHORTEST, LONGEST, PATIENCE = 7, 45, 10


class Pace(Struct, frozen=True):
    """What is known of how long a person takes to answer."""

    median_days: float
    observations: int

    def limit(self, default: int) -> int:
        """Return the days after which this person's silence is unusual.

        `default + (clamp(10·median, 7, 45) − default)·n/(n+5)`, rounded half up.
        """
        own = min(LONGEST, max(SHORTEST, round(PATIENCE * self.median_days)))
        share = Fraction(self.observations, self.observations + PRIOR)
        return floor(default + (own - default) * share + Fraction(1, 2))


def paces_of(threads: Threads, tables: Tables = FRESH) -> Mapping[ContactId, Pace | None]:
    """Return the pace of every target, over all my threads; None with too few answers."""
    moments = tables.group("target moments", threads, lambda one: [(one.target, one.moments)])
    return tables.each("pace", moments, _pace)


def _pace(threads: Iterable[Sequence[Moment]]) -> Pace | None:
    days = _answer_days(sorted(chain.from_iterable(threads), key=_order))
    return Pace(median(days), len(days)) if len(days) >= FEWEST else None


def _order(moment: Moment) -> tuple[date, date, str]:
    """Sort by date, then by spoke; a file's own order is kept."""
    intro = moment.spoke.intro
    return moment.event.date, intro.events[0].date, intro.path


def _answer_days(moments: Sequence[Moment]) -> list[int]:
    """Return for each `replied` the days since the first touch that asked for it."""
    days = []
    start = 0
    introduced: dict[str, int] = {}
    for index, moment in enumerate(moments):
        if moment.event.word == "introduced":
            introduced[moment.spoke.intro.path] = index
        elif moment.event.word == "replied":
            begin = max(start, introduced.get(moment.spoke.intro.path, 0))
            touch = next((m for m in moments[begin:index] if m.event.word in TOUCHES), None)
            if touch is not None:
                days.append((moment.event.date - touch.event.date).days)
            start = index + 1
    return days
