"""New notes as they are to be written, and whether the vault stays sound with them."""

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from site_builder.app.note_made import REFUSING, template_of
from site_builder.app.run import Run
from site_builder.compiler import Inputs
from site_builder.diagnostics import Diagnostic, Severity
from site_builder.editing.edit_errors import EditRefusedError, Refusal
from site_builder.editing.new_note import note_text, reads_back
from site_builder.editing.note_prose import only_shows, with_prose
from site_builder.parsing.fields import CONTACT_FIELDS
from site_builder.source import Source

ODD_WORDS = "its words would mean something in a note"
NOT_READ_BACK = "it would not be read back as the file has it"


class NewNote(Struct, frozen=True):
    """A note that is to be made."""

    path: str
    data: bytes


class Sound:
    """Looks at the vault as it will be with some new notes."""

    def __init__(self, run: Run, inputs: Inputs) -> None:
        """Remember what is wrong with the vault already."""
        self._run, self._inputs = run, inputs
        self._old = {_place(found) for found in run.check(inputs)}
        self._told: tuple[tuple[NewNote, ...], tuple[Diagnostic, ...]] = ((), ())

    def findings(self, notes: Sequence[NewNote]) -> tuple[Diagnostic, ...]:
        """Return what the checks say of these notes, and errors that they make elsewhere.

        Of the notes that were looked at last nothing is checked anew.
        """
        if tuple(notes) != self._told[0]:
            self._told = (tuple(notes), self._found(notes))
        return self._told[1]

    def _found(self, notes: Sequence[NewNote]) -> tuple[Diagnostic, ...]:
        paths = {note.path for note in notes}
        new = (Source(note.path, note.data) for note in notes)
        sources = sorted((*self._inputs.sources, *new), key=lambda source: source.path)
        found = self._run.check(replace(self._inputs, sources=tuple(sources)))
        return tuple(
            one
            for one in found
            if one.path in paths
            or (one.severity is Severity.ERROR and _place(one) not in self._old)
        )

    def refused(self, notes: Sequence[NewNote]) -> dict[str, str]:
        """Return the notes that may not be made, by path, with the reason.

        Those that are in error themselves; if there is none, those without which the others make
        no error elsewhere: each half is tried beside what is accepted so far.
        """
        paths = {note.path for note in notes}
        refusing = [one for one in self.findings(notes) if _refuses(one)]
        own = {one.path: one.message for one in refusing if one.path in paths}
        if own or not refusing:
            return own
        refused: dict[str, str] = {}
        self._accept([], notes, refused)
        return refused

    def _accept(
        self, accepted: list[NewNote], notes: Sequence[NewNote], refused: dict[str, str]
    ) -> None:
        found = [one for one in self.findings([*accepted, *notes]) if _refuses(one)]
        if not found:
            accepted += notes
        elif len(notes) == 1:
            place = f"{found[0].path}:{found[0].span.line}"
            refused[notes[0].path] = f"it would make an error in {place}: {found[0].message}"
        else:
            half = len(notes) // 2
            self._accept(accepted, notes[:half], refused)
            self._accept(accepted, notes[half:], refused)


class Template(Struct, frozen=True):
    """What a new note looks like before anything is known."""

    text: str
    end: str
    """How its lines end."""

    def note(self, path: str, values: Mapping[str, Sequence[str]], words: str) -> NewNote | str:
        """Return a note with these values and words, or why there can be none."""
        bare = note_text(self.text, values, CONTACT_FIELDS)
        if bare is None:
            raise EditRefusedError(path, Refusal.TEMPLATE)
        text = with_prose(bare, words)
        if not reads_back(text, self.text, values):
            return NOT_READ_BACK
        if words and not only_shows(path, text, bare):
            return ODD_WORDS
        return NewNote(path, text.replace("\n", self.end).encode())


def contact_template(run: Run) -> Template:
    """Return the vault's `templates/contact.md`, or a bare one."""
    return Template(*template_of(run, "contact", "contacts/…"))


def _refuses(found: Diagnostic) -> bool:
    return found.severity is Severity.ERROR or found.id == REFUSING


def _place(found: Diagnostic) -> tuple[str, str, int, int]:
    """Return what a finding speaks of; its words may change as people come in."""
    return found.path, found.id, found.span.line, found.span.column
