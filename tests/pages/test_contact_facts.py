"""What a person's page states about them."""

from site_builder.model.contact import ContactId
from site_builder.pages.facts import Fact, Value, contact_facts
from site_builder.pages.page import Ref
from tests.support.vaults import insights_of

TODAY = "2026-11-22"


def facts(text: str, **others: str) -> dict[str, tuple[Value, ...]]:
    files = {"contacts/tara.md": f"---\nname: Tara\n{text}\n---\n"}
    files |= {
        f"contacts/{name}.md": f"---\nname: {name.title()}\n---\n{others[name]}" for name in others
    }
    insights = insights_of(files, TODAY)
    found = contact_facts(insights, insights.vault.people[ContactId("tara")])
    assert all(isinstance(one, Fact) and one.values for one in found)
    return {one.label: one.values for one in found}


def plain(text: str, note: str = "") -> tuple[Value, ...]:
    return (Value(Ref(text), note=note),)


def test_what_is_not_known_has_no_line_but_the_tie_and_the_last_contact() -> None:
    assert facts("") == {
        "Your tie": plain("not written down"),
        "Last contact": plain("nothing on record"),
    }


def test_my_own_file_says_nothing_of_a_tie_to_myself() -> None:
    assert facts("me: true\nlast_contact: 2026-11-01") == {}


def test_closeness_and_last_contact_are_words() -> None:
    found = facts("closeness: 4\nlast_contact: 2026-10-30")
    assert found["Your tie"] == (Value(Ref("friend or close colleague"), glyph="●●●●○"),)
    assert found["Last contact"] == plain("30\xa0Oct\xa02026", "23\xa0days ago")
    assert facts("last_contact: 2026-11-22")["Last contact"][0].note == "today"


def test_the_cadence_says_when_it_is_due() -> None:
    found = facts("cadence: 2w\nlast_contact: 2026-11-01")
    assert found["Keep in touch"] == plain("every 2 weeks", "overdue since 15\xa0Nov\xa02026")
    found = facts("cadence: 3w\nlast_contact: 2026-11-01")
    assert found["Keep in touch"] == plain("every 3 weeks", "next by 22\xa0Nov\xa02026")
    assert facts("cadence: 3w")["Keep in touch"] == plain("every 3 weeks")


def test_only_a_reserve_about_asking_is_worth_a_line() -> None:
    assert "Asking" not in facts("ask: yes")
    assert facts("ask: no")["Asking"] == plain("prefers not to be asked")
    assert facts("ask: sparingly")["Asking"] == plain("only now and then")


def test_mail_phone_and_safe_addresses_are_links() -> None:
    found = facts("email: t@x.example\nphone: 01234\nurl: [https://x.example, 'javascript:1']")
    assert [one.outside for one in found["Mail"]] == ["mailto:t@x.example"]
    assert found["Phone"] == (Value(Ref("01234"), "tel:01234"),)
    assert [(one.ref.text, one.outside) for one in found["Web"]] == [
        ("https://x.example", "https://x.example"),
        ("javascript:1", ""),
    ]


def test_people_are_links_where_they_are_found() -> None:
    found = facts("introduced_by: sam\nstanding: [sam 0.8, nobody 0.2]\nstrangers: [sam]", sam="")
    assert found["Introduced by"] == (Value(Ref("Sam", "contacts/sam.html")),)
    assert found["Does not know"] == found["Introduced by"]
    assert found["Listened to by"] == (
        Value(Ref("Sam", "contacts/sam.html"), note="80\xa0%"),
        Value(Ref("nobody"), note="20\xa0%"),
    )


def test_only_a_wider_audience_than_me_is_worth_a_line() -> None:
    assert "Shown to" not in facts("visibility: private")
    assert facts("visibility: [team]")["Shown to"] == plain("team")
