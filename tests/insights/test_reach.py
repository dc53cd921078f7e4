"""How far I reach: four sets of people, who leads on, and who is a way into a circle."""

from site_builder.insights.reach import Hub, WayIn, hubs_of, reach_of, ways_in
from site_builder.model.contact import ContactId
from site_builder.model.vault import Vault
from tests.support.insights_sample import insights_in

VAULT = """
== contacts/me.md
name: Robin
me: true
knows: [vic 2]
groups: [employer/own]
== contacts/ana.md
name: Ana
closeness: 4
knows: [gus, noor 3, ben]
groups: [employer/northwind]
== contacts/ben.md
name: Ben
closeness: 3
knows: [gus 2, noor 1]
groups: [employer/northwind]
== contacts/cleo.md
name: Cleo
closeness: 1
knows: [me 2]
groups: [employer/northwind]
== contacts/noor.md
name: Noor
knows: [hana]
groups: [employer/havn]
== contacts/gus.md
name: Gus
groups: [employer/havn]
== contacts/hana.md
name: Hana
knows: [ida]
== contacts/ida.md
name: Ida
groups: [employer/far]
== contacts/vic.md
name: Vic
== contacts/wes.md
name: Wes
knows: [me]
"""


def vault_of(text: str = VAULT) -> Vault:
    return insights_in(text).vault


def people(names: str) -> set[ContactId]:
    return {ContactId(name) for name in names.split()}


def test_everybody_but_me_is_in_one_of_four_sets() -> None:
    reach = reach_of(vault_of())
    assert reach.close == people("ana")
    assert reach.known == people("ben cleo vic wes")
    assert reach.through == people("noor gus")
    assert reach.apart == people("hana ida")
    assert (
        reach.close | reach.known | reach.through | reach.apart
        == vault_of().people.keys() - people("me")
    )


def test_a_tie_to_me_in_either_file_is_a_tie_of_mine() -> None:
    reach = reach_of(vault_of())
    assert reach.knows(ContactId("vic"))
    assert reach.knows(ContactId("wes"))
    assert not reach.knows(ContactId("noor"))


def test_without_a_file_of_mine_closeness_alone_counts() -> None:
    reach = reach_of(vault_of(VAULT.replace("me: true\n", "")))
    assert reach.known == people("ben cleo")
    assert ContactId("vic") in reach.apart


def test_those_who_lead_to_most_people_come_first_the_closest_among_equals() -> None:
    vault = vault_of()
    reach = reach_of(vault)
    ana, ben = Hub(ContactId("ana"), 3, 2), Hub(ContactId("ben"), 3, 2)
    assert hubs_of(vault, reach, 5) == (ana, ben)
    assert hubs_of(vault, reach, 1) == (ana,)
    assert hubs_of(vault_of("== contacts/a.md\nname: A\ncloseness: 3\n"), reach, 3) == ()


def test_the_way_into_a_circle_is_a_member_i_know_else_somebody_who_knows_one() -> None:
    vault = vault_of()
    reach = reach_of(vault)

    def ways(circle: str, most: int = 2) -> list[tuple[str, str]]:
        found: tuple[WayIn, ...] = ways_in(vault, reach, vault.circles[circle], most)
        return [(way.contact, way.member) for way in found]

    assert ways("employer/northwind") == [("ana", "ana"), ("ben", "ben")]
    assert ways("employer/northwind", 1) == [("ana", "ana")]
    assert ways("employer/havn") == [("ana", "noor"), ("ben", "gus")]
    assert ways("employer/far") == []
