"""What a template is given, and how pages hang together."""

from site_builder.pages.page import Page, Ref, SafeHtml
from site_builder.rendering.environment import make_environment
from site_builder.rendering.render import render_nav, render_page
from site_builder.rendering.site_files import nav_mark
from tests.support.html_reader import HtmlReader
from tests.support.theme_files import FRAME, built, environment, files


def rendered(text: str, view: object = None, address: str = "a.html") -> str:
    theme = built("mine", files(mine={"theme.toml": "", "templates/page.html": text}))
    html = render_page(make_environment(theme), Page(address, "page.html", view), FRAME)
    assert isinstance(html, bytes), html
    return html.decode()


def test_a_template_sees_view_site_root_and_page() -> None:
    text = "{{ view.text }}|{{ site.title }}|{{ root }}|{{ page.address }}"
    shown = rendered(text, Ref("Tara"), "threads/tara.html")
    assert shown == "Tara|My doors|../|threads/tara.html"


def test_texts_are_escaped() -> None:
    assert rendered("{{ view.text }}", Ref("<b>&'\"")) == "&lt;b&gt;&amp;&#39;&#34;"


def test_a_link_leads_from_the_pages_own_depth_and_without_address_is_text() -> None:
    link = Ref("Tara & co", "contacts/tara.html")
    assert rendered("{{ view | link }}", link, "a/b/c.html") == (
        '<a href="../../contacts/tara.html">Tara &amp; co</a>'
    )
    assert rendered("{{ view | link }}", Ref("<Tara>")) == "&lt;Tara&gt;"


def test_html_of_our_own_making_is_shown_as_it_is() -> None:
    assert rendered("{{ view | html }}", SafeHtml("<p>x</p>")) == "<p>x</p>"


def test_backticks_become_code_and_nothing_else_does() -> None:
    shown = rendered("{{ view | code }}", "add `groups: <x>` to <b>")
    assert shown == "add <code>groups: &lt;x&gt;</code> to &lt;b&gt;"


def test_navigation_marks_the_present_entry_as_seen_from_the_page() -> None:
    themes = files(
        mine={
            "theme.toml": "",
            "templates/nav.html": environment().theme.templates["nav.html"],
            "templates/page.html": "{{ 'doors' | nav }}",
        }
    )
    engine = make_environment(built("mine", themes))
    for address in ("threads/a.html", "threads/b.html", "c.html"):
        page = Page(address, "page.html", None)
        mark = render_page(engine, page, FRAME)
        assert mark == nav_mark("doors", page.root).encode()
        html = render_nav(engine, FRAME, key="doors", root=page.root)
        assert isinstance(html, bytes)
        current = [a for a in HtmlReader(html.decode()).all("a") if "aria-current" in a]
        assert [a["href"] for a in current] == ["../" * address.count("/") + "threads/index.html"]
