"""What would change a ranking, and how sure its first place is."""

from collections.abc import Iterator, Sequence
from dataclasses import fields, replace

from site_builder.insights.features import Features
from site_builder.insights.probability import Answer, answer
from site_builder.model.contact import TieLine
from site_builder.model.reference import Reference
from site_builder.model.settings import Score, Settings
from site_builder.source import FILE_START

FRIENDS = 4
WEIGHTS = (
    "base_ask",
    "tie_ask",
    "prior_ask",
    "ignored_ask",
    "base_know",
    "acquaintance_know",
    "base_reopen",
    "tie_move",
    "ingroup_move",
    "fresh_move",
    "standing_move",
    "load_open",
    "load_recent",
)
"""The single weights that are halved and doubled, besides those of each kind of circle."""
MOST_CERTAIN = 0.99
RIVALS = 6
"""Candidates far behind cannot overtake by one weight; only the first few are compared."""

assert {weight.name for weight in fields(Score)} >= set(WEIGHTS)


def would_change(
    features: Features, rank: int, *, values: Sequence[float], settings: Settings
) -> str:
    """Return the one fact that would lift the candidate most, in a sentence, or nothing."""
    name, target = features.person.first_name, features.target.first_name
    for wish, changed in _wishes(features):
        value = answer(changed, settings.score, settings.kinds).value
        others = [other for place, other in enumerate(values, start=1) if place != rank]
        better = 1 + sum(other > value for other in others)
        if better < rank:
            return f"If {wish}, {name} becomes rank {better}."
    if features.evidence.tie is None:
        return f"If {name} and {target} turn out to be strangers, ask somebody else."
    return ""


def _wishes(features: Features) -> Iterator[tuple[str, Features]]:
    """Yield facts that may turn out, each with the features it would give."""
    person, target = features.person, features.target
    tie = features.evidence.tie
    if tie is None or tie.hearsay or (tie.closeness or 0) < FRIENDS:
        friends = TieLine(Reference(target.id, FILE_START), FILE_START, FRIENDS)
        wish = f"{person.first_name} and {target.first_name} are close friends"
        evidence = replace(features.evidence, tie=friends, tie_owner=person.id)
        yield wish, replace(features, evidence=evidence)
    if (person.closeness or 0) < FRIENDS:
        wish = f"{person.first_name} is a close friend of yours"
        yield wish, replace(features, person=replace(person, closeness=FRIENDS))
    if features.open_asks or features.recent_asks:
        wish = f"{person.first_name} has had a rest from your asks"
        yield wish, replace(features, open_asks=0, recent_asks=0)


def sureness(scored: Sequence[tuple[Features, Answer]], settings: Settings) -> float:
    """Return the share of single-weight changes (half, double) that leave the first place."""
    rivals = [features for features, _ in scored[:RIVALS]]
    kept = [_first(rivals, changed) is rivals[0] for changed in _changes(settings, rivals)]
    return sum(kept) / len(kept)


def _first(rivals: Sequence[Features], settings: Settings) -> Features:
    def order(features: Features) -> tuple[float, bool, str]:
        value = answer(features, settings.score, settings.kinds).value
        return (-value, features.evidence.tie is None, features.person.id)

    return min(rivals, key=order)


def _changes(settings: Settings, rivals: Sequence[Features]) -> Iterator[Settings]:
    for factor in (0.5, 2.0):
        for name in WEIGHTS:
            weight = getattr(settings.score, name) * factor
            if name == "base_reopen":
                weight = min(MOST_CERTAIN, weight)
            yield replace(settings, score=replace(settings.score, **{name: weight}))
        for kind in sorted({s.circle.kind for rival in rivals for s in rival.evidence.shared}):
            worth = settings.kinds[kind]
            knows = replace(worth, knows=worth.knows * factor)
            salience = replace(worth, salience=min(1.0, worth.salience * factor))
            for changed in (knows, salience):
                yield replace(settings, kinds={**settings.kinds, kind: changed})
