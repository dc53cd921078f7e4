"""A vault of three notes that name each other, and the renaming of one of them."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from site_builder.app.note_moved import move_planned
from site_builder.app.run import Run
from site_builder.editing import move_commit
from site_builder.editing.log_event import Tidied, log_event
from site_builder.editing.move_plan import Move
from site_builder.editing.proof import NewEvent
from site_builder.model.settings import Settings
from tests.editing.notes import LOG, NOW, PATH

TARA, BERG = "contacts/tara.md", "contacts/old/berg.md"
OLD = {
    TARA: "---\nname: Tara\n---\n\nShe is [[tara]].\n",
    "contacts/sam.md": "---\nname: Sam\nknows: [tara 4]\n---\n",
    PATH: LOG,
}
NEW = {
    BERG: "---\nname: Tara\n---\n\nShe is [[berg]].\n",
    "contacts/sam.md": "---\nname: Sam\nknows: [berg 4]\n---\n",
    PATH: LOG.replace("target: tara", "target: berg"),
}
TODAY = date(2026, 11, 23)
LATER = NewEvent(TODAY, "replied")
LINE = f"- {LATER.row}\n"


def vault(root: Path) -> Path:
    """Write the notes."""
    for path, text in OLD.items():
        place = root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text)
    return root


def planned(root: Path) -> Move:
    """Return what is to be done in this vault."""
    planned = move_planned(Run(root, TODAY, Settings()), "tara", BERG)
    assert not isinstance(planned, str)
    return planned[0]


def move(root: Path, plan: Move, tell: Callable[[Tidied], object] = lambda _: None) -> None:
    """Make the renaming."""
    move_commit.make_move(root, plan, now=NOW, tell=tell)


def settled(root: Path) -> Tidied:
    """Log an event and return what was found of the renaming."""
    found: list[Tidied] = []
    log_event(root, PATH, LATER, now=NOW, tell=found.append)
    return found[0]


def held(root: Path) -> dict[str, str]:
    """Return the notes that there are."""
    files = (file for folder in ("contacts", "intros") for file in (root / folder).rglob("*"))
    found = {file.relative_to(root).as_posix(): file for file in files if file.is_file()}
    return {path: file.read_text() for path, file in found.items()}


def logged(files: Mapping[str, str]) -> dict[str, str]:
    """Return the notes after the event was logged."""
    return {**files, PATH: files[PATH] + LINE}


def kept(root: Path) -> list[str]:
    """Return the ends of the names of what lies where edits keep what they displaced."""
    return sorted(file.suffix for file in (root / ".doorstep" / "replaced").iterdir())
