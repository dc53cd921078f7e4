"""Answers to single questions: which doors need a move, who is meant, what to write."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from site_builder.checks.near_names import near_names, one_of
from site_builder.diagnostics import Diagnostic
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


def under_paths(
    diagnostics: Iterable[Diagnostic], root: Path, paths: Sequence[str]
) -> tuple[Diagnostic, ...] | str:
    """Return the findings in these files and folders, or say which path is not in the vault.

    A path is looked for from this folder, then from the vault's root.
    """
    if not paths:
        return tuple(diagnostics)
    wanted = []
    for path in paths:
        places = [way for way in (Path.cwd(), root) if _is_there(way / path)]
        places = [(way / path).resolve() for way in places]
        inside = [place for place in places if place.is_relative_to(root)]
        if not inside:
            fault = "is outside the vault" if places else "does not exist"
            return f'"{path}" {fault}; name a file or folder of {root}'
        wanted.append(inside[0].relative_to(root))
    return tuple(
        found
        for found in diagnostics
        if any(Path(found.path).is_relative_to(place) for place in wanted)
    )


def _is_there(path: Path) -> bool:
    """Tell whether there is such a file or folder; what cannot be a name is none."""
    try:
        return path.exists()
    except OSError:  # it is too long
        return False
