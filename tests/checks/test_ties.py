"""Ties that two lines or two files state differently are told where one of them stands."""

import pytest

from .builders import contact, found


def test_each_tie_after_the_first_to_one_person_is_reported() -> None:
    files = {"contacts/pat.md": contact("knows: [sam 3, ben 1, Sam 4, '[[Sam Okafor]] 4', nn 1]")}
    assert found(files) == [
        "duplicate-tie contacts/pat.md:3:23",
        "duplicate-tie contacts/pat.md:3:30",
        "unknown-contact contacts/pat.md:3:50",
    ]


@pytest.mark.parametrize(
    ("there", "contradicts"),
    [
        ("tara 2", False),
        ("tara 1", True),
        ("tara 5", True),
        ("tara 5?", False),
        ("tara", False),
        ("tara 4", False),
    ],
)
def test_ties_contradict_from_two_grades_on_unless_one_is_hearsay(
    *, there: str, contradicts: bool
) -> None:
    ben = contact(f"knows: [{there}]", name="Ben Ito")
    assert found({"contacts/ben.md": ben}) == ["contradictory-ties contacts/tara.md:3:16"] * (
        contradicts
    )


def test_a_tie_in_either_file_contradicts_that_two_are_strangers() -> None:
    files = {
        "contacts/ben.md": contact("strangers: [sam, tara]", "knows: [sam 1?]", name="Ben Ito"),
        "contacts/pat.md": contact("strangers: [ben, nn]"),
    }
    assert found(files) == [
        "contradictory-ties contacts/ben.md:3:13",
        "contradictory-ties contacts/ben.md:3:18",
        "unknown-contact contacts/pat.md:3:18",
    ]
