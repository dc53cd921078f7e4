"""Characters that a reader cannot see, made visible."""

import json
import sys
import unicodedata

import pytest

from site_builder.reporting.safe_text import visible, visible_json

SHOWN_SIGNS = {"\u0600", "\u0601", "\u0602", "\u0603", "\u0604", "\u0605", "\u06dd"} | {
    "\u0890",
    "\u0891",
}
"""Arabic number signs: format characters that have a shape of their own."""


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Tara Lindqvist", "Tara Lindqvist"),
        ("Łódź 田中 ❤️ e\u0301", "Łódź 田中 ❤️ e\u0301"),
        ("\u202egpj", "\\u202egpj"),
        ("\x1b[31m", "\\u001b[31m"),
        ("a\nb\tc", "a\\u000ab\\u0009c"),
        ("\U000e0041", "\\U000e0041"),
        ("\udc80", "\\udc80"),
        ("\\u202e", "\\u202e"),
        ("علی\u200cرضا", "علی\u200cرضا"),
        ("ශ්\u200dරී", "ශ්\u200dරී"),
        ("👩🏽\u200d🚀 🏳️\u200d🌈", "👩🏽\u200d🚀 🏳️\u200d🌈"),
        ("علی\u200c", "علی\\u200c"),
        ("a\u200db", "a\\u200db"),
        ("علی\u200c\u200cرضا", "علی\\u200c\\u200cرضا"),
        ("علی\u200fرضا", "علی\\u200fرضا"),
        ("", ""),
    ],
)
def test_hidden_characters_become_escapes(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_no_control_or_format_character_of_unicode_is_left_out() -> None:
    hidden = {"Cc", "Cf", "Cs", "Zl", "Zp"}
    passed = {
        character
        for character in map(chr, range(sys.maxunicode + 1))
        if unicodedata.category(character) in hidden and visible(character) == character
    }
    assert passed == SHOWN_SIGNS


def test_letters_marks_and_signs_of_all_scripts_pass() -> None:
    escaped = {
        character
        for character in map(chr, range(sys.maxunicode + 1))
        if unicodedata.category(character)[0] in "LNPS" and visible(character) != character
    }
    assert escaped == set("\u115f\u1160\u3164\uffa0")  # letters that are blank


def test_json_keeps_its_values_and_shows_no_hidden_character() -> None:
    value = {"\u202ekey": ["\x9b31m", "\U000e0041", "ok ü 田", "\udc80", "\x1b", "\x7f"]}
    document = visible_json(json.dumps(value, ensure_ascii=False, indent=2))
    assert json.loads(document) == value
    assert "ok ü 田" in document
    assert visible(document.replace("\n", "")) == document.replace("\n", "")
