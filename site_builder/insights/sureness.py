"""How sure a first place is: whether it stays first where one weight is another (document 2.5)."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from math import inf

from msgspec.structs import replace

from site_builder.insights.candidate import Candidate
from site_builder.insights.features import Features
from site_builder.insights.probability import (
    Answer,
    Order,
    load,
    p_ask,
    p_know,
    p_move,
    rank_order,
)
from site_builder.model.contact import ContactId
from site_builder.model.settings import CircleKind, Score, Settings

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
FACTORS = (0.5, 2.0)
MOST_CERTAIN = 0.99

assert {*Score.__struct_fields__} >= {name for part in PARTS.values() for name in part}


def sureness(
    ranked: Sequence[Candidate],
    features_of: Callable[[ContactId], Features],
    *,
    settings: Settings,
    kinds: Collection[str],
) -> float:
    """Return the share of single-weight changes (half, double) that leave the first place.

    `kinds` are those of the target's circles. Everybody suggested is compared; whoever could not
    pass by any change of a part is not even weighed anew.
    """
    first, rivals = ranked[0], ranked[1:]
    leads = [(change, _order(first, features_of, change)) for change in _changes(settings, kinds)]
    least: dict[str, float] = {}
    for (part, _, _), (negative, _, _) in leads:
        least[part] = min(-negative, least.get(part, inf))
    near = {part: [one for one in rivals if _most(one, part) > low] for part, low in least.items()}
    kept = [
        all(lead < _order(one, features_of, change) for one in near[change[0]])
        for change, lead in leads
    ]
    return sum(kept) / len(kept)


def _most(one: Candidate, part: str) -> float:
    """Return what no change of this part can lift somebody's value beyond, with room to round."""
    if part == "p_ask":  # the one part that is no probability: twice a weight is at most twice this
        return 2.01 * one.value
    unasked = 1 - one.load
    others = {
        "p_know": one.p_ask * one.p_move * unasked,
        "p_move": one.p_ask * one.p_know * unasked,
        "load": one.p,
    }
    return 1.01 * others[part]


def _order(one: Candidate, features_of: Callable[[ContactId], Features], change: Change) -> Order:
    """Return where somebody comes when one part of the answer is weighed anew."""
    part, score, kinds = change
    features = features_of(one.contact)
    known = Answer(one.p_ask, one.p_know, one.p_move, one.load)
    return rank_order(features, replace(known, **{part: ANEW[part](features, score, kinds)}))


def _changes(settings: Settings, varied: Collection[str]) -> Iterator[Change]:
    score, kinds = settings.score, settings.kinds
    for factor in FACTORS:
        for part, names in PARTS.items():
            for name in names:
                weight = getattr(score, name) * factor
                if name == "base_reopen":
                    weight = min(MOST_CERTAIN, weight)
                yield part, replace(score, **{name: weight}), kinds
        for kind in varied:
            worth = kinds[kind]
            knows = replace(worth, knows=worth.knows * factor)
            salience = replace(worth, salience=min(1.0, worth.salience * factor))
            yield "p_know", score, {**kinds, kind: knows}
            yield "p_move", score, {**kinds, kind: salience}
