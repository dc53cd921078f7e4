"""Answers to single questions: which doors need a move, who is meant, what to write."""

from collections.abc import Iterable

from site_builder.checks.near_names import near_names, one_of
from site_builder.insights.analyse import suggestion_for
from site_builder.insights.candidate import Suggestion
from site_builder.insights.insight import Door, Insights
from site_builder.insights.introducers import explained
from site_builder.insights.stall import IDLE_MOVES
from site_builder.model.contact import Contact
from site_builder.model.reference import fold
from site_builder.model.vault import Vault


def needing_a_move(insights: Insights, *, everything: bool = False) -> tuple[Door, ...]:
    """Return the doors that need a move, or every open one, most urgent first."""
    return tuple(
        door
        for door in insights.doors
        if (door.open if everything else door.move.name not in IDLE_MOVES)
    )


def named(vault: Vault, name: str) -> Contact | str:
    """Return the person meant, or a sentence that says why nobody is."""
    found = vault.directory.find(name)
    if len(found) > 1:
        return f'"{name}" may be {", ".join(sorted(found))}; use one of these ids'
    if found and found[0] in vault.people:
        return vault.people[found[0]]
    if found:
        return _left_out(vault, found[0])
    near = near_name(name, vault.directory.spellings)
    return f'no contact has the id, alias or name "{name}".{near}'


def _left_out(vault: Vault, person: str) -> str:
    """Say why somebody who has a file is not among the people."""
    document = next(
        one for one in vault.documents if one.kind == "contact" and fold(one.id) == fold(person)
    )
    if document.record is not None and document.record.draft:
        return f"{document.path} is a draft and takes no part; --drafts takes it in."
    return f"{document.path} cannot be read; `build check {document.path}` says why."


def near_name(name: str, known: Iterable[tuple[str, str]]) -> str:
    """Return the end of a sentence about an unknown name: which one was probably meant.

    What is known are spellings, each with what it names.
    """
    near = near_names([name], known).get(name, ())
    if len(near) > 1:
        return f" Did you mean {one_of(near)}?"
    return f' Did you mean "{near[0]}"?' if near else ""


def suggestion_of(insights: Insights, name: str) -> Suggestion | str:
    """Return who could open a door, named by person or thread, or why there is no answer."""
    for door in insights.doors:
        if door.thread.id == name and name not in insights.vault.people and door.open:
            return explained(insights.network, door.suggestion, door.thread)
    person = named(insights.vault, name)
    if isinstance(person, str):
        return person
    if person.id == insights.vault.me:
        return f"{person.name} is you; name somebody you would like to reach."
    return suggestion_for(insights, person.id)


def door_or_person(
    insights: Insights, name: str, checks: Iterable[str] = ()
) -> Door | Contact | str:
    """Return the thread of this id, else the person meant, or a sentence that says why neither.

    `checks` are names that could have been meant as well.
    """
    for door in insights.doors:
        if door.thread.id == name and name not in insights.vault.people:
            return door
    directory = insights.vault.directory
    if directory.find(name):
        return named(insights.vault, name)
    for door in insights.doors:
        if name in {spoke.intro.id for spoke in door.thread.spokes}:
            return f'"{name}" is an introduction of the thread "{door.thread.id}"; explain that'
    threads = (door.thread.id for door in insights.doors)
    near = near_name(name, (*directory.spellings, *((one, one) for one in (*threads, *checks))))
    return f'no contact, thread or check is called "{name}".{near}'
