"""Ranking possible second introducers towards one target, and saying who should not be asked."""

from collections.abc import Sequence
from functools import cache, partial

from msgspec import Struct
from msgspec.structs import replace

from site_builder.insights.candidate import Band, Candidate, Free, NotSuggested, Suggestion
from site_builder.insights.candidate_search import possible_candidates
from site_builder.insights.change import better_known, would_change
from site_builder.insights.chosen import chosen
from site_builder.insights.eligibility import declined_on, free_on, objection
from site_builder.insights.features import (
    Features,
    Network,
    earlier_introducers,
    evidence_of,
    features_of,
)
from site_builder.insights.probability import Answer, answer, order_of, p_know, rank_order
from site_builder.insights.shared_circles import usable
from site_builder.insights.stall import SECOND_DOOR_MOVES, Move
from site_builder.insights.sureness import sureness
from site_builder.insights.terms import terms_of
from site_builder.insights.thread import Thread
from site_builder.insights.words import day
from site_builder.model.contact import ContactId
from site_builder.model.settings import Score
from site_builder.model.vault import Vault

Scored = tuple[Features, Answer]


class Pursuit(Struct, frozen=True):
    """What the ranking needs to know about the thread it is for."""

    target: ContactId
    thread: Thread | None = None
    """The thread whose introducers are used up; none where nobody was asked yet."""
    named: str | None = None
    """The thread id to show, also of one that is over."""
    move: Move | None = None


def suggest(network: Network, pursuit: Pursuit) -> Suggestion:
    """Rank everybody with evidence of knowing the target; `explained` adds the reasons."""
    scored, refused = _scored(network, pursuit)
    free = None if scored else first_free(network, refused, pursuit.target, pursuit.thread)
    due = pursuit.move is not None and pursuit.move.name in SECOND_DOOR_MOVES
    return Suggestion(
        target=pursuit.target,
        thread=pursuit.named,
        due=due,
        due_because=pursuit.move.because if pursuit.move else _idle(pursuit),
        suggested=_candidates(scored, network.vault.settings.score),
        not_suggested=refused,
        nobody_because="" if scored else _why_nobody(network, pursuit, refused, free),
        free=free,
    )


def _idle(pursuit: Pursuit) -> str:
    """Say why nothing is under way."""
    return "This pursuit is over." if pursuit.named else "No introduction is on record yet."


def explained(
    network: Network, suggestion: Suggestion, thread: Thread | None, *, most: int | None = None
) -> Suggestion:
    """Return the suggestion with terms, what would change it, and how sure its first place is.

    `thread` is the one whose introducers are used up; `most` limits how many are explained.
    """
    settings, target = network.vault.settings, suggestion.target
    earlier = earlier_introducers(thread)
    orders = [(one, order_of(one)) for one in suggestion.suggested]

    known = cache(lambda who: features_of(network, who, target, earlier=earlier))
    spoken_for = partial(better_known, suggestion=suggestion, known=known, network=network)

    def explain(candidate: Candidate) -> Candidate:
        features = known(candidate.contact)
        result = answer(features, settings.score, settings.kinds)
        terms = terms_of(features, result, network=network, earlier=earlier)
        change = would_change(
            features,
            candidate.rank,
            others=[order for one, order in orders if one is not candidate],
            settings=settings,
            better_known=partial(spoken_for, candidate.contact, thread=thread),
        )
        return replace(candidate, terms=terms, would_change=change)

    ranked = suggestion.suggested
    candidates = [explain(candidate) for candidate in ranked[:most]]
    sure = None
    if suggestion.due and ranked:
        sure = sureness(ranked, known, settings=settings, kinds=_kinds(network.vault, target))
    rest = ranked[len(candidates) :]
    return replace(suggestion, suggested=(*candidates, *rest), sureness=sure)


def _kinds(vault: Vault, target: ContactId) -> list[str]:
    """Return the kinds of the target's circles that may serve as evidence."""
    kinds = {line.kind for line in vault.people[target].groups}
    return sorted(kind for kind in kinds if usable(vault.settings.kinds.get(kind)))


def _scored(network: Network, pursuit: Pursuit) -> tuple[list[Scored], tuple[NotSuggested, ...]]:
    """Return those who can be asked, best first, and those who should not be."""
    vault, target = network.vault, pursuit.target
    score, kinds = vault.settings.score, vault.settings.kinds
    earlier = earlier_introducers(pursuit.thread)
    scored: list[Scored] = []
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
    scored.sort(key=lambda one: rank_order(*one))
    return scored, tuple(refused)


def band(p: float, score: Score, *, inferred: bool) -> Band:
    """Return how good the chances are; an inferred tie is never strong."""
    if p >= score.strong and not inferred:
        return "strong"
    return "likely" if p >= score.likely else "long shot"


def _candidates(scored: Sequence[Scored], score: Score) -> tuple[Candidate, ...]:
    return tuple(
        Candidate(
            contact=features.person.id,
            rank=rank,
            band=band(result.p, score, inferred=features.evidence.tie is None),
            value=result.value,
            p=result.p,
            p_ask=result.p_ask,
            p_know=result.p_know,
            p_move=result.p_move,
            load=result.load,
            inferred=features.evidence.tie is None,
        )
        for rank, (features, result) in enumerate(scored, start=1)
    )


def _why_nobody(
    network: Network, pursuit: Pursuit, refused: Sequence[NotSuggested], free: Free | None
) -> str:
    vault, thread = network.vault, pursuit.thread
    if thread is not None and (spoke := chosen(thread, vault)) is not None:
        name = vault.called(spoke.introducer)
        return f"{name}, whom you have chosen, is next in line."
    declined = declined_on(network, pursuit.target, thread) is not None
    return nobody_because(vault, pursuit.target, refused, free, declined=declined)


def first_free(
    network: Network, refused: Sequence[NotSuggested], target: ContactId, thread: Thread | None
) -> Free | None:
    """Return who may be asked before all others, and when; none if nobody ever."""
    if declined_on(network, target, thread) is not None:
        return None
    people = network.vault.people
    days = ((free_on(network, people[one.contact], thread=thread), one) for one in refused)
    free = (Free(one.contact, when) for when, one in days if when is not None)
    return min(free, key=lambda one: (one.date, one.contact), default=None)


def nobody_because(
    vault: Vault,
    target: ContactId,
    refused: Sequence[NotSuggested],
    free: Free | None,
    *,
    declined: bool,
) -> str:
    """Return what is missing, or on which day nothing is any more."""
    person = vault.people[target]
    name, private = person.first_name, vault.audience.is_private
    if refused:
        said = _refused(vault, name, refused, now=declined or free is not None)
        if free is not None:
            who, when = vault.called(free.contact), day(free.date)
            return said if when in said else f"{said} {who} may be asked from {when} on."
        if declined or not private:
            return said
        add = f"add `knows: [{person.id} 3]` to the file of whoever does"
        return f"{said} Ask around who else knows {name}, and {add}."
    if not private:
        return f"Nobody shown here can be asked about {name}."
    if not person.groups and target not in vault.acquaintances:
        return (
            f"Nothing is written down about who knows {name}: add `groups:` to "
            f"{person.path}, or `knows: [{person.id} 3]` to the file of somebody who does."
        )
    return (
        f"Nobody else on record knows {name} well enough to be suggested: ask around, "
        f"and add `knows: [{person.id} 3]` to the file of whoever does."
    )


def _refused(vault: Vault, name: str, refused: Sequence[NotSuggested], *, now: bool) -> str:
    if len(refused) == 1:
        only = vault.called(refused[0].contact)
        return f"Only {only} is on record as knowing {name}; {refused[0].because}."
    return f"Everybody on record who knows {name} is better not asked{' now' if now else ''}."
