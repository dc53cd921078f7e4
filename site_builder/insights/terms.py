"""The explanation of a candidate: every number with a sentence, a file and a line."""

from collections.abc import Iterator, Sequence

from site_builder.insights.candidate import Term
from site_builder.insights.features import Features, Network
from site_builder.insights.own_door import left_in_peace, own_door
from site_builder.insights.probability import (
    Answer,
    acquaintance,
    ingroup,
    knowing_by_kind,
    my_tie,
    tie_to_target,
)
from site_builder.insights.shared_circles import SharedCircle, usable
from site_builder.insights.words import ago, listing, number_of, times
from site_builder.model.contact import CLOSENESS_WORDS, ContactId
from site_builder.model.vault import Vault


def terms_of(
    features: Features, result: Answer, *, network: Network, earlier: Sequence[ContactId]
) -> tuple[Term, ...]:
    """Return the terms of all three questions and of the load, in the order they are asked."""
    return (
        *_ask(features, result, network),
        *_know(features, result, network),
        *_move(features, network, earlier),
        *_load(features, result, network),
    )


def _ask(features: Features, result: Answer, network: Network) -> Iterator[Term]:
    person, score = features.person, network.vault.settings.score
    name, silent = person.first_name, features.days_silent
    if person.closeness is None:
        how = f"How close you are to {name} is not written down"
    else:
        how = f"{name} is {_a(CLOSENESS_WORDS[person.closeness])} of yours"
        if person.closeness in {1, 5}:
            how = {1: f"You have met {name} once", 5: f"{name} would go far for you"}[
                person.closeness
            ]
    when = "no contact is dated" if silent is None else f"last contact {ago(silent)}"
    line = person.at("closeness").line
    own = tuple(own_door(features, network))
    refused = left_in_peace(network.pursued.get(person.id, ()))
    yield from own if refused else ()
    yield Term("ask", "my-tie", my_tie(features, score), f"{how}; {when}.", person.path, line)
    if features.yes or features.no or features.ignored:
        latest = network.ledger.of(person.id)[-1]
        because = _answers(features)
        yield Term("ask", "past-answers", result.p_ask, because, latest.path, latest.line)
    if person.ask == "sparingly":
        because = f"{name} wants to be asked sparingly."
        yield Term("ask", "sparingly", score.sparingly, because, person.path, person.at("ask").line)
    yield from () if refused else own


def _answers(features: Features) -> str:
    counts = (
        (features.yes, "said yes"),
        (features.no, "passed"),
        (features.ignored, "left you without an answer"),
    )
    said = [f"{words} {times(number)}" for number, words in counts if number]
    return f"So far {features.person.first_name} {listing(said)}."


def _know(features: Features, result: Answer, network: Network) -> Iterator[Term]:
    person, target, evidence = features.person, features.target, features.evidence
    tie = evidence.tie
    if tie is not None and evidence.tie_owner is not None:
        owner = network.vault.people[evidence.tie_owner]
        line = tie.span.line
        yield Term("know", "stated-tie", result.p_know, _stated(features), owner.path, line)
        return
    weights = knowing_by_kind(evidence, network.vault.settings.kinds)
    for shared in evidence.shared:
        weight = shared.knowing(network.vault.settings.kinds[shared.circle.kind])
        if weight > 0 and weight == weights[shared.circle.kind]:
            because = f"{person.first_name} and {target.first_name} {_both_in(shared)}."
            line = shared.membership.span.line
            yield Term("know", "shared-circle", weight, because, person.path, line)
    if evidence.common:
        names = [network.vault.called(who) for who, _ in evidence.common[:3]]
        more = len(evidence.common) - len(names)
        names += [number_of(more, "other")] if more else []
        know = "knows" if len(evidence.common) == 1 else "know"
        because = f"{listing(names)} {know} both of them."
        path, line = _tie_line(network.vault, evidence.common[0][0], target.id)
        yield Term("know", "shared-acquaintances", acquaintance(evidence), because, path, line)
    because = f"Nobody has written down that {person.first_name} knows {target.first_name}."
    line = person.at("knows").line
    yield Term("know", "inferred", result.p_know, because, person.path, line)


TOGETHER = {
    1: "{one} has met {other} once",
    2: "{one} and {other} are acquaintances",
    3: "{one} and {other} are good contacts",
    4: "{one} and {other} are friends or close colleagues",
    5: "{one} and {other} would go far for each other",
}


def _stated(features: Features) -> str:
    tie = features.evidence.tie
    assert tie is not None
    words = TOGETHER.get(tie.closeness or 0, "{one} knows {other}")
    how = words.format(one=features.person.first_name, other=features.target.first_name)
    detail = f" ({tie.text})" if tie.text else ""
    return f"{'By hearsay, ' if tie.hearsay else ''}{how}{detail}."


def _move(features: Features, network: Network, earlier: Sequence[ContactId]) -> Iterator[Term]:
    person, target, vault = features.person, features.target, network.vault
    tie = features.evidence.tie
    owner = features.evidence.tie_owner
    where = vault.people[owner].path if owner else person.path
    line = tie.span.line if tie else person.at("knows").line
    strength = tie_to_target(features)
    assumed = tie is None or tie.closeness is None
    because = (
        f"How close {person.first_name} is to {target.first_name} is not written down."
        if assumed
        else _stated(features)
    )
    yield Term("move", "tie-strength", strength, because, where, line)
    score, kinds = vault.settings.score, vault.settings.kinds
    felt = ingroup(features, score, kinds)
    if felt > 0:
        best = max(features.evidence.shared, key=lambda s: s.feeling(kinds[s.circle.kind]))
        because = f"{person.first_name} and {target.first_name} {_both_in(best)}{_me_too(best)}."
        yield Term("move", "ingroup", felt, because, person.path, best.membership.span.line)
    because, place = _corner(features, vault, earlier), _corner_place(features, vault, earlier)
    yield Term("move", "independence", features.fresh, because, *place)
    if features.standing is not None:
        weight = f"{features.standing.weight:g} of 1"
        because = (
            f"You noted how much {target.first_name} listens to {person.first_name}: {weight}."
        )
        span = features.standing.span
        yield Term("move", "standing", features.standing.weight, because, person.path, span.line)


def _corner(features: Features, vault: Vault, earlier: Sequence[ContactId]) -> str:
    name, target = features.person.first_name, features.target.first_name
    if not earlier:
        return f"{name} would be the first to introduce you to {target}."
    others = listing([vault.called(who) for who in earlier], "or")
    if features.fresh == 1:
        return f"{name} comes from another corner of {target}'s world than {others}."
    if features.fresh > 0:
        return f"{name} is partly from the same corner of {target}'s world as {others}."
    return f"{name} is from the same corner of {target}'s world as {others}."


def _corner_place(
    features: Features, vault: Vault, earlier: Sequence[ContactId]
) -> tuple[str, int]:
    """Return the tie to an earlier introducer or the circle shared with one, else the circles.

    Where nobody introduced me before, it rests on the target, to whom nothing leads.
    """
    person, target = features.person, features.target
    if not earlier:
        return target.path, target.at("name").line
    for other in earlier:
        if other in vault.known_to(person.id):
            return _tie_line(vault, person.id, other)
    theirs = {line.group for other in earlier for line in vault.people[other].groups}
    for line in person.groups:
        if line.group in theirs and usable(vault.settings.kinds.get(line.kind)):
            return person.path, line.span.line
    return person.path, person.at("groups").line


def _load(features: Features, result: Answer, network: Network) -> Iterator[Term]:
    if result.load <= 0:
        return
    latest = network.ledger.of(features.person.id)[-1]
    still = f"{features.open_asks} still open" if features.open_asks else "none still open"
    because = f"Asked {times(features.recent_asks)} in the last 90 days, {still}."
    yield Term("load", "load", result.load, because, latest.path, latest.line)


def _tie_line(vault: Vault, one: ContactId, other: ContactId) -> tuple[str, int]:
    """Return where the tie of two people is written."""
    found = vault.tie(one, other)
    assert found is not None  # common acquaintances have stated ties
    return vault.people[found[1]].path, found[0].span.line


def _both_in(shared: SharedCircle) -> str:
    verb = "have both been" if shared.years.startswith("since") else "were both"
    years = f" {shared.years}" if shared.years else ""
    return f"{verb} in {shared.circle.name}{years}"


def _me_too(shared: SharedCircle) -> str:
    if not shared.with_me:
        return ""
    if not shared.me_too:
        return "; it is a circle of yours, too"
    return "; so have you" if shared.years.startswith("since") else "; so were you"


def _a(noun: str) -> str:
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"
