"""What is wrong with one file is said in the words of that file, with something to type."""

from datetime import date

import pytest

from site_builder.source import Source

from .builders import GOAL, PEOPLE, contact, findings, found, intro, only
from .vault_check import check_files

YAML = 'expected front matter of "key: value" lines, found '


@pytest.mark.parametrize(
    ("front_matter", "what", "cure"),
    [
        ("name:\tTab: x", 'a value that contains ": "', 'type name: "Tab: x"'),
        ("role: a\tb: c", 'a value that contains ": "', 'type role: "a b: c"'),
        ("goal: Ask: x", 'a value that contains ": "', 'type goal: "Ask: x"'),
        ("name: it: 'x' \"y\"", 'a value that contains ": "', "type name: 'it: ''x'' \"y\"'"),
        ("name: Ann\n  org: x", "a key that is indented", "begin it in column 1: org: x"),
        ("name: Ann\n\torg: x", "a tab used for indentation", "begin every key in column 1"),
        ("name: [a]]", "text after the end of a value", 'type name: "[a]]"'),
        ("name: 'it's'", "text after the end of a value", 'type name: "it\'s"'),
        ("name: *x y", "the alias *x", 'type name: "*x y"'),
        ("<<: *x", "the merge key <<", "write every key out"),
        ("name: Ann\n... \nx: y", "a second YAML document", "delete the line that begins"),
        ("name: > a", "a fault of YAML: expected a comment", 'type name: "> a"'),
        ("just text", "text without a key", "write each line as key: value"),
        ("? [a]\n: b", "a key that is no text", "write each line as key: value"),
        ("name:Ann Lee", "text without a key", "type name: Ann Lee"),
        ('name = "Ann"', "text without a key", 'type name: "Ann"'),
        ("https://ann.example", "text without a key", "write each line as key: value"),
        ("name：Ann", "text without a key", "type name: Ann"),
        ("name: Ann\nａｓｋ ：　no", "a line without", "type ask: no"),
        ("name: Ann\naliases：\n  - a", "a line without", "type aliases:"),
        ("just：a：text here", "text without a key", "type just: a：text here"),
        ("just a： text", "text without a key", "write each line as key: value"),
        ("- *x", "text without a key", "write each line as key: value"),
        ("&x name: y", "the anchor &x", 'put the value in "double quotes"'),
    ],
)
def test_yaml_is_explained(front_matter: str, what: str, cure: str) -> None:
    problem = only({"contacts/pat.md": f"---\n{front_matter}\n---\n"})
    assert problem.message.startswith(YAML + what)
    assert problem.help.startswith(cure)


@pytest.mark.parametrize(
    ("line", "cure"),
    [
        ('  - "[[tara]]" 4', '- "[[tara]] 4"'),
        ('  - "Tara Holm" 4 x', '- "Tara Holm 4 x"'),
        ('knows: ["[[tara]]" 4, ben 3]', 'knows: ["[[tara]] 4", ben 3]'),
        ("knows: [[tara]] 4, [[ben]] 3", 'knows: ["[[tara]] 4", "[[ben]] 3"]'),
        ("knows: [[[tara]] 4, [[ben]] 3]", 'knows: ["[[tara]] 4", "[[ben]] 3"]'),
        ("introduced_by: [[tara]", 'introduced_by: "[[tara]]"'),
        ('role: "Bob" Holm', "role: '\"Bob\" Holm'"),
        ('role: "say "hi""', "role: 'say \"hi\"'"),
        ('role: "a" and "b"', 'role: \'"a" and "b"\''),
        ("role: ] x", 'role: "] x"'),
    ],
)
def test_the_quotes_of_a_cure_are_where_they_were_meant(line: str, cure: str) -> None:
    key = "knows:\n" if line.startswith(" ") else ""
    problem = only({"contacts/pat.md": f"---\nname: Pat\n{key}{line}\n---\n"})
    assert (problem.id, problem.help) == ("invalid-yaml", f"type {cure}")
    indent = "  " if key else ""
    mended = f"---\nname: Pat\n{key}{indent}{cure}\n---\n"
    assert not found({"contacts/pat.md": mended})


@pytest.mark.parametrize(
    ("line", "column", "dropped", "cure"),
    [
        ("tags: [#a]", 8, "#a]", "type tags: [a]"),
        ("tags: [a, #b]", 11, "#b]", "type tags: [a, b]"),
        ("tags: [#a, b, #c]", 8, "#a, b, #c]", "type tags: [a, b, c]"),
        ("aliases: [a, #b]", 14, "#b]", 'type aliases: [a, "#b"]'),
        ("tags: ['x y', #b]", 15, "#b]", "a # begins a comment: write tags without it"),
        ("role: x\ntags: [a, #b]\norg: y", 11, "#b]", "type tags: [a, b]"),
    ],
)
def test_a_hash_in_a_list_is_told_where_it_stands(
    line: str, column: int, dropped: str, cure: str
) -> None:
    problem = only({"contacts/pat.md": f"---\nname: Pat\n{line}\n---\n"})
    assert (problem.id, problem.span.column) == ("invalid-yaml", column)
    assert problem.message == (
        f'expected the end of the list, found a comment: YAML drops "{dropped}"'
    )
    assert problem.help.startswith(cure)
    assert problem.excerpt.startswith(("tags", "aliases"))


def test_long_names_and_plans_end_with_an_ellipsis() -> None:
    name = "Alexandra Konstantina " * 5
    files = {
        "contacts/tara.md": contact("knows: [sam 3]", name=name),
        "intros/a.md": intro("2026-10-01 introduced"),
        "contacts/me.md": "---\nname: Ana Silva\nme: true\n---\n",
    }
    said = [each.message + each.help for each in findings({**PEOPLE, **files})]
    assert said
    assert all("Konstantina Alexandra …" in each for each in said)
    plan = only({"intros/a.md": intro(f"2027-10-01 wrote: {'so long ' * 20}")})
    assert plan.help.endswith("so long so …")


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"", "found an empty file"),
        (b"\n---\nname: x\n---\n", "found an empty line"),
        (b"--- \nname: x\n---\n", "found blanks after it"),
        (b" ---\nname: x\n---\n", "found blanks before it"),
        (b"---", "that ends the front matter, found none"),
        (b"---\rname: x\r---\r", "found lines that end in CR alone"),
        (b"\xef\xbb\xbf---\nname: x\n---\n", "found a byte order mark"),
        (b"Tara", 'found "Tara"'),
        (b"Tara " * 30, f'found "{("Tara " * 12)[:59]}…"'),
    ],
)
def test_a_missing_first_line_is_named(data: bytes, found: str) -> None:
    problem = only({"contacts/pat.md": data})
    assert problem.id == "front-matter-missing"
    assert problem.message.endswith(found)
    assert problem.help


@pytest.mark.parametrize("empty", [b"\n", b"\n \n\n"])
def test_lines_before_the_front_matter_are_to_be_deleted(empty: bytes) -> None:
    problem = only({"contacts/pat.md": empty + b"---\nname: x\n---\n"})
    assert problem.help == "delete all empty lines above ---"


@pytest.mark.parametrize(
    ("line", "message", "cure"),
    [
        ("org: [a, b]", 'expected one text in "org", found a list of 2', "keep one, like org: a"),
        ("ask: perhaps", 'in "ask", found "perhaps"', "type yes, sparingly or no"),
        ("tags: ['12']", 'in "tags", found "12"', "a tag needs a letter"),
        ("tags: investor, Oslo", 'found "investor, Oslo"', "type tags: [investor, Oslo]"),
        ("email: Pat <p@x.example>", 'found "Pat <p@x.example>"', "type p@x.example"),
        ("met_on: 2019-13", 'found "2019-13"', "this month is not in the calendar"),
        ("met_on: 2019-02-30", 'found "2019-02-30"', "year-month-day, year-month or the year"),
        ("last_contact: 2026.6.3", 'found "2026.6.3"', "type 2026-06-03"),
        ("last_contact: 2026.6.33", 'found "2026.6.33"', "last_contact: 2026-06-03"),
        ("knows: [ben 3/5]", 'in "knows", found "3/5"', "type 3"),
        ("knows: [ben 3/10]", 'in "knows", found "3/10"', "type one of 1 met once"),
        ("closeness: 4/5", 'found "4/5"', "type 4"),
        ("cadence: " + "x" * 80, f'found "{"x" * 59}…"', "cadence: 3m"),
    ],
)
def test_a_value_is_explained(line: str, message: str, cure: str) -> None:
    problem = only({"contacts/pat.md": contact(line)})
    assert problem.message.endswith(message)
    assert cure in problem.help


def test_a_file_in_the_other_folder_is_told_once() -> None:
    stray = only({"contacts/pat.md": intro()})
    assert stray.message == (
        'expected a contact in this folder, found an intro with "target" and "introducer"'
    )
    assert (stray.span.line, stray.help) == (2, "move it to intros/")
    people = {"intros/pat.md": contact(GOAL)}
    assert only(people).help == "move it to contacts/"
    assert only({"contacts/pat.md": "---\ntarget: tara\n---\n"}).help.startswith("type a line")


def test_half_a_character_is_no_control_character() -> None:
    problem = only({"contacts/pat.md": contact('x_face: "\\ud83d"')})
    assert problem.message == "expected text, found half a character"
    assert problem.help == "delete the backslash escape that makes it"


def test_too_many_values_are_told_from_too_much_text() -> None:
    many = only({"contacts/pat.md": contact(f"tags: [{'a, ' * 5001}]")})
    assert many.message == "expected at most 5,000 values in the front matter, found more"


def test_every_bare_link_is_a_hint_at_its_own_place() -> None:
    source = Source("contacts/pat.md", contact("aliases: [[[P]], [[L]]]").encode())
    hints = check_files([source], date(2026, 11, 22))
    assert [hint.help for hint in hints] == ['type "[[P]]"', 'type "[[L]]"']
    assert [hint.span.column for hint in hints] == [11, 18]


@pytest.mark.parametrize(
    ("line", "cure"),
    [("aliases: [[P]]", 'aliases: "[[P]]"'), ("aliases:\n  - [[P]]", '- "[[P]]"')],
)
def test_a_bare_link_is_quoted_with_what_stands_before_it(line: str, cure: str) -> None:
    assert only({"contacts/pat.md": contact(line)}).help == f"type {cure}"


def test_a_nested_value_is_not_also_a_bare_link() -> None:
    assert only({"contacts/pat.md": contact("aliases: [[[P]], [x, y]]")}).id == "nested-value"


def test_a_value_nested_very_deep_is_reported_without_its_key() -> None:
    deep = only({"contacts/pat.md": contact(f"aliases: {'[' * 40}{']' * 40}")})
    assert deep.message == "expected one text or a flat list, found keys or lists inside it"
    assert deep.help == "write it flat, for example key: one text"


def test_an_empty_required_key_is_reported_at_the_key() -> None:
    empty = only({"contacts/pat.md": "---\norg: x\nname:\n---\n"})
    assert (empty.span.line, empty.span.column) == (3, 1)
    assert empty.message == 'a contact needs the key "name", found it empty'


@pytest.mark.parametrize(
    ("front_matter", "message", "cure"),
    [
        ("tags: #a, #b", 'the value of "tags" is empty', "type tags: [a, b]"),
        ("tags:\n  - #a", 'the value of "tags" is empty', "type - a"),
        ("tags:\n  - #a #b", 'the value of "tags" is empty', "type tags: [a, b]"),
        ("tags: a #b", 'the value of "tags" ends here', "type each tag without its #"),
        ("role: #4", 'the value of "role" is empty', 'type role: "#4", or a blank after'),
        ("role: booth #4", 'the value of "role" ends here', 'type role: "booth #4", or a blank'),
        ("aliases:\n  - Tara #2", 'the value of "aliases" ends here', 'type - "Tara #2", or'),
        ('role: an "A" #4', 'the value of "role" ends here', "put the whole value in quotes"),
        ("role: two\n  lines #4", 'the value of "role" ends here', "put the whole value in quotes"),
    ],
)
def test_what_yaml_takes_as_a_comment_is_told(front_matter: str, message: str, cure: str) -> None:
    problem = only({"contacts/pat.md": f"---\nname: Pat\n{front_matter}\n---\n"})
    assert problem.id == "unquoted-hash"
    assert problem.message.startswith(message)
    assert problem.help.startswith(cure)


@pytest.mark.parametrize(
    ("path", "reason", "cure"),
    [
        ("contacts/tara.md", "no permission to read it", 'chmod u+r "contacts/tara.md"'),
        ("contacts/oslo", "no permission to read it", 'chmod -R u+rX "contacts/oslo"'),
        ("contacts/tara.md", "it is a pipe, not a file", "put a file of your vault in its place"),
        ("contacts/tara.md", "the link leads out of the vault", "put a file of your vault in its"),
    ],
)
def test_what_cannot_be_read_is_told_with_a_cure_that_helps(
    path: str, reason: str, cure: str
) -> None:
    (found,) = check_files([Source(path, unreadable=reason)], date(2026, 11, 22))
    assert found.message == f"expected a readable file, found: {reason}"
    assert cure in found.help
