"""`build new`: a note in its place, looked up and checked before it is there."""

from pathlib import Path

import pytest

from tests.support.commands import Commands

INTRO = "intros/2026-11-04-tara-via-ben.md"


def text(vault: Commands, path: str) -> str:
    return (vault.root / path).read_text("utf-8")


def notes(vault: Commands) -> set[str]:
    return {
        path.name for folder in ("contacts", "intros") for path in (vault.root / folder).iterdir()
    }


def test_a_contact_is_made_and_its_path_printed(vault: Commands) -> None:
    result = vault(
        "new", "contact", "Eva", "Łuk", "--set", "org=Northwind", "--set", "knows=ben 4 rowing"
    )
    assert (result.code, result.out, result.err) == (0, "contacts/eva-luk.md\n", "")
    assert text(vault, "contacts/eva-luk.md") == (
        "---\nname: Eva Łuk\norg: Northwind\nknows: ben 4 rowing\n---\n"
    )
    assert vault("check").code == 0


def test_an_introduction_is_made_and_what_comes_next_told(vault: Commands) -> None:
    result = vault("new", "intro", "Tara Lindqvist", "ben", "--goal", "Coffee: an hour")
    assert (result.code, result.out) == (0, f"{INTRO}\n")
    assert result.err.startswith("Tara Lindqvist (waiting): ")
    assert text(vault, INTRO) == (
        '---\ntarget: tara\nintroducer: ben\ngoal: "Coffee: an hour"\n---\n\n## Log\n'
    )
    assert vault("log", "2026-11-04-tara-via-ben", "asked").code == 0
    assert text(vault, INTRO).endswith("\n## Log\n\n- 2026-11-04 asked\n")
    assert vault("check").code == 0


def test_json_names_the_file_and_its_thread(vault: Commands) -> None:
    data = vault("new", "intro", "tara", "ben", "--goal", "Tea", "--format", "json").json["data"]
    assert data == {"path": INTRO, "file": INTRO, "thread": "tara"}
    found = vault("new", "contact", "Eva", "--set", "closeness=9", "--format", "json")
    assert found.code == 1
    assert [one["id"] for one in found.json["diagnostics"]] == ["invalid-value"]


def test_the_path_is_one_for_an_editor_started_here(
    vault: Commands, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    monkeypatch.chdir(vault.root / "contacts")
    assert vault("new", "contact", "Eva").out == "eva.md\n"
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    monkeypatch.chdir(elsewhere)
    printed = vault("-C", str(vault.root), "new", "contact", "Eve").out.rstrip("\n")
    assert Path(elsewhere, printed).resolve() == vault.root.resolve() / "contacts" / "eve.md"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("contact", "Eva", "--set", "closeness=9"), "contacts/eva.md:3:12: error[invalid-value]"),
        (("contact", "Eva", "--set", "closnes=2"), "warning[unknown-key]"),
        (("contact", "Eva", "--set", "knows=nobody 3"), "error[unknown-contact]"),
        (("contact", "Eva", "--set", "org=a", "--set", "org=b"), "error[invalid-value]"),
        (("contact", "Eva", "--set", "me=true"), "error[several-owners]"),
        (("intro", "tara", "tara"), "error[self-reference]"),
        (("intro", "tara", "ben", "--set", "deadline=soon"), "error[invalid-value]"),
    ],
)
def test_a_note_that_would_be_in_error_is_not_made(
    vault: Commands, words: tuple[str, ...], said: str
) -> None:
    before = notes(vault)
    result = vault("new", *words)
    assert (result.code, result.out) == (1, "")
    assert said in result.err
    assert result.err.rstrip().endswith(" was not made")
    assert notes(vault) == before


@pytest.mark.parametrize("path", ["contacts/tara.md", "contacts/old/TARA.md"])
def test_an_id_has_one_file(vault: Commands, path: str) -> None:
    (vault.root / "contacts" / "tara.md").unlink()
    vault.write({path: "not even front matter\n"})
    result = vault("new", "contact", "Tara")
    assert result.code == 1
    assert result.err == (
        f"build: {path} was left as it is: it is there already, and an id has one file\n"
        "help: for somebody else of this name, say --id and an id of their own\n"
    )
    assert text(vault, path) == "not even front matter\n"
    assert vault("new", "contact", "Tara", "--id", "tara-2").out == "contacts/tara-2.md\n"


def test_warnings_are_told_and_stop_nothing(vault: Commands) -> None:
    result = vault("new", "intro", "tara", "ben")
    assert result.code == 0
    assert "warning[no-goal]" in result.err


def test_nor_is_one_that_makes_an_error_elsewhere(vault: Commands) -> None:
    vault.write({"contacts/eva.md": "---\nname: Eva\nknows: [Ben Ito 3]\n---\n"})
    assert vault("check").code == 0
    result = vault("new", "contact", "Ben Ito")
    assert result.code == 1
    assert "contacts/eva.md:3:9: error[ambiguous-contact]" in result.err
    assert result.err.endswith("build: contacts/ben-ito.md was not made\n")
    assert not (vault.root / "contacts" / "ben-ito.md").exists()


def test_templates_of_the_vault_give_the_words(vault: Commands) -> None:
    vault.write(
        {
            "templates/contact.md": "---\nname:\ntags: [new]\norg: later\n---\n\nMet at:\n",
            "templates/intro.md": "---\r\ntarget: x\r\nwhy: We can help\r\n---\r\n\r\n## Log\r\n",
        }
    )
    vault("new", "contact", "Eva", "--set", "org=Northwind")
    assert text(vault, "contacts/eva.md") == (
        "---\nname: Eva\ntags: [new]\norg: Northwind\n---\n\nMet at:\n"
    )
    vault("new", "intro", "tara", "ben", "--goal", "Tea")
    assert (vault.root / INTRO).read_bytes() == (
        b"---\r\ntarget: tara\r\nwhy: We can help\r\nintroducer: ben\r\ngoal: Tea\r\n---\r\n"
        b"\r\n## Log\r\n"
    )


@pytest.mark.parametrize("template", ["# Notes\n", "\ufeff---\n---\n", "---\n", "---\na: ?\n---\n"])
def test_a_template_that_is_none_is_told(vault: Commands, template: str) -> None:
    vault.write({"templates/contact.md": template})
    result = vault("new", "contact", "Eva")
    assert result.code == 1
    said = "contacts/eva.md was not made: its template has no front matter that can be read"
    assert result.err == f"build: {said}\n"
    assert not (vault.root / "contacts" / "eva.md").exists()


def test_without_a_kind_it_says_which_there_are(vault: Commands) -> None:
    assert "contact" in vault("new").err
    assert "intro" in vault("new", "--help").out
