"""The line to paste: pasted where it says, the file reads as meant and nothing else changes."""

import pytest

from site_builder.model.contact import Contact, ContactId
from site_builder.pages.paste_lines import PasteLine, closeness_line, tie_line
from tests.support.vaults import contact_of, vault_of

TARA = "---\nname: Tara\n---\n"
HEAD = "---\nname: Chloe\n"


def line_for(chloe: str, tara: str = TARA, target: str = "tara") -> PasteLine:
    files = {"contacts/chloe.md": chloe, f"contacts/{target}.md": tara}
    people = vault_of(files).people
    return tie_line(vault_of(files), people[ContactId("chloe")], people[ContactId(target)])


def pasted(text: str, line: PasteLine) -> Contact:
    """Follow the words of the place."""
    lines = text.split("\n")
    words, number = line.place, int("".join(filter(str.isdigit, line.place)))
    if words.startswith("after line"):
        lines.insert(number, line.text)
    elif words.startswith("as line"):
        lines.insert(number - 1, line.text)
    elif words.endswith("after the opening bracket"):
        lines[number - 1] = lines[number - 1].replace("[", f"[{line.text}", 1)
    else:
        lines[number - 1] = line.text
    return contact_of("\n".join(lines))


@pytest.mark.parametrize(
    ("text", "line", "place"),
    [
        (f"{HEAD}---\n", "knows: [tara 3]", "after line 2"),
        ("---\nname: >\n  Chloe\n  Dubois\n---\n", "knows: [tara 3]", "after line 4"),
        (f"{HEAD}knows:\n  - ben 3\n  - ana 2\n---\n", "  - tara 3", "as line 4"),
        (f"{HEAD}knows:\n- ben 3\ntags: [a]\n---\n", "- tara 3", "as line 4"),
        (f"{HEAD}knows: [ben 3]\n---\n", "tara 3, ", "in line 3, after the opening bracket"),
        (f"{HEAD}knows: []\n---\n", "tara 3", "in line 3, after the opening bracket"),
        (f"{HEAD}knows:\n---\n", "  - tara 3", "after line 3"),
    ],
)
def test_a_tie_goes_where_the_file_has_room_for_it(text: str, line: str, place: str) -> None:
    found = line_for(text)
    assert (found.text, found.path, found.place) == (line, "contacts/chloe.md", place)
    before, after = contact_of(text), pasted(text, found)
    ties = {tie.other.name: tie.closeness for tie in after.knows}
    assert ties == {"tara": 3} | {tie.other.name: tie.closeness for tie in before.knows}


def test_beside_a_single_tie_without_list_the_reader_is_told_to_make_one() -> None:
    found = line_for(f"{HEAD}knows: ben 3\n---\n")
    assert found.text == "  - tara 3"
    assert "list entry" in found.place


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (f"{HEAD}knows:\n  - ben 3\n  - tara rowed together\n---\n", "  - tara 3 rowed together"),
        (f"{HEAD}knows:\n- tara ? heard of her\n---\n", "- tara 3 heard of her"),
        (f'{HEAD}knows:\n  - "tara a: b"\n---\n', '  - "tara 3 a: b"'),
        (f'{HEAD}knows:\n  - tara "so" he says\n---\n', '  - "tara 3 \\"so\\" he says"'),
    ],
)
def test_a_tie_that_lacks_its_number_is_completed_where_it_stands(text: str, line: str) -> None:
    found = line_for(text)
    assert found.text == line
    assert found.place.startswith("in place of that tie in line ")
    before, after = contact_of(text), pasted(text, found)
    assert [tie.text for tie in after.knows] == [tie.text for tie in before.knows]
    assert {tie.other.name: tie.closeness for tie in after.knows}["tara"] == 3


def test_a_tie_in_brackets_or_in_the_other_file_is_named_where_it_stands() -> None:
    found = line_for(f"{HEAD}knows: [ben 3, tara work]\n---\n")
    assert (found.text, found.place) == ("tara 3 work", "in place of that tie in line 3")
    found = line_for(f"{HEAD}---\n", "---\nname: Tara\nknows:\n  - chloe\n---\n")
    assert (found.path, found.text) == ("contacts/tara.md", "  - chloe 3")


def test_a_name_that_needs_quotes_gets_them() -> None:
    found = line_for(f"{HEAD}---\n", target="tara, the second")
    assert found.text == 'knows: ["[[tara, the second]] 3"]'
    assert pasted(f"{HEAD}---\n", found).knows[0].other.name == "tara, the second"


@pytest.mark.parametrize(
    ("text", "place"),
    [(f"{HEAD}---\n", "after line 2"), (f"{HEAD}closeness:\n---\n", "in place of line 3")],
)
def test_my_own_tie_is_a_line_of_its_own(text: str, place: str) -> None:
    found = closeness_line(contact_of(text))
    assert (found.text, found.place) == ("closeness: 3", place)
    assert pasted(text, found).closeness == 3
