"""What notes need to be as clear to hear as to see: ranks, names, words."""

import pytest

from site_builder.markup.prose_render import render


def html(text: str) -> str:
    """Return the HTML of a text without links into the vault."""
    return "".join(render(text).pieces)


@pytest.mark.parametrize("marks", ["#", "##", "######"])
def test_headings_stand_below_the_page_s_own(marks: str) -> None:
    assert html(f"{marks} T") == "<h3>T</h3>\n"


@pytest.mark.parametrize(
    ("marks", "ranks"),
    [
        ("1 2 3 2 1", "3 4 5 4 3"),
        ("1 5 3 2", "3 4 4 4"),
        ("2 1 2", "3 3 4"),
        ("1 2 3 4 5 6", "3 4 5 6 6 6"),
    ],
)
def test_no_rank_of_headings_is_left_out(marks: str, ranks: str) -> None:
    shown = html("\n\n".join(f"{'#' * int(mark)} T" for mark in marks.split()))
    assert shown == "".join(f"<h{rank}>T</h{rank}>\n" for rank in ranks.split())


def test_a_corner_of_a_table_without_words_heads_nothing() -> None:
    shown = html("|  | b |\n|---|--:|\n| 1 | 2 |")
    assert "<tr>\n<td></td>\n<th" in shown
    assert (shown.count("<th "), shown.count("</th>"), shown.count("<td")) == (1, 1, 3)


@pytest.mark.parametrize("words", ["", " ", "![](https://pictures.example/i.png)"])
def test_a_link_without_words_says_where_it_leads(words: str) -> None:
    assert "https://a.example</a>" in html(f"[{words}](https://a.example)")
    assert 'noopener">A</a>' in html("[A](https://a.example)")


def test_task_lists_have_boxes_that_cannot_be_ticked() -> None:
    shown = html("- [ ] todo\n- [x] done")
    assert shown.count('type="checkbox"') == shown.count('disabled=""') == 2
    assert shown.count("checked") == 1
    assert shown.index('aria-label="to do"') < shown.index("todo") < shown.index('"done"')
    assert "aria-label" not in html("- todo\n- done")
