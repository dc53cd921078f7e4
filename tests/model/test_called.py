"""A name to greet by is taken as it is given, and only then is one told from the whole name."""

import pytest

from site_builder.model.contact import ContactId
from tests.support.vaults import document_of, vault_of


def names(**people: str) -> list[tuple[str, str]]:
    """Return how each person is greeted, and what sentences call them."""
    files = {f"contacts/{who}.md": f"---\nname: {text}\n---\n" for who, text in people.items()}
    vault = vault_of(files)
    found = (vault.people[ContactId(who)] for who in people)
    return [(one.given_name, one.first_name) for one in found]


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("Nguyen Thi Thao\ncalled: Thao", "Thao"),
        ("Nagy Anna\ncalled: Anna", "Anna"),
        ("Robert Hale\ncalled: Bob", "Bob"),
        ("Inge Berg\ncalled: Dr. Berg", "Dr. Berg"),
        ("山田 太郎\ncalled: 山田さん", "山田さん"),
        ("Nagy Anna", "Nagy"),
        ('Nagy Anna\ncalled: " "', "Nagy"),
        ("Nagy Anna\ncalled: |\n  Anna\n  Maria", "Anna Maria"),
    ],
)
def test_people_are_greeted_by_what_they_are_called(text: str, called: str) -> None:
    assert names(one=text) == [(called, called)]


def test_who_is_called_like_somebody_else_has_the_whole_name_in_sentences() -> None:
    assert names(one="Robert Hale\ncalled: Bob", two="Bob Ito") == [
        ("Bob", "Robert Hale"),
        ("Bob", "Bob Ito"),
    ]
    assert names(one="Ann Hale\ncalled: Annie", two="Ann Ito") == [
        ("Annie", "Annie"),
        ("Ann", "Ann"),
    ]


def test_there_is_one_name_to_greet_by() -> None:
    document = document_of("---\nname: Robert Hale\ncalled: [Bob, Rob]\n---\n")
    assert [fault.key for fault in document.faults] == ["called"]
