"""Did it work: rates by move with n and interval, days to an answer, connectors, the replay."""

from msgspec import Struct

from site_builder.insights.evidence import Evidence, collect
from site_builder.insights.insight import Insights
from site_builder.insights.replay import Replay, replay
from site_builder.insights.replay_day import past_of
from site_builder.model.vault import Vault
from site_builder.pages.evidence_lines import (
    BaseView,
    ConnectorLine,
    TacticLine,
    base_view,
    connector_line,
    others_asked,
    tactic_line,
    verdict,
    waits_words,
)
from site_builder.pages.page import Page
from site_builder.pages.replay_lines import ReplayView, replay_view
from site_builder.pages.some import Some, first_lines
from site_builder.tables import FRESH, Tables

CONNECTORS = 8
REPLAYED = 10
"""The page asks so many of the latest introductions again; `build replay` asks all."""


class EvidenceView(Struct, frozen=True):
    """Everything that is shown of what worked."""

    verdict: str
    tactics: tuple[TacticLine, ...]
    waits: str
    base: BaseView
    everybody: ConnectorLine
    connectors: Some[ConnectorLine]
    others: str
    """That more were asked than are shown; empty where all are shown."""
    tried: bool
    """False where there is nothing to count at all."""


class EvidencePageView(Struct, frozen=True):
    """The page."""

    evidence: EvidenceView
    replay: ReplayView
    latest: int
    """The replay is about so many of the latest introductions; 0 where it is about all."""


def found_of(insights: Insights, tables: Tables = FRESH) -> tuple[Evidence, Replay]:
    """Collect the evidence and ask the latest questions again."""
    threads, vault = insights.threads, insights.vault
    past = past_of(vault, tables)
    return (
        collect(threads, insights.network.ledger, vault.settings.score, tables),
        replay(threads, lambda _: past, insights.today, most=REPLAYED, tables=tables),
    )


def evidence_page(insights: Insights, known: tuple[Evidence, Replay] | None = None) -> Page:
    """Plan `evidence.html`; what it shows may have been found before."""
    vault = insights.vault
    evidence, found = known or found_of(insights)
    view = EvidencePageView(
        evidence_view(vault, evidence, connectors=CONNECTORS),
        replay_view(vault, found, shown=REPLAYED),
        _latest(found),
    )
    return Page("evidence.html", "evidence.html", view)


def evidence_view(vault: Vault, evidence: Evidence, *, connectors: int) -> EvidenceView:
    """Put the evidence into words."""
    shown = first_lines(
        evidence.connectors, connectors, line=lambda one: connector_line(vault, one)
    )
    return EvidenceView(
        verdict=verdict(evidence),
        tactics=tuple(map(tactic_line, evidence.tactics)),
        waits=waits_words(evidence),
        base=base_view(evidence.base),
        everybody=connector_line(vault, evidence.everybody),
        connectors=shown,
        others=others_asked(shown.more),
        tried=any(result.rate.n or result.pending for result in evidence.tactics),
    )


def _latest(found: Replay) -> int:
    asked = len(found.cases) + found.again + found.unknown
    return asked if asked == REPLAYED else 0
