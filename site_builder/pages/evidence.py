"""Did it work: rates by move with n and interval, days to an answer, connectors, the replay."""

from math import ceil

from msgspec import Struct

from site_builder.insights.evidence import (
    BaseRate,
    ConnectorResult,
    Evidence,
    TacticResult,
    collect,
)
from site_builder.insights.evidence_rate import FEWEST, Rate, Waits
from site_builder.insights.evidence_tries import Tactic
from site_builder.insights.insight import Insights
from site_builder.insights.replay import Replay, replay
from site_builder.insights.replay_day import past_of
from site_builder.model.vault import Vault
from site_builder.pages.interval import Interval, counts_of, interval_of
from site_builder.pages.long_list import Some, first_lines
from site_builder.pages.page import Page, Ref
from site_builder.pages.refs import person_ref
from site_builder.pages.replay_lines import ReplayView, replay_view
from site_builder.pages.words import capital, days, percent, plural
from site_builder.tables import FRESH, Tables

TACTICS: dict[Tactic, tuple[str, str, str]] = {
    "introduction": ("First introduction", "with your reply", "a first introduction"),
    "nudge": ("First nudge", "since they last answered", "a first nudge"),
    "later-nudge": ("Later nudge", "the second and more", "a later nudge"),
    "interrupt": ("Another way", "other channel, length or tone", "another way"),
    "second-other": ("Second introduction", "another person", "another person's introduction"),
    "second-same": ("Same person again", "once more", "a second introduction by the same person"),
}
"""Name, hint, and how it is called within a sentence."""
CONNECTORS = 8
REPLAYED = 10
"""The page asks so many of the latest introductions again; `build replay` asks all."""


class TacticLine(Struct, frozen=True):
    """What came of one kind of move."""

    name: str
    hint: str
    interval: Interval
    wait: str
    """`3 days`, the median; empty where there are too few answers."""
    pending: int


class BaseView(Struct, frozen=True):
    """How likely a second introduction brings an answer."""

    prior: str
    own: Interval
    posterior: str
    used: str
    advice: str
    line: str
    """What to write into the settings; empty where nothing should be."""


class ConnectorLine(Struct, frozen=True):
    """What came of asking somebody."""

    person: Ref
    asked: int
    agreed: str
    """`4 of 7`, with its interval where there is enough for one."""
    answered: str


def tactic_line(result: TacticResult) -> TacticLine:
    """Return what came of one kind of move."""
    name, hint, _ = TACTICS[result.tactic]
    interval = interval_of(result.rate, "answered", noun="attempt")
    wait = "" if result.waits.claim == "none" else _median(result.waits)
    return TacticLine(name, hint, interval, wait, result.pending)


def verdict(evidence: Evidence) -> str:
    """Return what can be concluded, in one sentence."""
    if (pair := evidence.better) is not None:
        better, worse = pair
        one, other = TACTICS[better.tactic][2], TACTICS[worse.tactic][2]
        shares = f"{percent(better.rate.share)} against {percent(worse.rate.share)}"
        if "early" in {better.rate.claim, worse.rate.claim}:
            return f"An early sign: {one} brought an answer more often than {other}: {shares}."
        return f"{capital(one)} brought an answer clearly more often than {other}: {shares}."
    told = [result.tactic for result in evidence.comparable]
    if not told:
        return f"Too early to say what works once it is quiet: no move was tried {FEWEST} times."
    if len(told) == 1:
        return f"Nothing to compare yet: only {TACTICS[told[0]][2]} was tried {FEWEST} times."
    return "No move is clearly better than another so far: their ranges overlap."


def waits_words(evidence: Evidence) -> str:
    """Return how long answers took before and after a second introduction."""
    before, after = evidence.before, evidence.after
    if before.claim == "none" or after.claim == "none":
        counts = f"{plural(before.n, 'answer')} before, {after.n:,} after"
        return f"Too few to say: {counts}; from {FEWEST} on each side a median is shown."
    early = " Early." if "early" in {before.claim, after.claim} else ""
    return (
        f"Before a second introduction half of the answers came within {_median(before)} "
        f"(n = {before.n:,}), after it within {_median(after)} (n = {after.n:,}).{early}"
    )


def base_view(base: BaseRate) -> BaseView:
    """Return the first guess, my own data and what they give together."""
    line = f"[score]\nbase_reopen = {base.posterior:.2f}\n"
    if base.own.claim == "none":
        advice, line = f"From {FEWEST} of your own on it is worth ranking with.", ""
    elif f"{base.used:.2f}" == f"{base.posterior:.2f}":
        advice, line = "The ranking reckons with it.", ""
    else:
        advice = "To rank with it, write into doorstep.toml:"
    return BaseView(
        prior=percent(base.prior),
        own=interval_of(base.own, "answered", noun="second introduction"),
        posterior=percent(base.posterior),
        used=percent(base.used),
        advice=advice,
        line=line,
    )


def connector_line(vault: Vault, result: ConnectorResult) -> ConnectorLine:
    """Return what came of asking one connector, or everybody."""
    person = person_ref(vault, result.contact) if result.contact else Ref("Everybody")
    return ConnectorLine(
        person,
        result.asked,
        _counted(result.agreed),
        _counted(result.answered),
    )


def others_asked(number: int) -> str:
    """Say that others were asked, none of them more often than who is shown; empty for none."""
    if number == 1:
        return "1 more person was asked, not more often than these."
    return f"{number:,} more people were asked, none of them more often." if number else ""


def _counted(rate: Rate) -> str:
    if rate.claim == "none":
        return counts_of(rate) if rate.n else ""
    return interval_of(rate, noun="").words


def _median(waits: Waits) -> str:
    """Return the days within which half of the answers came; half days count up."""
    return days(ceil(waits.median))


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
