"""In words: one ask at a time, so that somebody is asked for another door first."""

from collections.abc import Sequence
from datetime import timedelta

from site_builder.insights.asides import ASKING
from site_builder.insights.candidate import Free
from site_builder.insights.eligibility import PREFERS_NOT, free_on
from site_builder.insights.insight import Door, Insights
from site_builder.insights.own_door import comes_first, in_touch, left_in_peace, nearest
from site_builder.insights.stall import TO_TARGET
from site_builder.insights.words import listing
from site_builder.model.contact import ContactId
from site_builder.model.vault import Spoke
from site_builder.pages.words import day_near, sentence


def asked_first(insights: Insights, door: Door, who: ContactId) -> str:
    """Say of somebody suggested for a door that another door asks them first, or nothing."""
    name = kept_for(insights, door, who)
    return f"To be asked for {name} first: one ask at a time." if name else ""


def kept_for(insights: Insights, door: Door, who: ContactId) -> str:
    """Return whom somebody suggested for a door is to be asked for before; nothing if nobody."""
    kept = door.allotment.kept_back(who)
    return insights.vault.called(kept.target) if kept else ""


def meant_spoke(door: Door) -> Spoke:
    """Return the introduction for which somebody is chosen; of an idea, the first."""
    return door.allotment.chosen or door.thread.spokes[0]


def held_by(door: Door) -> ContactId | None:
    """Return the person whom the door has to wait for, if nobody else can be asked now."""
    allotment = door.allotment
    if allotment.rest:
        return meant_spoke(door).introducer
    if allotment.first is not None:
        return None
    return next(iter((*(one.contact for one in allotment.kept), *allotment.awaited)), None)


def kept_note(insights: Insights, door: Door) -> str:
    """Say what speaks against asking as it says: another matter, or an ask somewhere else."""
    share = door.allotment
    alone = share.first is None and not share.kept and not share.awaited
    said = (
        _other_matter(insights, door),
        _kept(insights, door),
        _awaited(insights, door),
        peace_note(insights, share.peace) if alone and share.peace else "",
        _owed(insights, door),
        _known_soon(insights, door),
    )
    return " ".join(filter(None, said))


def in_peace(insights: Insights, who: ContactId) -> bool:
    """Tell whether somebody would rather not hear of me, and so is not to be asked either."""
    return left_in_peace(insights.network.pursued.get(who, ()))


def peace_note(insights: Insights, people: Sequence[ContactId]) -> str:
    """Say that all who could be asked have said no to me themselves."""
    names = listing([insights.vault.called(one) for one in people])
    return f"{names} would rather not be introduced to you: leave them in peace, ask somebody else."


def nobody_note(door: Door) -> str:
    """Say why nobody is named for a door that needs somebody, and when that changes."""
    return door.suggestion.nobody_because if _seeks(door) else ""


def free_first(door: Door) -> Free | None:
    """Return whom a door that needs somebody waits for, as nobody may be asked today."""
    return door.suggestion.free if _seeks(door) else None


def _seeks(door: Door) -> bool:
    """Tell whether a door needs somebody whom I have not chosen yet."""
    needed = door.suggestion.due and door.move.name != "close-loop"
    return needed and door.allotment.chosen is None


def _known_soon(insights: Insights, door: Door) -> str:
    """Say who is known to know the target and may be asked soon, where today there are guesses."""
    first, network, target = door.allotment.first, insights.network, door.thread.target
    if first is None or not first.ask_first:
        return ""
    vault, today = insights.vault, insights.today
    ties = ((one.contact, vault.tie(one.contact, target)) for one in door.suggestion.not_suggested)
    known = (who for who, tie in ties if tie is not None and not tie[0].hearsay)
    free = ((free_on(network, vault.people[who], thread=door.thread), who) for who in known)
    soon = today + timedelta(days=vault.settings.ask.days)
    near = [(when, who) for when, who in free if when is not None and when <= soon]
    if not near:
        return ""
    when, who = min(near)
    name, other = vault.names[who].first_name, vault.names[target].first_name
    return (
        f"{name} is on record as knowing {other} and may be asked from {day_near(when, today)} on."
    )


def _owed(insights: Insights, door: Door) -> str:
    """Say what whoever is to be asked is owed for an earlier favour: an answer, or word of it."""
    first, called = door.allotment.first, insights.vault.called
    meant = door.move.name == "ask" or door.allotment.chosen is not None
    if first is None and not (meant and door.allotment.free):
        return ""
    who = first.contact if first else meant_spoke(door).introducer
    connector = insights.by_connector.get(who)
    for ask in insights.network.ledger.of(who):
        standing, name = insights.by_thread[ask.thread].thread.standing, called(who)
        given, other = standing.given_by, called(ask.target)
        theirs = given is not None and given.spoke.intro.path == ask.path
        if theirs and standing.state == "introduced":
            return f"{name} has introduced you to {other}: write to {other} before you ask again."
        owed = connector and insights.vault.paths[ask.path].intro.id in connector.owed
        if owed or (theirs and standing.state == "met"):
            return f"{name} is to hear first how it went with {other}."
    return ""


def _other_matter(insights: Insights, door: Door) -> str:
    """Say how another pursuit of the same person stands, where a move would pass it by."""
    if door.move.name not in ASKING:
        return ""
    target = door.thread.target
    name = insights.vault.called(target)
    pursued = nearest(insights.network.pursued.get(target, ()))
    others = [insights.by_thread[one.id] for one in pursued if one.id != door.thread.id]
    if door.move.name in TO_TARGET and any(one.move.name in TO_TARGET for one in others):
        return f"The other matter with {name} wants a word, too: one letter can hold both."
    behind = not in_touch(door.thread)
    ahead = (one for one in others if in_touch(one.thread))
    first = next((one for one in ahead if behind or one.move.name not in ASKING), None)
    return f"Another matter comes first. {comes_first(first.thread, name)}" if first else ""


def _awaited(insights: Insights, door: Door) -> str:
    """Say what comes before asking whoever would be asked, if I did not wait for them myself."""
    for best in door.suggestion.suggested[:1]:
        if best.contact in door.allotment.awaited:
            thread = nearest(insights.network.pursued[best.contact])[0]
            return comes_first(thread, insights.vault.called(best.contact))
    return ""


def _kept(insights: Insights, door: Door) -> str:
    called, allotment = insights.vault.called, door.allotment
    if allotment.rest:
        name = called(meant_spoke(door).introducer)
        if allotment.rest == PREFERS_NOT:
            return f"{name} {PREFERS_NOT}: choose somebody else."
        return f"Not yet, {name} should rest. {sentence(allotment.rest)}"
    first = allotment.first
    if not allotment.kept or (first is not None and first.rank == 1):
        return ""
    kept = allotment.kept[0]
    name, other = called(kept.contact), called(kept.target)
    if first is not None:
        return f"{name} would come first, but is to be asked for {other}: one ask at a time."
    free = insights.today + timedelta(days=insights.vault.settings.ask.days)
    here, when = called(door.thread.target), day_near(free, insights.today)
    said = f"{name} is to be asked for {other} first, so not for {here} before {when}"
    if (deadline := door.stall.deadline) is None or free <= deadline:
        return f"{said}."
    late = day_near(deadline, insights.today)
    return f"{said}; the deadline is {late}, so decide which of the two doors matters more."
