"""Which links stay: outward by an allowed scheme, inside the vault as a slot to be looked up."""

import re

import pytest

from site_builder.markup.links import is_allowed, is_outward
from site_builder.markup.prose_render import render
from site_builder.model.prose import Prose


def html(prose: Prose) -> str:
    """Return the HTML with `{}` for each link."""
    return "{}".join(prose.pieces)


@pytest.mark.parametrize(
    "url",
    [
        "https://x.example/a?b=c&d#e",
        "http://x.example",
        "mailto:tara@x.example",
        "tel:+468123",
        "HTTPS://X.EXAMPLE",
    ],
)
def test_an_allowed_scheme_leads_outward(url: str) -> None:
    assert is_outward(url)
    assert is_allowed(url)
    shown = html(render(f"[x]({url})"))
    assert shown.startswith('<p><a href="')
    assert 'rel="noreferrer noopener">x</a>' in shown


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "&#106;avascript:alert(1)",
        "java&#x0A;script:alert(1)",
        "vbscript:x",
        "data:text/html,x",
        "data:image/png;base64,AAAA",
        "file:///etc/passwd",
        "ftp://x.example",
        "//x.example/p",
        "///x.example",
        "\\\\\\\\x.example",
        "view-source:https://x.example",
        "blob:https://x.example/a",
    ],
)
def test_any_other_scheme_makes_no_link(url: str) -> None:
    for text in (
        f"[x]({url})",
        f"[x](<{url}>)",
        f"<{url}>",
        f"[x][r]\n\n[r]: {url}",
        f"![x]({url})",
    ):
        prose = render(text)
        assert "href" not in html(prose)
        assert "src" not in html(prose)
        assert not any(link.target.startswith(("//", "javascript")) for link in prose.links)


@pytest.mark.parametrize(
    ("text", "target", "shown", "kind"),
    [
        ("[Tara](contacts/tara.md)", "contacts/tara.md", "Tara", "path"),
        ("[Tara](../contacts/tara.md#Log)", "../contacts/tara.md#Log", "Tara", "path"),
        ("[a b](<notes/a b.md>)", "notes/a b.md", "a b", "path"),
        ("[å](notes/%C3%A5.md)", "notes/å.md", "å", "path"),
        ("[plan](/attachments/plan.pdf 'title')", "/attachments/plan.pdf", "plan", "path"),
        ("![pic](attachments/pic.png)", "attachments/pic.png", "pic", "embed"),
        ("![](pic.png)", "pic.png", "pic.png", "embed"),
        ("[*bold* `x`](a.md)", "a.md", "bold x", "path"),
        ("[x][r]\n\n[r]: a.md", "a.md", "x", "path"),
        ("[top](#top)", "#top", "top", "path"),
        ("[two\nlines](a.md)", "a.md", "two lines", "path"),
    ],
)
def test_a_path_inside_the_vault_is_a_slot(text: str, target: str, shown: str, kind: str) -> None:
    prose = render(text)
    (link,) = prose.links
    assert (link.target, link.text, link.kind) == (target, shown, kind)
    assert html(prose) == "<p>{}</p>\n"


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("x [Tara](contacts/tara.md) y", "contacts/tara.md"),
        ("[a](a.md) [b](a.md)", "a.md"),
        ("[a b](<notes/a b.md>)", "notes/a b.md"),
        ("[å](notes/%C3%A5.md)", "notes/%C3%A5.md"),
        ("[å](notes/å.md)", "notes/å.md"),
        ("😀 ![pic](pic.png)", "pic.png"),
    ],
)
def test_a_path_says_where_it_stands(text: str, marked: str) -> None:
    for link in render(text).links:
        span = link.span
        assert text[span.column - 1 : span.end_column - 1] == marked
    columns = [link.span.column for link in render(text).links]
    assert columns == sorted(set(columns))


def test_a_remote_image_becomes_a_link_and_is_never_loaded() -> None:
    shown = html(render("![a <b>](https://x.example/i.png) ![](http://x.example/j.png)"))
    assert "<img" not in shown
    assert 'href="https://x.example/i.png" rel="noreferrer noopener">a &lt;b&gt;</a>' in shown
    assert ">http://x.example/j.png</a>" in shown


@pytest.mark.parametrize(
    "text",
    [
        "[![a](https://x.example/i.png)](https://x.example)",
        "[![a](i.png)](https://x.example)",
        "[![a](https://x.example/i.png)](a.md)",
        "[a [[b]] c](https://x.example)",
        "[a ![[b]] c](https://x.example)",
    ],
)
def test_no_link_stands_inside_a_link(text: str) -> None:
    shown = "<a></a>".join(render(text).pieces)
    assert not re.search(r"<a\b(?:(?!</a>).)*<a\b", shown)


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("see https://x.example/a_b_c.", "https://x.example/a_b_c"),
        ("see www.x.example now", "http://www.x.example"),
        ("mail tara@x.example now", "mailto:tara@x.example"),
        ("<https://x.example>", "https://x.example"),
    ],
)
def test_a_bare_link_is_a_link(text: str, url: str) -> None:
    assert f'<a href="{url}" rel="noreferrer noopener">' in html(render(text))
