"""The themes of this repository as plain values, and small ones made up for a test."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from site_builder.diagnostics import Diagnostic
from site_builder.pages.frame import Frame, NavItem
from site_builder.pages.page import Page
from site_builder.rendering.codes import Codes
from site_builder.rendering.environment import Environment, make_environment
from site_builder.rendering.render import render_nav, render_page
from site_builder.rendering.site_files import joined, nav_of
from site_builder.rendering.theme import Theme, ThemeFiles, build_theme

THEMES = Path(__file__).parents[2] / "themes"

KEPT = Codes()
"""The code of templates: what one test has compiled the next one need not."""

FRAME = Frame(
    title="My doors",
    language="en",
    as_of="22 November 2026",
    as_of_iso="2026-11-22",
    fixed_day=True,
    audience="private",
    own=True,
    you="",
    version="Doorstep 0.1.0",
    nav=(
        NavItem("today", "Today", "index.html", 7, alert=True),
        NavItem("doors", "Doors", "threads/index.html", 10),
    ),
    scripts=("static/js/copy.js",),
)


@cache
def packaged() -> ThemeFiles:
    """Read the themes that come with the program."""
    return {
        folder.name: {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in folder.rglob("*")
            if path.is_file()
        }
        for folder in sorted(THEMES.iterdir())
    }


@cache
def environment(name: str = "default") -> Environment:
    """Make a packaged theme ready to render."""
    return make_environment(built(name, packaged()))


def built(name: str, themes: ThemeFiles, **drafts: str) -> Theme:
    """Build a theme that is right; `nudge="…"` is a draft of the vault's own."""
    own = {f"{key.replace('_', '-')}.md": text.encode() for key, text in drafts.items()}
    theme = build_theme(name, themes, drafts=own)
    assert isinstance(theme, Theme), theme
    return theme


def files(**texts: Mapping[str, str]) -> ThemeFiles:
    """Make themes from texts."""
    return {
        name: {path: text.encode() for path, text in theme.items()} for name, theme in texts.items()
    }


def html_of(page: Page, theme: str = "default", frame: Frame = FRAME) -> str:
    """Render a page that must not fail, with its navigation."""
    html = finished(environment(theme), page, frame)
    assert isinstance(html, bytes), html
    return html.decode()


def finished(engine: Environment, page: Page, frame: Frame) -> bytes | Diagnostic:
    """Return a page with its navigation, or the first thing that failed."""
    html = render_page(engine, page, frame)
    if isinstance(html, Diagnostic):
        return html

    def nav(mark: bytes) -> bytes | Diagnostic:
        key, root = nav_of(mark)
        return render_nav(engine, frame, key=key, root=root)

    return joined(html, nav)
