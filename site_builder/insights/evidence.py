"""Did it work: every move as an experiment, counted over all my threads (document 2.7)."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, get_args

from msgspec import Struct

from site_builder.insights.asks import AskRecord, Ledger
from site_builder.insights.evidence_rate import Rate, Waits, waits_of
from site_builder.insights.evidence_tries import INTRODUCTIONS, Tactic, Try, tries_of
from site_builder.insights.thread import Threads
from site_builder.model.contact import ContactId
from site_builder.model.settings import Score
from site_builder.tables import FRESH, Tables

PRIOR_WEIGHT = 8
"""The first guess counts as so many second introductions."""
SHOWN: tuple[Tactic, ...] = tuple(name for name in get_args(Tactic) if name != "message")
CHOICES = frozenset(SHOWN) - {"introduction"}
"""What there is to choose from once it is quiet."""
Side = Literal["before", "after"]
"""Of the second introduction of a thread."""


class ConnectorResult(Struct, frozen=True):
    """One connector's asks, or everybody's together."""

    contact: ContactId
    """Empty for everybody together."""
    asked: int
    agreed: Rate
    """Yes, of the asks that were decided: a yes, a no, or silence past the limit."""
    answered: Rate
    """Introductions after which the target answered, of those made over 30 days ago or answered."""


def connector_results(
    ledger: Ledger, tables: Tables = FRESH
) -> Mapping[ContactId, ConnectorResult]:
    """Return everybody I ever asked, most often asked first, then by id."""
    asks = ledger.asks
    results = tables.derive("results", asks, lambda who: connector_result(who, asks[who]))
    return tables.sort("results by number", results, lambda who: (-results[who].asked, who))


def connector_result(who: ContactId, asks: Sequence[AskRecord]) -> ConnectorResult:
    """Return what came of asking one connector."""
    decided = sum(ask.answer != "none" for ask in asks)
    outcomes = [ask.opened for ask in asks if ask.opened is not None]
    return ConnectorResult(
        contact=who,
        asked=len(asks),
        agreed=Rate(sum(ask.answer == "yes" for ask in asks), decided),
        answered=Rate(sum(outcomes), len(outcomes)),
    )


def together(results: Sequence[ConnectorResult]) -> ConnectorResult:
    """Return all connectors as one."""
    return ConnectorResult(
        contact=ContactId(""),
        asked=sum(one.asked for one in results),
        agreed=_sum([one.agreed for one in results]),
        answered=_sum([one.answered for one in results]),
    )


def _sum(rates: Sequence[Rate]) -> Rate:
    return Rate(sum(rate.hits for rate in rates), sum(rate.n for rate in rates))


class TacticResult(Struct, frozen=True):
    """What came of all tries of one kind."""

    tactic: Tactic
    rate: Rate
    """Answered within 30 days, of all tries that are decided."""
    pending: int
    waits: Waits
    """From the last touch to the answer."""


class BaseRate(Struct, frozen=True):
    """How likely a second introduction brings an answer: a first guess and my own data.

    Beta prior of weight 8: `posterior = (8·prior + answered) / (8 + tries)`.
    """

    prior: float
    own: Rate
    """Second introductions by another person."""
    used: float
    """`base_reopen` of the settings: what the ranking reckons with."""

    @property
    def posterior(self) -> float:
        """The first guess, moved by my own second introductions."""
        return (PRIOR_WEIGHT * self.prior + self.own.hits) / (PRIOR_WEIGHT + self.own.n)


class Evidence(Struct, frozen=True):
    """Everything that my own record says about what works."""

    tactics: tuple[TacticResult, ...]
    base: BaseRate
    before: Waits
    """Answers before the second introduction, in threads that had one."""
    after: Waits
    connectors: tuple[ConnectorResult, ...]
    """Most often asked first."""
    everybody: ConnectorResult
    """All connectors together."""

    @property
    def comparable(self) -> tuple[TacticResult, ...]:
        """What there is to choose from once it is quiet, where a rate may be shown."""
        told = (result for result in self.tactics if result.rate.claim != "none")
        return tuple(result for result in told if result.tactic in CHOICES)

    @property
    def better(self) -> tuple[TacticResult, TacticResult] | None:
        """The best move and one that is clearly worse: their intervals do not touch."""
        told = self.comparable
        pairs = [(a, b) for a in told for b in told if a.rate.bounds[0] > b.rate.bounds[1]]
        return max(pairs, key=lambda pair: (pair[0].rate.bounds[0], pair[1].rate.n), default=None)


def collect(threads: Threads, ledger: Ledger, score: Score, tables: Tables = FRESH) -> Evidence:
    """Collect each thread's tries and each connector's asks, and sum them up."""
    tries = tables.each("tries", threads, lambda thread: tries_of(thread, ledger.today))
    kinds = tables.group(
        "tries by tactic", tries, lambda tried: [(one.tactic, one) for one in tried]
    )
    results = tables.derive("tactics", SHOWN, lambda name: _result(name, kinds.get(name, ())))
    sides = tables.group("answers by side", tries, _answers)
    everybody = connector_results(ledger, tables)
    connectors = tables.single("all results", lambda: tuple(everybody.values()))
    own = results["second-other"].rate
    return Evidence(
        tactics=tuple(results.values()),
        base=BaseRate(Score().base_reopen, own, score.base_reopen),
        before=waits_of(sides.get("before", ())),
        after=waits_of(sides.get("after", ())),
        connectors=connectors(),
        everybody=tables.single("together", lambda: together(connectors()))(),
    )


def _result(tactic: Tactic, tries: Sequence[Try]) -> TacticResult:
    pending = sum(one.outcome == "pending" for one in tries)
    days = [one.days for one in tries if one.days is not None]
    return TacticResult(tactic, Rate(len(days), len(tries) - pending), pending, waits_of(days))


def _answers(tries: Sequence[Try]) -> Iterator[tuple[Side, int]]:
    """Yield the days to an answer before and from the second introduction of a thread on."""
    places = [number for number, one in enumerate(tries) if one.tactic in INTRODUCTIONS]
    if len(places) > 1:
        for number, one in enumerate(tries):
            if one.days is not None:
                yield "before" if number < places[1] else "after", one.days
