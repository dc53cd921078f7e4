"""Who else is likelier to know the target once a candidate turns out to: their acquaintances."""

from collections.abc import Callable, Mapping

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
from site_builder.insights.probability import Order, answer, p_know, rank_order
from site_builder.insights.thread import Thread
from site_builder.model.contact import ContactId

NOBODY: frozenset[ContactId] = frozenset()


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
    friends = vault.acquaintances.get(person, NOBODY)
    between = (person, len(friends) + 1)
    listed = {one.contact for one in suggestion.suggested}
    refused = {one.contact for one in suggestion.not_suggested}
    found: dict[ContactId, Order] = {}
    for who in friends - refused - {vault.me, target}:
        if vault.tie(who, target):
            continue
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
