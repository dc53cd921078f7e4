"""One line, one record: memberships of `groups` and ties of `knows`."""

import pytest

from site_builder.model.contact import Contact
from site_builder.model.document import Document
from site_builder.model.reference import fold
from tests.support.vaults import contact_of, document_of, excerpt


def refusal(key: str, line: str) -> tuple[str, str, str]:
    """Return the check, what was found and the marked text of a refused line."""
    document = document_of(f"---\nname: T\n{key}:\n  - {line}\n---\n")
    (fault,) = document.faults
    return fault.check, fault.found, excerpt(document, fault.span)


def contact(document: Document) -> Contact:
    """Return the contact of a document."""
    assert isinstance(document.record, Contact)
    return document.record


@pytest.mark.parametrize(
    ("line", "first", "last", "still", "text"),
    [
        ("team/oslo-rowing 2009-2012", 2009, 2012, False, ""),
        ("team/oslo-rowing 2019-", 2019, None, True, ""),
        ("team/oslo-rowing 2015", 2015, 2015, False, ""),
        ("team/oslo-rowing", None, None, False, ""),
        ("team/oslo-rowing 2009-2012 stroke seat", 2009, 2012, False, "stroke seat"),
        ("team/oslo-rowing 2019- cox, now and then", 2019, None, True, "cox, now and then"),
        ("team/oslo-rowing the good old days", None, None, False, "the good old days"),
        ("team/oslo-rowing   2009-2012   bow", 2009, 2012, False, "bow"),
        ("team/oslo-rowing 2nd crew", None, None, False, "2nd crew"),
        ("team/oslo-rowing 2012-2009", 2012, 2009, False, ""),
    ],
)
def test_a_membership_has_a_circle_years_and_a_text(
    line: str, first: int | None, last: int | None, *, still: bool, text: str
) -> None:
    (group,) = contact_of(f"---\nname: T\ngroups:\n  - {line}\n---\n").groups
    assert (group.group, group.kind, group.slug) == ("team/oslo-rowing", "team", "oslo-rowing")
    assert (group.first_year, group.last_year, group.open_end) == (first, last, still)
    assert group.text == text


@pytest.mark.parametrize(
    "line", ["school/kth", "band/the-é.s", "my_kind/x_1", "k2/2024", "team/हिंदी"]
)
def test_a_circle_is_a_kind_and_a_slug(line: str) -> None:
    (group,) = contact_of(f"---\nname: T\ngroups: [{line}]\n---\n").groups
    assert group.group == line


@pytest.mark.parametrize(
    "line", ["oslo-rowing", "Team/rowing", "team/", "/rowing", "team/a/b", "team /x", "2/x"]
)
def test_a_membership_without_kind_and_slug_is_refused_as_a_whole(line: str) -> None:
    assert refusal("groups", line) == ("invalid-value", line, line)


@pytest.mark.parametrize(
    "years", ["09-12", "2009–2012", "2009-12", "20090-2012", "-2012", "2009-now", "2009-2012-2014"]
)
def test_years_that_are_none_are_refused_where_they_stand(years: str) -> None:
    assert refusal("groups", f"team/x {years} bow") == ("invalid-value", years, years)


@pytest.mark.parametrize("years", ["2009 - 2012", "2009 – 2012", "2009- 2012", "2009 -2012"])
def test_years_that_stand_apart_are_years(years: str) -> None:
    (group,) = contact_of(f"---\nname: T\ngroups: [team/x {years} bow]\n---\n").groups
    assert (group.first_year, group.last_year, group.text) == (2009, 2012, "bow")


@pytest.mark.parametrize("text", ["8-oar crew", "4 years of it", "- captain", "2nd boat"])
def test_numbers_in_a_text_are_no_years(text: str) -> None:
    (group,) = contact_of(f"---\nname: T\ngroups: ['team/x {text}']\n---\n").groups
    assert (group.first_year, group.text) == (None, text)


@pytest.mark.parametrize("line", ["b 3, rowed", "b 3: rowed", "b 3; rowed"])
def test_a_stop_behind_the_grade_does_not_hide_it(line: str) -> None:
    (tie,) = contact_of(f"---\nname: T\nknows: ['{line}']\n---\n").knows
    assert (tie.closeness, tie.text) == (3, "rowed")


def test_a_year_in_the_text_of_a_tie_is_no_closeness() -> None:
    (tie,) = contact_of("---\nname: T\nknows: [b 2009 met]\n---\n").knows
    assert (tie.closeness, tie.text) == (None, "2009 met")


def test_years_behind_the_text_are_refused_where_they_stand() -> None:
    found = refusal("groups", "team/x stroke seat 2009-2012")
    assert found == ("invalid-value", "2009-2012", "2009-2012")


@pytest.mark.parametrize("typed", ["team/Rowing", "team/Straße", "team/İzmir"])
def test_a_circle_is_the_same_in_any_case_and_marked_as_it_was_typed(typed: str) -> None:
    document = document_of(f"---\nname: T\ngroups: [{typed}]\n---\n")
    (group,) = contact(document).groups
    assert group.slug == fold(typed.removeprefix("team/"))
    assert excerpt(document, group.span) == typed


@pytest.mark.parametrize(
    ("line", "name", "closeness", "hearsay", "text"),
    [
        ("sam-okafor 4 rowed together", "sam-okafor", 4, False, "rowed together"),
        ("ben-ito 3", "ben-ito", 3, False, ""),
        ("chloe-dubois 1? only heard of her", "chloe-dubois", 1, True, "only heard of her"),
        ("chloe-dubois ? at a fair", "chloe-dubois", None, True, "at a fair"),
        ("chloe-dubois 3 ?", "chloe-dubois", 3, True, ""),
        ("chloe-dubois 3 ? at a fair", "chloe-dubois", 3, True, "at a fair"),
        ("chloe-dubois 3 ?! well", "chloe-dubois", 3, False, "?! well"),
        ("ben-ito 24/7 at work", "ben-ito", None, False, "24/7 at work"),
        ("ben-ito", "ben-ito", None, False, ""),
        ("ben-ito from the fair", "ben-ito", None, False, "from the fair"),
        ("ben-ito 3rd cousin", "ben-ito", None, False, "3rd cousin"),
        ("ben-ito  5   ski", "ben-ito", 5, False, "ski"),
        ('"[[ben-ito]] 2 ski"', "ben-ito", 2, False, "ski"),
        ('"[[ben-ito|Ben I]] 2? ski"', "ben-ito", 2, True, "ski"),
        ('"[[Ben Ito]]"', "Ben Ito", None, False, ""),
        ('"  ben-ito 2"', "ben-ito", 2, False, ""),
    ],
)
def test_a_tie_has_a_person_a_closeness_and_a_text(
    line: str, name: str, closeness: int | None, *, hearsay: bool, text: str
) -> None:
    (tie,) = contact_of(f"---\nname: T\nknows:\n  - {line}\n---\n").knows
    assert (tie.other.name, tie.closeness, tie.hearsay) == (name, closeness, hearsay)
    assert tie.text == text


def test_a_tie_without_a_grade_is_also_read_with_longer_names() -> None:
    (tie,) = contact_of("---\nname: T\nknows: [Tara  Lindqvist 2? ski]\n---\n").knows
    assert (tie.other.name, tie.closeness, tie.text) == ("Tara", None, "Lindqvist 2? ski")
    read = [(each.other.name, each.closeness, each.hearsay, each.text) for each in tie.longer]
    assert read == [
        ("Tara Lindqvist 2? ski", None, False, ""),
        ("Tara Lindqvist 2?", None, False, "ski"),
        ("Tara Lindqvist", 2, True, "ski"),
    ]
    graded = contact_of(
        "---\nname: T\nknows: [tara 2 ski, '[[tara]] ski', tara ?, ben-ito ski]\n---\n"
    )
    assert [each.longer for each in graded.knows] == [(), (), (), ()]


@pytest.mark.parametrize("grade", ["0", "6", "35", "3.5", "-1", "7?", "3,5", "3/5", "7/10"])
def test_a_closeness_off_the_scale_is_refused_where_it_stands(grade: str) -> None:
    assert refusal("knows", f"ben-ito {grade} ski") == ("invalid-value", grade, grade)


@pytest.mark.parametrize("line", ["ben] 3", "'[[]] 3'", "'   '"])
def test_a_tie_to_nobody_is_refused(line: str) -> None:
    document = document_of(f"---\nname: T\nknows:\n  - {line}\n---\n")
    assert [fault.check for fault in document.faults] == ["invalid-value"]


def test_the_parts_of_a_line_say_where_they_stand() -> None:
    document = document_of(
        """
        ---
        name: Tärä 😀
        groups:
          - team/oslo-rowing 2009-2012 stroke
          - "school/kth"
        knows: [ben-ito 3 ski, '[[ana|Ana]] 2']
        ---
        """
    )
    tara = contact(document)
    assert [excerpt(document, group.span) for group in tara.groups] == [
        "team/oslo-rowing 2009-2012 stroke",
        "school/kth",
    ]
    assert [excerpt(document, tie.other.span) for tie in tara.knows] == ["ben-ito", "ana"]
    assert excerpt(document, tara.knows[0].span) == "ben-ito 3 ski"


def test_one_bad_line_hides_no_other() -> None:
    document = document_of(
        """
        ---
        name: T
        knows:
          - ben 9
          - ana 2
        groups: [nonsense, team/x]
        ---
        """
    )
    assert [fault.found for fault in document.faults] == ["9", "nonsense"]
    assert [tie.other.name for tie in contact(document).knows] == ["ana"]
    assert [group.group for group in contact(document).groups] == ["team/x"]


@pytest.mark.parametrize(
    ("line", "cure"),
    [
        ("team/oslo rowing 2009-2012", "team/oslo-rowing 2009-2012, or team/oslo 2009-2012 rowing"),
        ("team/oslo-rowing bow 2009-2012, loud", "team/oslo-rowing 2009-2012 bow loud"),
        ("team/oslo with all of them 2009-", "team/oslo 2009- with all of them"),
        ("team/oslo (2009-2012)", "team/oslo 2009-2012"),
        ("team/oslo from 2009-2012", "team/oslo 2009-2012"),
        ("team/oslo since 2019", "team/oslo 2019-"),
        ("team/oslo seit 2019 im Achter", "team/oslo 2019- im Achter"),
        ("team/oslo 2019 – today", "team/oslo 2019-"),
        ("team/oslo 2019 -", "team/oslo 2019-"),
        ("Team/Rowing Club (2009-2012)", "team/rowing-club 2009-2012"),
        ("team /oslo", "team/oslo"),
        ("team:oslo", "team/oslo"),
        ("team/a/b", "team/a-b"),
        ("school/MIT, 2015", "school/mit 2015"),
        ("Northwind Energy 2019-", "northwind-energy 2019-"),
        ("team/x 2009 to 2012 bow", "team/x 2009-2012 bow"),
        ("team/x between 2009 and 2012", "team/x 2009-2012"),
        ("team/x 2009/2012", "team/x 2009-2012"),
        ("team/x 2009..2012", "team/x 2009-2012"),
        ("team/x 2009−2012", "team/x 2009-2012"),
        ("team oslo rowing 2009-", "team/oslo-rowing 2009-"),
        ("• team/x 2009-", "team/x 2009-"),
        ("#team/x", "team/x"),
        ("[[team/x]]", "team/x"),
        ("université/kth", "universite/kth"),
    ],
)
def test_the_cure_of_a_circle_is_made_of_what_was_typed(line: str, cure: str) -> None:
    document = document_of(f"---\nname: T\ngroups: ['{line}']\n---\n")
    assert [fault.cure for fault in document.faults] == [cure]
    for typed in cure.split(", or "):
        whole = typed if "/" in typed else f"team/{typed}"
        assert contact_of(f"---\nname: T\ngroups: ['{whole}']\n---\n").groups[0].kind


@pytest.mark.parametrize(
    "text", ["since we met", "2019 - stroke seat", "from Oslo", "2015 now lost", "2015 to win"]
)
def test_what_is_no_open_end_is_text(text: str) -> None:
    assert not document_of(f"---\nname: T\ngroups: ['team/x {text}']\n---\n").faults
