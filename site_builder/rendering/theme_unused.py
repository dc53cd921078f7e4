"""What a theme brings in vain: files that nothing asks for, and what the pages' policy blocks.

Both work in silence otherwise: a page looks as if the file were not there.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from msgspec.structs import replace

from site_builder.diagnostics import Diagnostic, Severity, in_order
from site_builder.did_you_mean import NEAR, did_you_mean
from site_builder.rendering.theme import Theme, ThemeFiles
from site_builder.source import FILE_START, Span

ID = "theme-unused"
LEVEL = Severity.WARNING
OFF = "off"
HOME = "default"
"""The theme that has a template for every page and a draft for every letter."""
NOTES = ("contact.md", "intro.md")
"""What new notes look like, in `templates/` of a vault."""
UNASKED = "nothing asks for a file of this name"
LISTED = "`build theme eject` lists the names there are; delete it if nothing needs it"
STRAY = f"only {' and '.join(NOTES)} are looked for here; words of your own go into drafts/"
IN_QUOTES = re.compile(r"[\"']([^\"'\n]+)[\"']")
ASKS = re.compile(r"\{%[-+]?\s*(?:include|extends|import|from)\s+(?![\"'])")
"""A tag whose file is not written down in it."""
PLACES = {"html": "templates/", "md": "drafts/", "css": "static/css/", "js": "static/js/"}
"""Where files of a theme lie, by what their names end with."""
OPENED = re.compile(r"\{[{%#]")
CLOSED = {"{{": "}}", "{%": "%}", "{#": "#}"}
BLOCKED = re.compile(
    r"""(?ix)
    (?P<sheet><style)\b
    | (?P<script><script)\b(?![^<>]*\b(?:src\s*=|type\s*=\s*["']application/))
    | (?<=\s)(?P<style>style)\s?=\s?["']
    | (?<=\s)(?P<on>on[a-z]{3,20})\s?=\s?["']
    | (?<=\s)(?:src|srcset|poster)\s?=\s?["'](?P<far>(?:https?:)?//[^"'\s<>]{0,80})
    """
)
CURES = {
    "sheet": "put it into a file of static/css/ that the block head links to",
    "script": "put it into a file of static/js/, named under scripts in theme.toml",
    "style": "give it a class, and write the style in a file of static/css/",
    "on": "listen to it in a script of static/js/",
    "far": "put the file into static/, and begin its address with {{ root }}",
}


def unused_in(
    theme: Theme,
    themes: ThemeFiles,
    stray: Collection[str] = (),
    *,
    ours: Collection[str] = (),
) -> tuple[Diagnostic, ...]:
    """Return what is never shown, in the order of the files.

    `stray` is Markdown in the vault's `templates/` that is no draft, by its path in there. In
    `ours` nothing is looked for: tests of the program do.
    """
    home = {path.removeprefix("templates/") for path in themes.get(HOME, ())}
    found = (
        *_unasked(theme, home),
        *_astray(stray, home),
        *_misplaced(theme, themes),
        *_blocked(theme, ours),
    )
    return in_order(found)


def levelled(found: Iterable[Diagnostic], checks: Mapping[str, str]) -> tuple[Diagnostic, ...]:
    """Return the findings at the level that settings give them, or none."""
    level = checks.get(ID, LEVEL)
    return () if level == OFF else tuple(replace(one, severity=Severity(level)) for one in found)


def _unasked(theme: Theme, home: set[str]) -> Iterator[Diagnostic]:
    """Yield the templates and drafts that no page, letter or other template asks for."""
    idle = {
        name: path
        for name, path in theme.paths.items()
        if name not in home and name.partition("/")[0] not in theme.chain
    }
    texts = theme.templates.values()
    if not (home and idle) or any(map(ASKS.search, texts)):
        return
    asked = {name for text in texts for name in IN_QUOTES.findall(text)}
    for name, path in idle.items():
        if asked.isdisjoint((name, *(f"{one}/{name}" for one in theme.chain))):
            near = did_you_mean(name, home, most=NEAR)
            meant = f'did you mean "{path.removesuffix(name)}{near}"?' if near else LISTED
            yield _said(path, FILE_START, UNASKED, meant)


def _astray(stray: Collection[str], home: set[str]) -> Iterator[Diagnostic]:
    """Yield what lies in the vault's `templates/` as if it were a draft or a new note's text."""
    known = {name.removeprefix("drafts/"): name for name in home if name.startswith("drafts/")}
    known |= {note: note for note in NOTES}
    for name in stray:
        near = did_you_mean(name.rpartition("/")[2], known, most=NEAR)
        meant = f'did you mean "templates/{known[near]}"?' if near else STRAY
        yield _said(f"templates/{name}", FILE_START, UNASKED, meant)


def _misplaced(theme: Theme, themes: ThemeFiles) -> Iterator[Diagnostic]:
    """Yield files of themes that lie where none is looked for."""
    for name in theme.chain:
        for path in themes[name]:
            top, _, rest = path.rpartition("/")
            place = PLACES.get(path.rpartition(".")[2], "")
            if not place or path.startswith(("templates/", "drafts/", "static/")):
                continue
            if rest.casefold().startswith(("readme", "changelog", "license")):
                continue
            cure = f"move it to themes/{name}/{place}"
            where = f"{top}/" if top else "the theme's own folder"
            message = f"nothing is looked for in {where}"
            yield _said(f"themes/{name}/{path}", FILE_START, message, cure)


def _blocked(theme: Theme, ours: Collection[str]) -> Iterator[Diagnostic]:
    """Yield what a browser will not do, as the policy of pages forbids it: once a kind and file."""
    seen = set[str]()
    for name, text in theme.templates.items():
        path = theme.paths[name]
        if path in seen or not path.endswith(".html") or path.split("/")[1] in ours:
            continue
        seen.add(path)
        firsts: dict[str, re.Match[str]] = {}
        for found in BLOCKED.finditer(_html(text)):
            firsts.setdefault(str(found.lastgroup), found)
        for kind, found in firsts.items():
            start, end = found.span(kind)
            line = text.count("\n", 0, start) + 1
            first = start - text.rfind("\n", 0, start)
            span = Span(line, first, line, first + end - start)
            shown = f"{found[kind]}>" if found[kind].startswith("<") else found[kind]
            message = f'"{shown}" has no effect: the policy of the pages forbids it'
            excerpt = text[start - first + 1 :].partition("\n")[0]
            yield replace(_said(path, span, message, CURES[kind]), excerpt=excerpt)


def _html(text: str) -> str:
    """Return the text with blanks for the tags of templates, which are not what a browser sees."""
    parts, at = list[str](), 0
    while opened := OPENED.search(text, at):
        ends = text.find(CLOSED[opened[0]], opened.end())
        ends = ends + 2 if ends >= 0 else len(text)
        parts += [text[at : opened.start()], " " * (ends - opened.start())]
        at = ends
    return "".join([*parts, text[at:]])


def _said(path: str, span: Span, message: str, cure: str) -> Diagnostic:
    return Diagnostic(ID, LEVEL, message, path, span, cure)
