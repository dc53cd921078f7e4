"""Ranking possible second introducers towards one target, and saying who should not be asked."""

from collections.abc import Sequence
from dataclasses import dataclass

from site_builder.insights.candidate import Band, Candidate, NotSuggested, Suggestion
from site_builder.insights.candidate_search import possible_candidates
from site_builder.insights.change import sureness, would_change
from site_builder.insights.eligibility import objection
from site_builder.insights.features import (
    Features,
    Network,
    earlier_introducers,
    evidence_of,
    features_of,
)
from site_builder.insights.probability import Answer, answer, p_know
from site_builder.insights.stall import SECOND_DOOR_MOVES, Move
from site_builder.insights.terms import terms_of
from site_builder.insights.thread import Thread
from site_builder.model.contact import ContactId
from site_builder.model.settings import Score
from site_builder.model.vault import Vault


@dataclass(frozen=True, slots=True)
class Pursuit:
    """What the ranking needs to know about the thread it is for."""

    target: ContactId
    thread: Thread | None = None
    """The thread whose introducers are used up; none where nobody was asked yet."""
    named: str | None = None
    """The thread id to show, also of one that is over."""
    move: Move | None = None


def suggest(network: Network, pursuit: Pursuit) -> Suggestion:
    """Rank everybody with evidence of knowing the target."""
    vault, target = network.vault, pursuit.target
    score, kinds = vault.settings.score, vault.settings.kinds
    earlier = earlier_introducers(pursuit.thread)
    scored: list[tuple[Features, Answer]] = []
    refused: list[NotSuggested] = []
    for candidate in possible_candidates(vault, target):
        evidence = evidence_of(network, candidate, target)
        if evidence.tie is None and p_know(evidence, score, kinds) < score.least_know:
            continue
        why = objection(network, vault.people[candidate], target, thread=pursuit.thread)
        if why:
            refused.append(NotSuggested(candidate, why))
            continue
        features = features_of(network, candidate, target, evidence=evidence, earlier=earlier)
        scored.append((features, answer(features, score, kinds)))
    scored.sort(key=rank_order)
    due = pursuit.move is not None and pursuit.move.name in SECOND_DOOR_MOVES
    return Suggestion(
        target=target,
        thread=pursuit.named,
        due=due,
        due_because=pursuit.move.because if pursuit.move else "No introduction is on record yet.",
        suggested=_candidates(scored, network, earlier),
        not_suggested=tuple(refused),
        nobody_because="" if scored else _nobody(vault, target, refused),
        sureness=sureness(scored, vault.settings) if due and scored else None,
    )


def rank_order(scored: tuple[Features, Answer]) -> tuple[float, bool, str]:
    """Sort by value, then stated before inferred, then id."""
    features, result = scored
    return (-result.value, features.evidence.tie is None, features.person.id)


def band(p: float, score: Score, *, inferred: bool) -> Band:
    """Return how good the chances are; an inferred tie is never strong."""
    if p >= score.strong and not inferred:
        return "strong"
    return "likely" if p >= score.likely else "long shot"


def _candidates(
    scored: Sequence[tuple[Features, Answer]], network: Network, earlier: Sequence[ContactId]
) -> tuple[Candidate, ...]:
    settings = network.vault.settings
    values = [result.value for _, result in scored]
    return tuple(
        Candidate(
            contact=features.person.id,
            rank=rank,
            band=band(result.p, settings.score, inferred=features.evidence.tie is None),
            value=result.value,
            p=result.p,
            p_ask=result.p_ask,
            p_know=result.p_know,
            p_move=result.p_move,
            load=result.load,
            inferred=features.evidence.tie is None,
            terms=terms_of(features, result, network=network, earlier=earlier),
            would_change=would_change(features, rank, values=values, settings=settings),
        )
        for rank, (features, result) in enumerate(scored, start=1)
    )


def _nobody(vault: Vault, target: ContactId, refused: Sequence[NotSuggested]) -> str:
    person = vault.people[target]
    if len(refused) == 1:
        only = vault.people[refused[0].contact].first_name
        return f"Only {only} is on record as knowing {person.first_name}; {refused[0].because}."
    if refused:
        return f"Everybody on record who knows {person.first_name} is better not asked now."
    if not person.groups and target not in vault.acquaintances:
        return (
            f"Nothing is written down about who knows {person.first_name}: add `groups:` to "
            f"{person.path}, or `knows: [{person.id} 3]` to the file of somebody who does."
        )
    return (
        f"Nobody else on record knows {person.first_name} well enough to be suggested: ask around, "
        f"and add `knows: [{person.id} 3]` to the file of whoever does."
    )
