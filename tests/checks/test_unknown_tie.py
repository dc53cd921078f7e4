"""Whoever was asked is to be known to know the target."""

import pytest

from .builders import PEOPLE, contact, findings, found, intro


def test_a_pair_without_a_tie_is_reported_once() -> None:
    files = {
        "intros/a.md": intro(target="ben"),
        "intros/b.md": intro(target="sam", via="ben"),
        "intros/c.md": intro(target="ben"),
    }
    assert found(files) == ["unknown-tie intros/a.md:3:13"]


@pytest.mark.parametrize(
    ("keys", "cure"),
    [
        ((), "type it in contacts/sam.md: knows: [ben 3]"),
        (("knows: [chloe 2]",), "type it under knows in contacts/sam.md: - ben 3"),
    ],
)
def test_the_cure_of_a_tie_has_its_key_where_the_file_has_none(
    keys: tuple[str, ...], cure: str
) -> None:
    sam = contact(*keys, name="Sam Okafor")
    files = {**PEOPLE, "contacts/sam.md": sam, "intros/a.md": intro(target="ben")}
    assert [each.help for each in findings(files)] == [cure]


@pytest.mark.parametrize(
    "sam",
    [
        contact("knows: [benn 3]", name="Sam Okafor"),
        contact("knows: [ben 9]", name="Sam Okafor"),
        contact("knwos: [ben 3]", name="Sam Okafor"),
    ],
)
def test_a_tie_that_could_not_be_read_is_not_also_unknown(sam: str) -> None:
    assert len(found({"contacts/sam.md": sam, "intros/a.md": intro(target="ben")})) == 1


def test_the_ties_of_a_person_with_two_files_are_in_doubt() -> None:
    files = {
        "contacts/a/ben.md": PEOPLE["contacts/ben.md"],
        "contacts/ben.md": contact("knows: [sam 3]", name="Ben Ito"),
        "intros/a.md": intro(target="ben"),
    }
    assert found(files) == ["duplicate-id contacts/ben.md:1:1"]
