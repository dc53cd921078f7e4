"""Lists that are cut."""

from site_builder.pages.long_list import Some, first, first_lines


def test_what_is_not_shown_is_counted() -> None:
    assert first("abcd", 3) == Some(("a", "b", "c"), 1)
    assert first("ab", 3) == Some(("a", "b"), 0)
    assert not first("", 3)


def test_lines_beyond_the_limit_are_not_made() -> None:
    made: list[int] = []

    def line(number: int) -> str:
        made.append(number)
        return str(number)

    assert first_lines(range(1000), 2, line=line) == Some(("0", "1"), 998)
    assert made == [0, 1]
