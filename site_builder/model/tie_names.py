"""Where the person's name ends in a tie: `Tara Lindqvist 2` names her, not somebody called Tara.

A line alone does not tell, so that it is read in several ways, and the vault's names decide.
"""

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


def _settled(line: TieLine, directory: Directory) -> TieLine:
    for longer in line.longer:
        if directory.find(longer.other.name):
            return longer
    if directory.find(line.other.name):
        return replace(line, longer=())
    names = (longer for longer in line.longer if longer.closeness and _a_name(longer.other.name))
    return next(names, replace(line, longer=()))


def _a_name(text: str) -> bool:
    """Tell whether every word has a capital, as in the name of somebody who has no file."""
    return all(word[0].isupper() for word in text.split())
