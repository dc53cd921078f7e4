"""The page of the whole network: by kind of circle, through whom, and where nobody knows a way."""

from typing import cast

from site_builder.model.vault import Vault
from site_builder.pages.network import HOLES_NAMED, NetworkView, network_pages
from site_builder.pages.network_circles import CIRCLES_SHOWN
from site_builder.pages.network_data import FILE, network_files
from site_builder.pages.page import Page
from tests.support.html_reader import HtmlReader
from tests.support.insights_sample import insights_in
from tests.support.theme_files import html_of

VAULT = """
== contacts/me.md
name: Robin
me: true
groups: [employer/northwind, team/rowing, faith/parish]
== contacts/ana.md
name: Ana
closeness: 4
knows: [noor 3, gus]
groups: [employer/northwind, team/rowing, faith/parish]
== contacts/ben.md
name: Ben
closeness: 2
groups: [employer/northwind, faith/parish]
== contacts/noor.md
name: Noor Haddad
groups: [employer/havn]
== contacts/gus.md
name: Gus
groups: [employer/havn, employer/alone]
== contacts/zoe.md
name: Zoe
groups: [employer/alone, team/rowing]
"""


def vault_of(text: str = VAULT) -> Vault:
    return insights_in(text).vault


def pages(text: str = VAULT) -> tuple[Page, ...]:
    return network_pages(vault_of(text))


def view(page: Page) -> NetworkView:
    return cast("NetworkView", page.view)


def test_there_is_a_page_for_each_kind_and_the_telling_one_comes_first() -> None:
    found = pages()
    assert [page.address for page in found] == ["network.html", "network/team.html"]
    assert [view(page).kind for page in found] == ["employer", "team"]
    steps = [(step.text, step.href) for step in view(found[1]).kinds]
    assert steps == [("Team", ""), ("Employer", "network.html")]


def test_a_sensitive_kind_has_no_page_and_is_not_in_the_data() -> None:
    assert "faith" not in {view(page).kind for page in pages()}
    data = network_files(vault_of())[FILE].decode()
    assert "employer/northwind" in data
    assert "faith/parish" not in data


def test_the_summary_counts_everybody_but_me() -> None:
    assert view(pages()[0]).summary == (
        "5 people: 2 you know, 1 of them well. Somebody you know leads to 2 more. "
        "To 1 no way is written down yet."
    )
    assert view(pages("")[0]).summary == "Nobody is written down yet."
    one = view(pages("== contacts/a.md\nname: A\ncloseness: 2\n")[0])
    assert one.summary == "1 person: 1 you know."


def test_a_row_says_how_far_i_reach_and_through_whom() -> None:
    rows = {row.circle.text: row for row in view(pages()[0]).circles}
    northwind, havn = rows["Northwind"], rows["Havn"]
    assert (northwind.people, northwind.mine) == (2, True)
    assert (northwind.close, northwind.known, northwind.through, northwind.apart) == (1, 1, 0, 0)
    assert [(way.person.text, way.knows) for way in northwind.ways] == [("Ana", ""), ("Ben", "")]
    assert [(way.person.text, way.knows) for way in havn.ways] == [("Ana", "Noor Haddad")]
    assert [(part.x, part.width) for part in northwind.bar] == [(0, 50), (50, 50)]


def test_the_column_without_me_says_so() -> None:
    html = html_of(pages()[0])
    assert '<th scope="col" class="num">Others</th>' in html
    assert '<td class="num" data-label="Others">2</td>' in html


def test_circles_where_i_know_nobody_are_named() -> None:
    assert view(pages()[0]).holes == "You know nobody yourself in Alone and Havn."
    assert view(pages()[1]).holes == ""
    crowd = "".join(
        f"== contacts/p{n}{m}.md\nname: P\ngroups: [employer/e{n}]\n"
        for n in range(HOLES_NAMED + 2)
        for m in "ab"
    )
    assert view(pages(crowd)[0]).holes.endswith("E4 and 2 more.")


def test_people_in_none_stand_in_a_disc_of_their_own() -> None:
    team = view(pages()[1]).maps[0].discs
    assert [(disc.key, disc.name.text) for disc in team] == [
        ("team/rowing", "Rowing"),
        ("", "No team noted"),
    ]


def test_only_the_largest_circles_are_shown_one_by_one() -> None:
    crowd = "".join(
        f"== contacts/p{n}{m}.md\nname: P\ngroups: [team/t{n:02}]\n"
        for n in range(CIRCLES_SHOWN + 3)
        for m in "ab"
    )
    found = view(pages(crowd)[0])
    assert len(found.circles) == CIRCLES_SHOWN
    assert found.smaller == "3 smaller circles of this kind are not listed one by one."
    last = found.maps[0].discs[-1]
    assert (last.key, last.note.text) == ("*", "0 of 6 known")
    assert "T07" in found.description
    assert "T08" not in found.description


def test_without_circles_everybody_is_one_disc_and_the_page_says_what_to_write() -> None:
    (page,) = pages("== contacts/a.md\nname: Ana\ncloseness: 4\n")
    assert [disc.title for disc in view(page).maps[0].discs] == ["Everybody"]
    assert "employer/northwind 2019-" in html_of(page)
    (empty,) = pages("")
    assert view(empty).maps == ()
    html = html_of(empty)
    assert HtmlReader(html).faults == []
    assert "legend" not in html
    assert "data-network-people" not in html
    assert "legend" in html_of(page)


def test_those_who_lead_furthest_are_named() -> None:
    hubs = view(pages()[0]).hubs
    assert [(hub.person.text, hub.words, hub.leads) for hub in hubs] == [
        ("Ana", "friend or close colleague, knows 2 people", "2 new to you")
    ]


def test_the_data_is_what_each_file_says_and_nothing_about_me() -> None:
    lines = network_files(vault_of())[FILE].decode().split("\n")
    assert lines[0].startswith("doorstepNetwork = {tied: [], words: [")
    assert lines[1] == '["ana",4,["employer/northwind","team/rowing"],["noor","gus"]],'
    assert '["noor",0,["employer/havn"],[],"Noor Haddad"],' in lines
    assert not any(line.startswith('["me"') for line in lines)
    tied = network_files(vault_of(VAULT.replace("name: Zoe", "name: Zoe\nknows: [me]")))
    assert b'tied: ["zoe"]' in tied[FILE]


def test_an_id_that_does_not_tell_name_and_address_has_both_beside_it() -> None:
    text = "== contacts/ana-berg.md\nname: Ana Berg\n== contacts/Å b.md\nname: Åse\n"
    lines = network_files(vault_of(text))[FILE].decode().split("\n")[1:-2]
    assert lines == [
        '["ana-berg",0,[],[]],',
        '["\\u00c5 b",0,[],[],"\\u00c5se","contacts/%C3%85%20b.html"]',
    ]


def test_names_cannot_leave_the_data() -> None:
    hostile = '== contacts/a.md\nname: "</script>\\"];alert(1)//"\n'
    data = network_files(vault_of(hostile))[FILE].decode()
    assert '"</script>\\"];alert(1)//"' in data


def test_only_a_theme_with_scripts_loads_the_people() -> None:
    sources = [tag.get("src", "") for tag in HtmlReader(html_of(pages()[0])).all("script")]
    assert {"network-data.js", "static/js/network.js"} <= set(sources)
    controls_first = sources.index("static/js/network.js") < sources.index("network-data.js")
    assert controls_first, "where the data come late, nothing may move for the controls"
    deeper = [tag.get("src", "") for tag in HtmlReader(html_of(pages()[1])).all("script")]
    assert "../network-data.js" in deeper
