"""`build import`: a preview, then new notes; what is there stays as it is."""

import io
import os
import sys
from pathlib import Path

import pytest

from tests.support.commands import Commands
from tests.support.imports import table
from tests.writing.folders import snapshot

CARDS = """\
BEGIN:VCARD
VERSION:3.0
N:Moen;Eva;;;
FN:Eva Moen
EMAIL:eva@northwind.example
NOTE:## Log\\n- 2026-01-02: met
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:Tara Lindqvist
TEL:+47 22
ROLE:VP
END:VCARD
"""
NEW = "new: contacts/eva-moen.md  Eva Moen\n"


@pytest.fixture
def cards(vault: Commands) -> str:
    vault.write({"../in.vcf": CARDS})
    return str(vault.root.parent / "in.vcf")


def text(vault: Commands, path: str) -> str:
    return (vault.root / path).read_text("utf-8")


def test_without_write_it_says_what_it_would_do_and_touches_nothing(
    vault: Commands, cards: str
) -> None:
    before = snapshot(vault.root)
    result = vault("import", "vcard", cards)
    assert (result.code, result.out) == (
        0,
        f'{NEW}already there: contacts/tara.md  same name\n    phone: "+47 22"\n    role: VP\n',
    )
    assert result.err == (
        "1 new, 1 already there, 0 unclear, 0 skipped; nothing was written: "
        "--write makes the new notes\n"
    )
    assert snapshot(vault.root) == before


def test_write_makes_the_new_notes_and_changes_no_other(vault: Commands, cards: str) -> None:
    before = {path.name: path.read_bytes() for path in (vault.root / "contacts").iterdir()}
    result = vault("import", "vcard", cards, "--write")
    assert result.out.startswith("made: contacts/eva-moen.md  Eva Moen\n")
    assert result.err.endswith("; 1 made\n")
    assert text(vault, "contacts/eva-moen.md") == (
        "---\nname: Eva Moen\nemail: eva@northwind.example\n---\n\n"
        "\\#\\# Log\n\n\\- 2026\\-01-02: met\n"
    )
    after = {path.name: path.read_bytes() for path in (vault.root / "contacts").iterdir()}
    assert {name: data for name, data in after.items() if name != "eva-moen.md"} == before
    assert vault("check").code == 0


def test_a_second_run_writes_nothing(vault: Commands, cards: str) -> None:
    vault("import", "vcard", cards, "--write")
    before = snapshot(vault.root / "contacts")
    result = vault("import", "vcard", cards, "--write")
    assert "already there: contacts/eva-moen.md  same e-mail eva@northwind.example\n" in result.out
    assert result.err.startswith("0 new, 2 already there")
    assert snapshot(vault.root / "contacts") == before


def test_standard_input_is_a_file_too(vault: Commands, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(CARDS.encode())))
    assert vault("import", "vcard", "-").out.startswith("new: contacts/eva-moen.md")


def test_json_tells_the_same(vault: Commands, cards: str) -> None:
    data = vault("import", "vcard", cards, "--format", "json").json["data"]
    assert data == {
        "new": [
            {
                "path": "contacts/eva-moen.md",
                "name": "Eva Moen",
                "row": 1,
                "values": {"name": ["Eva Moen"], "email": ["eva@northwind.example"]},
                "left_out": [],
                "made": False,
            }
        ],
        "known": [
            {
                "path": "contacts/tara.md",
                "name": "Tara Lindqvist",
                "row": 8,
                "because": "same name",
                "lines": ['phone: "+47 22"', "role: VP"],
                "other": [],
                "left_out": [],
            }
        ],
        "unclear": [],
        "skipped": [],
        "intros": [],
        "told": [],
    }


def test_a_row_that_cannot_be_a_note_is_told_and_stops_no_other(vault: Commands) -> None:
    file = table(vault, "Eva,9\nAda,2\n", "name,closeness\n")
    result = vault("import", "csv", file, "--write")
    assert result.code == 1
    assert "made: contacts/ada.md  Ada\n" in result.out
    assert "error: line 2: expected a closeness from 1 (met once) to 5" in result.out
    assert not (vault.root / "contacts" / "eva.md").exists()


def test_the_vaults_template_is_what_a_note_looks_like(vault: Commands, cards: str) -> None:
    template = "---\n# how we met\nname:\ncloseness: 1\n---\n\n## Log\n"
    vault.write({"templates/contact.md": template})
    vault("import", "vcard", cards, "--write")
    assert text(vault, "contacts/eva-moen.md") == (
        "---\n# how we met\nname: Eva Moen\ncloseness: 1\nemail: eva@northwind.example\n---\n\n"
        "\\#\\# Log\n\n\\- 2026\\-01-02: met\n\n## Log\n"
    )
    vault.write({"templates/contact.md": "no front matter"})
    result = vault("import", "csv", table(vault, "Zoe,,\n"))
    assert (result.code, result.out) == (1, "")
    assert "its template has no front matter that can be read" in result.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("vcard", "in.csv"), "this looks like a table with the keys of contacts: say `build imp"),
        (("google", "in.vcf"), "this looks like vCards: say `build import vcard FILE`"),
        (("csv", "none.csv"), 'there is no file "none.csv"'),
        (("csv", "in.csv", "--map", "x"), 'expected COLUMN=KEY, like "Full Name=name", found "x"'),
        (("vcard", "in.csv", "--map", "x=name"), 'has no option "--map"'),
        (("vcard", "contacts"), "is a directory; `cat contacts/*.vcf | build import vcard -`"),
        (("vcard", ""), "it is empty; leave it out"),
        (("csv", "empty"), "the file is empty"),
        (("csv", "in.csv", "--map", "y=org"), 'no column is called "y"; there are "name", "email"'),
    ],
)
def test_what_cannot_be_meant_is_told(vault: Commands, words: tuple[str, ...], said: str) -> None:
    vault.write({"in.csv": "name,email\nEva,\n", "in.vcf": CARDS, "empty": ""})
    result = vault("import", *words)
    assert (result.code, result.out) == (2, "")
    assert said in " ".join(result.err.split())


def test_signs_that_nobody_sees_are_shown(vault: Commands) -> None:
    file = table(vault, "E\u202eva\x1b[1m,a\u200b,\nZ\u202e,,\n")
    printed = vault("import", "csv", file).out
    assert "\\u202e" in printed
    assert not {"\u202e", "\u200b", "\x1b"} & set(printed)


def test_google_and_linkedin_have_their_commands(vault: Commands) -> None:
    vault.write(
        {
            "g.csv": "First Name,Last Name,Organization Name\nEva,Moen,Northwind\n",
            "l.csv": "Notes:\n\nFirst Name,Last Name,Connected On\nEva,Moen,08 Mar 2022\n",
        }
    )
    assert vault("import", "google", "g.csv", "--write").out == f"made{NEW.removeprefix('new')}"
    told = vault("import", "linkedin", "l.csv").out.splitlines()
    assert told[1:] == ['    linkedin_since: "2022-03-08"']


def test_what_concerns_the_whole_file_is_a_note(vault: Commands) -> None:
    result = vault("import", "csv", table(vault, "Eva,1\n", "name,pets\n"), "--quiet")
    assert result.err == 'note: columns that are not taken: "pets"; --map "pets=KEY" takes one\n'


def test_a_template_that_hides_a_key_makes_no_note(vault: Commands) -> None:
    vault.write({"templates/contact.md": "---\n'name': x\n---\n"})
    result = vault("import", "csv", table(vault, "Eva,,\n"), "--write")
    assert (result.code, result.out) == (
        1,
        "error: line 2: it would not be read back as the file has it\n",
    )


def test_a_note_whose_words_meant_something_would_not_be_made(
    vault: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = table(vault, "Eva,[[tara]]\nAda,\n", "name,notes\n")
    assert vault("import", "csv", file).code == 0
    raw = "site_builder.app.import_notes.with_prose"
    monkeypatch.setattr(raw, lambda text, words: f"{text}\n{words}\n")
    result = vault("import", "csv", file)
    assert result.code == 1
    assert "error: line 2: its words would mean something in a note\n" in result.out
    assert "new: contacts/ada.md" in result.out


def test_a_note_that_came_in_between_is_told_and_the_others_made(
    vault: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = os.link

    def late(source: Path, place: Path) -> None:
        if Path(place).name == "eva.md":
            Path(place).write_text("mine\n")
        link(source, place)

    monkeypatch.setattr(os, "link", late)
    result = vault("import", "csv", table(vault, "Eva,,\nAda,,\n"), "--write")
    assert result.code == 1
    assert result.out.splitlines() == [
        "made: contacts/ada.md  Ada",
        "error: line 2: contacts/eva.md: it is there already, and an id has one file",
    ]
    assert text(vault, "contacts/eva.md") == "mine\n"


def test_a_full_disk_ends_it_and_the_next_run_goes_on(
    vault: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = table(vault, "".join(f"Person {number},,\n" for number in range(4)))
    link, count = os.link, 0

    def full(source: Path, place: Path) -> None:
        nonlocal count
        count += 1
        if count > 2:
            raise OSError(28, "No space left on device")
        link(source, place)

    write = os.write
    monkeypatch.setattr(os, "link", full)
    monkeypatch.setattr(os, "write", lambda *a: write(*a) if count < 3 else full(*a))
    result = vault("import", "csv", file, "--write")
    monkeypatch.undo()
    monkeypatch.chdir(vault.root)
    assert result.code == 4
    assert "2 of 4 notes were made; the same command goes on" in result.err
    again = vault("import", "csv", file, "--write")
    assert again.err.endswith("2 new, 2 already there, 0 unclear, 0 skipped; 2 made\n")
    assert vault("check").code == 0
