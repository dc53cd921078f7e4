"""The three questions as formulas (document 2.5).

    my tie  = tie(closeness) · max(2^(−days/365), 0.5 if closeness >= 4)
    P_ask   = (4·p0 + yes) / (4 + yes + no + 0.5·ignored),  p0 = 0.20 + 0.65·my tie
    P_know  = by the stated closeness, times 0.9 for hearsay; else inferred, at most 0.70:
              logit = −2.5 + Σ_kinds max(β·rarity·overlap) + 0.9·min(AA, 2)
    P_move  : logit = logit(0.25) + 1.2·(tie(C,T) − 0.4) + 0.6·I + 0.3·D + 0.8·(Q − 0.5)
    value   = P_ask · P_know · P_move · (1 − load)

`AA = Σ 1/ln(ties of Z)` over common acquaintances; `I = 1 − Π(1 − w·rarity·overlap)`, × 1.25 if I
am in one of those circles, at most 1. Every function is monotone where common sense says so; the
laws are tested in `tests/insights/test_laws.py`.
"""

from collections.abc import Mapping
from math import exp, log, prod

from msgspec import Struct

from site_builder.insights.asks import load_of
from site_builder.insights.candidate import Candidate
from site_builder.insights.features import Evidence, Features
from site_builder.model.contact import ContactId
from site_builder.model.settings import CircleKind, Score

TIE = {1: 0.15, 2: 0.35, 3: 0.60, 4: 0.80, 5: 0.95}
TIE_UNSTATED = 0.35
TIE_NO_CONTACT = 0.15
CLOSE = 4
SLOWEST_DECAY = 0.5
"""A close tie never loses more than half."""
KNOWS = {1: 0.50, 2: 0.80, 3: 0.95, 4: 0.97, 5: 0.97}
KNOWS_UNGRADED = 0.80
ORDINARY_TIE = 0.4
ORDINARY_STANDING = 0.5
DIGITS = 12
Order = tuple[float, bool, ContactId]
"""By which candidates are sorted, the best first."""


class Answer(Struct, frozen=True):
    """The three probabilities and the price, for one set of weights."""

    p_ask: float
    p_know: float
    p_move: float
    load: float

    @property
    def p(self) -> float:
        """All three together."""
        return self.p_ask * self.p_know * self.p_move

    @property
    def value(self) -> float:
        """What the list is sorted by."""
        return self.p * (1 - self.load)


def rank_order(features: Features, result: Answer) -> Order:
    """Sort by value, then stated before inferred, then id; a float's last digits decide nothing."""
    return -round(result.value, DIGITS), features.evidence.tie is None, features.person.id


def order_of(candidate: Candidate) -> Order:
    """Return where somebody comes who was ranked before."""
    return -round(candidate.value, DIGITS), candidate.inferred, candidate.contact


def answer(features: Features, score: Score, kinds: Mapping[str, CircleKind]) -> Answer:
    """Answer the three questions for one candidate."""
    return Answer(
        p_ask=p_ask(features, score),
        p_know=p_know(features.evidence, score, kinds),
        p_move=p_move(features, score, kinds),
        load=load(features, score),
    )


def my_tie(features: Features, score: Score) -> float:
    """Return my own tie to the candidate, decayed by the days since our last contact."""
    return faded_tie(features.person.closeness, features.days_silent, score)


def faded_tie(closeness: int | None, silent: int | None, score: Score) -> float:
    """Return a tie of mine after so many days without contact; none where no day is known."""
    if closeness is None:
        base = TIE_NO_CONTACT if silent is None else TIE_UNSTATED
    else:
        base = TIE[closeness]
    if silent is None:
        return base
    decay = 2 ** (-silent / score.decay_days)
    return float(base * (max(decay, SLOWEST_DECAY) if (closeness or 0) >= CLOSE else decay))


def p_ask(features: Features, score: Score) -> float:
    """Return the probability that the candidate does it for me."""
    return willing(my_tie(features, score), features, score)


def willing(tie: float, features: Features, score: Score) -> float:
    """Return the probability that the candidate does it for somebody with such a tie to them."""
    first = score.base_ask + score.tie_ask * tie
    tries = score.prior_ask + features.yes + features.no + score.ignored_ask * features.ignored
    smoothed = (score.prior_ask * first + features.yes) / tries
    return smoothed * (score.sparingly if features.person.ask == "sparingly" else 1)


def p_know(evidence: Evidence, score: Score, kinds: Mapping[str, CircleKind]) -> float:
    """Return the probability that the candidate knows the target."""
    tie = evidence.tie
    if tie is not None:
        stated = KNOWS_UNGRADED if tie.closeness is None else KNOWS[tie.closeness]
        return stated * (score.hearsay if tie.hearsay else 1)
    weight = sum(knowing_by_kind(evidence, kinds).values())
    weight += score.acquaintance_know * min(acquaintance(evidence), score.acquaintance_cap)
    return min(score.cap_know, sigmoid(score.base_know + weight))


def knowing_by_kind(evidence: Evidence, kinds: Mapping[str, CircleKind]) -> dict[str, float]:
    """Return per kind the strongest evidence that a shared circle gives."""
    best: dict[str, float] = {}
    for shared in evidence.shared:
        kind = shared.circle.kind
        best[kind] = max(best.get(kind, 0.0), shared.knowing(kinds[kind]))
    return best


def acquaintance(evidence: Evidence) -> float:
    """Return AA, the Adamic-Adar sum over common acquaintances."""
    return sum(1 / log(max(2, degree)) for _, degree in evidence.common)


def p_move(features: Features, score: Score, kinds: Mapping[str, CircleKind]) -> float:
    """Return the probability that the target moves if the candidate speaks."""
    quality = features.standing.weight if features.standing else ORDINARY_STANDING
    return sigmoid(
        logit(score.base_reopen)
        + score.tie_move * (tie_to_target(features) - ORDINARY_TIE)
        + score.ingroup_move * ingroup(features, score, kinds)
        + score.fresh_move * features.fresh
        + score.standing_move * (quality - ORDINARY_STANDING)
    )


def tie_to_target(features: Features) -> float:
    """Return the candidate's tie to the target, without decay; an inferred one is weak."""
    tie = features.evidence.tie
    return TIE_UNSTATED if tie is None or tie.closeness is None else TIE[tie.closeness]


def ingroup(features: Features, score: Score, kinds: Mapping[str, CircleKind]) -> float:
    """Return I: how much the target feels the candidate as one of their own."""
    felt = [(s, s.feeling(kinds[s.circle.kind])) for s in features.evidence.shared]
    together = 1 - prod(1 - weight for _, weight in felt)
    if any(shared.with_me and kinds[shared.circle.kind].salience > 0 for shared, _ in felt):
        together *= score.ingroup_me
    return min(1.0, together)


def load(features: Features, score: Score) -> float:
    """Return how much has been asked of the candidate lately."""
    return load_of(features.open_asks, features.recent_asks, score)


def sigmoid(x: float) -> float:
    """Return `1 / (1 + e^−x)`."""
    return 1 / (1 + exp(-x))


def logit(p: float) -> float:
    """Return `ln(p / (1 − p))`."""
    return log(p / (1 - p))
