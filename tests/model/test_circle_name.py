"""A circle without a name of its own is called by its slug, letter by letter where that is all."""

import pytest

from site_builder.model.circle_name import circle_name


@pytest.mark.parametrize(
    ("slug", "name"),
    [
        ("oslo-rowing", "Oslo Rowing"),
        ("kth", "KTH"),
        ("bmw-club-of-the-north", "BMW Club of the North"),
        ("the-north", "The North"),
        ("st-olav", "St Olav"),
        ("eth-zurich", "Eth Zurich"),
        ("1st-company", "1st Company"),
        ("åbo", "Åbo"),
        ("x", "X"),
        ("a--b", "A  B"),
    ],
)
def test_a_circle_is_called_by_its_slug(slug: str, name: str) -> None:
    assert circle_name(slug) == name
