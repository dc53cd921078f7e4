"""Plain paragraphs come out as the Markdown parser renders them."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from site_builder.markup.markdown_render import render_markdown
from site_builder.markup.plain_paragraphs import render_plain

PLAIN = [
    "Runs the platform group. Likes short mails with one question.",
    'Two lines\nof one paragraph.\n\nAnd "another"; isn\'t it (so)?\n',
    "\n\n\nAfter a log: nothing but words!\n  \nÅsa Öberg, naïve café – “quoted” … 3 of 4.",
    "Often seen with [[filip-norton]] and [[olek-rosson|Olek R.]], not alone.\n[[ana]] began it.",
    "Knows pumps. #nordics #alumni/oslo-2 too\n#research begins a line, #nordics again: #a_b",
]
MARKED = [
    *(
        "# heading",
        "- item",
        "1. one",
        "12) two",
        "> quote",
        "    code",
        "a *b*",
        "a_b_c",
        "`code`",
    ),
    *(
        "see www.a.example",
        "see http://a.example",
        "a@b.example",
        "# tag",
        "x#tag",
        "#12",
        "a | b",
        "~~a~~",
    ),
    *(
        "![[a]]",
        "[a](b)",
        "[^1]",
        "a\\",
        "a  \nb",
        "a &amp; b",
        "<b>",
        "%% c %%",
        "Title\n====",
        "---",
    ),
    *("a\tb", "[[a]b]", "[[ a]]", "[[a|]]", "[[_a]]", "a:b", "wWw.x", "a\u00a0"),
]
PIECES = st.sampled_from(
    [
        *"abzÅ3 .,;:!?'\"()-+=/*_`#[]<>&|\\~@^%{}$\n\t–…",
        "  ",
        "\n\n",
        "[[ana]]",
        "[[b|B c]]",
        "www.",
        "1. ",
    ]
)


@pytest.mark.parametrize("text", PLAIN)
def test_plain_paragraphs_are_read_without_a_parser(text: str) -> None:
    assert render_plain(text, 7) == render_markdown(text, 7)


@pytest.mark.parametrize("text", MARKED)
def test_anything_that_may_mean_more_is_left_to_the_parser(text: str) -> None:
    assert render_plain(text, 1) is None


@given(st.lists(PIECES, max_size=30).map("".join).filter(str.strip))
@settings(max_examples=1500)
@example("1\n=")
@example("a\n-")
def test_whatever_is_read_as_plain_is_what_the_parser_reads(text: str) -> None:
    plain = render_plain(text, 3)
    assert plain is None or plain == render_markdown(text, 3)


@given(st.text(max_size=40).filter(str.strip))
@settings(max_examples=500)
@example("a\n \t\nb")
@example("a\n\u00a0\nb")
@example("\x1f\n0")
def test_any_characters_read_as_plain_are_what_the_parser_reads(text: str) -> None:
    plain = render_plain(text, 3)
    assert plain is None or plain == render_markdown(text, 3)
