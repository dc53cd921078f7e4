"""A renaming that may be made: planned, and proved on the whole vault before it is written."""

from collections.abc import Callable, Iterator

from msgspec.structs import replace

from site_builder.app.note_named import note_named, renaming_to, why_not
from site_builder.app.run import Run
from site_builder.checks.text_links import names_in
from site_builder.compiler import Checked, Inputs
from site_builder.diagnostics import Diagnostic
from site_builder.editing.edit_errors import MoveRefusedError
from site_builder.editing.move_plan import Move, mention_of, plan_move
from site_builder.editing.move_proof import Proof, prove
from site_builder.editing.vault_names import names_of
from site_builder.insights.words import listing
from site_builder.model.document import Document
from site_builder.parsing.document_read import read_document
from site_builder.reading.theme_files import read_templates
from site_builder.reading.vault_read import read_vault
from site_builder.reporting.concise import headline
from site_builder.source import Source

TEMPLATES = ("contact.md", "intro.md")
MOST_NAMED = 3
MEND = "look there for what the new id would mean, or choose another one"


def move_planned(run: Run, old: str, new: str) -> tuple[Move, tuple[Diagnostic, ...]] | str:
    """Return a renaming with what the checks say of the vault afterwards, or what is mistyped.

    Raises `MoveRefusedError` where it cannot be made without changing what anything else says.
    """
    inputs = run.inputs()
    before = run.checked(inputs)
    document = note_named(before.vault, old)
    if isinstance(document, str):
        return document
    renaming = renaming_to(document, new)
    if isinstance(renaming, str):
        return renaming
    if hindrance := why_not(before.vault, renaming):
        raise MoveRefusedError(renaming.path, *hindrance)
    move = plan_move(before.vault.files, inputs.sources, names_of(before.vault), renaming)
    read = _reading(before, inputs)
    after = run.checked(replace(inputs, sources=move.sources, read=read))
    proof = prove(before, after, renaming)
    if not proof.holds:
        raise MoveRefusedError(renaming.path, *_words(proof))
    return move, after.diagnostics


def _reading(before: Checked, inputs: Inputs) -> Callable[[Source], Document]:
    """Return how the vault is read again: files that stay as they are say what they said."""
    unchanged = {source.path: source for source in inputs.sources}

    def read(source: Source) -> Document:
        if unchanged.get(source.path) is source:
            return before.vault.read[source.path]
        return read_document(source)

    return read


def _words(proof: Proof) -> tuple[str, str]:
    """Return why a renaming would change more than the id, and what to do."""
    if proof.found:
        return f"with the new id, {headline(proof.found[0], color=False)}", "choose another id"
    if proof.files:
        paths = listing(proof.files[:MOST_NAMED])
        return f"{paths} would say something else with the new id", MEND
    reason = "introductions of one day are told in the order of their names, and"
    return f'{reason} the thread "{proof.threads[0]}" would stand otherwise', "choose another id"


def in_templates(run: Run, move: Move) -> Iterator[str]:
    """Yield where the vault's words for new notes have the old id; only their owner can mean it."""
    mention = mention_of(move.renaming.old)
    for name, data in read_templates(run.root).items():
        lines = data.decode(errors="replace").split("\n") if name in TEMPLATES else ()
        for number, line in enumerate(lines, 1):
            for found in mention.finditer(line):
                yield f"templates/{name}:{number}:{found.start() + 1}"


def named_since(run: Run, move: Move) -> Iterator[str]:
    """Yield what others saved while a renaming was made, where it still has the old id."""
    renaming = move.renaming
    expected = {source.path: source.data for source in move.sources}
    for source in read_vault(run.root):
        if expected.get(source.path) == source.data:
            continue
        if source.path == renaming.path:
            yield f"{source.path} was saved again by somebody, beside {renaming.new_path}"
        for name, span in names_in(read_document(source)):
            if renaming.retyped(name) is not None:
                yield f'{source.path}:{span.line}:{span.column} was saved meanwhile, with "{name}"'
