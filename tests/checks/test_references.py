"""A name that finds nobody, several people, or the wrong one is found where it stands."""

from unicodedata import normalize

import pytest

from .builders import PEOPLE, contact, findings, found, intro, only


@pytest.mark.parametrize(
    ("typed", "cure"),
    [
        ("tarra", 'did you mean "tara" (contacts/tara.md)?'),
        ("friends/tarra", 'did you mean "tara" (contacts/tara.md)?'),
        ("friends/xy", "write contacts/xy.md, or name somebody who has a file"),
        ("AC/DC Smith", "write contacts/ac-dc-smith.md, or name somebody who has a file"),
        ("tarra/", 'did you mean "tara" (contacts/tara.md)?'),
        ("/", "type "),
        ("Sam Okafor, Ben Ito", 'name one person, "Sam Okafor" or "Ben Ito"'),
        ("sam & ben", 'name one person, "sam" or "ben"'),
        ("Sam, and Ben", 'name one person, "Sam" or "Ben"'),
        ("Sam und Ben, Ann", 'name one person, "Sam und Ben" or "Ann"'),
        ("Sam,", 'did you mean "sam"'),
        ("Sam, Ben, Ann", "write contacts/"),
        ("Sam und Ben", 'name one person, "Sam" or "Ben"'),
        ("Andrew Sandoval", "write contacts/andrew-sandoval.md, or name"),
        ("Sam Okafo", 'did you mean "sam" (contacts/sam.md)?'),
        ("Sam Okafor Jr the Second", "write contacts/sam-okafor-jr-the-second.md, or name"),
        ("Ben", ""),
        ("Ben Ito junior", "write contacts/"),
        ("xy", "write contacts/xy.md, or name somebody who has a file"),
    ],
)
def test_an_unknown_name_gets_the_nearest_known_one(typed: str, cure: str) -> None:
    files = {**PEOPLE, "contacts/pat.md": contact(f"introduced_by: {typed}")}
    assert [each.help[: len(cure)] for each in findings(files)] == [cure] * bool(cure)


def test_the_beginning_of_one_id_alone_is_understood() -> None:
    pat = {"contacts/pat.md": contact("knows: [lee 3]")}
    one = {**pat, "contacts/lee-anders.md": contact(name="L")}
    assert only(one).help == 'did you mean "lee-anders" (contacts/lee-anders.md)?'
    assert only({**one, "contacts/lee-bo.md": contact(name="M")}).help == (
        "type lee-anders or lee-bo"
    )


@pytest.mark.parametrize(
    ("typed", "cure"),
    [
        ("anna", "type anna-berg, anna-lind or l2"),
        ("Anna", "type anna-berg, anna-lind or l2"),
        ("Lind", "type anna-lind or l2"),
        ("anna_lind", "type anna-lind or l2"),
        ("Berg", 'did you mean "anna-berg" (contacts/anna-berg.md)?'),
        ("nna", "write contacts/nna.md, or name somebody who has a file"),
        ("a", "write contacts/a.md, or name somebody who has a file"),
    ],
)
def test_everybody_who_shares_a_part_of_a_name_is_a_candidate(typed: str, cure: str) -> None:
    files = {f"contacts/{one}.md": contact(name="Anna Lind") for one in ("anna-lind", "l2")}
    files["contacts/anna-berg.md"] = contact(name="A. Berg")
    assert only({**files, "contacts/pat.md": contact(f"knows: [{typed} 3]")}).help == cure
    link = only({**files, "contacts/pat.md": contact(body=f"See [[{typed}]].")})
    if cure.startswith("type"):
        listed = cure.removeprefix("type ").replace(" or ", ", ").split(", ")
        assert all(f"[[{one}]]" in link.help for one in listed)


def test_of_many_candidates_four_are_named() -> None:
    files = {f"contacts/lee-{one}.md": contact(name=f"L {one}") for one in "abcdef"}
    problem = only({**files, "contacts/pat.md": contact("introduced_by: Lee")})
    assert problem.help == "type lee-a, lee-b, lee-c, lee-d or one of 2 more"


def test_a_file_that_cannot_be_read_still_owns_its_id_and_its_names() -> None:
    files = {
        "contacts/zed.md": "---\nname: [Zed Zero\n---\n",
        "contacts/pat.md": contact(
            "introduced_by: Zed Zero", "knows: [zed 3]", body="See [[Zed Zero]]."
        ),
        "intros/a.md": intro(target="zed"),
    }
    assert found(files) == ["invalid-yaml contacts/zed.md:2:7"]


def test_ids_differ_by_more_than_case_and_accents_written_in_two_ways() -> None:
    files = {
        "contacts/a/Jos\u00e9.md": contact(),
        "contacts/b/jose\u0301.md": contact("email: p@x.example", name="Pat Two"),
        "contacts/c/JOSE\u0301.md": contact("email: p@x.example", name="Pat Three"),
    }
    assert found(files) == [
        "duplicate-id contacts/b/jose\u0301.md:1:1",
        "duplicate-id contacts/c/JOSE\u0301.md:1:1",
    ]


def test_a_contact_and_an_intro_may_share_an_id() -> None:
    assert found({"contacts/same.md": contact(), "intros/same.md": intro()}) == []


@pytest.mark.parametrize(
    ("keys", "message", "line"),
    [
        (("target: tara", "introducer: tara"), 'the target, found "tara" as both', 3),
        (("target: tara", "introducer: me"), 'than you, found "me", who is you', 3),
        (("target: me", "introducer: sam"), 'than you, found "me", who is you', 2),
        (("target: tara", "introducer: sam", "requester: sam"), 'found "sam" as both', 3),
        (("target: tara", "introducer: sam", "requester: tara"), 'found "tara" as both', 4),
    ],
)
def test_target_introducer_and_requester_are_three_people(
    keys: tuple[str, ...], message: str, line: int
) -> None:
    text = "\n".join(("---", *keys, "goal: Talk", "---", ""))
    problem = only({"intros/a.md": text})
    assert problem.id == "self-reference"
    assert problem.message.endswith(message)
    assert problem.span.line == line


def test_i_may_introduce_others_and_be_introduced_to_by_others() -> None:
    favour = intro(via="me", keys=("requester: ben",))
    wanted = intro(target="me", keys=("requester: ben",))
    assert found({"intros/a.md": favour, "intros/b.md": wanted}) == []


def test_nobody_listens_to_or_was_introduced_by_themselves() -> None:
    keys = ("introduced_by: pat", "standing: [sam 0.5, pat 0.5]", "strangers: [sam, pat]")
    assert found({"contacts/pat.md": contact(*keys)}) == [
        "self-reference contacts/pat.md:3:16",
        "self-reference contacts/pat.md:4:21",
        "self-reference contacts/pat.md:5:18",
    ]


def test_a_file_that_cannot_be_read_does_not_hide_an_unknown_name() -> None:
    files = {
        "contacts/pat.md": contact("introduced_by: nobody-here"),
        "intros/a.md": "---\ntarget: [x\n---\n",
    }
    assert found(files) == ["unknown-contact contacts/pat.md:3:16", "invalid-yaml intros/a.md:2:9"]


@pytest.mark.parametrize(
    ("group", "message"),
    [
        ("team/a-2009 2009-2001", "expected the first year before the last, found 2009-2001"),
        ("team/a 2031-2030", "expected the first year before the last, found 2031-2030"),
        ("team/a 2030", "expected years up to 2026, found 2030"),
        ("team/a 2030-", "expected years up to 2026, found 2030"),
        ("team/a 2019-2031", "expected years up to 2026, found 2031"),
    ],
)
def test_years_that_cannot_be_are_reported_at_the_years(group: str, message: str) -> None:
    problem = only({"contacts/pat.md": contact(f"groups: ['{group}']")})
    assert problem.message == message
    assert problem.span.column == 11 + group.index(" ") + 1
    assert problem.id == ("impossible-years" if "first" in message else "future-event")


def test_a_circle_needs_no_years() -> None:
    assert found({"contacts/pat.md": contact("groups: [team/a, team/b 2019-]")}) == []


def test_years_on_a_line_of_their_own_are_found_there() -> None:
    files = {"contacts/pat.md": contact("groups:", "  - team/a", "    2012-2009")}
    assert found(files) == ["impossible-years contacts/pat.md:5:5"]


def test_years_that_are_typed_in_another_way_are_reported_at_the_value() -> None:
    files = {"contacts/pat.md": contact("groups:", r'  - "team/a 20\x312-2009"')}
    assert found(files) == ["impossible-years contacts/pat.md:4:5"]


@pytest.mark.parametrize(
    ("line", "message", "cure"),
    [
        ("Eve Ell 4", 'no contact has the name "Eve Ell"', "write contacts/eve-ell.md, or"),
        ("Samm Okafor 2", 'no contact has the name "Samm Okafor"', 'did you mean "sam"'),
        ("Eve met 2 of them", 'no contact has the id "Eve"', "write contacts/eve.md, or"),
    ],
)
def test_a_name_with_blanks_in_a_tie_is_told_whole(line: str, message: str, cure: str) -> None:
    problem = only({"contacts/pat.md": contact(f"knows: [{line}]")})
    assert problem.message == message
    assert problem.help.startswith(cure)


def test_a_person_with_a_name_of_several_words_may_stand_in_a_tie() -> None:
    assert found({"contacts/pat.md": contact('knows: ["Tara Holm 2", Ben Ito 3]')}) == []


def test_a_name_with_a_slash_names_a_person() -> None:
    files = {
        "contacts/smith.md": contact(name="AC/DC Smith"),
        "contacts/pat.md": contact(
            'knows: ["[[AC/DC Smith]] 3", contacts/tara 3, "[[contacts/ben.md]] 2"]',
            "introduced_by: AC/DC Smith",
            body="See [[AC/DC Smith]], [[contacts/ben]] and [[tara]].",
        ),
        "intros/a.md": intro(target="AC/DC Smith", via="Pat Lee"),
    }
    assert found(files) == []


def test_two_spellings_of_one_id_are_told_apart() -> None:
    composed, apart = (normalize(form, "josé") for form in ("NFC", "NFD"))
    problem = only({f"contacts/{name}.md": contact(name=name) for name in (composed, apart)})
    assert problem.message == (
        f'the id "{composed}" already belongs to contacts/{apart}.md, '
        "with U+0065 U+0301 where this one has U+00E9"
    )
    double = only({"contacts/zoe.md": contact(), "contacts/old/ZOE.md": contact(name="Z")})
    assert double.message == 'the id "zoe" already belongs to contacts/old/ZOE.md'
