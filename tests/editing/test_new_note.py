"""A new note: its id, its values as typed, in its own words or a template's."""

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from site_builder.editing.new_note import id_of, note_text, reads_back
from site_builder.parsing.fields import CONTACT_FIELDS, INTRO_FIELDS
from site_builder.parsing.text_decode import CONTROL
from tests.proof.long_form import LONG, naughty_strings

EMPTY = "---\n---\n"
TEMPLATE = """\
---
# how we met
name:
tags: [new]
knows:
  - sam-okafor 3
  - ben-ito 2

org: ""   # where
x_mine: yes
---

## Notes
"""


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("Tara Lindqvist", "tara-lindqvist"),
        ("  Dr. Ada  O'Neill-Smith ", "dr-ada-o-neill-smith"),
        ("Łucja Żółć", "lucja-zolc"),
        ("Jørgen Groß Ærø", "jorgen-gross-aero"),
        ("I\u0307lker Işık", "ilker-isik"),
        ("José", "jose"),
        ("Jose\u0301", "jose"),
        ("Иван Петров", "иван-петров"),
        ("漢字 子", "漢字-子"),
        ("Ανδρέας Μ.", "ανδρέας-μ"),
        ("Séan O’Brien 🚪", "sean-o-brien"),
        ("क्षमा शर्मा ❤️", "क्षमा-शर्मा"),
        ("สมชาย ใจดี", "สมชาย-ใจดี"),
        ("R2-D2_x", "r2-d2-x"),
        ("!!! 🚪", ""),
        ("a " * 60, "-".join("a" * 30)),
    ],
)
def test_an_id_is_the_name_in_plain_letters(name: str, made: str) -> None:
    assert id_of(name) == made


def test_values_stand_in_the_order_of_the_field_table_as_yaml_reads_them() -> None:
    values = {
        "x_own": ["1"],
        "tags": ["a", "b"],
        "phone": ["01234"],
        "role": ["No"],
        "closeness": ["2"],
        "name": ['Tara "T" Lindqvist'],
        "org": ["Northwind: #1"],
    }
    text = note_text(EMPTY, values, CONTACT_FIELDS)
    assert text == (
        '---\nname: "Tara \\"T\\" Lindqvist"\nphone: "01234"\norg: "Northwind: #1"\nrole: "No"\n'
        'closeness: 2\ntags:\n  - a\n  - b\nx_own: "1"\n---\n'
    )


def test_a_template_keeps_what_is_not_given() -> None:
    values = {"name": ["Tara"], "knows": ["ben-ito 4"], "email": ["tara@a.example"]}
    text = note_text(TEMPLATE, values, CONTACT_FIELDS)
    assert text == (
        "---\n# how we met\nname: Tara\ntags: [new]\nknows: ben-ito 4\n\n"
        'org: ""   # where\nx_mine: yes\nemail: "tara@a.example"\n---\n\n## Notes\n'
    ).replace('"tara@a.example"', "tara@a.example")
    assert reads_back(text, TEMPLATE, values)


@pytest.mark.parametrize("template", ["", "# Notes\n", "---\nname: x\n", "text\n---\n---\n"])
def test_a_template_without_front_matter_gives_no_note(template: str) -> None:
    assert note_text(template, {"name": ["x"]}, CONTACT_FIELDS) is None


@pytest.mark.parametrize("template", ["---\n'name': x\n---\n", "---\n{name: x}\n---\n"])
def test_a_template_that_hides_a_key_is_seen_not_to_read_back(template: str) -> None:
    values = {"name": ["Tara"]}
    text = note_text(template, values, CONTACT_FIELDS)
    assert text is None or not reads_back(text, template, values)


TEXTS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=30)


@settings(max_examples=5_000 if LONG else 300, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=3), st.sampled_from([EMPTY, TEMPLATE]))
@example(["yes", "~", "1e3", "- a", "? b", "a: b", "a #b", "'", '"', "\\", "[[x]]", "---"], EMPTY)
@example(["*a", "&a", "!a", "%a", "@a", "`a", "|", ">", "{a}", "2026-11-22", "0x1F", ".nan"], EMPTY)
def test_any_text_is_read_back_as_typed(texts: list[str], template: str) -> None:
    typed = [" ".join(CONTROL.sub("", text).split()) for text in texts]
    values = {"name": typed[:1], "aliases": typed}
    if not all(typed):
        return
    text = note_text(template, values, CONTACT_FIELDS)
    assert text is not None
    assert reads_back(text, template, values)
    loaded = yaml.safe_load(text.split("---\n")[1]) if "---" not in "".join(typed) else None
    if loaded is not None:  # other programs read the same
        assert loaded["name"] == typed[0]
        assert loaded["aliases"] == (typed if len(typed) > 1 else typed[0])


def test_naughty_strings_are_read_back_as_typed() -> None:
    for text in ("undefined", "1/0", "<script>", "'; --", "Ω≈ç√∫˜µ≤≥÷", *naughty_strings()):
        typed = " ".join(CONTROL.sub("", text).split())
        if typed:
            made = note_text(EMPTY, {"goal": [typed]}, INTRO_FIELDS)
            assert made is not None
            assert reads_back(made, EMPTY, {"goal": [typed]})
