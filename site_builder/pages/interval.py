"""A rate as it is shown: a point, the range it may lie in, and the words that say both."""

from msgspec import Struct

from site_builder.insights.evidence_rate import FEWEST, Rate
from site_builder.pages.words import NO_BREAK, percent, plural


class Interval(Struct, frozen=True):
    """A rate with its 95 % interval, in whole percent; nothing to draw where it is too early."""

    words: str
    """`4 of 7 answered (57 %, could be 25 to 84 %; early)`."""
    point: int | None = None
    """None where there are too few observations to show a rate."""
    low: int = 0
    high: int = 100


def interval_of(rate: Rate, did: str = "", *, noun: str) -> Interval:
    """Return a rate of `noun`s of which so many `did` something."""
    if rate.claim == "none":
        return Interval(_too_few(rate.n, noun))
    least, most = rate.bounds
    low = min(99, round(100 * least))
    high = max(low + 1, round(100 * most))
    early = "; early" if rate.claim == "early" else ""
    words = f"{percent(rate.share)}, could be {low} to {high}{NO_BREAK}%{early}"
    counts = f"{counts_of(rate)} {did}".rstrip()
    return Interval(f"{counts} ({words})", round(100 * rate.share), low, high)


def counts_of(rate: Rate) -> str:
    """Return `4 of 7`, which claims nothing."""
    return f"{rate.hits:,} of {rate.n:,}"


def _too_few(n: int, noun: str) -> str:
    if n == 0:
        return "nothing to count yet"
    return f"too few to say: {plural(n, noun)}; from {FEWEST} on a rate is shown"
