"""Cures of values that cannot be read are made of what was typed, and work when followed."""

import pytest

from .builders import GOAL, contact, findings, found, intro, only


@pytest.mark.parametrize(
    ("line", "cure", "mended"),
    [
        ("email: pat at x.example", "type pat@x.example", "email: pat@x.example"),
        ("email: pat (at) x (dot) example", "type pat@x.example", "email: pat@x.example"),
        ("email: p@x.example; q@x.example", "type {}", "email: [p@x.example, q@x.example]"),
        ("closeness: ４", "type 4", "closeness: 4"),
        ("email: pat＠x.example", "type pat@x.example", "email: pat@x.example"),
        ("last_contact: ２０２６－０６－０３", "type 2026-06-03", "last_contact: 2026-06-03"),
        ("last_contact: ６／１３／２０２６", "type 2026-06-13", "last_contact: 2026-06-13"),
        ("cadence: ３ｍ", "type 3m", "cadence: 3m"),
        ("cadence: ２　weeks", "type 2w", "cadence: 2w"),
        ("last_contact: 3 June 2026", "type 2026-06-03", "last_contact: 2026-06-03"),
        ("last_contact: June 3rd, 2026", "type 2026-06-03", "last_contact: 2026-06-03"),
        ("last_contact: 3. März 2026", "type 2026-03-03", "last_contact: 2026-03-03"),
        ("last_contact: 3 août 2026", "type 2026-08-03", "last_contact: 2026-08-03"),
        ("last_contact: 2026-09", "type the day, too, like 2026-09-DD", ""),
        ("last_contact: 6/13/2026", "type 2026-06-13", "last_contact: 2026-06-13"),
        ("last_contact: 6/3/2026", "type 2026-06-03 or 2026-03-06", ""),
        ("last_contact: lately", "type for example last_contact: 2026-06-03", ""),
        ("met_on: Sept 2019", "type 2019-09", "met_on: 2019-09"),
        ("met_on: 09/2019", "type 2019-09", "met_on: 2019-09"),
        ("met_on: Juillet 2019", "type 2019-07", "met_on: 2019-07"),
        ("met_on: 3 June 2019", "type 2019-06-03", "met_on: 2019-06-03"),
        ("cadence: monthly", "type 1m", "cadence: 1m"),
        ("cadence: every 2 weeks", "type 2w", "cadence: 2w"),
        ("cadence: 30 days", "type 30d", "cadence: 30d"),
        ("cadence: quarterly", "type 3m", "cadence: 3m"),
        ("cadence: alle 6 Wochen", "type 6w", "cadence: 6w"),
        ("cadence: often", "type for example cadence: 3m", ""),
        ("draft: ja", "type true", "draft: true"),
        ("draft: non", "type false", "draft: false"),
        ("draft: maybe", "type true or false", ""),
        ("tags: ['R&D']", "type R-D", "tags: [R-D]"),
        ("tags: ['2024']", "a tag needs a letter; type for example year-2024", "tags: [year-2024]"),
        ("tags: ['12']", "a tag needs a letter; type for example no-12", "tags: [no-12]"),
        ("tags: ['!']", "type for example platform, nordics", ""),
        ('introduced_by: "[tara]"', 'type "[[tara]]"', 'introduced_by: "[[tara]]"'),
        ('introduced_by: "[[tara]], [[ben]]"', "name one person: type tara or ben", ""),
        ('knows: ["[tara] 3"]', "type tara 3", "knows: [tara 3]"),
        (
            "knows: tara 3, ben 4",
            "give each its own item: [tara 3, ben 4]",
            "knows: [tara 3, ben 4]",
        ),
        (
            "knows: tara 3 and ben 4",
            "give each its own item: [tara 3, ben 4]",
            "knows: [tara 3, ben 4]",
        ),
        ("knows: tara-h & ben-i", "give each its own item: [tara-h, ben-i]", ""),
        ("knows: 'tara-h, ben-i'", "give each its own item: [tara-h, ben-i]", ""),
        ('knows: "[[tara]]; [[ben]]"', 'give each its own item: ["[[tara]]", "[[ben]]"]', ""),
        ("knows:\n  • tara 3", "type tara 3", "knows: tara 3"),
        (
            "knows:\n  tara 3\n  ben 4",
            "give each its own item: [tara 3, ben 4]",
            "knows: [tara 3, ben 4]",
        ),
        (
            "knows:\n - tara 3, ski\n  - ben 4",
            'begin each item with "- ", all in the same column',
            "",
        ),
        ("knows: [tara (3)]", "type 3", "knows: [tara 3]"),
        ("knows: ['Tara Holm (3?)']", "type 3?", "knows: [Tara Holm 3?]"),
        ("knows: [tara - 3 - a friend]", "type 3", "knows: [tara 3 - a friend]"),
        ("knows: [tara ★★★]", "type 3", "knows: [tara 3]"),
        ("knows: [tara ３]", "type 3", "knows: [tara 3]"),
        ("knows: [tara 3？ friends]", "type 3?", "knows: [tara 3? friends]"),
        ("closeness: ⭐⭐", "type 2", "closeness: 2"),
        (
            "groups: 'team/a, team/b'",
            "give each its own item, with its kind: [team/a, team/b]",
            "groups: [team/a, team/b]",
        ),
        (
            "groups: 'Oslo Rowing, KTH'",
            "give each its own item, with its kind: [team/oslo-rowing, team/kth]",
            "groups: [team/oslo-rowing, team/kth]",
        ),
        ("groups: 'team/oslo, stroke seat'", "type team/oslo (stroke seat)", ""),
        (
            "groups: [team/oslo rowing 2009–2012]",
            "type team/oslo-rowing 2009-2012, or team/oslo 2009-2012 rowing",
            "groups: [team/oslo-rowing 2009-2012]",
        ),
        (
            "groups: ['team/a 2009-2012, 2015-']",
            "give each its own item, with its kind: [team/a 2009-2012, team/a 2015-]",
            "groups: [team/a 2009-2012, team/a 2015-]",
        ),
        ("groups: ['team/a 2009, bow']", "type 2009", "groups: [team/a 2009 bow]"),
        ("groups: [team/a ２００９-２０１２]", "type 2009-2012", "groups: [team/a 2009-2012]"),
        ("groups: [team/a 2009–now]", "type 2009-", "groups: [team/a 2009-]"),
        ("groups: [team/a 2009/10]", "type 2009-2010", "groups: [team/a 2009-2010]"),
        (
            "groups: [team/a 2009-?]",
            "type 2009- for somebody who is still a member, else the last year, too",
            "groups: [team/a 2009-]",
        ),
        ("groups: [team/]", "type for example team/oslo-rowing 2009-2012", ""),
        ("standing: [tara 80%]", "type tara 0.8", "standing: [tara 0.8]"),
        ("standing: ['tara 0,8']", "type tara 0.8", "standing: [tara 0.8]"),
        ("standing: [0.8 tara]", "type tara 0.8", "standing: [tara 0.8]"),
        ("standing: [tara 4]", "type a number from 0 to 1, like tara 0.8", ""),
        ("standing: [tara high]", "type a number from 0 to 1, like tara 0.8", ""),
        ("standing: ['0.8']", "type for example ben-ito 0.8", ""),
        ("ignore: [No-Goal by phone]", "type no-goal by phone", ""),
        ("org: [A, B]", "keep one, like org: A", "org: A"),
    ],
)
def test_the_cure_of_a_contact_s_value(line: str, cure: str, mended: str) -> None:
    problem = only({"contacts/pat.md": contact(line)})
    assert problem.id == "invalid-value"
    assert problem.help == cure.format(mended)
    if mended:
        assert not found({"contacts/pat.md": contact(mended)})


@pytest.mark.parametrize(
    ("line", "cure"),
    [
        ("next: 2026-12 write", "type the day, too, like next: 2026-12-DD write"),
        ("next: 2026-12-01, write", "type next: 2026-12-01 write"),
        ("next: 2026-12-01T10:00 write", "type next: 2026-12-01 10:00 write"),
        ("next: write 1.12.2026", "type next: 2026-12-01 write"),
        ("next: 3 Dec 2026 - write again", "type next: 2026-12-03 write again"),
        ("next: soon", "type for example next: 2026-12-01 write after the fair"),
        ("deadline: 15. Dezember 2026", "type 2026-12-15"),
        ("requester: [ben, chloe]", "keep one, like requester: ben"),
    ],
)
def test_the_cure_of_an_introduction_s_value(line: str, cure: str) -> None:
    assert only({"intros/a.md": intro(keys=(GOAL, line))}).help == cure


def test_two_introducers_are_two_introductions() -> None:
    problem = only({"intros/a.md": intro(via="[sam, ben]")})
    assert problem.help == "write a file for each, as one introduction has one introducer"


@pytest.mark.parametrize(
    ("stem", "name"), [("pat-van-lee", "Pat Van Lee"), ("zoé", "Zoé"), ("p2", "Tara Lindqvist")]
)
def test_a_missing_name_is_shown_as_the_file_is_called(stem: str, name: str) -> None:
    (problem,) = findings({f"contacts/{stem}.md": "---\norg: X\n---\n"})
    assert problem.help == f"type a line such as name: {name}"


@pytest.mark.parametrize(
    "line",
    [
        "tara 3, rowed",
        "tara 3 and ski",
        "tara 3 met and rowed 4",
        "tara 3, met in Oslo, ski",
        "tara - 3 weeks together",
        "tara (2019)",
        "tara 3 (2 years)",
    ],
)
def test_a_text_with_commas_and_numbers_is_a_text(line: str) -> None:
    assert not found({"contacts/pat.md": contact(f"knows:\n  - {line}")})


@pytest.mark.parametrize(
    ("lines", "cure"),
    [
        ("knows:\n  - tara: 3 a friend", "type - tara 3 a friend"),
        ("knows:\n- tara: 3", "type - tara 3"),
        ("knows:\n  tara: 3", "type - tara 3"),
        ("standing:\n  - tara: 0.5", "type - tara 0.5"),
        ("groups:\n  - team: rowing", "type - team/rowing"),
        ("groups:\n  - team/x: 2009-2012", "type - team/x 2009-2012"),
        ("knows:\n  tara: 3\n  ben: 4 ski", "type knows: [tara 3, ben 4 ski]"),
        ("knows:\n  tara: 3\n  ben: {a: b}", "write it flat, for example knows: [sam-okafor 4"),
        ("email:\n  work: a@b.example", "type - a@b.example"),
        ("ignore:\n  - no-goal: by phone", "type - no-goal by phone"),
        ("groups:\n  - kind: team", "write it flat, for example groups: [team/oslo"),
        ("knows:\n  - person: tara", "write it flat, for example knows: [sam-okafor 4"),
        ("hobby:\n  - a: 3", "write it flat, for example hobby: one text"),
    ],
)
def test_an_item_with_a_colon_is_told_without(lines: str, cure: str) -> None:
    problem = only({"contacts/pat.md": contact(lines)})
    assert problem.id == "nested-value"
    assert problem.help.startswith(cure)
    span = problem.span
    first = lines.split("\n")[span.line - 3]
    assert first[span.column - 1 : span.end_column - 1] == first.strip().removeprefix("- ")


def test_several_links_without_quotes_are_quoted_one_by_one() -> None:
    problem = only({"contacts/pat.md": contact("knows: [[tara]], [[ben]]")})
    assert problem.help == 'type knows: ["[[tara]]", "[[ben]]"]'
    assert not found({"contacts/pat.md": contact(problem.help.removeprefix("type "))})


@pytest.mark.parametrize("time", ["T00:00:00", " 10:30", "T10:30:00.000Z", "T10:30+02:00"])
def test_the_time_of_a_date_is_left_out(time: str) -> None:
    problem = only({"contacts/pat.md": contact(f"last_contact: '2026-06-03{time}'")})
    assert problem.help == "type 2026-06-03"


@pytest.mark.parametrize(
    ("line", "cure"),
    [
        ("Name: Gus Holm", "type name: Gus Holm"),
        ("nmae: Gus", "type name: Gus"),
        ("Name: 'a: b'", "type a line such as name: Pat"),
        ("Name: [a, b]", "type a line such as name: Pat"),
    ],
)
def test_a_mistyped_key_keeps_its_value(line: str, cure: str) -> None:
    (problem,) = findings({"contacts/pat.md": f"---\n{line}\n---\n"})
    assert (problem.id, problem.help) == ("missing-field", cure)


@pytest.mark.parametrize(
    ("key", "meant"),
    [("met", "met_on"), ("closness", "closeness"), ("introduced by", "introduced_by")],
)
def test_a_key_that_another_begins_with_is_that_one(key: str, meant: str) -> None:
    problem = only({"contacts/pat.md": contact(f"{key}: 3")})
    assert problem.help.startswith(f'did you mean "{meant}"?')


def test_a_key_of_ones_own_that_another_begins_with_is_kept() -> None:
    assert not found({"contacts/pat.md": contact("introduced: 3")})


@pytest.mark.parametrize(("key", "given"), [("date", "name"), ("closness", "closeness")])
def test_a_key_near_one_that_is_given_is_not_to_be_given_twice(key: str, given: str) -> None:
    problem = only({"contacts/pat.md": contact("closeness: 3", f"{key}: 3")})
    assert problem.id == "unknown-key"
    told = f'"{given}" is in the file already; a key of your own may begin with x_'
    assert problem.help == told
    assert not found({"contacts/pat.md": contact("closeness: 3", f"x_{key}: 3")})
