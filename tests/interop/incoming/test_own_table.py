"""People from tables with the keys of contacts as columns."""

import pytest

from site_builder.interop.incoming.own_table import map_of, read_table, unguarded
from site_builder.interop.incoming.person import People, WrongFileError


def read(text: str, *maps: str) -> People:
    columns = map_of(maps)
    assert not isinstance(columns, str)
    return read_table(text, columns)


def test_columns_are_keys_and_cells_what_they_hold() -> None:
    people = read(
        "Name;E-mail;email;tags;Last Contact;closeness;notes;x_pets;ask;visibility\n"
        'Eva Moen;no;"a@b.example; b@b.example";"rowing; band";2026-06-03;4;Tall.;cat;yes;private\n'
    )
    (person,) = people.found
    assert person.values == {
        "name": ("Eva Moen",),
        "email": ("a@b.example", "b@b.example"),
        "tags": ("rowing", "band"),
        "last_contact": ("2026-06-03",),
        "closeness": ("4",),
        "x_pets": ("cat",),
    }
    assert person.note == "Tall."
    maps = 'this takes the usual ones: --map "E-mail=email"'
    assert people.told == (f'columns that are not taken: "E-mail"; {maps}',)


def test_a_map_says_what_other_columns_are() -> None:
    text = "First,Last,Mail,Work mail\nEva,Moen,a@b.example,c@b.example\n"
    people = read(text, "First=name", "Last=name", "mail=email", "Work mail = email")
    (person,) = people.found
    assert person.values == {"name": ("Eva Moen",), "email": ("a@b.example", "c@b.example")}
    assert people.told == ()


def test_what_is_joined_stands_in_the_order_of_the_map() -> None:
    text = "Country,Last,First,City,email,Mail\nNorway,Moen,Eva,Oslo,a@b.example,c@b.example\n"
    maps = ("First=name", "Last=name", "City=location", "Country=location", "Mail=email")
    (person,) = read(text, *maps).found
    assert person.values == {
        "name": ("Eva Moen",),
        "location": ("Oslo, Norway",),
        "email": ("a@b.example", "c@b.example"),
    }
    (turned,) = read(text, "Last=name", "First=name").found
    assert turned.name == "Moen Eva"


def test_a_table_as_outlook_writes_it() -> None:
    people = read(
        "First Name,Last Name,City,Country,Company,Office,Categories,Birthday,Fax,Pager,Hobby\r\n"
        "Eva,Moen,Oslo,Norway,Northwind,North,VIP;Rowing Club,0/0/00,, ,chess\r\n"
        ",,,,,,,0/0/00,,,\r\n",
        *("First Name=name", "Last Name=name", "City=location", "Country=location"),
        *("Company=org", "Office=org", "Categories=tags", "Birthday=birthday"),
    )
    (person,) = people.found
    assert person.values == {
        "name": ("Eva Moen",),
        "location": ("Oslo, Norway",),
        "org": ("Northwind",),
        "tags": ("VIP", "Rowing-Club"),
    }
    assert person.left_out == ('org "North", as there is one before it',)
    assert people.told == ('columns that are not taken: "Hobby"; --map "Hobby=KEY" takes one',)
    assert [one.because for one in people.skipped] == ["it has no name"]


def test_our_own_columns_come_back() -> None:
    people = read(
        "id,name,phone,last_exchange,me,draft,more,notes\n"
        'eva,"\'=Eva",\'+47 22,2026-01-01,false,true,"x_a: b; c; x_a: d; birthday: 1980","a\nb"\n'
    )
    (person,) = people.found
    assert person.values == {
        "name": ("=Eva",),
        "phone": ("+47 22",),
        "draft": ("true",),
        "x_a": ("b; c", "d"),
        "birthday": ("1980",),
    }
    assert (person.wanted_id, person.note, people.told) == ("eva", "a\nb", ())


@pytest.mark.parametrize(
    ("cell", "wanted"),
    [
        ("2026-10-02T10:11:12.000Z", "2026-10-02"),
        ("2026-10-02 10:11", "2026-10-02"),
        ("2026/10/2", "2026-10-02"),
        ("02.10.2026", "2026-10-02"),
        ("2026-10", "2026-10"),
        ("3/11/2026", "3/11/2026"),
        ("2026-02-30", "2026-02-30"),
    ],
)
def test_a_day_that_is_certain_is_written_as_files_have_it(cell: str, wanted: str) -> None:
    (person,) = read(f"name,last contact,met_on\nEva,{cell},{cell}\n").found
    assert (person.values["last_contact"], person.values["met_on"]) == ((wanted,), (wanted,))


def test_a_comma_parts_addresses_and_tags_and_no_other_texts() -> None:
    people = read(
        "name,email,tags,phone,aliases\n"
        'Eva,"Eva <a@x.example>,b@x.example; n/a","a,b","1,2","Moen, Eva"\n'
    )
    (person,) = people.found
    assert person.values == {
        "name": ("Eva",),
        "email": ("a@x.example", "b@x.example"),
        "tags": ("a", "b"),
        "phone": ("1,2",),
        "aliases": ("Moen, Eva",),
    }
    assert person.left_out == ('email "n/a"',)


def test_a_table_that_a_spreadsheet_saved_anew_says_the_same() -> None:
    people = read(
        "name,ask,draft,me\nEva,yes,FALSE,FALSE\nBen,Yes,TRUE,False\nAda,sparingly,FALSCH,WAHR\n"
    )
    assert [(person.values, person.left_out) for person in people.found] == [
        ({"name": ("Eva",)}, ()),
        ({"name": ("Ben",), "draft": ("true",)}, ()),
        ({"name": ("Ada",), "ask": ("sparingly",)}, ('draft "FALSCH"', 'me "WAHR"')),
    ]


@pytest.mark.parametrize(
    ("cell", "wanted"),
    [("'=1", "=1"), ("''=1", "'=1"), ("'t Hooft", "'t Hooft"), ("=1", "=1"), ("'", "'")],
)
def test_the_guard_against_formulas_is_undone(cell: str, wanted: str) -> None:
    assert unguarded(cell) == wanted


def test_a_table_without_the_column_name_is_told_what_to_type() -> None:
    said = 'or --map "First Name=name" --map "Last Name=name" --map "E-mail=email", found'
    with pytest.raises(WrongFileError, match=said):
        read("E-mail,Last Name,First Name,Pets\na@b.example,Moen,Eva,cat\n")
    with pytest.raises(WrongFileError, match='or --map "Full Name=name", found'):
        read("First Name,Last Name,Full Name\nEva,Moen,Eva Moen\n")
    with pytest.raises(WrongFileError, match="and the like, found"):
        read("Organization Name,Pets\nNorthwind,cat\n")


def test_columns_that_are_not_taken_are_told_with_the_usual_keys() -> None:
    people = read(
        "Name,Org,Company,First Name,City,Country,Mobile,Work Phone,Pets\nEva,N,N,E,O,N,1,2,cat\n"
    )
    (told,) = people.told
    assert told.partition("; ")[2] == (
        'this takes the usual ones: --map "Mobile=phone" --map "Work Phone=phone" '
        '--map "City=location" --map "Country=location"'
    )
    people = read("Name,Employer,Company\nEva,N,N\n")
    assert people.told[0].endswith('ones: --map "Company=org"')


def test_rows_without_a_name_are_skipped() -> None:
    people = read("name,org\n,Northwind\nEva,\n")
    assert [person.name for person in people.found] == ["Eva"]
    assert [(one.line, one.because) for one in people.skipped] == [(2, "it has no name")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Full Name=nmae", '"nmae" is no key of a contact; did you mean "name"?'),
        ("Full Name=zzzzzz", '"zzzzzz" is no key of a contact; own ones begin with x_'),
        ("name", 'expected COLUMN=KEY, like "Full Name=name", found "name"'),
        ("=name", "expected COLUMN=KEY"),
    ],
)
def test_a_map_that_cannot_be_meant_is_told(text: str, said: str) -> None:
    found = map_of((text,))
    assert isinstance(found, str)
    assert found.startswith(said)


def test_a_column_that_is_not_there_is_told_with_those_that_are() -> None:
    with pytest.raises(WrongFileError, match='no column is called "full"; there are "name", "x"'):
        read("name,x\nEva,1\n", "Full=role")
    with pytest.raises(WrongFileError, match='the column "name" in the line above its rows, or'):
        read('"Eva Moen","eva@a.example"\n"Ben Ito","ben@b.example"\n')
