"""Markdown as document 1 names it: CommonMark, tables, tasks, footnotes, callouts; no raw HTML."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from site_builder.markup.prose_render import render
from site_builder.model.prose import Prose


def html(text: str) -> str:
    """Return the HTML with `{}` for each link."""
    return "{}".join(render(text).pieces)


@pytest.mark.parametrize("text", ["", "\n", "  \n\t\n", "%% note to self %%", "<!-- x -->"])
def test_nothing_to_show_is_no_prose(text: str) -> None:
    assert not render(text)


def test_prose_with_a_link_alone_is_something_to_show() -> None:
    assert render("[[a]]")
    assert not Prose()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("**b** _i_ ~~s~~ `c`", "<strong>b</strong> <em>i</em> <s>s</s> <code>c</code>"),
        ("| a |\n|---|\n| b |", "<td>b</td>"),
        ("- one\n- two", "<ul>\n<li>one</li>\n<li>two</li>\n</ul>"),
        ("3. x", '<ol start="3">'),
        ("> q", "<blockquote>\n<p>q</p>\n</blockquote>"),
        ("---", "<hr>"),
        ("a\\\nb", "a<br>\nb"),
        ("```py\nx < 1\n```", "x &lt; 1\n</code></pre>"),
        ('"x" -- (c)', "&quot;x&quot; -- (c)"),
        ("&copy; é 😀", "© é 😀"),
    ],
)
def test_common_markdown_is_rendered(text: str, shown: str) -> None:
    assert shown in html(text)


def test_an_aligned_cell_has_a_class_and_no_style() -> None:
    shown = html("| a | b | c | d |\n|---|--:|:-:|:--|\n| 1 | 2 | 3 | 4 |")
    assert shown.count('<th class="num">b') == shown.count('<td class="num">2') == 1
    assert shown.count("<th>") == shown.count("<td>") == 3
    assert "style" not in shown


def test_footnotes_are_numbered_and_listed_at_the_end() -> None:
    shown = html("a[^x] b[^y]\n\n[^x]: one\n[^y]: two")
    assert shown.index("[1]") < shown.index("[2]") < shown.index("one") < shown.index("two")


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "a <img src=x onerror=alert(1)> b",
        "<div>\n\n<SCRIPT\n>x</SCRIPT>\n\n</div>",
        "<a href='javascript:x'>y</a>",
        "| <script> |\n|---|\n| </script> |",
        "# <script>",
        "[<script>](https://x.example '<script>')",
        "![<script>](https://x.example)",
        "[[<script>|<script>]] #a<script>",
        "> [!note] <script>\n> <script>",
        "`<script>`\n\n    <script>\n\n```<script>\n<script>\n```",
        "[^1]\n\n[^1]: <script>",
        "<https://x.example/<script>>",
        "https://x.example/<script>",
    ],
)
def test_raw_html_is_shown_as_text(text: str) -> None:
    shown = html(text).lower()
    assert "<script" not in shown
    assert "<img" not in shown
    assert "onerror" not in shown.replace("onerror=alert(1)&gt;", "")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a %% b %% c", "<p>a  c</p>\n"),
        ("%% hidden %% shown", "<p>shown</p>\n"),
        ("<!-- hidden --> shown", "<p>shown</p>\n"),
        ("%%\nhidden\n%%\nshown", "<p>shown</p>\n"),
        ("a\n\n<!-- x\n\ny -->\n\nb", "<p>a</p>\n<p>b</p>\n"),
        ("a <!-- never closed\n\nb", "<p>a</p>\n"),
        ("100 % and 5 %", "<p>100 % and 5 %</p>\n"),
        ("a%% b", "<p>a%% b</p>\n"),
        ("a %% b %%\nc", "<p>a\nc</p>\n"),
        ("- %% x %% item", "<ul>\n<li>item</li>\n</ul>\n"),
    ],
)
def test_comments_are_stripped_and_the_rest_stays_as_it_is(text: str, shown: str) -> None:
    assert html(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "> [!note] Mind this\n> text",
            (
                '<aside class="callout callout-note"><p class="callout-title">Mind this</p>\n'
                "<p>text</p>\n</aside>\n"
            ),
        ),
        (
            "> [!WARNING]\n> text",
            (
                '<aside class="callout callout-warning"><p class="callout-title">Warning</p>\n'
                "<p>text</p>\n</aside>\n"
            ),
        ),
        (
            "> [!tip]- More\n> text",
            (
                '<details class="callout callout-tip"><summary>More</summary>\n'
                "<p>text</p>\n</details>\n"
            ),
        ),
        (
            "> [!tip]+\n> text",
            (
                '<details class="callout callout-tip" open="open"><summary>Tip</summary>\n'
                "<p>text</p>\n</details>\n"
            ),
        ),
        ("> quote\n> [!note]", "<blockquote>\n<p>quote\n[!note]</p>\n</blockquote>\n"),
        ("> [! note] x", "<blockquote>\n<p>[! note] x</p>\n</blockquote>\n"),
        ("[!note] x", "<p>[!note] x</p>\n"),
        ("> - [!note] x", "<blockquote>\n<ul>\n<li>[!note] x</li>\n</ul>\n</blockquote>\n"),
    ],
)
def test_a_quote_that_begins_with_a_mark_is_a_callout(text: str, shown: str) -> None:
    assert html(text) == shown


def test_callouts_stand_in_callouts_and_beside_quotes() -> None:
    shown = html("> [!a] A\n> > [!b]- B\n> > inner\n>\n> outer\n\n> quote")
    order = ["callout-a", "callout-b", "inner", "</details>", "outer", "</aside>", "<blockquote>"]
    places = [shown.index(part) for part in order]
    assert places == sorted(places)
    assert shown.count("</aside>") == shown.count("</details>") == 1


def test_a_callout_with_a_title_alone_has_no_empty_paragraph() -> None:
    assert "<p></p>" not in html("> [!note] Title\n>\n> - item")


PIECES = st.sampled_from(
    [
        "[[a]]",
        "![[b|c]]",
        "[x](y.md)",
        "[x](https://h.example)",
        "![x](i.png)",
        "![x](http://h/i)",
        "[x]",
        "[r]: u\n",
        "|",
        "|---|\n",
        "> ",
        "> [!note]+ ",
        "- ",
        "- [x] ",
        "1. ",
        "# ",
        "===\n",
        "```",
        "~~~",
        "`",
        "*",
        "**",
        "_",
        "~",
        "\\",
        "\n",
        "\n\n",
        "    ",
        "\t",
        "[^1]",
        "[^1]: ",
        "%%",
        "<!--",
        "-->",
        "<script>",
        "<b ",
        "&lt;",
        "&#0;",
        "#tag",
        "#",
        "www.h.example",
        "http:",
        "javascript:",
        "a@b.example",
        "😀",
        "é",
        "\u202e",
        "\x00",
        "word",
        " ",
        "]]",
        "[[",
        "](",
    ]
)
TEXTS = st.one_of(st.lists(PIECES, max_size=30).map("".join), st.text(max_size=80))


@settings(max_examples=1000, deadline=None)
@given(TEXTS)
@example("[[a]] \x00 [[b]]")
@example("[![a](i.png)](https://x.example)")
@example("![[[a]]](b.png)")
def test_any_text_gives_safe_pieces_one_more_than_links(text: str) -> None:
    prose = render(text)
    shown = html(text).lower()
    assert len(prose.pieces) == len(prose.links) + 1
    assert "<script" not in shown
    assert 'href="javascript' not in shown
    assert "<img" not in shown
    lines = text.count("\n") + text.count("\r") + 1
    assert all(1 <= link.span.line <= lines for link in prose.links)
    assert len(set(prose.tags)) == len(prose.tags)
