"""A mistake in `doorstep.toml` has its line and column, what was expected and a did-you-mean."""

import pytest

from site_builder.diagnostics import Diagnostic, Severity
from site_builder.model.settings import Settings
from site_builder.parsing.settings_read import read_settings
from site_builder.source import Source, Span


def problems(text: str) -> tuple[Diagnostic, ...]:
    """Return what is wrong with a settings file."""
    return read_settings(Source("doorstep.toml", text.encode()))[1]


def problem(text: str) -> Diagnostic:
    """Return the only thing that is wrong."""
    (found,) = problems(text)
    assert (found.id, found.severity, found.path) == (
        "invalid-setting",
        Severity.ERROR,
        "doorstep.toml",
    )
    return found


DAY = "a date without quotes, like 2026-11-22"
LIMIT = 'days like "14d" or working days like "4w"'


@pytest.mark.parametrize(
    ("table", "key", "value", "wanted"),
    [
        *(("", key, "3", "a text in quotes") for key in ["title", "timezone", "theme"]),
        ("", "today", '"2026-01-01"', DAY),
        *(("", "today", day, DAY) for day in ("2026-01-01T10:00:00", "20260101")),
        ("", "today", "0999-12-31", "a day of the years 1000 to 8999"),
        ("stall.waiting", "nudge", "4", LIMIT),
        ("stall.waiting", "nudge", '"4"', LIMIT),
        ("stall.waiting", "stalled", '"14 days"', LIMIT),
        ("stall.waiting", "stalled", '"2m"', LIMIT),
        ("stall.waiting", "stalled", '"-1d"', LIMIT),
        ("calendar", "working_days", '"mon"', "a list of days"),
        ("calendar", "working_days", '["mon", "tues"]', "a list of days"),
        ("calendar", "working_days", "[]", "a list of days"),
        ("calendar", "working_days", "[1]", "a list of days"),
        ("calendar", "holidays", "2026-12-25", "a list of dates"),
        ("calendar", "holidays", '["2026-12-25"]', "a list of dates"),
        ("calendar", "holidays", "[2026-12-25T10:00:00]", "a list of dates"),
        ('groups."team/x"', "name", "8", "a text in quotes"),
        ('groups."team/x"', "size", '"8"', "a whole number"),
        ('groups."team/x"', "size", "8.5", "a whole number"),
        ('groups."team/x"', "size", "-1", "a whole number"),
        ('groups."team/x"', "size", "true", "a whole number"),
        ("kinds.band", "knows", '"1"', "a number from 0 to 10"),
        ("kinds.band", "knows", "11", "a number from 0 to 10"),
        ("kinds.band", "salience", "1.1", "a number from 0 to 1"),
        ("kinds.band", "sensitive", "1", "true or false"),
        ("kinds.band", "school", '"yes"', "true or false"),
        ("score", "strong", '"0.25"', "a number from -100 to 1000"),
        ("score", "base_reopen", "0", "a number from 0.01 to 0.99"),
        ("score", "base_reopen", "nan", "a number from 0.01 to 0.99"),
        ("score", "decay_days", "0", "a number from 0.01 to 100000"),
        ("score", "tie_ask", "inf", "a number from -100 to 1000"),
        ("score", "tie_ask", "true", "a number from -100 to 1000"),
        ("ask", "open", "1.5", "a whole number"),
        ("ask", "days", '"30"', "a whole number"),
        ("feeds", "calendar", '"yes"', "true or false"),
        ("feeds", "days", "-1", "a whole number"),
        ("feeds", "address", '"doors.example"', 'an address like "https://doors.example/"'),
        ("feeds", "address", '"https://a b/"', 'an address like "https://doors.example/"'),
        ("checks", "no-goal", '"of"', 'one of "error", "warning", "hint", "off"'),
        ("checks", "no-goal", "false", 'one of "error", "warning", "hint", "off"'),
        ("audiences.team", "show", '"contacts"', "a list of texts"),
        ("audiences.team", "fields", "[1]", "a list of texts"),
    ],
)
def test_a_wrong_type_is_an_error_at_its_key(table: str, key: str, value: str, wanted: str) -> None:
    head = f"[{table}]" if table else "# settings"
    found = problem(f"{head}\n\n  {key} = {value}\n")
    assert found.message.startswith(f"expected {wanted}")
    assert found.help.startswith(f"write {wanted}")
    assert found.span == Span(3, 3, 3, 3 + len(key))
    assert found.excerpt == f"  {key} = {value}"


TABLES = ["stall", "calendar", "groups", "kinds", "score", "ask", "checks", "audiences"]


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        *((f'title = "x"\n{table} = 3\n', 2, 1) for table in TABLES),
        *((f"[[{table}]]\nx = 1\n", 1, 3) for table in TABLES),
        ('[stall]\nwaiting = "14d"\n', 2, 1),
        ('[groups]\n"team/x" = 8\n', 2, 1),
        ("[kinds]\nband = 1\n", 2, 1),
        ('[audiences]\nteam = ["contacts"]\n', 2, 1),
    ],
)
def test_a_value_in_the_place_of_a_table_is_an_error(text: str, line: int, column: int) -> None:
    found = problem(text)
    assert found.message.startswith("expected a table, found ")
    assert (found.span.line, found.span.column) == (line, column)


@pytest.mark.parametrize(
    ("text", "typed", "meant", "line"),
    [
        ('titel = "x"\n', "titel", "title", 1),
        ('[stall.wating]\nnudge = "4w"\n', "wating", "waiting", 1),
        ('[stall.waiting]\nnudge = "4w"\nstaled = "3d"\n', "staled", "stalled", 3),
        ("[calendar]\nholiday = []\n", "holiday", "holidays", 2),
        ('[groups."team/x"]\nsice = 3\n', "sice", "size", 2),
        ("[kinds.band]\nsalence = 0.1\n", "salence", "salience", 2),
        ("[score]\nbase_reopn = 0.1\n", "base_reopn", "base_reopen", 2),
        ("[ask]\nyears = 1\n", "years", "year", 2),
        ("[audiences.team]\nfield = []\n", "field", "fields", 2),
        ("[calender]\nholidays = []\n", "calender", "calendar", 1),
    ],
)
def test_an_unknown_key_has_a_did_you_mean(text: str, typed: str, meant: str, line: int) -> None:
    found = problem(text)
    assert f'"{typed}"' in found.message
    assert found.help == f'did you mean "{meant}"?'
    assert found.span.line == line


def test_where_nothing_is_near_the_known_keys_are_listed() -> None:
    assert problem("colour = 1\n").help.startswith("known are: title, timezone, today")
    assert problem("[stall.idea]\n").help.startswith("known are: asked, agreed")
    assert problem("[score]\nq = 1\n").help.startswith("known are: base_ask, tie_ask")


@pytest.mark.parametrize(
    ("text", "message", "cure"),
    [
        ('timezone = "Europe/Oslo"', "", ""),
        ('timezone = "Oslo"', "no time zone", 'did you mean "Europe/Oslo"?'),
        ('timezone = "Middle-earth"', "no time zone", 'write an IANA name like "Europe/Stockholm"'),
        ('checks.no-goal = "off"', "", ""),
        ('checks.no-gaol = "off"', "no check has the id", 'did you mean "no-goal"?'),
    ],
)
def test_checks_and_time_zones_are_known_by_name(text: str, message: str, cure: str) -> None:
    source = Source("doorstep.toml", text.encode())
    zones, expected = ["Europe/Oslo", "UTC"], [(True, cure)] * bool(message)
    settings, found = read_settings(source, checks=["no-goal", "loop-open"], zones=lambda: zones)
    assert settings.timezone in {"", *zones}
    assert [(one.message.startswith(message), one.help) for one in found] == expected


def test_a_key_that_cannot_be_found_is_marked_at_the_start_of_the_file() -> None:
    assert problem('# c\n"t\\u0069tle" = 3\n').span == Span(1, 1, 1, 1)


@pytest.mark.parametrize("header", ["[colour]", "[ colour ]", "  [ colour ]  # c", '["colour"]'])
def test_a_table_that_is_not_known_is_marked_by_its_name(header: str) -> None:
    span = problem(f"{header}\nx = 1\n").span
    assert header[span.column - 1 : span.end_column - 1].strip('"') == "colour"


def test_what_was_found_is_shown_as_toml() -> None:
    text = "[calendar]\nholidays = [2026-12-24, 2026-12-25T10:00:00, true]\n"
    found = "found [2026-12-24, 2026-12-25 10:00:00, true]"
    assert problem(text).message.endswith(found)


def test_a_kind_is_one_small_word() -> None:
    assert problem("[kinds.Band]\nknows = 1\n").message == 'a kind is one small word, found "Band"'


def test_every_mistake_is_reported_in_the_order_of_the_file_and_the_rest_counts() -> None:
    text = 'theme = 3\nlanguage = "sv"\n[ask]\nopen = 2\ndays = "x"\n[score]\nq = 1\nstrong = 0.3\n'
    settings, found = read_settings(Source("doorstep.toml", text.encode()))
    assert [one.span.line for one in found] == [1, 5, 7]
    assert (settings.language, settings.ask.open) == ("sv", 2)
    assert settings.score.strong == pytest.approx(0.3)
    assert (settings.theme, settings.ask.days) == ("default", 30)


@pytest.mark.parametrize(
    ("text", "words", "line", "column"),
    [
        ('title = "a\nb"\n', "illegal character", 1, 11),
        ("a = 1\n=\n", "invalid statement", 2, 1),
        ("a = 1\n[ask\n", "expected ']'", 2, 5),
        ("a = 1\na = 2\n", "cannot overwrite", 2, 6),
        ("today = 2026-13-45\n", "expected newline", 1, 13),
        ("a = [1,  \n\n", "invalid value", 1, 8),
        ('"a = 1\n', "illegal character", 1, 7),
        ("[a b]\n", "expected ']'", 1, 4),
    ],
)
def test_what_is_no_toml_is_said_where_it_stands(
    text: str, words: str, line: int, column: int
) -> None:
    found = problem(text)
    assert found.message.startswith(f"no valid TOML: {words}")
    at_the_end = words == "invalid value"
    assert found.span == Span(line, column, line, column + (not at_the_end))


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b'title = "\xff"', "byte 0xff"),
        (b"\xef\xbb\xbftitle = 1", "a byte order mark"),
        (b"title\r= 1", "lines that end in CR alone"),
        (b"# \0\n", "U+0000"),
        (b"#" * 2**21, "more than 1,048,576 bytes"),
    ],
)
def test_a_file_that_is_no_text_cannot_be_read(data: bytes, found: str) -> None:
    settings, diagnostics = read_settings(Source("doorstep.toml", data))
    assert settings == Settings()
    assert [one.message for one in diagnostics] == [f"cannot be read: {found}"]


def test_a_file_that_could_not_be_opened_says_why() -> None:
    _, (found,) = read_settings(Source("doorstep.toml", unreadable="Permission denied"))
    assert found.message == "cannot be read: Permission denied"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('title = """\ntheme = 1\n"""\ntheme = 3\n', 4),
        ("title = '''\n[score]\n'''\n[score]\nstrong = 'x'\n", 5),
        ('[calendar]\nholidays = [\n  2026-12-25,\n  "x",\n]\n', 2),
        ("# theme = 1\ntheme = 3\n", 2),
        ('[audiences.team]\nfields = [\n  "show",\n]\nshow = 3\n', 5),
    ],
)
def test_a_key_inside_a_text_or_a_comment_is_no_key(text: str, line: int) -> None:
    assert problem(text).span.line == line


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a = " + "[" * 10_000, id="brackets"),
        pytest.param('"" = 1', id="an empty key"),
        pytest.param('[groups.""]\nsize = "x"', id="an empty name"),
        pytest.param("[ask]\nopen = " + "9" * 5000, id="5,000 digits"),
        pytest.param("x" * 100_000, id="one long word"),
    ],
)
def test_hostile_settings_give_a_diagnostic_and_no_exception(text: str) -> None:
    assert problems(text)
