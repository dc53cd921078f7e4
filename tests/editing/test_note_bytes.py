"""A repository may bring what looks like the note of an edit: only notes of the vault are named."""

from pathlib import Path

import pytest

from site_builder.editing.broken_off import MOVING
from site_builder.editing.edit_folder import replaced_folder
from site_builder.editing.move_journal import Journal, settle_move
from site_builder.editing.note_bytes import read_note, to_bytes
from site_builder.editing.replaced import OPEN, Note

EDIT = "0123456789abcdef"


def test_a_link_is_no_note_and_what_it_leads_to_is(tmp_path: Path) -> None:
    folder, ben = replaced_folder(tmp_path), str(tmp_path / "contacts" / "ben.md")
    note = Note("contacts/ben.md", ben, "1", "2")
    (folder / "far").write_bytes(to_bytes(note))
    (folder / f"{EDIT}{OPEN}").symlink_to(folder / "far")
    assert read_note(folder / f"{EDIT}{OPEN}", Note) is None
    assert read_note(folder / "far", Note) == note


@pytest.mark.parametrize(
    "place", ["../far.md", "contacts/../../far.md", "link/far.md", ".git/far.md", "far.sh"]
)
def test_a_note_that_leads_out_of_the_vault_is_refused(tmp_path: Path, place: str) -> None:
    root = tmp_path / "vault"
    folder = replaced_folder_of(root)
    (root / "link").symlink_to(tmp_path)
    far, here = root / place, root / "contacts" / "here.md"
    far.parent.mkdir(exist_ok=True)
    far.write_text("precious")
    journal = Journal("a", "b", str(here), str(far), ())
    (folder / f"{EDIT}{MOVING}").write_bytes(to_bytes(journal))
    with pytest.raises(OSError, match="leads out of the notes"):
        settle_move(folder, EDIT)
    assert far.read_text() == "precious"
    assert not here.exists()


def test_an_edit_of_another_name_is_refused(tmp_path: Path) -> None:
    folder = replaced_folder_of(tmp_path)
    here, there = (str(tmp_path / "contacts" / name) for name in ("a.md", "b.md"))
    note = Note("contacts/a.md", here, "1", "2")
    for name in ("../../far", EDIT):
        journal = Journal("a", "b", here, there, ((name, note),))
        (folder / f"{EDIT}{MOVING}").write_bytes(to_bytes(journal))
        if name == EDIT:
            assert settle_move(folder, EDIT).path == "a"
        else:
            with pytest.raises(OSError, match="leads out of the notes"):
                settle_move(folder, EDIT)


def replaced_folder_of(root: Path) -> Path:
    (root / "contacts").mkdir(parents=True)
    return replaced_folder(root)
