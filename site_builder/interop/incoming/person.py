"""What a reader of another program's file gives: people, and what is none."""

from collections.abc import Iterable, Mapping

from msgspec import Struct


class Incoming(Struct, frozen=True, kw_only=True):
    """One person as a file tells of them; every text is fit to stand in a note."""

    line: int
    """Where the person begins in the file, from 1."""
    values: Mapping[str, tuple[str, ...]]
    """By key of the format; `name` has exactly one."""
    note: str = ""
    """Words for the body, as plain text; lines end in `\\n`."""
    wanted_id: str = ""
    """The id that the file names, if it does."""
    uid: str = ""
    """By this other people of the same file name this one."""
    knows: tuple[tuple[str, str], ...] = ()
    """Whom this person knows: their `uid`, and how, in a word or two."""
    introduced_by: str = ""
    """The `uid` of who introduced us."""
    left_out: tuple[str, ...] = ()
    """What could not be taken over, for people to read."""

    @property
    def name(self) -> str:
        """The display name."""
        return self.values["name"][0]


class Skipped(Struct, frozen=True, kw_only=True):
    """A part of the file that gives no person."""

    line: int
    because: str
    broken: bool = False
    """Something is wrong with it; otherwise it is only no person."""


class People(Struct, frozen=True):
    """What was read of a file, in its order."""

    found: tuple[Incoming, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    told: tuple[str, ...] = ()
    """What concerns the file as a whole: its encoding, columns that are not taken."""


def people_of(made: Iterable[Incoming | Skipped], told: Iterable[str] = ()) -> People:
    """Return what was read, with what gives no person in the order of the file."""
    made = tuple(made)
    skipped = sorted((one for one in made if isinstance(one, Skipped)), key=lambda one: one.line)
    found = tuple(one for one in made if isinstance(one, Incoming))
    return People(found, tuple(skipped), tuple(told))


class WrongFileError(Exception):
    """The file cannot be read as what it was said to be; the message says what to do."""
