"""`[[name|text]]`, `![[file]]` and `#tag`: what they are, and where in the file they stand."""

import pytest

from site_builder.markup.prose_render import render
from site_builder.model.prose import Link, Prose
from site_builder.source import Span


def html(prose: Prose) -> str:
    """Return the HTML with `{}` for each link."""
    return "{}".join(prose.pieces)


def covered(text: str, link: Link) -> str:
    """Return the text on which a link's span lies."""
    span = link.span
    assert span.line == span.end_line
    return text.split("\n")[span.line - 1][span.column - 1 : span.end_column - 1]


@pytest.mark.parametrize(
    ("text", "target", "shown"),
    [
        ("[[tara-lindqvist]]", "tara-lindqvist", "tara-lindqvist"),
        ("[[tara-lindqvist|Tara]]", "tara-lindqvist", "Tara"),
        ("[[ tara | Tara L ]]", "tara", "Tara L"),
        ("[[tara|]]", "tara", "tara"),
        ("[[tara|a|b]]", "tara", "a|b"),
        ("[[contacts/tara.md#Log]]", "contacts/tara.md#Log", "contacts/tara.md#Log"),
        ("[[Tärä 😀]]", "Tärä 😀", "Tärä 😀"),
        ("[[<b>]]", "<b>", "<b>"),
    ],
)
def test_a_wikilink_has_a_target_and_a_text(text: str, target: str, shown: str) -> None:
    prose = render(f"Ask {text} now")
    (link,) = prose.links
    assert (link.kind, link.target, link.text) == ("wiki", target, shown)
    assert prose.pieces == ("<p>Ask ", " now</p>\n")


@pytest.mark.parametrize("text", ["![[plan.pdf]]", "![[photos/a b.png|120]]"])
def test_an_embed_is_a_link_to_an_attachment(text: str) -> None:
    (link,) = render(text).links
    assert link.kind == "embed"
    assert covered(text, link) == text


@pytest.mark.parametrize(
    "text",
    ["[[]]", "[[|x]]", "[[a\nb]]", "[[a", "a]]", "[[a]b]]", r"\[[a]]", "`[[a]]`", "    [[a]]"],
)
def test_what_only_looks_like_a_link_is_text(text: str) -> None:
    assert not render(text).links


def test_a_link_of_blanks_leads_nowhere() -> None:
    assert not render("[[ ]]").links


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("[[a]][[b]]", ["[[a]]", "[[b]]"]),
        ("😀 é [[a]] ü [[a]] x", ["[[a]]", "[[a]]"]),
        ("[[a]] and [[a|b]] and [[a]]", ["[[a]]", "[[a|b]]", "[[a]]"]),
        ("# H [[a]]\n\nSet [[b]]\n===\n", ["[[a]]", "[[b]]"]),
        ("one\ntwo [[a]]\nthree\\\n[[b]]  \n[[c]]", ["[[a]]", "[[b]]", "[[c]]"]),
        ("- x\n\n  [[a]]\n- > [[b]]\n- [ ] [[c]]", ["[[a]]", "[[b]]", "[[c]]"]),
        ("fn[^1] [[a]]\n\n[^1]: note [[b]]\n\n    more [[c]]\n", ["[[a]]", "[[b]]", "[[c]]"]),
        ("%% [[x]] %% y [[a]] <!-- [[x]] --> [[b]]", ["[[a]]", "[[b]]"]),
        ("<!-- x\ny\nz --> c [[a]]\n[[b]]", ["[[a]]", "[[b]]"]),
        ("> [!note] T\n> x [[a]]\n>\n> [[b]]", ["[[a]]", "[[b]]"]),
        ("`a\nb` [[a]]", ["[[a]]"]),
        ("[t\nm](https://x.example) [[a]]", ["[[a]]"]),
        ("[t\nm](p.md) [[a]]", ["p.md", "[[a]]"]),
        ("![t\nm](p.png) [[a]]", ["p.png", "[[a]]"]),
        ("**b\nc** _d_ [[a]]", ["[[a]]"]),
        ("&amp; &#0; [[a]]", ["[[a]]"]),
        ("| [[a|b]] is no table", ["[[a|b]]"]),
        ("x\n\t[[a]]", ["[[a]]"]),
        ("[x #tag](p.md) [y #tag [[a]]", ["p.md", "[[a]]"]),
    ],
)
def test_a_link_says_exactly_where_it_stands(text: str, spans: list[str]) -> None:
    prose = render(text)
    assert [covered(text, link) for link in prose.links] == spans
    order = [link.span for link in prose.links]
    assert order == sorted(order)


@pytest.mark.parametrize(
    ("text", "column"), [("`[[a]]` [[a]]", 9), (r"\[[a]] [[a]]", 8), ("x`` [[a]] `` [[a]]", 14)]
)
def test_a_link_is_not_taken_for_the_same_text_in_code(text: str, column: int) -> None:
    (link,) = render(text).links
    assert link.span.column == column


def test_lines_count_from_the_first_line_given() -> None:
    (link,) = render("\n\nx [[a]]", first_line=10).links
    assert link.span == Span(12, 3, 12, 8)


@pytest.mark.parametrize(
    "rows",
    [
        "| a | b |\n|---|---|\n| [[tara|T]] | [[ben]] |",
        "| a | b |\n|---|---|\n| [[tara\\|T]] | [[ben]] |",
        "| [[tara|T]] | [[ben]] |\n|---|---|\n| x | y |",
        "| a | b |\n|---|---|\n| ![[tara|T]] | `x` [[ben]] |",
        "   | a | b |\n   |---|---|\n   | [[tara|T]] | [[ben]] |",
    ],
)
def test_a_link_in_a_table_may_have_a_text_of_its_own(rows: str) -> None:
    prose = render(rows)
    assert [(link.target, link.text) for link in prose.links] == [("tara", "T"), ("ben", "ben")]
    assert html(prose).count("<tr>") == 2
    assert [covered(rows, link).strip("![]").replace("\\", "") for link in prose.links] == [
        "tara|T",
        "ben",
    ]


def test_the_same_text_outside_a_table_is_left_alone() -> None:
    assert html(render("a | b [[c|d]]")) == "<p>a | b {}</p>\n"


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("#tag", ("tag",)),
        ("a #nordics, #b_c-d/e. #2024-plans", ("nordics", "b_c-d/e", "2024-plans")),
        ("#one #two #one", ("one", "two")),
        ("line\n#été", ("été",)),
        ("#संपादन, #ที่ปรึกษา।", ("संपादन", "ที่ปรึกษา")),
        ("- #x\n\n> #y", ("x", "y")),
        ("#123 #", ()),
        ("a#b https://x.example/#c", ()),
        ("\\#tag `#tag`", ()),
        ("# heading", ()),
    ],
)
def test_a_tag_begins_a_word_and_is_not_digits_alone(text: str, tags: tuple[str, ...]) -> None:
    assert render(text).tags == tags


def test_a_tag_is_marked_in_the_text() -> None:
    assert html(render("#a")) == '<p><span class="tag">#a</span></p>\n'
