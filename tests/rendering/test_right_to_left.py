"""A name that runs from right to left turns nothing that stands beside it."""

from site_builder.pages.contact import contact_pages
from site_builder.pages.contact_index import contact_index
from site_builder.pages.group import group_pages
from site_builder.pages.intros import intros_pages
from site_builder.pages.page import Page, Ref
from site_builder.pages.tag_uses import tag_uses
from site_builder.pages.tags import tag_pages
from site_builder.rendering.environment import show_link
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


def shown(sheaf: object, at: str) -> str:
    assert hasattr(sheaf, "__iter__")
    (page,) = (page for page in sheaf if isinstance(page, Page) and page.address == at)
    return html_of(page)


def test_a_link_isolates_only_what_runs_the_other_way() -> None:
    context = {"root": "../"}
    assert str(show_link(context, Ref(NOOR))) == f"<bdi>{NOOR}</bdi>"  # type: ignore[arg-type]
    linked = show_link(context, Ref(f"{NOOR} & co", "a.html"))  # type: ignore[arg-type]
    assert str(linked) == f'<a href="../a.html"><bdi dir="ltr">{NOOR} &amp; co</bdi></a>'
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
