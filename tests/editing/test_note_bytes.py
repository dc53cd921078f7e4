"""Only a file that an edit wrote is read as its note."""

from pathlib import Path

from msgspec import Struct

from site_builder.editing.note_bytes import read_note, to_bytes


class Note(Struct, frozen=True):
    """A note of an edit."""

    path: str


def test_a_link_is_no_note_and_what_it_leads_to_is(tmp_path: Path) -> None:
    (tmp_path / "far").write_bytes(to_bytes(Note("contacts/ben.md")))
    (tmp_path / "a.open").symlink_to(tmp_path / "far")
    assert read_note(tmp_path / "a.open", Note) is None
    assert read_note(tmp_path / "far", Note) == Note("contacts/ben.md")
