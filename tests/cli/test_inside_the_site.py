"""Commands typed in a built site, which has `contacts/` and `intros/` as a vault has."""

import shutil
from pathlib import Path

import pytest

from tests.support.commands import Commands


@pytest.mark.parametrize("place", ["site", "site/contacts"])
def test_a_command_in_the_site_is_about_its_vault(
    vault: Commands, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    vault.write({"contacts/new.md": "---\nname: New\n---\n"})
    vault()
    monkeypatch.chdir(vault.root / place)
    assert vault("stalled").out.startswith("Gone quiet")
    result = vault("--no-cache")
    assert (result.code, result.err.splitlines()[0][:19]) == (0, "5 contacts, 1 intro")
    assert not (vault.root / "site" / "site").exists()
    assert not (vault.root / "site" / ".doorstep").exists()


def test_the_site_one_stands_in_may_be_replaced(
    vault: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault()
    monkeypatch.chdir(vault.root / "site" / "contacts")
    vault.write({"contacts/new.md": "---\nname: New\n---\n"})
    result = vault()
    assert result.code == 0
    assert f"Open {vault.root / 'site' / 'index.html'}\n" in result.err
    gone = vault("stalled")
    assert (gone.code, gone.out) == (4, "")
    assert gone.err.startswith("build: the folder you are in is gone; `cd .` goes to one")


def test_a_site_named_as_the_vault_is_refused(vault: Commands) -> None:
    vault()
    result = vault("-C", "site", "check")
    assert (result.code, result.out) == (2, "")
    said = '"site" is no vault: this is a site built from one, says its .doorstep-output; did you'
    assert f'{said} mean "{vault.root}"?' in result.err


def test_a_site_far_from_its_vault_is_no_vault_either(
    vault: Commands, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    vault()
    alone = Path(shutil.copytree("site", tmp_path_factory.mktemp("host") / "site"))
    monkeypatch.chdir(alone / "contacts")
    result = vault("check")
    assert result.code == 2
    assert "no vault here: this is a site built from one" in result.err
