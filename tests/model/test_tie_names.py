"""A tie names the person with the longest known name at its start; the rest is grade and text."""

import pytest

from site_builder.model.contact import Contact, ContactId
from tests.support.vaults import excerpt, vault_of

PEOPLE = {
    "contacts/tara-lindqvist.md": "---\nname: Tara Lindqvist\naliases: [Queen T]\n---\n",
    "contacts/tara.md": "---\nname: Tara Holm\n---\n",
    "contacts/ben-ito.md": "---\nname: Ben Ito\n---\n",
}


def ties(*lines: str) -> list[tuple[str, int | None, bool, str]]:
    """Return whom these lines of `knows` tie Ann to, and how."""
    items = "".join(f"  - {line}\n" for line in lines)
    vault = vault_of({**PEOPLE, "contacts/ann.md": f"---\nname: Ann\nknows:\n{items}---\n"})
    found = vault.ties[ContactId("ann")].items()
    return [(who, tie.closeness, tie.hearsay, tie.text) for who, tie in found]


@pytest.mark.parametrize(
    ("line", "tie"),
    [
        ("Tara Lindqvist 2", ("tara-lindqvist", 2, False, "")),
        ("Tara Lindqvist", ("tara-lindqvist", None, False, "")),
        ("Tara Lindqvist rowed together", ("tara-lindqvist", None, False, "rowed together")),
        ("Queen T 4? only heard of her", ("tara-lindqvist", 4, True, "only heard of her")),
        ("Tara Lindqvist, 3", ("tara-lindqvist", 3, False, "")),
        ('"Tara Lindqvist: 3 ski"', ("tara-lindqvist", 3, False, "ski")),
        ("Tara  Lindqvist 3", ("tara-lindqvist", 3, False, "")),
        ('"Ben Ito 3"', ("ben-ito", 3, False, "")),
        ("tara Lindgren saw them", ("tara", None, False, "Lindgren saw them")),
        ("tara 2 Lindqvist", ("tara", 2, False, "Lindqvist")),
        ("ben-ito from the fair 3", ("ben-ito", None, False, "from the fair 3")),
    ],
)
def test_the_longest_known_name_counts(line: str, tie: tuple[str, int | None, bool, str]) -> None:
    assert ties(line) == [tie]
    assert ties("[[sam]]", line) == [tie]


def test_a_list_in_brackets_is_read_alike() -> None:
    text = "---\nname: Ann\nknows: [Ben Ito 4, Tara Holm 1]\n---\n"
    vault = vault_of({**PEOPLE, "contacts/ann.md": text})
    found = {who: tie.closeness for who, tie in vault.ties[ContactId("ann")].items()}
    assert found == {"ben-ito": 4, "tara": 1}
    marked = [tie.other.span for tie in vault.ties[ContactId("ann")].values()]
    document = vault.files["contacts/ann.md"]
    assert [excerpt(document, span) for span in marked] == ["Ben Ito", "Tara Holm"]


def test_a_grade_off_the_scale_is_a_fault_where_it_stands() -> None:
    text = "---\nname: Ann\nknows: [Ben Ito 7 ski]\n---\n"
    document = vault_of({**PEOPLE, "contacts/ann.md": text}).files["contacts/ann.md"]
    (fault,) = document.faults
    assert (fault.check, fault.found, excerpt(document, fault.span)) == ("invalid-value", "7", "7")


def test_a_grade_off_the_scale_belongs_to_the_whole_name_of_somebody_unknown() -> None:
    text = "---\nname: Ann\nknows: [Ben Okafor 7]\n---\n"
    document = vault_of({"contacts/ann.md": text}).files["contacts/ann.md"]
    (fault,) = document.faults
    assert (fault.check, excerpt(document, fault.span)) == ("invalid-value", "7")


def test_small_words_belong_to_the_name_of_somebody_unknown() -> None:
    text = "---\nname: Ann\nknows: [Ben van den Berg 7, Ben of Lund 3]\n---\n"
    document = vault_of({"contacts/ann.md": text}).files["contacts/ann.md"]
    (fault,) = document.faults
    assert (fault.check, excerpt(document, fault.span)) == ("invalid-value", "7")
    assert isinstance(document.record, Contact)
    assert [tie.other.name for tie in document.record.knows] == ["Ben of Lund"]
