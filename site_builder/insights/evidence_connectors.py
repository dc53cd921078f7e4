"""What came of asking each connector: did they say yes, and did the target then answer."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from site_builder.insights.asks import AskRecord, Ledger
from site_builder.insights.evidence_rate import Rate
from site_builder.model.contact import ContactId
from site_builder.tables import FRESH, Tables


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
