"""Pages for readers who do not own the files."""

import re

import pytest

from site_builder.insights.analyse import analyse
from site_builder.insights.insight import Insights
from site_builder.insights.threads import threads_of
from site_builder.model.audience import PRIVATE, Audience
from site_builder.pages.frame import NEEDED, has_part
from site_builder.pages.site import plan_site
from tests.audience.builders import ALL_KEYS, seen_vault
from tests.audience.sites import TODAY, site_of
from tests.audience.test_vault_filter import PAIR

ALL = ("contacts", "intros", "body", "log", "suggestions", "drafts")
WRITTEN = "closeness: 3\nlast_contact: 2026-01-01\ncadence: 14d"
FILES = {
    path: text.replace("goal: tea", "goal: tea\n").replace(
        "- 2026-01-01 asked: by phone",
        "- 2026-01-01 introduced\n- 2026-01-02 wrote\n- 2026-02-01 nudged\n- 2026-03-01 nudged\n"
        "- 2026-03-02 thanked",
    )
    for path, text in PAIR.items()
} | {
    "contacts/kim.md": "---\nname: Kim\nknows: [tara 4]\nvisibility: [team]\n---\n",
}


def site(*show: str, fields: tuple[str, ...] = ALL_KEYS) -> dict[str, str]:
    settings = f"[audiences.team]\nshow = {list(show)}\nfields = {list(fields)}\n"
    files = {path: text.encode() for path, text in FILES.items()}
    made = site_of(files | {"doorstep.toml": settings.encode()})
    return {name: data.decode() for name, data in made.items() if name.endswith(".html")}


def test_the_owner_has_every_part_and_others_have_what_is_listed() -> None:
    assert all(has_part(PRIVATE, key) for key in (*NEEDED, "problems", "anything"))
    team = Audience("team", ("contacts", "intros", "log"), ())
    assert [key for key in NEEDED if not has_part(team, key)] == ["groups"]
    assert not has_part(team, "problems")
    assert not has_part(team, "anything")


def test_problems_are_for_the_owner_alone() -> None:
    pages = site(*ALL)
    assert "problems.html" not in pages
    assert not any("roblems" in text for text in pages.values())


def test_without_the_log_there_are_no_doors_and_people_come_first() -> None:
    pages = site("contacts", "intros")
    assert not any(name.startswith("threads/") for name in pages)
    assert '<h1 id="list">Contacts</h1>' in pages["index.html"]
    assert "Today" not in pages["index.html"]
    assert "state not shown" in pages["intros/one.html"]
    assert "What came of it is not shown here" in pages["intros/one.html"]
    assert "asked" not in pages["intros/one.html"]


def test_suggestions_and_drafts_appear_only_where_they_are_listed() -> None:
    full, plain = site(*ALL)["threads/tara.html"], site(*ALL[:4])["threads/tara.html"]
    assert "Who could bring it back" in full
    assert "Words to send" in full
    assert "Kim" not in plain
    assert "Words to send" not in plain


def test_nobody_else_is_told_what_to_write_into_which_file() -> None:
    pages = site(*ALL)
    assert not any(".md" in text or "&lt;id&gt;" in text for text in pages.values())
    assert not any("doorstep.toml" in pages[name] for name in pages if name != "about.html")


def test_pages_say_whom_they_mean_by_you() -> None:
    assert (
        "“You” is the owner of these notes. “Written down” means: for team to see."
        in site(*ALL)["index.html"]
    )


def test_what_is_withheld_is_never_called_unknown() -> None:
    pages = site(*ALL)
    for words in ("</span> not written down", "nothing on record", "never yet", "Nobody is here"):
        assert not any(words in text for text in pages.values()), words


@pytest.mark.parametrize("show", [(), ("contacts",), ("intros",), ALL])
def test_empty_sites_are_sites_too(show: tuple[str, ...]) -> None:
    pages = site(*show, fields=())
    assert "index.html" in pages
    assert not any("Write a file" in text or "no doors yet" in text for text in pages.values())


def test_columns_that_are_empty_for_everybody_are_left_out() -> None:
    heads = ["Your tie", "Last contact", "Circles", "Doors"]
    narrow, wide = site("contacts", fields=()), site(*ALL, fields=(*ALL_KEYS, "closeness"))
    assert [head for head in heads if f">{head}</th>" in narrow["contacts/index.html"]] == []
    assert [head for head in heads if f">{head}</th>" in wide["contacts/index.html"]] == heads


def test_no_navigation_leads_nowhere() -> None:
    for show in (ALL, ("contacts",), ("contacts", "intros")):
        vault = seen_vault(FILES, Audience("team", show, ALL_KEYS))
        plan = plan_site(_insights(vault), ())
        pages = {page.address for sheaf in plan.sheaves.values() for page in sheaf}
        assert {item.href for item in plan.frame.nav} <= pages


def _insights(vault: object) -> Insights:
    return analyse(vault, threads_of(vault, TODAY), TODAY)  # type: ignore[arg-type] # a vault


def test_a_list_of_introductions_has_columns_only_for_what_can_be_shown() -> None:
    def heads(*show: str, fields: tuple[str, ...]) -> list[str]:
        page = site("contacts", "intros", *show, fields=fields)["intros/index.html"]
        return re.findall(r'<th scope="col"[^>]*>([^<]*)<', page)

    assert heads("log", fields=("name", "goal")) == [
        "Towards",
        "Through",
        "State",
        "Latest",
        "Goal",
    ]
    assert heads(fields=("name",)) == ["Towards", "Through"]


def test_a_person_of_whom_only_the_name_is_shown_has_no_empty_panel() -> None:
    page = "contacts/tara.html"
    assert 'id="facts"' in site("contacts", fields=("name", "phone"))[page]
    assert 'id="facts"' not in site("contacts", fields=("name",))[page]
