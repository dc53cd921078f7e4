"""The list of circles."""

from site_builder.model.settings import GroupInfo, Settings
from site_builder.pages.contact_index import contact_index
from site_builder.pages.groups import GroupRow, groups_pages
from site_builder.pages.long_list import Listing
from site_builder.pages.page import Ref
from tests.support.insights_sample import sample_insights
from tests.support.vaults import insights_of


def rows(text: str = "", me: str = "", settings: Settings | None = None) -> tuple[GroupRow, ...]:
    files = {
        "contacts/tara.md": f"---\nname: Tara\ngroups: [{text}]\n---\n",
        "contacts/me.md": f"---\nname: Robin\nme: true\ngroups: [{me}]\n---\n",
    }
    (page,) = groups_pages(contact_index(insights_of(files, "2026-11-22", settings)))
    assert isinstance(page.view, Listing)
    return page.view.rows


def test_a_row_counts_members_and_doors_and_names_my_years() -> None:
    (page,) = groups_pages(contact_index(sample_insights()))
    assert isinstance(page.view, Listing)
    found = {row.circle.text: row for row in page.view.rows}
    assert found["Oslo Rowing Club, first eight"] == GroupRow(
        Ref("Oslo Rowing Club, first eight", "groups/team-oslo-rowing.html"),
        "team",
        3,
        "2008–2013",
        "1 door",
        1,
    )


def test_kinds_stand_in_the_order_of_the_settings_unknown_ones_last() -> None:
    found = rows("place/oslo, band/abba, team/zoo, team/ape")
    assert [row.circle.text for row in found] == ["Ape", "Zoo", "Oslo", "Abba"]


def test_circles_of_one_name_stand_by_id() -> None:
    settings = Settings(groups={"team/b": GroupInfo("X"), "team/a": GroupInfo("X")})
    found = rows("team/b, team/a", settings=settings)
    assert [row.circle.href for row in found] == ["groups/team-a.html", "groups/team-b.html"]


def test_my_membership_without_years_is_a_yes() -> None:
    assert [row.mine for row in rows("team/a, team/b", "team/b")] == ["", "yes"]


def test_without_my_own_file_no_circle_is_mine() -> None:
    files = {"contacts/tara.md": "---\nname: Tara\ngroups: [team/a]\n---\n"}
    (page,) = groups_pages(contact_index(insights_of(files, "2026-11-22")))
    assert isinstance(page.view, Listing)
    assert [(row.mine, row.doors) for row in page.view.rows] == [("", "")]
