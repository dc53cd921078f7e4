"""A name that runs from right to left turns nothing that stands beside it."""

import re
import time
from html.parser import HTMLParser

import pytest

from site_builder.pages.contact import contact_pages
from site_builder.pages.contact_index import contact_index
from site_builder.pages.door import door_page
from site_builder.pages.doors import doors_pages
from site_builder.pages.groups import group_pages
from site_builder.pages.intro import intro_pages
from site_builder.pages.intros import intros_pages
from site_builder.pages.page import Page, Ref
from site_builder.pages.tag_uses import tag_uses
from site_builder.pages.tags import tag_pages
from site_builder.pages.today import today_page
from site_builder.rendering.filters import show_link, show_said
from tests.support.theme_files import html_of
from tests.support.vaults import insights_of, intro, people

FIRST = "نور"
NOOR = f"{FIRST} حداد"
WORK = "شركة الأفق"
TEXT = "تجديف"
FILES = people("me", me="me: true") | {
    "contacts/noor.md": (
        f"---\nname: {NOOR}\norg: {WORK}\ntags: [x]\ngroups: ['team/x 2009-2012 {TEXT}']\n"
        f"knows: ['ana 3 {TEXT}']\n---\n"
    ),
    "contacts/ana.md": "---\nname: Ana\ngroups: [team/x]\n---\nSee [[noor]].\n",
    "intros/one.md": intro("2026-11-01 asked", target="ana", introducer="noor"),
}

WAITING = FILES | {
    "contacts/dan.md": (
        f"---\nname: דן כהן\ncloseness: 4\nknows: [noor 4 {TEXT}]\ngroups: [team/x 2010]\n---\n"
    ),
    "contacts/gal.md": "---\nname: גל\ncloseness: 4\nknows: [noor 3]\n---\n",
    "intros/two.md": intro(
        "2026-09-01 introduced\n2026-09-02 wrote: טוב, 3\n2026-10-01 nudged\n2026-10-09 nudged\n"
        "2026-10-20 thanked",
        target="noor",
        introducer="dan",
        goal="חצי שעה, 3 שאלות.",
    ),
    "intros/three.md": intro("2026-11-01 asked", target="dan", introducer="gal"),
}
SIDEWAYS = re.compile("[\u0590-\u06ff]")
BESIDE = re.compile("[A-Za-z0-9]")
ALONE = frozenset(
    {"bdi", "pre", "svg", "title", "script", "code", "p.letter", "p.source", "span.source"}
    | {"a.button"}
)
"""What is one text by itself; a button ends in its name."""


class Sentences(HTMLParser):
    """Finds names from right to left that stand in a text among words."""

    def __init__(self) -> None:
        """Begin outside of everything."""
        super().__init__()
        self.within: list[str] = []
        self.turned: list[str] = []
        self.apart = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Go into an element."""
        kind = (dict(attrs).get("class") or "").split(" ")[0]
        if tag not in {"br", "meta", "link", "input"}:
            self.within.append(f"{tag}.{kind}" if f"{tag}.{kind}" in ALONE else tag)

    def handle_endtag(self, tag: str) -> None:
        """Leave an element."""
        while self.within and self.within.pop().partition(".")[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        """Look at a text."""
        if SIDEWAYS.search(data) and not ALONE.isdisjoint(self.within):
            self.apart += 1
        elif SIDEWAYS.search(data) and BESIDE.search(data):
            self.turned.append(data)


def shown(sheaf: object, at: str) -> str:
    assert hasattr(sheaf, "__iter__")
    (page,) = (page for page in sheaf if isinstance(page, Page) and page.address == at)
    return html_of(page)


def test_a_link_isolates_only_what_runs_the_other_way() -> None:
    context = {"root": "../"}
    assert str(show_link(context, Ref(NOOR))) == f"<bdi>{NOOR}</bdi>"  # type: ignore[arg-type]
    linked = show_link(context, Ref(f"{NOOR} & co", "a.html"))  # type: ignore[arg-type]
    assert str(linked) == f'<a href="../a.html"><bdi dir="ltr"><bdi>{NOOR}</bdi> &amp; co</bdi></a>'
    assert str(show_link(context, Ref("Zoë", "a.html"))) == '<a href="../a.html">Zoë</a>'  # type: ignore[arg-type]


def test_what_is_said_beside_a_colon_or_a_date_is_isolated() -> None:
    insights = insights_of(FILES, "2026-11-22")
    ana = shown(contact_pages(contact_index(insights)), "contacts/ana.html")
    assert f"<bdi>{FIRST}</bdi>: “<bdi>{TEXT}</bdi>”" in ana
    assert f'1\u00a0Nov</time>: <bdi dir="ltr">You asked {FIRST}</bdi>' in ana
    noor = shown(contact_pages(contact_index(insights)), "contacts/noor.html")
    assert f"2009–2012, <bdi>{TEXT}</bdi>" in noor
    assert f"<bdi>{NOOR}</bdi></a>" in shown(
        contact_pages(contact_index(insights)), "contacts/ana.html"
    )
    group = shown(group_pages(contact_index(insights)), "groups/team-x.html")
    assert f"2009–2012, <bdi>{TEXT}</bdi>" in group
    assert f"“<bdi>{TEXT}</bdi>”" in group
    tags = tag_pages(tag_uses(insights.vault), contact_index(insights))
    assert f'<bdi class="note">{WORK}</bdi>' in shown(tags, "tags/x.html")
    board = shown(intros_pages(contact_index(insights)), "intros/index.html")
    assert f'1\u00a0Nov <bdi class="note" dir="ltr">You asked {FIRST}</bdi>' in board


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("back to ליאת. דן knows", "back to <ליאת>. <דן> knows"),
        ("דן is asking ליאת, 9 days", "<דן> is asking <ליאת>, 9 days"),
        ("ליאת כהן, דן and ג'קי", "<ליאת כהן>, <דן> and <ג'קי>"),
        ("friends (למדו יחד, 3 שנים)", "friends (<למדו יחד, 3 שנים>)"),
        ("both in הגליל: בלשנות since 2019", "both in <הגליל: בלשנות> since 2019"),
        ("Tara knows Ben", "Tara knows Ben"),
        ("Łucja & 山田", "Łucja & 山田"),
        ("ליאת, 3", "<ליאת, 3>"),
    ],
)
def test_names_in_a_sentence_stand_by_themselves(text: str, shown: str) -> None:
    html = str(show_said(text)).replace("<bdi>", "<").replace("</bdi>", ">")
    assert html.replace("&#39;", "'").replace("&amp;", "&") == shown


def test_a_long_text_is_parted_in_time_that_grows_with_it() -> None:
    for filler in ("(א", "א ", "“א", "א-", "(", "א1", "״", "(אa"):
        started = time.process_time()
        show_said(f"x{filler * 20_000}א")
        assert time.process_time() - started < 1, filler


def test_no_sentence_of_any_page_is_turned_by_a_name() -> None:
    insights = insights_of(WAITING, "2026-11-22")
    index = contact_index(insights)
    (door,) = (one for one in insights.doors if one.thread.target == "noor")
    pages = [today_page(insights), door_page(insights, door), *contact_pages(index)]
    pages += [*intros_pages(index), *doors_pages(index), *intro_pages(index)]
    seen = 0
    for page in pages:
        reader = Sentences()
        reader.feed(html_of(page))
        assert not reader.turned, page.address
        seen += reader.apart
    assert seen > 50
