"""A circle's page."""

from site_builder.model.contact import ContactId
from site_builder.model.settings import CircleKind, GroupInfo, Settings
from site_builder.pages.contact_index import contact_index
from site_builder.pages.groups import TIES_UP_TO, Group, Member, MemberTie, group_pages
from site_builder.pages.page import Ref
from tests.support.insights_sample import sample_insights
from tests.support.vaults import Files, insights_of

ANA, BEN, ZOE = map(ContactId, ("ana", "ben", "zoe"))


def groups(files: Files, settings: Settings | None = None) -> dict[str, Group]:
    insights = insights_of(files, "2026-11-22", settings)
    views = [page.view for page in group_pages(contact_index(insights))]
    assert all(isinstance(view, Group) for view in views)
    return {view.id: view for view in views if isinstance(view, Group)}


def member(name: str, group: str, **facts: str) -> dict[str, str]:
    lines = "".join(f"{key}: {value}\n" for key, value in facts.items())
    text = f"---\nname: {name.title()}\ngroups: ['{group}']\n{lines}---\n"
    return {f"contacts/{name}.md": text}


def test_every_circle_has_a_page_at_kind_and_slug() -> None:
    addresses = [page.address for page in group_pages(contact_index(sample_insights()))]
    assert "groups/team-oslo-rowing.html" in addresses


def test_members_stand_by_name_with_years_myself_first() -> None:
    view = groups(
        {
            **member("ben", "team/x 2009-2012 stroke"),
            **member("ana", "team/x"),
            **member("zoe", "team/x 2019-", me="true"),
        }
    )["team/x"]
    assert view.members == (
        Member(ZOE, Ref("Zoe", "contacts/zoe.html"), me=True, years="since 2019", text=""),
        Member(ANA, Ref("Ana", "contacts/ana.html"), me=False, years="", text=""),
        Member(BEN, Ref("Ben", "contacts/ben.html"), me=False, years="2009–2012", text="stroke"),
    )
    assert (view.size, view.mine) == ("3 members", "since 2019")


def test_ties_among_members_are_shown_ties_to_others_are_not() -> None:
    view = groups(
        {
            **member("ana", "team/x", knows="[ben 3? heard so, cem 5]"),
            **member("ben", "team/x"),
            **member("cem", "team/y"),
        }
    )["team/x"]
    assert view.ties == (
        MemberTie(
            Ref("Ana", "contacts/ana.html"),
            Ref("Ben", "contacts/ben.html"),
            "●●●○○",
            "good contact",
            hearsay=True,
            text="heard so",
        ),
    )


def test_a_large_circle_lists_everybody_but_no_ties() -> None:
    many: dict[str, str] = {}
    for number in range(TIES_UP_TO + 1):
        many |= member(f"p{number}", "team/x", knows="[p0 3]")
    view = groups(many)["team/x"]
    assert (len(view.members), view.ties, view.ties_shown) == (TIES_UP_TO + 1, (), False)


def test_the_stated_size_is_told_beside_the_members_known() -> None:
    settings = Settings(groups={"team/x": GroupInfo("Eight", 8)})
    view = groups(member("ana", "team/x"), settings)["team/x"]
    assert (view.name, view.size) == ("Eight", "8 members, 1 of them here")
    assert groups(member("ana", "team/x"))["team/x"].size == "1 member"


def test_doors_that_lead_in() -> None:
    (view,) = (
        page.view
        for page in group_pages(contact_index(sample_insights()))
        if page.address == "groups/team-oslo-rowing.html"
    )
    assert isinstance(view, Group)
    assert [door.door.text for door in view.doors] == ["Tara Lindqvist"]


def test_what_sharing_it_is_worth_is_said_in_words() -> None:
    settings = Settings(kinds={"team": CircleKind(1.6, 0.8), "faith": CircleKind(0, 0)})
    files = {**member("ana", "team/x"), **member("ben", "faith/y"), **member("cem", "band/z")}
    found = groups(files, settings)
    assert found["team/x"].weight.startswith("Sharing it says much")
    assert found["faith/y"].weight.startswith("Sharing it counts for nothing")
    assert found["band/z"].weight.startswith("Sharing it counts for nothing")


def test_lesser_kinds_say_less() -> None:
    files = {**member("ana", "practice/x"), **member("ben", "place/y")}
    found = groups(files)
    assert "something about" in found["practice/x"].weight
    assert "little about" in found["place/y"].weight
