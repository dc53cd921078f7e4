"""People are found by id, then alias, then exact name."""

import unicodedata

import pytest

from site_builder.model.reference import fold
from tests.support.vaults import vault_of

FILES = {
    "contacts/sam.md": "---\nname: Ana Lind\naliases: [Boss, Sammy]\n---\n",
    "contacts/Ana.md": "---\nname: Ana Berg\naliases: [sam, Sammy, Sammy]\n---\n",
    "contacts/josé.md": "---\nname: José Müller\n---\n",
    "contacts/twin.md": "---\nname: Ana Berg\n---\n",
    "contacts/broken.md": "---\nname: [\n---\n",
    "contacts/old/ana.md": "---\nname: Second Ana\n---\n",
    "contacts/smith.md": "---\nname: AC/DC Smith\naliases: [A/C]\n---\n",
    "contacts/dc smith.md": "---\nname: D\n---\n",
}


def found(name: str) -> list[str]:
    """Return who may be meant by a name."""
    return list(vault_of(FILES).directory.find(name))


@pytest.mark.parametrize(
    ("name", "people"),
    [
        ("sam", ["sam"]),
        ("SAM", ["sam"]),
        ("ana", ["Ana"]),
        ("boss", ["sam"]),
        ("BOSS", ["sam"]),
        ("Ana Lind", ["sam"]),
        ("ana lind", []),
        ("José Müller", ["josé"]),
        (unicodedata.normalize("NFD", "José Müller"), ["josé"]),
        (unicodedata.normalize("NFD", "JOSÉ"), ["josé"]),
        ("broken", ["broken"]),
        ("Second Ana", []),
        ("AC/DC Smith", ["smith"]),
        ("a/c", ["smith"]),
        ("X/DC Smith", ["dc smith"]),
        ("friends/sam", ["sam"]),
        ("sam/", ["sam"]),
        ("contacts/old/sam.md", ["sam"]),
        ("contacts/Ana Lind", ["sam"]),
        ("intros/sam", []),
        ("nobody", []),
        ("", []),
    ],
)
def test_ids_come_before_aliases_and_aliases_before_names(name: str, people: list[str]) -> None:
    assert found(name) == people


def test_a_name_that_fits_several_people_names_them_all() -> None:
    assert found("Sammy") == ["Ana", "sam"]
    assert found("Ana Berg") == ["Ana", "twin"]
    assert vault_of(FILES).directory.one("Ana Berg") is None
    assert vault_of(FILES).directory.one("sam") == "sam"


def test_every_spelling_is_ground_for_a_did_you_mean() -> None:
    spellings = dict(vault_of(FILES).directory.spellings)
    assert {"sam", "boss", "Ana Lind", "broken"} <= spellings.keys()
    assert spellings["boss"] == "sam"


@pytest.mark.parametrize(
    ("one", "other"),
    [("Straße", "STRASSE"), ("É", "e\u0301"), ("İ", "i̇"), ("ﬁ", "FI"), ("ABC", "abc"), ("Σ", "ς")],
)
def test_two_spellings_of_one_id_fold_to_the_same(one: str, other: str) -> None:
    assert fold(one) == fold(other)
    assert fold(fold(one)) == fold(one)
