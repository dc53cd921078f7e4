"""What would change a ranking: the one fact that would lift somebody, and whom it lifts as well."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from site_builder.insights.candidate import Suggestion
from site_builder.insights.eligibility import objection
from site_builder.insights.features import (
    Features,
    Network,
    earlier_introducers,
    evidence_of,
    features_of,
)
from site_builder.insights.probability import (
    Order,
    answer,
    p_know,
    rank_order,
)
from site_builder.insights.thread import Thread
from site_builder.model.contact import ContactId, TieLine
from site_builder.model.reference import Reference
from site_builder.model.settings import Settings
from site_builder.source import FILE_START

FRIENDS = 4


def would_change(
    features: Features,
    rank: int,
    *,
    others: Sequence[Order],
    settings: Settings,
    better_known: Callable[[], Mapping[ContactId, Order]],
) -> str:
    """Return the one fact that would lift the candidate most, in a sentence, or nothing.

    `others` are where the other candidates come; `better_known`, called where the fact is a tie
    that nobody has stated yet, gives those of whom it would speak, too.
    """
    name, target = features.person.first_name, features.target.first_name
    for wish, changed in _wishes(features):
        order = rank_order(changed, answer(changed, settings.score, settings.kinds))
        better = 1 + sum(other < order for other in others)
        if better < rank and features.evidence.tie is None and changed.evidence.tie is not None:
            known = better_known()
            left = [other for other in others if other[-1] not in known]
            better = 1 + sum(other < order for other in (*left, *known.values()))
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


def better_known(
    person: ContactId,
    suggestion: Suggestion,
    known: Callable[[ContactId], Features],
    *,
    network: Network,
    thread: Thread | None,
) -> Mapping[ContactId, Order]:
    """Return where they would come to whom the person's tie to the target is new evidence.

    The person becomes a common acquaintance of the target and everybody they know, which counts
    where no tie is stated; somebody may become a candidate by it. `known` gives the features of
    those who are suggested already.
    """
    vault, target, earlier = network.vault, suggestion.target, earlier_introducers(thread)
    score, kinds = vault.settings.score, vault.settings.kinds
    friends = vault.known_to(person)
    between = (person, len(friends) + 1)
    listed = {one.contact for one in suggestion.suggested}
    refused = {one.contact for one in suggestion.not_suggested}
    found: dict[ContactId, Order] = {}
    for who in friends - refused - {vault.me, target}:
        was = known(who).evidence if who in listed else evidence_of(network, who, target)
        now = replace(was, common=(*was.common, between))
        if who in listed:
            features = replace(known(who), evidence=now)
        elif p_know(now, score, kinds) < score.least_know or objection(
            network, vault.people[who], target, thread=thread
        ):
            continue
        else:
            features = features_of(network, who, target, evidence=now, earlier=earlier)
        found[who] = rank_order(features, answer(features, score, kinds))
    return found
