"""Every packaged theme, and the one named by `--theme`, keeps the contract; broken ones do not."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest
from msgspec.structs import replace

from site_builder.pages.draft_facts import Facts
from site_builder.pages.frame import Frame
from site_builder.pages.page import Page
from site_builder.pages.site import plan_site
from site_builder.rendering.environment import make_environment
from site_builder.rendering.theme import Theme
from tests.support.insights_sample import sample_insights
from tests.support.theme_files import built, finished, html_of, packaged
from tests.themes.contract import faults
from tests.themes.kitchen_sink import NAME, main

MANUAL = Path(__file__).parents[2] / "docs" / "theming.md"
OF_MINE = re.compile(r"themes/mine/((?:templates|static)/[\w./-]*)")
"""Where in the theme of the manual a piece of it lies."""
BASE, MACROS = "templates/base.html", "templates/macros.html"
LOST = "templates/404.html"
DOOR = "templates/door.html"
CSS = "static/css/tokens.css"
CLASS = re.compile(r"\.([a-z][a-z0-9-]*[a-z0-9])")
MARKUP = Path(__file__).parents[2] / "site_builder" / "markup"
SHOWN = (
    r'/mine\.css">[^§]*</head>',
    r'<a [^>]*href="[./]*index\.html"><img src="[./]*static/favicon\.svg" alt="Ours"></a>',
    r"</main>\n<aside>Beside</aside><footer",
    r"<p>Below</p></footer>",
    r'/mine\.js" defer></script>\s*(?:<script[^>]*></script>\s*)*</head>',
)
"""What the blocks that are there to be filled add to a page, and where."""
BY_SCRIPT = {"sheet", "found-head", "found-name"}
"""Classes of what only a script makes."""
FEW = ("index.html", "404.html", "threads/tara-lindqvist.html")
"""Pages on which a broken theme shows what is wrong with it."""
PLAIN = Path(__file__).parents[2] / "themes" / "plain"
"""The theme that stands for all others where the command line names none."""


@cache
def broken(path: str, old: str, new: str) -> Theme:
    """Return the default theme with one text exchanged in one file."""
    files = packaged()["default"]
    text = files[path].decode()
    assert old in text
    return built("default", {"default": {**files, path: text.replace(old, new).encode()}})


@pytest.mark.parametrize("name", packaged())
def test_a_packaged_theme_keeps_the_contract(name: str) -> None:
    assert faults(built(name, packaged())) == []


@pytest.mark.parametrize("name", packaged())
def test_a_packaged_theme_whose_scripts_are_switched_off_asks_for_none(name: str) -> None:
    off = {"theme.toml": f'extends = "{name}"\nscripts = []\n'.encode()}
    theme = built("off", {**packaged(), "off": off})
    assert [address for address in theme.static if address.endswith(".js")] == []
    assert faults(theme) == []


@pytest.mark.parametrize("name", packaged())
def test_every_page_but_the_first_shows_the_way_back(name: str) -> None:
    plan = plan_site(sample_insights(), ())
    for page in (page for sheaf in plan.sheaves.values() for page in sheaf):
        html = html_of(page, name, plan.frame)
        way = re.search(r'<nav[^>]* aria-label="Breadcrumb"><ol><li><a href="([^"]*)"', html)
        if page.address in ("index.html", "404.html"):
            assert way is None
        else:
            assert way, page.address
            assert way[1] == f"{page.root}index.html"


def test_the_theme_named_on_the_command_line_keeps_it(request: pytest.FixtureRequest) -> None:
    folder = Path(request.config.getoption("--theme") or PLAIN)
    files = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
    assert faults(built(folder.name, {**packaged(), folder.name: files})) == []


@pytest.mark.parametrize("name", packaged())
def test_what_a_child_adds_to_the_document_is_on_every_page(name: str) -> None:
    blocks = {
        "head": '<link rel="stylesheet" href="{{ root }}static/css/mine.css">',
        "brand": '<img src="{{ root }}static/favicon.svg" alt="Ours">',
        "aside": "<aside>Beside</aside>",
        "foot": "<p>Below</p>",
        "scripts": '<script src="{{ root }}static/js/mine.js" defer></script>',
    }
    text = f'{{% extends "{name}/base.html" %}}'
    text += "".join(f"{{% block {one} %}}{html}{{% endblock %}}" for one, html in blocks.items())
    mine = {"theme.toml": f'extends = "{name}"'.encode(), BASE: text.encode()}
    mine |= {"static/css/mine.css": b"", "static/js/mine.js": b""}
    theme = built("mine", {**packaged(), "mine": mine})
    assert faults(theme) == []
    plan = plan_site(sample_insights(), ())
    engine, frame = make_environment(theme), replace(plan.frame, scripts=theme.scripts)
    for page in (page for sheaf in plan.sheaves.values() for page in sheaf):
        html = finished(engine, page, frame)
        assert isinstance(html, bytes)
        missing = [one for one in SHOWN if not re.search(one, html.decode())]
        assert missing == ([] if page.address != "404.html" else [*SHOWN]), page.address


@pytest.mark.parametrize(
    ("path", "old", "new", "fault"),
    [
        (BASE, "default-src 'none'", "default-src *", "the policy is not"),
        (BASE, "noindex, nofollow, noarchive", "all", "robots are not told"),
        (BASE, 'content="no-referrer"', 'content="origin"', "links tell where"),
        (BASE, "<body>", '<body style="color: red">', "inline style"),
        (BASE, "<body>", '<body onload="x()">', "inline onload"),
        (BASE, "<body>", "<body><script>x()</script>", "inline <script>"),
        (BASE, "<body>", "<body><style>b {}</style>", "inline <style>"),
        (BASE, '<main id="content"', '<main id="main"', "does not lead to the content"),
        (BASE, "{{ site.as_of }}", "", "does not say the day"),
        (LOST, "{{ site.as_of }}", "", "404.html: does not say the day"),
        (BASE, '{{ nav_key | default("") | nav }}', "", "no way to Doors"),
        (BASE, "{{ root }}static/favicon.svg", "/favicon.svg", "leads nowhere"),
        (BASE, "data-keys hidden", "data-keys", "a button shows"),
        (BASE, "</footer>", "", "</body> closes nothing"),
        (BASE, ' lang="{{ site.language }}"', "", "does not say its language"),
        (BASE, "</main>", "</main><h1>Two</h1>", "2 <h1>, not one"),
        (BASE, "</html>", "</html></body>", "not one whole document"),
        (BASE, '<footer class="foot">', '<footer class="foot" id="content">', "id content twice"),
        (BASE, '<footer class="foot">', '<footer aria-labelledby="x">', "nothing has the id x"),
        (BASE, 'href="#content"', 'href="#contents"', "#contents leads nowhere"),
        (BASE, "{% block title %}{% endblock %} · {{ site.title }}", "", "has no title"),
        (BASE, "</footer>", "<ul><li></li></ul></footer>", "an item of a list has no words"),
        (DOOR, ' aria-hidden="true"{% endif %}', "{% endif %}", "an item of a list has no words"),
        (MACROS, "{{ text }}", "{{ text | safe }}", 'there is no filter "safe"'),
        (MACROS, "{{ text }}", "{{ txt }}", 'unknown name "txt"'),
        (CSS, "color-scheme", "src: url(//a.example/x.woff2); color-scheme", "from elsewhere"),
        (CSS, "color-scheme", "src: url('http://a.example/x'); color-scheme", "from elsewhere"),
        (CSS, "color-scheme", 'src: url("../x.woff2"); color-scheme', "../x.woff2 is no file"),
        (CSS, ":root {", '@import "x.css"; :root {', "loads something from elsewhere"),
        (CSS, ":root {", f"/* {25_000 * 'x'} */ :root {{", "more than 25000"),
    ],
)
def test_a_broken_theme_is_caught(path: str, old: str, new: str, fault: str) -> None:
    assert any(fault in found for found in faults(broken(path, old, new), FEW))


def test_the_pages_on_which_one_is_caught_are_sound_themselves() -> None:
    assert faults(built("default", packaged()), FEW) == []
    twice = broken(BASE, "</main>", "</main><h1>Two</h1>")
    assert len(faults(twice, FEW)) == 2  # the lost page has a frame of its own
    assert len(faults(twice)) > 50


def test_the_theme_of_the_manual_keeps_the_contract() -> None:
    blocks = re.findall(r"```(?:html|css)\n(.*?)```", MANUAL.read_text("utf-8"), re.DOTALL)
    named = {place[1]: text for text in blocks if (place := OF_MINE.search(text))}
    mine = {path: text.encode() for path, text in named.items()}
    mine |= dict.fromkeys(("static/css/mine-print.css", "static/fonts/mine.woff2"), b"")
    mine |= {"theme.toml": b'extends = "default"', "static/logo.png": b""}
    assert faults(built("mine", {**packaged(), "mine": mine})) == []
    assert "static/css/mine.css" in named


def test_the_manual_names_what_every_template_is_given() -> None:
    rows = dict(re.findall(r"^\| `(\w+)` \| (.*) \|$", MANUAL.read_text("utf-8"), re.MULTILINE))
    for name, kind in (("site", Frame), ("page", Page)):
        named = set(re.findall(r"\w+", " ".join(re.findall(r"`([^`]*)`", rows[name]))))
        assert named >= {*kind.__struct_fields__} - {"view"}, name
    given = MANUAL.read_text("utf-8").rpartition("There are\n")[2]
    told = re.findall(r"\w+", " ".join(re.findall(r"`([^`]*)`", given)))
    assert {*told} >= {*Facts.__struct_fields__}


def test_the_manual_names_the_pictures_there_are() -> None:
    table = re.findall(
        r"^\| `(\w+)` \| .* \| (?:`pages\.|an opacity)", MANUAL.read_text("utf-8"), re.MULTILINE
    )
    pictures = packaged()["default"]["templates/pictures.html"].decode()
    assert sorted(table) == sorted(re.findall(r"{% macro (\w+)\(", pictures))


def unused_classes(files: Mapping[str, bytes]) -> set[str]:
    """Return the classes that style sheets speak of and no template, nor our Markdown, uses."""
    sheets = (data.decode() for path, data in files.items() if path.endswith(".css"))
    named = {name for css in sheets for name in CLASS.findall(_selectors(css))}
    texts = " ".join(data.decode() for path, data in files.items() if path.endswith(".html"))
    texts += " ".join(path.read_text() for path in MARKUP.glob("*.py"))
    made = {name for name in named if f"{name.rpartition('-')[0]}-{{{{" in texts}
    used = {name for name in named if re.search(rf"(?<![\w-]){name}(?![\w-])", texts)}
    return named - made - used - BY_SCRIPT


def _selectors(css: str) -> str:
    bare = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    return re.sub(r"\{[^{}]*\}", " ", bare)


def test_the_style_sheets_speak_of_nothing_that_no_page_has() -> None:
    assert unused_classes(packaged()["default"]) == set()


def test_a_style_for_nothing_is_found() -> None:
    files = {**packaged()["default"], CSS: b".nobody-has-this, .badge { color: red; }"}
    assert unused_classes(files) == {"nobody-has-this"}


def test_the_kitchen_sink_is_written_to_be_looked_at(tmp_path: Path) -> None:
    main(tmp_path, "paper")
    assert "Every component" in (tmp_path / NAME).read_text("utf-8")
    assert (tmp_path / "static/css/paper.css").exists()
