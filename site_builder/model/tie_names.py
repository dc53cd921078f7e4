"""Where the person's name ends in a tie: `Tara Lindqvist 2` names her, not somebody called Tara.

A line alone does not tell, so that it is read in several ways, and the vault's names decide.
"""

import re
from collections.abc import Iterable

from msgspec.structs import replace

from site_builder.model.contact import Contact, TieLine
from site_builder.model.directory import Directory
from site_builder.model.document import Document, Fault

PARTICLE = re.compile(
    "a[flv]|ben|bint?|d[aeiou]|dal|de[ilnrs]|degli|della|dos|e|el|ibn|l[aei]|las|los|of|san|st"
    "|te[nr]?|und|van|vo[mn]|y|zu[mr]?"
)
"""Small words inside names: `Sam van den Berg`."""
PREFIX = re.compile(r"^(?:al|el|as|[dlmt])?['’-](?=.)")
"""What may stand before the capital of a name: `d'Angelo`, `al-Rashid`."""


def settled(document: Document, directory: Directory) -> Document:
    """Return a file whose ties name people by the longest name at their start that is known."""
    record = document.record
    if not isinstance(record, Contact) or not any(line.longer for line in record.knows):
        return document
    ties: list[TieLine] = []
    faults: list[Fault] = []
    for line in record.knows:
        tie = tie_of(line, directory)
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
    return tuple(tie for line in lines if (tie := tie_among(people, line)) is not None)


def tie_among(people: Directory, line: TieLine) -> TieLine | None:
    """Return the tie to one of these people that a line states, whoever else there is, or None.

    Behind a first word in small letters a name is told from a text by its capitals: of "sam
    okafor" only the check `hidden-name` can tell that there is somebody of this name.
    """
    if not line.longer:
        return line
    for longer in line.longer:
        if people.find(longer.other.name):
            return longer if longer.closeness != 0 else None
        if longer.closeness is not None or _goes_on(longer):
            return None
    return replace(line, longer=())


def tie_of(line: TieLine, directory: Directory) -> TieLine:
    """Return the tie that a line states among everybody: to the longest name that is known."""
    if not line.longer:
        return line
    plain = replace(line, longer=())
    for longer in line.longer:
        if directory.find(longer.other.name):
            return longer
    if directory.find(line.other.name):
        return plain
    graded = (one for one in line.longer if one.closeness is not None)
    unknown = (one for one in graded if _capital(one.other.name) and _goes_on(one))
    return next(unknown, plain)


def _goes_on(line: TieLine) -> bool:
    """Tell whether what stands behind the first word may belong to the name."""
    words = line.other.name.split()[1:]
    behind = all(_capital(one) or PARTICLE.fullmatch(one) for one in words)
    return behind and bool(words) and _capital(words[-1])


def _capital(word: str) -> bool:
    """Tell whether a word begins like a name; letters that have no capitals may."""
    first = PREFIX.sub("", word)[:1]
    return first.isalpha() and not first.islower()
