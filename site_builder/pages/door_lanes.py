"""A door's story to scale: a lane for each introducer, every silence as long as it lasted."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from msgspec import Struct

from site_builder.insights.insight import Door, Insights
from site_builder.insights.thread import Moment
from site_builder.insights.words import listing
from site_builder.model.contact import ContactId
from site_builder.pages.door_timeline import NAMED_SILENCE, SHOWN, WORDS, Who
from site_builder.pages.picture import Text, wrap
from site_builder.pages.words import MONTHS, day_near, plural, span

WIDTH, EDGE = 272, 6
LANE, TRACK = 40, 28
"""Height of a lane, and of its line below its top."""
NAME_ROOM = 11
"""Room for an introducer's name, in em."""
RADII: dict[Who, int] = {"me": 3, "introducer": 4, "target": 6, "both": 6}
"""An answer is the largest mark: colour alone would not do."""
LANES = 6
"""Introducers shown; the latest."""
TICKS, TICK_ROOM = 5, 64
"""At most so many months are marked, each so far from both ends that its name fits."""
STEPS = (1, 2, 3, 6, 12, 24, 60, 120)
"""Months between marks."""


class Mark(Struct, frozen=True):
    """One event."""

    x: float
    y: int
    radius: int
    who: Who


class Stretch(Struct, frozen=True):
    """A silence, drawn as long as it lasted."""

    path: str
    stalled: bool


class Lane(Struct, frozen=True):
    """One introducer; the line runs from the first of their events to the last, or to today."""

    name: Text
    path: str


class Lanes(Struct, frozen=True):
    """The picture; the list of events beside it tells the same in words."""

    description: str
    height: int
    lanes: tuple[Lane, ...]
    silences: tuple[Stretch, ...]
    marks: tuple[Mark, ...]
    since: Text | None
    """How long it has been silent, where that is too long."""
    ticks: tuple[Text, ...]
    tick_path: str
    end: str
    """Which day the right edge is."""


class _Scale(Struct, frozen=True):
    """From days to pixels."""

    first: date
    last: date

    def __call__(self, when: date) -> float:
        share = (when - self.first) / (self.last - self.first)
        return round(EDGE + share * (WIDTH - 2 * EDGE), 1)


def lanes_of(insights: Insights, door: Door) -> Lanes | None:
    """Draw the latest events of a door to scale; a story of less than a week has no picture."""
    rows, moments = _rows(door)
    if len(moments) <= 1:
        return None
    scale = _Scale(moments[0].event.date, insights.today if door.open else moments[-1].event.date)
    if (scale.last - scale.first).days < NAMED_SILENCE:
        return None
    names = insights.vault.names
    bottom = LANE * len(rows)
    ticks = tuple(_ticks(scale))
    silences = tuple(_silences(door, moments, rows, scale))
    return Lanes(
        _description(insights, door, moments, rows),
        bottom + 24,
        tuple(
            _lane(names[who].name, top, _on_the_way(door, who, moments, scale), scale)
            for who, top in rows.items()
        ),
        silences,
        tuple(_mark(moment, rows, scale) for moment in moments),
        _since(door, moments, rows),
        tuple(Text(round(x), bottom + 18, words) for x, words in ticks),
        "".join(f"M{x:g} 0V{bottom + 4}" for x, _ in ticks),
        "today" if door.open else day_near(scale.last, insights.today),
    )


def _rows(door: Door) -> tuple[dict[ContactId, int], Sequence[Moment]]:
    """Return where the lane of each introducer begins, and the events that stand on one."""
    moments = door.thread.moments[-SHOWN:]
    known = [*dict.fromkeys(moment.spoke.introducer for moment in moments)][-LANES:]
    rows = {who: LANE * row for row, who in enumerate(known)}
    return rows, [moment for moment in moments if moment.spoke.introducer in rows]


def _on_the_way(
    door: Door, who: ContactId, moments: Sequence[Moment], scale: _Scale
) -> tuple[date, date]:
    """Return from when to when somebody is on the way; the latest of an open door still is.

    Whoever passed is on no way any more.
    """
    own = [moment.event for moment in moments if moment.spoke.introducer == who]
    latest = who == moments[-1].spoke.introducer and own[-1].word != "passed"
    return own[0].date, scale.last if door.open and latest else own[-1].date


def _lane(name: str, top: int, days: tuple[date, date], scale: _Scale) -> Lane:
    shown = "".join(wrap(name, NAME_ROOM, lines=1))
    start, end = map(scale, days)
    return Lane(Text(0, top + 14, shown), f"M{start:g} {top + TRACK}H{end:g}")


def _mark(moment: Moment, rows: dict[ContactId, int], scale: _Scale) -> Mark:
    y, who = rows[moment.spoke.introducer] + TRACK, WORDS[moment.event.word][0]
    return Mark(scale(moment.event.date), y, RADII[who], who)


def _silent(door: Door) -> int:
    """Return since how many days a stalled door has been silent, 0 for any other."""
    return (door.stall.silent_days or 0) if door.stall.stalled else 0


def _silences(
    door: Door, moments: Sequence[Moment], rows: dict[ContactId, int], scale: _Scale
) -> Iterator[Stretch]:
    began = scale.last - timedelta(days=_silent(door))  # a thank-you in between does not end it
    ends = [moment.event.date for moment in moments[1:]] + [scale.last] * door.open
    for moment, end in zip(moments, ends, strict=False):
        start, until, y = moment.event.date, min(end, began), rows[moment.spoke.introducer] + TRACK
        if (until - start).days >= NAMED_SILENCE:
            yield Stretch(f"M{scale(start):g} {y}H{scale(until):g}", stalled=False)
    if _silent(door):
        y, start = rows[moments[-1].spoke.introducer] + TRACK, max(began, scale.first)
        yield Stretch(f"M{scale(start):g} {y}H{scale(scale.last):g}", stalled=True)


def _since(door: Door, moments: Sequence[Moment], rows: dict[ContactId, int]) -> Text | None:
    silent = _silent(door)
    y = rows[moments[-1].spoke.introducer] + 14
    return Text(WIDTH, y, f"silent for {span(silent)}") if silent else None


def _ticks(scale: _Scale) -> Iterator[tuple[float, str]]:
    """Yield the first day and some of the months since, with their names."""
    yield EDGE, day_near(scale.first, scale.last)
    months = (scale.last.year - scale.first.year) * 12 + scale.last.month - scale.first.month
    step = next((step for step in STEPS if months / step <= TICKS), max(STEPS))
    begin = scale.first.year * 12 + scale.first.month - 1
    for number in range(begin + 1, begin + months + 1):
        year, month = divmod(number, 12)
        x = scale(date(year, month + 1, 1))
        if number % step == 0 and EDGE + TICK_ROOM < x < WIDTH - TICK_ROOM:
            yield x, MONTHS[month][:3] if month else str(year)


def _description(
    insights: Insights, door: Door, moments: Sequence[Moment], rows: dict[ContactId, int]
) -> str:
    gaps = [(b.event.date - a.event.date).days for a, b in pairwise(moments)]
    names = listing([insights.vault.names[who].name for who in rows])
    since = day_near(moments[0].event.date, insights.today)
    said = f"{plural(len(moments), 'event')} through {names} since {since}"
    longest = f"; the longest silence between two was {span(max(gaps))}" if max(gaps) else ""
    now = f"; now silent for {span(_silent(door))}" if _silent(door) else ""
    return f"{said}{longest}{now}."
