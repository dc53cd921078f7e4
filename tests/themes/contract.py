"""The contract of a theme: rules over its files and over every page it renders."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cache
from posixpath import dirname, normpath
from urllib.parse import unquote

from msgspec.structs import replace

from site_builder.diagnostics import Diagnostic
from site_builder.pages.page import Page
from site_builder.pages.site import SitePlan, plan_site
from site_builder.rendering.environment import make_environment
from site_builder.rendering.theme import Theme
from tests.support.html_reader import HtmlReader
from tests.support.insights_sample import insights_in, sample_insights
from tests.support.theme_files import finished, packaged
from tests.themes.kitchen_sink import FOUND, kitchen_sink, with_kitchen_sink

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'"
)
MOST_CSS = 25_000
"""Bytes of all style sheets that one page asks for, but for those that come from a parent."""
ASKS = re.compile(r"url\(\s*['\"]?([^'\")\s]*)|(@import)")
"""What a style sheet loads: an address, or another sheet."""
WORDLESS = re.compile(
    r"<li(?![^>]*aria-hidden)[^>]*>(?:\s|<svg[^>]*aria-hidden[^<]*<[^<]*</svg>)*</li>"
)
OUTSIDE = re.compile(r"(?:mailto|tel|https?):")

Html = Mapping[str, HtmlReader]
Site = tuple[Theme, SitePlan, Mapping[str, str], Html]
Rule = Callable[[Site], Iterator[str]]


def faults(theme: Theme, only: Collection[str] = ()) -> list[str]:
    """Return in which ways a theme breaks the contract, on these pages alone if any are named."""
    plan, every = _pages(theme.scripts)
    pages = [page for page in every if page.address in only] if only else every
    environment = make_environment(with_kitchen_sink(theme))
    texts: dict[str, str] = {}
    failed: list[str] = []
    for page in pages:
        rendered = finished(environment, page, plan.frame)
        if isinstance(rendered, Diagnostic):
            failed.append(f"{rendered.path}:{rendered.span.line}: {rendered.message}")
        else:
            texts[page.address] = rendered.decode()
    if failed:
        return [*dict.fromkeys(failed)]
    html = {address: HtmlReader(text) for address, text in texts.items()}
    site = theme, plan, texts, html
    return [fault for rule in RULES for fault in rule(site)]


@cache
def _pages(scripts: tuple[str, ...]) -> tuple[SitePlan, tuple[Page, ...]]:
    """Plan the sample's site, the pages of an empty vault, and the kitchen sink."""
    plan = plan_site(sample_insights(), (FOUND,), scripts=scripts)
    empty = plan_site(insights_in(""), (), scripts=scripts)
    pages = [page for sheaf in plan.sheaves.values() for page in sheaf]
    bare = [page for sheaf in empty.sheaves.values() for page in sheaf]
    renamed = (replace(page, address=page.address.replace(".html", "~empty.html")) for page in bare)
    return plan, (*pages, *renamed, kitchen_sink())


def _policy(site: Site) -> Iterator[str]:
    for address, page in site[3].items():
        metas = page.all("meta")
        named = {meta.get("name"): meta.get("content") for meta in metas}
        policy = [m["content"] for m in metas if m.get("http-equiv") == "Content-Security-Policy"]
        if policy != [POLICY]:
            yield f"{address}: the policy is not the one of the contract"
        if named.get("robots") != "noindex, nofollow, noarchive":
            yield f"{address}: robots are not told to keep away"
        if named.get("referrer") != "no-referrer":
            yield f"{address}: links tell where they come from"


def _inline(site: Site) -> Iterator[str]:
    for address, page in site[3].items():
        names = {name for _, attributes in page.tags for name in attributes}
        found = {name for name in names if name == "style" or name.startswith("on")}
        found |= {"<style>"} if page.all("style") else set()
        found |= {"<script>"} if any("src" not in one for one in page.all("script")) else set()
        yield from (f"{address}: inline {name}" for name in sorted(found))


def _sound(site: Site) -> Iterator[str]:
    for address, text in site[2].items():
        page = site[3][address]
        yield from (f"{address}: {fault}" for fault in page.faults)
        for tag in ("h1", "main"):
            if len(page.all(tag)) != 1:
                yield f"{address}: {len(page.all(tag))} <{tag}>, not one"
        if not re.search(r"<title>[^<]+</title>", text):
            yield f"{address}: the document has no title"
        if text.count("</body>") != 1 or not text.startswith("<!doctype html>\n"):
            yield f"{address}: not one whole document"
        if [one.get("lang") for one in page.all("html")] != [site[1].frame.language]:
            yield f"{address}: does not say its language"


def _wordless(site: Site) -> Iterator[str]:
    """Yield pages on which a list item that says nothing is read aloud."""
    for address, text in site[2].items():
        if WORDLESS.search(text):
            yield f"{address}: an item of a list has no words"


def _ids(site: Site) -> Iterator[str]:
    for address, page in site[3].items():
        ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
        yield from (
            f"{address}: id {one} twice" for one in sorted({i for i in ids if ids.count(i) > 1})
        )
        named = [button["data-copy"] for button in page.all("button") if "data-copy" in button]
        for _, attributes in page.tags:
            named += attributes.get("aria-labelledby", "").split()
        yield from (f"{address}: nothing has the id {one}" for one in sorted(set(named) - set(ids)))


def _links(site: Site) -> Iterator[str]:
    theme, plan, _, html = site
    addresses = [page.address for page in _pages(theme.scripts)[1]]
    known = {
        *addresses,
        *plan.files,
        *theme.static,
        *(address.replace("~empty", "") for address in addresses),
    }
    for address, page in html.items():
        ids = {attributes.get("id") for _, attributes in page.tags}
        for link in _references(page):
            path, _, anchor = link.partition("#")
            place = normpath(f"{dirname(address)}/{unquote(path)}").lstrip("/") if path else address
            if OUTSIDE.match(link):
                continue
            if place not in known:
                yield f"{address}: {link} leads nowhere"
            elif anchor and not path and anchor not in ids:
                yield f"{address}: #{anchor} leads nowhere"


def _references(page: HtmlReader) -> Iterator[str]:
    for tag in ("a", "link", "script", "img"):
        for attributes in page.all(tag):
            yield attributes.get("href", attributes.get("src", ""))


def _frame(site: Site) -> Iterator[str]:
    frame = site[1].frame
    for address, page in site[3].items():
        if frame.as_of not in page.text or frame.audience not in page.text:
            yield f"{address}: does not say the day and the audience it was built for"
        if address.startswith("404"):
            continue  # it is shown at any address, so it cannot know the way anywhere
        links = [a.get("href", "") for a in page.all("a")]
        if "#content" not in links[:1] or not any(
            m.get("id") == "content" for m in page.all("main")
        ):
            yield f"{address}: the first link does not lead to the content"
        root = "../" * address.count("/")
        missing = [item.text for item in frame.nav if f"{root}{item.href}" not in links]
        yield from (f"{address}: no way to {text}" for text in missing)


def _idle_controls(site: Site) -> Iterator[str]:
    for address, page in site[3].items():
        if any("hidden" not in button for button in page.all("button")):
            yield f"{address}: a button shows although no script may run"


def _static(site: Site) -> Iterator[str]:
    theme, _, _, html = site
    for path, data in theme.static.items():
        if path.endswith(".css"):
            yield from _asked(path, data.decode(), theme)
    sheets = {link["href"].removeprefix("../") for link in html["index.html"].all("link")}
    above = [packaged().get(name, {}) for name in theme.chain[1:]]
    own = [
        path for path in sheets if theme.static.get(path) not in [one.get(path) for one in above]
    ]
    size = sum(len(theme.static.get(path, b"")) for path in own if path.endswith(".css"))
    if size > MOST_CSS:
        yield f"style sheets of {size} bytes, more than {MOST_CSS}"


def _asked(path: str, css: str, theme: Theme) -> Iterator[str]:
    """Yield what a style sheet asks for that the theme does not have."""
    for found in ASKS.finditer(css):
        asked = found[1] or ""
        if found[2] or asked.startswith("//") or re.match(r"(?!data:)[a-z]+:", asked):
            yield f"{path}: loads something from elsewhere"
        elif asked and not asked.startswith(("data:", "#")):
            file = normpath(f"{dirname(path)}/{asked.partition('#')[0]}")
            if file not in theme.static:
                yield f"{path}: {asked} is no file of the theme"


RULES: tuple[Rule, ...] = (
    *(_policy, _inline, _sound, _wordless, _ids, _links, _frame),
    *(_idle_controls, _static),
)
