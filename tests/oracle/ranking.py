"""Rank possible introducers and say who is left out and why (section 2.5)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .asks import Record, record
from .scoring import Evidence, evidence, p_ask, p_move
from .threads import standing_no

if TYPE_CHECKING:
    from .records import Person
    from .threads import Analysis, Thread

Row = dict[str, Any]

YEAR = 365
RECENT = 90
CLOSE = 4


def rank(target_id: str, thread: Thread | None, analysis: Analysis) -> tuple[list[Row], list[Row]]:
    """Return the suggested (ranked) and the not suggested (by id)."""
    introducers = thread.introducers if thread and thread.walk.state != "over" else []
    barred = thread is not None and thread.walk.state == "barred"
    target = analysis.vault.people[target_id]
    suggested, left_out = [], []
    for person in sorted(analysis.vault.people.values(), key=lambda person: person.id):
        known = evidence(person, target, analysis)
        if known is None or person.id in {target_id, analysis.vault.me}:
            continue
        reason = _reason(person, target_id, introducers, analysis, barred=barred)
        if reason:
            left_out.append({"contact": person.id, "because": reason})
        else:
            suggested.append(_row(person, target, known, introducers, analysis))
    suggested.sort(key=_order)
    for number, row in enumerate(suggested, 1):
        row["rank"] = number
    return suggested, left_out


def _order(row: Row) -> tuple[float, bool, str]:
    return (-round(row["value"], 12), row["evidence"] == "inferred", row["contact"])


def _row(
    person: Person, target: Person, known: Evidence, introducers: list[str], analysis: Analysis
) -> Row:
    ask = p_ask(person, analysis)
    moved = p_move(person, target, known, introducers, analysis)
    load = _load(record(person.id, analysis), analysis)
    p = ask * known.p_know * moved
    return {
        "contact": person.id,
        "rank": 0,
        "band": _band(p, known, analysis),
        "value": p * (1 - load),
        "p": p,
        "p_ask": ask,
        "p_know": known.p_know,
        "p_move": moved,
        "load": load,
        "evidence": "stated" if known.stated else "inferred",
        "ask_first": not known.stated,
    }


def _load(past: Record, analysis: Analysis) -> float:
    score = analysis.settings.score
    raw = score.load_open * past.open + score.load_recent * past.within(RECENT)
    return min(score.load_cap, raw)


def _band(p: float, known: Evidence, analysis: Analysis) -> str:
    score = analysis.settings.score
    if p >= score.strong and known.stated:
        return "strong"
    return "likely" if p >= score.likely else "long shot"


def _reason(
    person: Person, target: str, introducers: list[str], analysis: Analysis, *, barred: bool
) -> str:
    """Return the first reason against asking this person, empty where there is none."""
    settings, past = analysis.settings, record(person.id, analysis)
    distant = (person.closeness or 0) < CLOSE
    reasons = {
        "already-introducer": person.id in introducers,
        "ask-no": person.ask == "no",
        "opted-out": barred or standing_no(target, analysis.vault, analysis.today) is not None,
        "open-ask": past.open >= settings.ask_open,
        "asked-recently": past.within(settings.ask_days - 1) > 0,
        "asked-often": distant and past.within(YEAR) >= settings.ask_year,
    }
    return next((code for code, holds in reasons.items() if holds), "")
