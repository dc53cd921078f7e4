"""`build export csv`: one table a run, read back by Python's own reader."""

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.interop.carried import carried
from site_builder.interop.csv_tables import TABLES, Table, csv_table
from site_builder.interop.records import Records
from tests.support.commands import Commands

SIGNS = "=+-@\t\r\n＝＋－＠"
NOTHING = Records(
    title="", audience="private", me=None, contacts=(), ties=(), circles=(), intros=(), threads=()
)
TEXTS = st.text(st.one_of(st.characters(), st.sampled_from("'\"=+-@\t\r\n,; ")))


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text, newline="")))


def table_of(keys: Commands, what: str) -> list[dict[str, str]]:
    return rows_of(keys("export", "csv", "--what", what).out)


def unguarded(text: str) -> str:
    """Take away the one `'` that was put in front of a sign."""
    bare = text.lstrip("'")
    return text[1:] if bare != text and bare[:1] and bare[0] in SIGNS else text


@given(TEXTS)
def test_a_cell_is_never_a_formula_and_what_was_there_can_be_had_again(text: str) -> None:
    table = Table(("one", "two"), lambda _: [{"one": text, "two": "x"}])
    data, count = csv_table(table, NOTHING)
    ((first, second),) = list(csv.reader(StringIO(data.decode(), newline="")))[1:]
    assert (second, count) == ("x", 1)
    assert first[:1] not in set(SIGNS)
    assert unguarded(first) == carried(text)


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+47 22", "'+47 22"),
        ("-", "'-"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("＝1", "'＝1"),
        ("'=1", "''=1"),
        ("'t Hooft", "'t Hooft"),
        ("a=1", "a=1"),
    ],
)
def test_a_sign_that_begins_a_formula_is_guarded(text: str, cell: str) -> None:
    data, _ = csv_table(Table(("one",), lambda _: [{"one": text}]), NOTHING)
    assert list(csv.reader(StringIO(data.decode(), newline="")))[1] == [cell]


def test_a_contact_is_a_row(keys: Commands) -> None:
    (tara,) = (row for row in table_of(keys, "contacts") if row["id"] == "tara")
    wanted = {
        "name": "Tara Lindqvist",
        "email": "t@x.example; tara@x.example",
        "phone": "'+47 22 33",
        "closeness": "2",
        "last_contact": "2026-01-02",
        "last_exchange": "2026-09-20",
        "introduced_by": "sam",
        "groups": "team/rowing 2009-2012 first eight; employer/x 2019-",
        "standing": "sam 0.8",
        "strangers": "sam",
        "me": "false",
        "more": "x_pets: cat; x_pets: dog",
        "notes": "Likes short mails.\none question, says Sam Okafor",
    }
    assert {key: tara[key] for key in wanted} == wanted


def test_ties_circles_introductions_events_and_log_lines_are_rows_of_their_tables(
    keys: Commands,
) -> None:
    tie, _ = table_of(keys, "ties")
    assert [*tie.values()] == [
        *("tara", "Tara Lindqvist", "sam", "Sam Okafor", "4", "true", "shared a lab"),
    ]
    rowing = table_of(keys, "circles")[1]
    assert [*rowing.values()] == [
        *("team/rowing", "Rowing", "team", "tara", "Tara Lindqvist", "2009", "2012", "false"),
        "first eight",
    ]
    (intro,) = table_of(keys, "intros")
    assert (intro["thread"], intro["target_name"]) == ("tara--hiring", "Tara Lindqvist")
    assert (intro["next_date"], intro["next_text"]) == ("2026-12-01", "write again")
    asked, scheduled = table_of(keys, "events")
    assert [*scheduled.values()] == [
        *("t", "tara--hiring", "tara", "sam", "2026-09-20", "scheduled", "2026-10-01", "at noon"),
    ]
    assert asked["until"] == ""
    (thread,) = table_of(keys, "threads")
    assert (thread["state"], thread["introducers"]) == ("unconfirmed", "sam")
    (line,) = table_of(keys, "log")
    assert [*line.values()] == ["tara", "Tara Lindqvist", "2026-06-03", "call", "about [[sam|Sam]]"]


@pytest.mark.parametrize("what", TABLES)
def test_every_line_ends_as_the_standard_has_it_and_the_file_is_known_again(
    keys: Commands, what: str
) -> None:
    printed = keys("export", "csv", "--what", what).out
    assert printed.startswith(TABLES[what].header.decode())
    assert printed.endswith("\r\n")
    assert not printed.startswith("\ufeff")
    for _ in range(2):
        assert keys("export", "csv", "--what", what, "-o", "x.csv").code == 0
    assert (keys.root / "x.csv").read_bytes() == printed.encode()
    other = "ties" if what != "ties" else "log"
    assert keys("export", "csv", "--what", other, "-o", "x.csv").code == 2


def test_years_are_told_as_the_format_writes_them(build: Commands) -> None:
    groups = "[team/a, team/b 2009, team/c 2009-, team/d 2009-2010 x]"
    build.write({"contacts/a.md": f"---\nname: A\ngroups: {groups}\n---\n"})
    (row,) = table_of(build, "contacts")
    assert row["groups"] == "team/a; team/b 2009; team/c 2009-; team/d 2009-2010 x"


def test_an_empty_vault_gives_a_header(build: Commands) -> None:
    build.write({"contacts/x.txt": ""})
    result = build("export", "csv")
    assert result.out.startswith("id,name,org")
    assert rows_of(result.out) == []
    assert result.err.startswith("0 rows\n")


def test_a_table_that_does_not_exist_is_refused(keys: Commands) -> None:
    result = keys("export", "csv", "--what", "people")
    assert (result.code, result.out) == (2, "")
    assert "Type one of contacts, ties, circles" in result.err
    assert keys("export", "json", "--what", "ties").code == 2
