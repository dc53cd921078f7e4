"""Names stand in the order in which they are looked for."""

from site_builder.model.alphabet import alphabetical


def test_accents_and_widths_do_not_part_names() -> None:
    names = ["Zoë", "Émile", "Eva", "emil", "E\u0301mma", "ﾊﾅｺ", "ハナ", "김", "가", "नेहा", "नुहा"]
    assert sorted(names, key=alphabetical) == [
        *("emil", "Émile", "E\u0301mma", "Eva", "Zoë"),
        *("नुहा", "नेहा", "가", "김", "ハナ", "ﾊﾅｺ"),
    ]
