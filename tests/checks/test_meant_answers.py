"""Grades, answers, addresses and rough words: the cure is one value, and it heals."""

import pytest

from .builders import contact, findings, found, only


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("closeness: 3 good contact", "3"),
        ("closeness: good contact", "3"),
        ("closeness: friend", "4"),
        ("closeness: four", "4"),
        ("closeness: +3", "3"),
        ("closeness: 03", "3"),
        ("closeness: 3.0", "3"),
        ("closeness: 4 out of 5", "4"),
        ("closeness: '4?'", "4"),
        ("ask: ja", "yes"),
        ("ask: oui", "yes"),
        ("ask: 'on'", "yes"),
        ("ask: TRUE", "yes"),
        ("ask: 'false'", "no"),
        ("ask: nie", "no"),
        ("ask: rarely", "sparingly"),
        ("email: mailto:p@x.example", "p@x.example"),
        ("email: p@x.example,", "p@x.example"),
        ("email: p@x.example (work)", "p@x.example"),
        ("email: '[p@x.example](mailto:p@x.example)'", "p@x.example"),
        ("email: <p@x.example>, <q@x.example>", "email: [p@x.example, q@x.example]"),
        ("email: p@x.example / q@x.example", "email: [p@x.example, q@x.example]"),
        ("last_contact: 2026-06-03 (lunch)", "2026-06-03"),
        ("last_contact: '[[2026-06-03]]'", "2026-06-03"),
        ("met_on: ca. 2019", "2019"),
        ("met_on: 2019?", "2019"),
        ("met_on: 2019-05 Oslo", "2019-05"),
        ("cadence: every quarter", "3m"),
        ("cadence: once a month", "1m"),
        ("cadence: 12 wks", "12w"),
        ("cadence: tous les 3 mois", "3m"),
        ("timezone: America/New York", "America/New_York"),
        ("standing: [tara 4/5]", "tara 0.8"),
        ("standing: [tara 0.8 she said]", "tara 0.8"),
        ("introduced_by: '[[tara]] at lunch'", '"[[tara]]"'),
        ("introduced_by: '[T](../contacts/tara.md)'", "tara"),
        ("knows: ['[T](tara.md) 3 ski']", "tara 3 ski"),
        ("tags: [a, 'to do']", "to-do"),
    ],
)
def test_the_cure_is_what_was_meant(line: str, meant: str) -> None:
    problem = only({"contacts/pat.md": contact(line)})
    assert problem.help == f"type {meant}"
    span, key = problem.span, line.partition(":")[0]
    typed = line[span.column - 1 : span.end_column - 1]
    mended = meant if meant.startswith(f"{key}:") else line.replace(typed, meant)
    assert not found({"contacts/pat.md": contact(mended)})


@pytest.mark.parametrize(
    ("line", "cure"),
    [
        ("closeness: 3-4", "type one of 1 met once"),
        ("closeness: 3.5", "type one of 1 met once"),
        ("ask: maybe", "type yes, sparingly or no"),
        ("met_on: 2019-2020", "type for example met_on: 2019-05"),
        ("met_on: Q2 2019", "type for example met_on: 2019-05"),
        ("last_contact: 2019 or so", "type for example last_contact: 2026-06-03"),
        ("standing: [tara -1]", "type a number from 0 to 1, like tara 0.8"),
        ("email: n/a", "type for example email: tara@northwind.example"),
        ("tags: [c, 'a, b']", "give each its own item: [a, b]"),
    ],
)
def test_what_is_not_sure_is_not_guessed(line: str, cure: str) -> None:
    assert only({"contacts/pat.md": contact(line)}).help.startswith(cure)


def test_a_name_of_blanks_is_no_name() -> None:
    (problem,) = findings({"contacts/pat.md": "---\nname: ' '\n---\n"})
    assert (problem.id, problem.message) == (
        "missing-field",
        'a contact needs the key "name", found it empty',
    )


def test_a_linked_day_is_told_without_brackets() -> None:
    problem = only({"contacts/pat.md": contact("last_contact: [[2026-06-03]]")})
    assert (problem.id, problem.help) == ("unquoted-link", "type last_contact: 2026-06-03")
    assert not found({"contacts/pat.md": contact("last_contact: 2026-06-03")})
