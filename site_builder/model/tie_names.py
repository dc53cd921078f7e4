"""Where the person's name ends in a tie: `Tara Lindqvist 2` names her, not somebody called Tara.

A line alone does not tell, so that it is read in several ways, and the vault's names decide.
"""

from collections.abc import Iterable

from msgspec.structs import replace

from site_builder.model.contact import Contact, TieLine
from site_builder.model.directory import Directory
from site_builder.model.document import Document, Fault


def settled(document: Document, directory: Directory) -> Document:
    """Return a file whose ties name people by the longest name at their start that is known."""
    record = document.record
    if not isinstance(record, Contact) or not any(line.longer for line in record.knows):
        return document
    ties: list[TieLine] = []
    faults: list[Fault] = []
    for line in record.knows:
        tie = _settled(line, directory) if line.longer else line
        if tie.closeness == 0:
            wanted = "a closeness from 1 to 5"
            faults.append(
                Fault("invalid-value", tie.span, key="knows", found=tie.text, wanted=wanted)
            )
        else:
            ties.append(tie)
    return replace(
        document,
        record=replace(record, knows=tuple(ties)),
        faults=(*document.faults, *faults) if faults else document.faults,
    )


def ties_among(people: Directory, lines: Iterable[TieLine]) -> tuple[TieLine, ...]:
    """Return the ties to these people, whoever else there is.

    A line that may name somebody else is none of them: "Okafor 3" behind a Sam tells who is hidden.
    """
    return tuple(tie for line in lines if (tie := _among(people, line)) is not None)


def _among(people: Directory, line: TieLine) -> TieLine | None:
    if not line.longer:
        return line
    for longer in line.longer:
        if people.find(longer.other.name):
            return longer if longer.closeness != 0 else None
        if longer.closeness is not None or _a_name(longer):
            return None
    return replace(line, longer=())


def _settled(line: TieLine, directory: Directory) -> TieLine:
    plain = replace(line, longer=())
    if found := _longest(line, directory):
        return found
    if directory.find(line.other.name):
        return plain
    names = (one for one in line.longer if one.closeness is not None and _a_name(one))
    return next(names, plain)


def _longest(line: TieLine, directory: Directory) -> TieLine | None:
    """Return the reading with the longest name that somebody has."""
    return next((one for one in line.longer if directory.find(one.other.name)), None)


def _a_name(line: TieLine) -> bool:
    """Tell whether every word has a capital, as in the name of somebody who has no file."""
    return all(word[0].isupper() for word in line.other.name.split())
