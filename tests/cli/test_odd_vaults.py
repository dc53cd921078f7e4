"""Vaults at odd places and with odd files."""

import os
import shutil

from tests.support.commands import Commands


def test_a_vault_below_a_name_that_is_no_text_is_edited(vault: Commands) -> None:
    place = vault.root.parent / os.fsdecode(b"caf\xe9")
    shutil.copytree(vault.root, place)
    logged = vault("-C", str(place), "log", "tara", "replied", "yes")
    assert (logged.code, logged.out) == (
        0,
        "intros/tara-via-sam.md:17: - 2026-11-04 replied: yes\n",
    )
    assert vault("-C", str(place), "mv", "ben", "ben-ito").code == 0
    assert (place / "contacts/ben-ito.md").is_file()
    assert vault("-C", str(place), "check").code == 0


def test_an_introduction_that_cannot_be_read_is_not_said_to_be_missing(vault: Commands) -> None:
    place = vault.root / "intros/tara-via-sam.md"
    place.write_bytes(b"\xef\xbb\xbf" + place.read_bytes())
    told = (
        'no introduction that can be read leads to "tara"; intros/tara-via-sam.md cannot, and may'
    )
    assert told in " ".join(vault("log", "tara", "wrote").err.split())
    vault.write({"intros/other.md": "nothing"})
    assert "2 others cannot, and may" in " ".join(vault("log", "tara", "wrote").err.split())
