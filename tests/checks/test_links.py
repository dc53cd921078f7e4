"""Links in texts lead somewhere, or are reported where they stand."""

import pytest

from .builders import PEOPLE, contact, findings, found, intro, only


@pytest.mark.parametrize(
    "link",
    [
        "[[tara]]",
        "[[Tara Holm|her]]",
        "[[contacts/tara.md]]",
        "[[tara#Log]]",
        "[[#Log]]",
        "[[a]]",
        "[[intros/a|the intro]]",
        "[[report.pdf]]",
        "![[missing.png]]",
        "[she](tara.md)",
        "[she](./tara.md#log)",
        "[intro](../intros/a.md)",
        "[root](/contacts/tara.md)",
        "[out](../../elsewhere/x.md)",
        "[readme](../README.md)",
        "[file](../attachments/x.pdf)",
        "[web](https://example.org/x.md)",
    ],
)
def test_these_links_lead_somewhere_or_are_left_alone(link: str) -> None:
    files = {"contacts/pat.md": contact(body=f"See {link}."), "intros/a.md": intro()}
    assert found(files) == []


@pytest.mark.parametrize(
    ("link", "cure"),
    [
        ("[[tarra]]", 'did you mean "[[tara]]"?'),
        ("[[nobody in sight]]", "correct the name, or write the words without brackets"),
        ("[she](contacts/tara.md)", "type [[tara]], which needs no path"),
        ("[intro](a.md)", "type [[a]], which needs no path"),
        ("[x](zzzzzz.md)", "correct the path"),
        ("[[zzzzzz/]]", "correct the name, or write the words without brackets"),
    ],
)
def test_a_link_that_leads_nowhere_is_reported(link: str, cure: str) -> None:
    problem = only({"contacts/pat.md": contact(body=f"See {link}."), "intros/a.md": intro()})
    assert (problem.id, problem.span.line) == ("broken-link", 4)
    assert problem.span.column == 5 + max(0, link.find("(") + 1)
    assert problem.help == cure


def test_a_link_that_several_people_answer_to_names_them() -> None:
    files = {
        "contacts/b.md": contact(name="Ben Ito"),
        "contacts/pat.md": contact(body="[[Ben Ito]]"),
    }
    assert only(files).help == "type the id of the one you mean, for example [[b|Ben Ito]]"


def test_a_link_on_a_later_line_of_a_log_entry_is_found_there() -> None:
    log = "## Log\n\n- 2026-06-03: with [[tara]]\n  and [[bem]] too\n"
    assert found({"contacts/pat.md": contact(body=log)}) == ["broken-link contacts/pat.md:7:7"]


def test_a_link_broken_over_two_lines_is_found_at_its_log_line() -> None:
    log = "## Log\n\n- 2026-06-03: with [[nobody in\n  sight]] too\n"
    assert found({"contacts/pat.md": contact(body=log)}) == ["broken-link contacts/pat.md:6:3"]


def test_an_event_may_link_to_another_intro() -> None:
    files = {
        "intros/a.md": intro("2026-06-03 asked: as in [[b]]"),
        "intros/b.md": intro("2026-09-03 asked: as in [[c]]", via="ben"),
    }
    assert found(files) == ["broken-link intros/b.md:9:27"]


def test_a_bar_in_double_width_is_told_with_the_link_to_type() -> None:
    file = contact(body="See [[tara｜花子]].")
    assert only({"contacts/pat.md": file}).help == "type [[tara|花子]], with a plain bar"
    file = contact('knows: ["[[tara｜花子]] 3"]')
    assert only({"contacts/pat.md": file}).help == 'type "[[tara|花子]]", with a plain bar'


def test_brackets_in_double_width_are_told_where_they_name_somebody() -> None:
    file = contact(body="See ［［tara］］.\n\n## Log\n\n- 2026-06-03: with ［［ｓａｍ|S.］］")
    told = findings({**PEOPLE, "contacts/pat.md": file})
    assert [(one.id, one.span.line, one.span.column, one.help) for one in told] == [
        ("broken-link", 4, 5, "type [[tara]], with plain brackets"),
        ("broken-link", 8, 20, "type [[sam|S.]], with plain brackets"),
    ]
    assert not found({"contacts/pat.md": contact(body="See ［［注］］ and ［tara］.")})


def test_brackets_in_double_width_around_an_introduction_are_told() -> None:
    file = contact(body="As in ［［Ｏne｜last time］］, and ［［two］］.")
    told = only({"contacts/pat.md": file, "intros/one.md": intro("2026-10-01 asked")})
    assert (told.id, told.help) == ("broken-link", "type [[one|last time]], with plain brackets")
