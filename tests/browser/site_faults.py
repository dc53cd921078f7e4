"""What can be wrong with a finished site without a browser: HTML, links, scripts and weight."""

import gzip
from collections.abc import Iterator, Mapping
from functools import cache
from posixpath import dirname, normpath
from urllib.parse import unquote

from html5lib import HTMLParser
from html5lib.constants import E

from tests.support.html_reader import HtmlReader

Files = Mapping[str, bytes]

MOST = {"contacts/": 30_000, "threads/": 60_000}
"""Bytes of a page of one person or thread, by folder."""
LIST = ("/index.html", "/part/")
MOST_SCRIPT = 20_000
"""Bytes, gzipped, of the code a page loads by itself; data beside it grows with the vault."""
CODE = "static/"
FIRST = "static/js/theme.js"
"""The one script that a page waits for, so that the colour scheme is there when it is drawn."""
LINKS = {"a": "href", "link": "href", "script": "src", "img": "src", "image": "href"}
OUTSIDE = ("http:", "https:", "mailto:", "tel:", "data:")


def pages_of(files: Files) -> dict[str, HtmlReader]:
    """Read every page."""
    return {path: _read(files[path]) for path in files if path.endswith(".html")}


def invalid_html(files: Files) -> Iterator[str]:
    """Find what a strict parser of HTML objects to."""
    for path in (path for path in files if path.endswith(".html")):
        parser = HTMLParser()
        parser.parse(files[path])
        for (line, column), code, facts in parser.errors:
            yield f"{path}:{line}:{column}: {E[code] % facts}"


def broken_links(files: Files) -> Iterator[str]:
    """Find links to pages, files and ids that there are not."""
    pages = pages_of(files)
    ids = {path: {one.get("id") for _, one in page.tags} for path, page in pages.items()}
    for path, page in pages.items():
        for link in _links(page):
            address, _, anchor = link.partition("#")
            place = _place(path, address)
            if place not in files:
                yield f"{path}: {link} leads nowhere"
            elif anchor and place in ids and not {unquote(anchor)} & ids[place]:
                yield f"{path}: {link} leads to no place of that page"


def blocking_scripts(files: Files) -> Iterator[str]:
    """Find scripts that keep a page from being read until they ran."""
    for path, page in pages_of(files).items():
        for script in page.all("script"):
            if "defer" not in script and not script["src"].endswith(FIRST):
                yield f"{path}: waits for {script['src']}"


def heavy_pages(files: Files) -> Iterator[str]:
    """Find pages that are too long, by themselves or by their scripts."""
    for path, page in pages_of(files).items():
        alone = not any(name in path for name in LIST)
        most = next((most for folder, most in MOST.items() if path.startswith(folder)), None)
        if alone and most and len(files[path]) > most:
            yield f"{path}: {len(files[path])} bytes, more than {most}"
        own = {_place(path, one["src"]) for one in page.all("script")}
        code = [files[src] for src in own if src.startswith(CODE)]
        size = sum(map(_zipped, code))
        if size > MOST_SCRIPT:
            yield f"{path}: scripts of {size} bytes, more than {MOST_SCRIPT}"


@cache
def _read(page: bytes) -> HtmlReader:
    return HtmlReader(page.decode())


@cache
def _zipped(script: bytes) -> int:
    return len(gzip.compress(script, mtime=0))


def _place(path: str, link: str) -> str:
    return normpath(f"{dirname(path)}/{unquote(link)}").lstrip("/") if link else path


def _links(page: HtmlReader) -> Iterator[str]:
    for tag, attributes in page.tags:
        link = attributes.get(LINKS.get(tag, ""), "")
        if link and not link.startswith(OUTSIDE):
            yield link
