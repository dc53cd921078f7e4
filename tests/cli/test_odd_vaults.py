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
