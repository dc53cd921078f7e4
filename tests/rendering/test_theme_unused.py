"""What a theme brings in vain is told, and nothing that it needs."""

from pathlib import Path
from time import perf_counter

import pytest

from site_builder.diagnostics import Diagnostic, Severity
from site_builder.reading.theme_files import read_themes
from site_builder.rendering.theme import Theme, build_theme
from site_builder.rendering.theme_unused import levelled, unused_in
from tests.checks.test_pages import PAGES
from tests.checks.vault_check import text_of
from tests.support.commands import write
from tests.support.theme_files import built, packaged

CHILD = b'name = "mine"\nextends = "default"\n'


def unused(
    files: dict[str, str], drafts: tuple[str, ...] = (), stray: tuple[str, ...] = ()
) -> tuple[Diagnostic, ...]:
    """Return what is told of a child of `default` with these files, and of a vault's own."""
    mine = {"theme.toml": CHILD, **{path: text.encode() for path, text in files.items()}}
    own = dict.fromkeys(drafts, b"Subject: x\n\nx")
    themes = {**packaged(), "mine": mine}
    theme = build_theme("mine", themes, drafts=own)
    assert isinstance(theme, Theme), theme
    return unused_in(theme, themes, stray)


def page(html: str) -> dict[str, str]:
    return {
        "templates/base.html": f'{{% extends "default/base.html" %}}{{% block foot %}}\n{html}\n'
        "{% endblock %}"
    }


def test_nothing_is_looked_for_in_themes_that_came_with_the_program() -> None:
    mine = {"theme.toml": CHILD, "templates/base.html": b"<style></style>"}
    themes = {**packaged(), "mine": mine}
    theme = build_theme("mine", themes)
    assert isinstance(theme, Theme), theme
    assert len(unused_in(theme, themes, ours=packaged())) == 1
    assert unused_in(theme, themes, ours=themes) == ()


@pytest.mark.parametrize("own", ["mine", "default"])
def test_a_theme_of_the_vault_is_none_that_came_with_the_program(tmp_path: Path, own: str) -> None:
    write(tmp_path, {f"themes/{own}/theme.toml": ""})
    ours = read_themes(tmp_path).ours
    assert ours == packaged().keys() - {own}


@pytest.mark.parametrize("name", ["default", "paper", "plain"])
def test_the_packaged_themes_bring_nothing_in_vain(name: str) -> None:
    assert unused_in(built(name, packaged()), packaged()) == ()


def test_the_manual_shows_what_is_said() -> None:
    manual = PAGES["theme-unused"]
    for files, expected in (
        (manual.example.files, manual.example.expected),
        (manual.mended_files, ""),
    ):
        texts = {path.split("/", 2)[2]: source.data.decode() for path, source in files.items()}
        assert text_of(unused(texts)) == expected


@pytest.mark.parametrize(
    ("path", "help_"),
    [
        ("templates/dor.html", 'did you mean "themes/mine/templates/door.html"?'),
        ("drafts/nugde.md", 'did you mean "themes/mine/drafts/nudge.md"?'),
        ("templates/quite-another.html", "`build theme eject` lists the names there are"),
        ("css/tokens.css", "move it to themes/mine/static/css/"),
        ("door.html", "move it to themes/mine/templates/"),
        ("tmplates/door.html", "move it to themes/mine/templates/"),
    ],
)
def test_a_file_that_nothing_asks_for_is_told_with_what_was_meant(path: str, help_: str) -> None:
    (found,) = unused({path: ""})
    assert found.path == f"themes/mine/{path}"
    assert found.severity is Severity.WARNING
    assert found.help.startswith(help_)


def test_a_draft_of_the_vault_that_no_letter_asks_for_is_told() -> None:
    (found,) = unused({}, drafts=("nudge.md", "nugde.md"))
    assert (found.path, found.help) == (
        "templates/drafts/nugde.md",
        'did you mean "templates/drafts/nudge.md"?',
    )


@pytest.mark.parametrize(
    ("name", "help_"),
    [
        ("nudge.md", 'did you mean "templates/drafts/nudge.md"?'),
        ("contcat.md", 'did you mean "templates/contact.md"?'),
        ("draft/nudge.md", 'did you mean "templates/drafts/nudge.md"?'),
        ("ideas-for-later.md", "only contact.md and intro.md are looked for here"),
    ],
)
def test_what_lies_beside_the_drafts_is_told(name: str, help_: str) -> None:
    (found,) = unused({}, stray=(name,))
    assert found.path == f"templates/{name}"
    assert found.help.startswith(help_)


@pytest.mark.parametrize(
    "files",
    [
        {"templates/part.html": "x", "templates/door.html": '{% include "part.html" %}'},
        {"templates/part.html": "x", "templates/door.html": "{% include 'mine/part.html' %}"},
        {"templates/part-a.html": "x", "templates/door.html": '{% include page.x ~ ".html" %}'},
        {"drafts/close.md": "x", "drafts/nudge.md": '{% include "drafts/close.md" %}'},
        {"static/css/mine.css": "", "static/img/a.png": "", "README.md": "", "shot.png": ""},
    ],
)
def test_what_is_asked_for_is_not_told(files: dict[str, str]) -> None:
    assert unused(files) == ()


@pytest.mark.parametrize(
    ("html", "column", "shown"),
    [
        ("<style>a{}</style>", 1, "<style>"),
        ("<b></b><script>x()</script>", 8, "<script>"),
        ('<p style="color: red">', 4, "style"),
        ('<button\tonclick="x()">', 9, "onclick"),
        ('<img alt="" src="https://example.example/a.png">', 18, "https://example.example/a.png"),
        ('<script src="//example.example/a.js"></script>', 14, "//example.example/a.js"),
    ],
)
def test_what_the_policy_blocks_is_told_at_its_place(html: str, column: int, shown: str) -> None:
    (found,) = unused(page(html))
    assert (found.path, found.span.line, found.span.column) == (
        "themes/mine/templates/base.html",
        2,
        column,
    )
    assert found.message == f'"{shown}" has no effect: the policy of the pages forbids it'
    assert found.excerpt == html


@pytest.mark.parametrize(
    "html",
    [
        '<script src="{{ root }}static/js/a.js"></script>',
        '<script type="application/json">{}</script>',
        '<a href="https://example.example">out</a>',
        '{# <style> #}{{ nav(a, one="x") }}{% set style = "x" %}{{ "<style>" }}',
        '<img src="data:image/png;base64,AA==" alt="">',
        '<option data-style="x">once="x"',
    ],
)
def test_what_the_policy_lets_pass_is_not_told(html: str) -> None:
    assert unused(page(html)) == ()


def test_settings_choose_the_level() -> None:
    found = unused({"templates/dor.html": ""})
    assert [one.severity for one in levelled(found, {"theme-unused": "error"})] == ["error"]
    assert levelled(found, {"theme-unused": "off"}) == ()


@pytest.mark.parametrize(
    "filler", ["{{", "{% include ", "{#", "<script ", "<script", ' style = "', " src='//", "\"'"]
)
def test_a_hostile_template_is_read_in_linear_time(filler: str) -> None:
    begun = perf_counter()
    unused({"templates/dor.html": filler * 20_000})
    assert perf_counter() - begun < 3
