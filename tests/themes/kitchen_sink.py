"""The kitchen sink: every component once, on one page, from the sample's own view models.

`python -m tests.themes.kitchen_sink FOLDER [THEME]` writes it with its styles, to be looked at.
"""

import sys
from dataclasses import dataclass
from pathlib import Path

from msgspec.structs import replace

from site_builder.diagnostics import Diagnostic, Severity
from site_builder.pages.connectors import connectors_page
from site_builder.pages.contact_index import contact_index
from site_builder.pages.door import door_pages
from site_builder.pages.intros import intros_pages
from site_builder.pages.page import Page, SafeHtml
from site_builder.pages.problems import problems_page
from site_builder.pages.today import today_page
from site_builder.rendering.environment import make_environment
from site_builder.rendering.theme import Theme
from site_builder.source import Span
from tests.support.insights_sample import sample_insights
from tests.support.theme_files import FRAME, built, finished, packaged

HERE = Path(__file__).parent
NAME = "kitchen-sink.html"
TEMPLATE = {NAME: (HERE / NAME).read_text("utf-8")}
NOTES = SafeHtml("""\
<p>Runs the <strong>platform</strong> group. <code>make</code></p>
<ul>
<li>short mails</li>
</ul>
<ol>
<li>first</li>
</ol>
<blockquote>
<p>“Late in the evening.”</p>
</blockquote>
<div class="callout">
<p class="callout-title">Tip</p>
<p>One question.</p>
</div>
<pre><code>echo 1
</code></pre>
<hr />
""")
FOUND = Diagnostic(
    "unknown-contact",
    Severity.ERROR,
    'no contact has the id "sam-okafr"',
    "intros/tara.md",
    Span(3, 13, 3, 22),
    'did you mean "sam-okafor"?',
    "introducer: sam-okafr",
)


@dataclass(frozen=True, slots=True)
class KitchenSink:
    """The views from which the components are taken."""

    today: object
    door: object
    intros: object
    connectors: object
    problems: object
    notes: SafeHtml


def kitchen_sink() -> Page:
    """Plan the page."""
    insights = sample_insights()
    door = next(page for page in door_pages(insights) if "tara" in page.address)
    view = KitchenSink(
        today_page(insights).view,
        door.view,
        next(iter(intros_pages(contact_index(insights)))).view,
        connectors_page(insights).view,
        problems_page((FOUND,)).view,
        NOTES,
    )
    return Page(NAME, NAME, view)


def with_kitchen_sink(theme: Theme) -> Theme:
    """Return the theme with the template of this page."""
    paths = {**theme.paths, NAME: f"tests/themes/{NAME}"}
    return replace(theme, templates={**theme.templates, **TEMPLATE}, paths=paths)


def main(folder: Path, name: str = "default") -> None:
    """Write the page and everything a browser needs to show it."""
    theme = with_kitchen_sink(built(name, packaged()))
    html = finished(make_environment(theme), kitchen_sink(), replace(FRAME, scripts=theme.scripts))
    assert isinstance(html, bytes), html
    for path, data in {**theme.static, NAME: html}.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
