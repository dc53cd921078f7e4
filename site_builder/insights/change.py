"""What would change a ranking, and how sure its first place is."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from site_builder.insights.features import Features
from site_builder.insights.probability import Answer, answer, load, p_ask, p_know, p_move
from site_builder.model.contact import TieLine
from site_builder.model.reference import Reference
from site_builder.model.settings import CircleKind, Score, Settings
from site_builder.source import FILE_START

FRIENDS = 4
PARTS = {
    "p_ask": ("base_ask", "tie_ask", "prior_ask", "ignored_ask"),
    "p_know": ("base_know", "acquaintance_know"),
    "p_move": ("base_reopen", "tie_move", "ingroup_move", "fresh_move", "standing_move"),
    "load": ("load_open", "load_recent"),
}
"""The single weights that are halved and doubled, besides those of each kind of circle, by the part
of the answer that they weigh."""
ANEW: Mapping[str, Callable[[Features, Score, Mapping[str, CircleKind]], float]] = {
    "p_ask": lambda features, score, _: p_ask(features, score),
    "p_know": lambda features, score, kinds: p_know(features.evidence, score, kinds),
    "p_move": p_move,
    "load": lambda features, score, _: load(features, score),
}
Change = tuple[str, Score, Mapping[str, CircleKind]]
"""Which part of the answer is weighed by other weights, and by which."""
MOST_CERTAIN = 0.99
RIVALS = 6
"""Candidates far behind cannot overtake by one weight; only the first few are compared."""

assert {*Score.__struct_fields__} >= {name for part in PARTS.values() for name in part}


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
    rivals = scored[:RIVALS]
    kept = [_first(rivals, *changed) is rivals[0] for changed in _changes(settings, rivals)]
    return sum(kept) / len(kept)


def _first(
    rivals: Sequence[tuple[Features, Answer]],
    part: str,
    score: Score,
    kinds: Mapping[str, CircleKind],
) -> tuple[Features, Answer]:
    """Return who is first when one part of every answer is weighed anew."""

    def order(rival: tuple[Features, Answer]) -> tuple[float, bool, str]:
        features, known = rival
        value = replace(known, **{part: ANEW[part](features, score, kinds)}).value
        return (-value, features.evidence.tie is None, features.person.id)

    return min(rivals, key=order)


def _changes(settings: Settings, rivals: Sequence[tuple[Features, Answer]]) -> Iterator[Change]:
    score, kinds = settings.score, settings.kinds
    for factor in (0.5, 2.0):
        for part, names in PARTS.items():
            for name in names:
                weight = getattr(score, name) * factor
                if name == "base_reopen":
                    weight = min(MOST_CERTAIN, weight)
                yield part, replace(score, **{name: weight}), kinds
        for kind in sorted({s.circle.kind for rival, _ in rivals for s in rival.evidence.shared}):
            worth = kinds[kind]
            knows = replace(worth, knows=worth.knows * factor)
            salience = replace(worth, salience=min(1.0, worth.salience * factor))
            yield "p_know", score, {**kinds, kind: knows}
            yield "p_move", score, {**kinds, kind: salience}
