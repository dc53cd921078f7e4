"""What an import found and made: records that say the same to people and to programs."""

import datetime as dt
from collections.abc import Iterator, Mapping

from msgspec import Struct, to_builtins
from msgspec.structs import replace

from site_builder.insights.words import number_of
from site_builder.reporting.report import Json
from site_builder.reporting.safe_text import visible

Values = Mapping[str, tuple[str, ...]]


class NewPerson(Struct, frozen=True, kw_only=True):
    """Somebody who has no note yet."""

    path: str
    """Where the note is to be, or is."""
    name: str
    row: int
    """The line of the file that they begin on."""
    values: Values
    """The front matter of the note."""
    left_out: tuple[str, ...] = ()
    """What of the file is not in the note."""
    made: bool = False


class KnownPerson(Struct, frozen=True, kw_only=True):
    """Somebody who has a note, which stays as it is."""

    path: str
    name: str
    row: int
    because: str
    """By what they were known."""
    lines: tuple[str, ...] = ()
    """Front matter to paste: keys that are not there, and lists with what is new in them."""
    other: tuple[str, ...] = ()
    """Lines for keys of which the note says something else."""
    left_out: tuple[str, ...] = ()
    """What else the file says that is neither there nor in these lines."""


class UnclearPerson(Struct, frozen=True, kw_only=True):
    """Somebody who may be any of several."""

    name: str
    row: int
    because: str
    paths: tuple[str, ...]


class SkippedRow(Struct, frozen=True, kw_only=True):
    """A part of the file that makes no note."""

    row: int
    because: str
    error: bool = False
    """Something is wrong with it; otherwise it is only no person."""


class SeenIntro(Struct, frozen=True, kw_only=True):
    """A mail in which somebody introduced two people to each other, me among them."""

    row: int
    date: dt.date
    introducer: str
    target: str
    command: str
    """What writes it down."""


class Import(Struct, frozen=True, kw_only=True):
    """Everything that a file gave, each list in the order of the file."""

    new: tuple[NewPerson, ...] = ()
    known: tuple[KnownPerson, ...] = ()
    unclear: tuple[UnclearPerson, ...] = ()
    skipped: tuple[SkippedRow, ...] = ()
    intros: tuple[SeenIntro, ...] = ()
    told: tuple[str, ...] = ()
    """What concerns the file as a whole."""

    @property
    def failed(self) -> bool:
        """Tell whether a part of the file was skipped because of an error."""
        return any(one.error for one in self.skipped)

    def made(self, paths: frozenset[str], refused: Mapping[str, str]) -> "Import":
        """Return the same with these notes made, and others refused for a reason."""
        new = (replace(one, made=one.path in paths) for one in self.new)
        lost = (
            SkippedRow(row=one.row, because=f"{one.path}: {refused[one.path]}", error=True)
            for one in self.new
            if one.path in refused
        )
        return replace(
            self,
            new=tuple(one for one in new if one.path not in refused),
            skipped=tuple(sorted((*self.skipped, *lost), key=lambda one: one.row)),
        )


def import_data(done: Import) -> Json:
    """Return the same for programs."""
    data: Json = to_builtins(done)
    return data


def import_lines(done: Import) -> Iterator[str]:
    """Yield a line for each person, with what could be added or is left out below it."""
    for new in done.new:
        yield visible(f"{'made' if new.made else 'new'}: {new.path}  {new.name}")
        yield from (f"    left out: {visible(text)}" for text in new.left_out)
    for one in done.known:
        yield visible(f"already there: {one.path}  {one.because}")
        yield from (f"    {visible(line)}" for line in (*one.lines, *one.other))
        yield from (f"    left out: {visible(text)}" for text in one.left_out)
    for unclear in done.unclear:
        paths = ", ".join(unclear.paths)
        yield visible(f"unclear: line {unclear.row}, {unclear.name}: {unclear.because}: {paths}")
    for seen in done.intros:
        who = f"{seen.introducer} introduced you and {seen.target}"
        yield visible(f"introduction: {seen.date}, {who}: {seen.command}")
    for row in done.skipped:
        yield visible(f"{'error' if row.error else 'skipped'}: line {row.row}: {row.because}")


def mail_summary(done: Import) -> str:
    """Return how much the mails of a file say that is not written down."""
    later, intros = len(done.known), len(done.intros)
    counts = f"{number_of(later, 'later contact')}, {number_of(intros, 'introduction')}"
    return f"{counts}; nothing was written"


def import_summary(done: Import, *, write: bool) -> str:
    """Return how many there are of each, and what to do next."""
    made = sum(one.made for one in done.new)
    counts = (
        f"{len(done.new)} new, {len(done.known)} already there, "
        f"{len(done.unclear)} unclear, {len(done.skipped)} skipped"
    )
    if write:
        return f"{counts}; {made} made"
    return f"{counts}; nothing was written" + (": --write makes the new notes" * bool(done.new))
