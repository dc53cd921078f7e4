"""What `build log`, `mv` and `new` have in common: what is refused, and what stops nothing."""

import os

import pytest

from site_builder.editing import edit_folder
from tests.editing.friends import texts
from tests.support.commands import Commands

INTRO = "intros/tara-via-sam.md"
EDITS = (("log", "tara", "replied"), ("mv", "tara", "eva-moen"), ("new", "contact", "Eva"))
every_edit = pytest.mark.parametrize("words", EDITS, ids=lambda words: words[0])


REFUSED: dict[str, list[tuple[tuple[str, ...], str]]] = {
    "log": [
        (("tara", "nugded"), 'no event is called "nugded". Did you mean "nudged"?'),
        (("tara", "declined"), 'Did you mean "passed" or "opted-out"?'),
        (("tara", "xyzzy"), "Type one of asked, reminded, agreed,"),
        (("tara", "scheduled", "coffee"), 'say until when: "scheduled YYYY-MM-DD", then the text'),
        (("tara", "paused"), 'say until when: "paused YYYY-MM-DD"'),
        (
            ("tara", "scheduled", "2026-11-01"),
            '"scheduled" names a day from 2026-11-04 on, found 2026-11-01',
        ),
        (("tara", "closed"), 'after "closed" say won, lost or withdrawn first.'),
        (("tara", "closed", "wonn"), 'Did you mean "won"?'),
        (
            ("tara", "wrote", "--date", "2026-11-05"),
            "2026-11-05 has not come, today is 2026-11-04",
        ),
        (("tara", "wrote", "a <!-- b"), 'the text holds "<!--", with which a comment begins'),
        (("tara", "wrote", "bell\x07"), "the text holds U+0007"),
        (("tara", "wrote", "\udce9"), "the text is not UTF-8"),
        (("tarra", "wrote"), 'is called "tarra". Did you mean "tara"?'),
        (("tara-via-sm", "wrote"), 'Did you mean "tara-via-sam"?'),
        (("ben", "wrote"), 'no introduction leads to "ben" yet'),
    ],
    "mv": [
        (("tarra", "eva"), 'no contact or introduction is called "tarra". Did you mean "tara"?'),
        (("tara", "eva moen"), '"eva moen" cannot be an id; use letters, digits, ". _ -"'),
        (("tara", ".eva"), '".eva" cannot be an id'),
        (("tara", "[[eva]]"), '"[[eva]]" cannot be an id'),
        (("tara", "eva.md.md"), '"eva.md.md" cannot be an id'),
        (("tara", "e" * 101), "cannot be an id"),
        (("tara", "ü" * 200), "cannot be an id"),
        (("tara", "漢" * 90), "is too long for the name of a file"),
        (("tara", "intros/eva.md"), '"intros/eva.md" is not in contacts/; the id alone is enough'),
        (("tara", "../eva.md"), '"../eva.md" is not in contacts/'),
        (("tara", "contacts/../eva.md"), "has a folder that is not read"),
        (("tara", "contacts/.old/eva"), "has a folder that is not read"),
        (("tara", "contacts//eva"), "has a folder that is not read"),
        (("tara", "tara"), "contacts/tara.md is called so already"),
        (("tara-via-sam", "contacts/x.md"), "is not in intros/"),
    ],
    "new": [
        (("contact", "!!!"), 'no id can be made of "!!!"; say --id some-name'),
        (("contact", "Eva", "--id", "../x"), 'no id can be made of "../x"'),
        (("contact", "Eva", "--id", ".x"), 'no id can be made of ".x"'),
        (("contact", "Eva", "--set", "org"), 'expected key=value, like org=Northwind, found "org"'),
        (("contact", "Eva", "--set", "org="), "expected key=value"),
        (("contact", "Eva", "--set", "a b=c"), "expected key=value"),
        (("contact", "Eva", "--set", "name=Ada"), '"name" is given twice; leave out --set name=…'),
        (("contact", "Eva", "--set", "org=a\nb"), 'the text of "org" holds U+000A'),
        (("contact", "Eva", "--set", "org=a\x1bb"), 'the text of "org" holds U+001B'),
        (("contact", "Ev\udce9"), 'the text of "name" is not UTF-8'),
        (("intro", "nobody else", "ben"), "`build new contact 'nobody else'` makes one."),
        (("intro", "tara", "bem"), 'Did you mean "ben"? `build new contact bem` makes one.'),
        (("intro", "tara", "ben", "--goal", "x", "--set", "goal=y"), '"goal" is given twice'),
    ],
}
"""What cannot be meant, by command: words, and what is said of them."""


@pytest.mark.parametrize(
    ("words", "said"),
    [((command, *words), said) for command, rows in REFUSED.items() for words, said in rows],
)
def test_what_cannot_be_meant_is_told_with_what_to_type(
    vault: Commands, words: tuple[str, ...], said: str
) -> None:
    before = texts(vault)
    result = vault(*words)
    assert result.code == 2
    assert said in " ".join(result.err.split())
    assert texts(vault) == before
    assert not (vault.root / ".doorstep").exists()


@every_edit
def test_other_errors_of_the_vault_stop_nothing_and_are_told(
    vault: Commands, words: tuple[str, ...]
) -> None:
    vault.write({"contacts/zed.md": "no front matter\n"})
    result = vault(*words)
    assert result.code == 0
    assert result.out
    assert "1 error in the vault: `build check` lists them." in result.err


@every_edit
def test_a_disk_that_fails_is_an_io_error_and_the_state_is_told(
    vault: Commands, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    def full(descriptor: int) -> None:
        del descriptor
        raise OSError(28, "No space left on device")

    before = texts(vault)
    monkeypatch.setattr(os, "fsync", full)
    result = vault(*words)
    path = {"log": INTRO, "mv": "contacts/tara.md", "new": "contacts/eva.md"}[words[0]]
    assert result.code == 4
    assert result.err == f"build: {path}: no space left on device; nothing was changed\n"
    assert texts(vault) == before


@every_edit
def test_a_vault_that_is_being_edited_is_waited_for_and_then_left(
    vault: Commands, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    monkeypatch.setattr(edit_folder, "PATIENCE", 0.02)
    with edit_folder.edit_lock(vault.root):
        result = vault(*words)
    assert result.code == 5
    assert f"another command (process {os.getpid()}) is editing this vault" in result.err
