"""`build check PATHS`: which files are meant, and by which paths findings name them."""

import pytest

from tests.support.commands import Commands


def test_paths_may_be_named_from_the_vault_s_root(
    vault: Commands, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault.write({"contacts/ben.md": "---\nname: Ben\nclosness: 3\n---\n"})
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    assert "closness" in vault("-C", str(vault.root), "check", "contacts/ben.md").out


def test_a_folder_of_the_same_name_elsewhere_hides_nothing(
    vault: Commands, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault.write({"contacts/ben.md": "---\nname: Ben\nclosness: 3\n---\n"})
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "contacts").mkdir()
    (elsewhere / "odd").mkdir()
    monkeypatch.chdir(elsewhere)
    assert "closness" in vault("-C", str(vault.root), "check", "contacts/").out
    outside = vault("-C", str(vault.root), "check", "odd")
    assert (outside.code, '"odd" is outside the vault' in outside.err) == (2, True)
    missing = vault("-C", str(vault.root), "check", "contacts", "nowhere")
    assert (missing.code, '"nowhere" does not exist' in missing.err) == (2, True)


def test_a_note_in_a_folder_that_nobody_reads_is_told_not_to_be_checked(vault: Commands) -> None:
    vault.write({"notes/ben.md": "---\nname: Ben\n---\n"})
    found = vault("check", "notes/ben.md", "contacts/ben.md", "contacts")
    assert (found.code, found.err.count("was not checked")) == (0, 1)
    assert "note: notes/ben.md was not checked: contacts lie in contacts/" in found.err


@pytest.mark.parametrize(
    ("style", "variable"),
    [("github", "GITHUB_WORKSPACE"), ("sarif", "GITHUB_WORKSPACE"), ("gitlab", "CI_PROJECT_DIR")],
)
def test_a_platform_finds_the_lines_of_a_vault_in_a_folder_of_its_checkout(
    vault: Commands, monkeypatch: pytest.MonkeyPatch, style: str, variable: str
) -> None:
    vault.write({"contacts/ben.md": "---\nname: Ben\nclosness: 3\n---\n"})
    inner = f"{vault.root.name}/contacts/ben.md"
    for checkout, there in ((vault.root.parent, True), (vault.root, False), ("/no/such", False)):
        monkeypatch.setenv(variable, str(checkout))
        shown = vault("check", "--format", style).out
        assert ("contacts/ben.md" in shown, inner in shown) == (True, there)
        assert inner not in vault("check", "--format", "concise").out
