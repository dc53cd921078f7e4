"""`build mv`: words that cannot be meant, and ids that mean something else already."""

import pytest

from tests.editing.friends import texts
from tests.support.commands import Commands

INTRO = "intros/tara-via-sam.md"


def test_a_name_of_two_people_is_told_with_their_ids(vault: Commands) -> None:
    vault.write({"contacts/other.md": "---\nname: Tara Lindqvist\n---\n"})
    result = vault("mv", "Tara Lindqvist", "eva")
    assert result.code == 2
    assert '"Tara Lindqvist" may be other or tara; type one of these ids' in result.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("tara", "ben"), 'the id "ben" belongs to contacts/ben.md'),
        (("tara", "Ben"), 'the id "Ben" belongs to contacts/ben.md'),
        (("tara", "contacts/old/ben.md"), 'the id "ben" belongs to contacts/ben.md'),
        (("tara", "okafor"), '"okafor" is an alias or the name of sam'),
        (("tara", "mo"), '"mo" is an alias or the name of mo-berg'),
        (("tara", "tara-via-sam"), f"{INTRO} is called so, and links could not tell the two"),
        (("tara-via-sam", "mo"), '"mo" is an alias or the name of mo-berg'),
        (("tara-via-sam", "ben"), "contacts/ben.md is called so, and links could not tell"),
        (("tara", "eva"), 'contacts/sam.md:9:5 names "eva" already, which nobody is called'),
    ],
)
def test_an_id_that_means_something_else_is_refused(
    vault: Commands, words: tuple[str, ...], said: str
) -> None:
    sam = "---\nname: Sam Okafor\naliases: [Okafor]\nknows: [tara 4]\n---\n\n\n\nSee [[eva]].\n"
    vault.write({"contacts/sam.md": sam, "contacts/mo-berg.md": "---\nname: Mo\n---\n"})
    before = texts(vault)
    result = vault("mv", *words)
    assert result.code == 1
    assert result.out == ""
    assert said in result.err
    assert "\nhelp: " in result.err
    assert texts(vault) == before


def test_an_alias_of_their_own_may_become_the_id(vault: Commands) -> None:
    vault.write({"contacts/tara.md": "---\nname: Tara Lindqvist\naliases: [Tara L, eva]\n---\n"})
    sam = "---\nname: Sam Okafor\nknows: [Eva 4]\nintroduced_by: tara\n---\n"
    vault.write({"contacts/sam.md": sam})
    assert vault("mv", "eva", "eva").code == 0
    assert texts(vault)["contacts/sam.md"] == sam.replace("tara", "eva")


def test_a_note_that_cannot_be_read_may_name_it(vault: Commands) -> None:
    (vault.root / "contacts/odd.md").write_bytes(b"\xff\xfe-\x00")
    result = vault("mv", "tara", "eva")
    assert result.code == 1
    assert "contacts/odd.md cannot be read, and may name it" in result.err
    assert "help: mend that first" in result.err


@pytest.mark.parametrize(
    "text",
    [
        "---\nname: Tara\n---\n\n<<<<<<< HEAD\nOne.\n=======\nTwo.\n>>>>>>> other\n",
        "---\nname: Tara\nrole: [\n---\n",
        "name: Tara\n",
    ],
)
def test_a_note_that_cannot_be_read_keeps_its_id(vault: Commands, text: str) -> None:
    vault.write({"contacts/odd.md": text})
    before = texts(vault)
    result = vault("mv", "contacts/odd.md", "even")
    assert result.code == 1
    assert "contacts/odd.md cannot be read; `build check` says why" in result.err
    assert "help: mend that first" in result.err
    assert texts(vault) == before
