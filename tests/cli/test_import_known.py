"""`build import`: what is told of somebody who has a note."""

from tests.support.commands import Commands

CARD = r"""BEGIN:VCARD
VERSION:3.0
FN:Tara Lindqvist
EMAIL:n/a
IMPP:xmpp:tara@x.example
NOTE:Likes *tea* & [x](y)\nRows.\n---
END:VCARD
"""
TOLD = [
    "already there: contacts/tara.md  same name",
    '    left out: notes "Likes *tea* & [x](y)"',
    '    left out: notes "Rows."',
    '    left out: email "n/a"',
    '    left out: IMPP "xmpp:tara@x.example"',
]


def told(vault: Commands) -> list[str]:
    return vault("import", "vcard", "in.vcf").out.splitlines()


def test_all_that_is_not_in_the_note_is_told(vault: Commands) -> None:
    vault.write({"in.vcf": CARD})
    assert told(vault) == TOLD


def test_words_that_the_note_has_are_not_told_again(vault: Commands) -> None:
    note = "---\nname: Tara Lindqvist\n---\n\nShe likes tea (x, y). **Rows**.\n"
    vault.write({"in.vcf": CARD, "contacts/tara.md": note})
    assert told(vault) == [TOLD[0], *TOLD[3:]]


def test_words_are_known_by_what_links_say(vault: Commands) -> None:
    note = "---\nname: Eva Moen\n---\n\nOnce with [[tara|the tall one]], *[[tara]]* and Bo.\n"
    vault.write({"contacts/eva.md": note})
    cards = vault("export", "vcard", "--notes").out
    assert "the tall one" in cards
    vault.write({"in.vcf": cards})
    assert not [line for line in told(vault) if "left out" in line]


def test_words_of_a_note_that_the_import_made_are_not_told_again(vault: Commands) -> None:
    vault.write({"in.vcf": CARD.replace("Tara Lindqvist", "Eva Moen")})
    assert vault("import", "vcard", "in.vcf", "--write").out.startswith("made: ")
    assert not [line for line in told(vault) if "notes" in line]


def test_what_was_left_out_and_stands_in_the_note_is_not_told_again(vault: Commands) -> None:
    head = '---\nname: Tara Lindqvist\nx_chat: "xmpp:tara@x.example"\n---\n'
    note = f"{head}\nShe likes tea (x, y). Rows.\n"
    vault.write({"in.vcf": CARD.replace("END", "no property\nEND"), "contacts/tara.md": note})
    assert told(vault) == [TOLD[0], TOLD[3], "    left out: line 7, which is none of a card"]


def test_nicknames_that_another_program_joined_are_those_of_the_note(vault: Commands) -> None:
    card = CARD.replace("EMAIL:n/a\n", "NICKNAME:TL\\, Tari\nNICKNAME:Tal\\,Tari\n")
    note = "---\nname: Tara Lindqvist\naliases: [TL, Tari]\n---\n"
    vault.write({"in.vcf": card, "contacts/tara.md": note})
    assert [line for line in told(vault) if "  - " in line] == [
        *("      - TL", "      - Tari", "      - Tal,Tari")
    ]
