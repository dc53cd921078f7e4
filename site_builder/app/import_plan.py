"""What importing some people would do: who is new, who is there already, who is not clear."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from site_builder.app.import_cases import Case, Cases, cases_of, named
from site_builder.app.import_lines import lines_of_ties, lines_to_add, not_there, words_to_add
from site_builder.app.import_notes import NewNote, Sound, contact_template
from site_builder.app.run import Run
from site_builder.diagnostics import Diagnostic
from site_builder.interop.incoming.person import People
from site_builder.model.contact import ContactId
from site_builder.model.vault import Vault
from site_builder.model.vault_assemble import assemble_files
from site_builder.pages.prose import link_index, prose_lines
from site_builder.reporting.import_report import Import, KnownPerson, NewPerson, SkippedRow

SAME_AS_LOST = "the same person as one before it, who was skipped"
NOBODY = frozenset[str]()


class Plan(Struct, frozen=True):
    """What is to be told, and the notes that `--write` makes."""

    told: Import
    notes: tuple[NewNote, ...] = ()
    findings: tuple[Diagnostic, ...] = ()
    """What the checks say of the new notes."""


class _Fit(Struct, frozen=True):
    """The new notes that can be made, and why others cannot."""

    made: tuple[tuple[Case, Mapping[str, Sequence[str]], NewNote], ...]
    lost: Mapping[str, str]
    """Reasons by path."""
    gone: frozenset[str]
    """The ids of those who have no note after all."""


def plan_import(run: Run, people: People) -> Plan:
    """Return what an import would do; nothing touches the disk.

    Raises `EditRefusedError` if the vault's template cannot be read.
    """
    inputs = run.inputs()
    documents = {source.path: inputs.read(source) for source in inputs.sources}
    vault = assemble_files(documents, run.settings, drafts=True)
    cases, sound = cases_of(vault, people.found), Sound(run, inputs)
    fit = _fit(run, cases, sound)
    skipped = [
        *(
            SkippedRow(row=one.line, because=one.because, error=one.broken)
            for one in people.skipped
        ),
        *_lost(cases, fit.lost),
    ]
    texts = {path: document.text for path, document in documents.items()}
    texts |= {note.path: note.data.decode() for _, _, note in fit.made}
    links = link_index(vault)

    def read(case: Case) -> str:
        """Return the words of a note as they are read, where links say names."""
        person = vault.records.get(ContactId(case.note.id)) if case.person.note else None
        return f"\n{prose_lines(person.notes, links)}" if person else ""

    told = Import(
        new=tuple(_new(case, values, cases) for case, values, _ in fit.made),
        known=tuple(
            _known(case, cases, vault, fit.gone, texts.get(case.note.path, "") + read(case))
            for case in cases.known
            if case.note.path not in fit.lost
        ),
        unclear=cases.unclear,
        skipped=tuple(sorted(skipped, key=lambda one: one.row)),
        told=people.told,
    )
    notes = tuple(note for _, _, note in fit.made)
    return Plan(told, notes, sound.findings(notes) if notes else ())


def _fit(run: Run, cases: Cases, sound: Sound) -> _Fit:
    """Make the notes, without those that cannot be made, until the vault is sound with the rest."""
    template = contact_template(run)
    lost: dict[str, str] = {}
    while True:
        gone = frozenset(case.note.id for case in cases.new if case.note.path in lost)
        made, odd = [], {}
        for case in cases.new:
            if case.note.path in lost:
                continue
            values = _values(case, cases, gone)
            note = template.note(case.note.path, values, case.person.note)
            if isinstance(note, NewNote):
                made.append((case, values, note))
            else:
                odd[case.note.path] = note
        found = odd or (sound.refused([note for _, _, note in made]) if made else {})
        if not found:
            return _Fit(tuple(made), lost, gone)
        lost |= found


def _values(case: Case, cases: Cases, gone: frozenset[str]) -> dict[str, Sequence[str]]:
    """Return the front matter of a new note."""
    values: dict[str, Sequence[str]] = dict(case.person.values)
    if ties := _tie_texts(cases.ties(case, gone)):
        values["knows"] = (*values.get("knows", ()), *ties)
    if introducer := cases.introducer(case, gone):
        values["introduced_by"] = (introducer,)
    return values


def _tie_texts(ties: Sequence[tuple[str, str]]) -> list[str]:
    return [f"{named(other)} {how}".rstrip() for other, how in ties]


def _new(case: Case, values: Mapping[str, Sequence[str]], cases: Cases) -> NewPerson:
    return NewPerson(
        path=case.note.path,
        name=case.person.name,
        row=case.person.line,
        values={key: tuple(texts) for key, texts in values.items()},
        left_out=(*case.person.left_out, *cases.strangers(case)),
    )


def _known(case: Case, cases: Cases, vault: Vault, gone: frozenset[str], text: str) -> KnownPerson:
    lines, other = lines_to_add(case.note.texts, case.person.values)
    known = vault.acquaintances.get(ContactId(case.note.id), NOBODY)
    ties = _tie_texts([tie for tie in cases.ties(case, gone) if tie[0] not in known])
    if case.note.path in vault.files:
        lines += lines_of_ties(case.note.texts, ties, cases.introducer(case, gone))
    return KnownPerson(
        path=case.note.path,
        name=case.person.name,
        row=case.person.line,
        because=case.because,
        lines=tuple(lines),
        other=tuple(other),
        left_out=(
            *words_to_add(text, case.person.note),
            *not_there(text, case.person.left_out),
            *cases.strangers(case),
        ),
    )


def _lost(cases: Cases, lost: Mapping[str, str]) -> Iterator[SkippedRow]:
    for case in (*cases.new, *cases.known):
        if why := lost.get(case.note.path):
            because = SAME_AS_LOST if case.because else why
            yield SkippedRow(row=case.person.line, because=because, error=True)
