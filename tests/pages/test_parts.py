"""Long lists on several pages."""

from site_builder.pages.long_list import ROWS, Part, split
from site_builder.pages.page import Ref


def test_a_short_list_is_one_page_without_steps() -> None:
    assert list(split("abc", "contacts")) == [("contacts/index.html", Part(1, (), (*"abc",), 3))]


def test_an_empty_list_still_has_its_page() -> None:
    assert list(split("", "contacts")) == [("contacts/index.html", Part(1, (), (), 0))]


def test_a_long_list_goes_on_where_no_id_can_stand() -> None:
    first, last = split(range(ROWS + 1), "intros")
    steps = (Ref("1"), Ref("2", "intros/part/2.html"))
    assert first == ("intros/index.html", Part(1, steps, (*range(ROWS),), ROWS + 1))
    steps = (Ref("1", "intros/index.html"), Ref("2"))
    assert last == ("intros/part/2.html", Part(2, steps, (ROWS,), ROWS + 1))
