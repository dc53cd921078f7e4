"""The signs that belong to a letter are a part of its word, and nothing else is."""

import re
import unicodedata

from site_builder.model.letters import LETTERS

LETTER = re.compile(f"[{LETTERS}]")
BASIC = [chr(code) for code in range(0x10000)]
NO_SIGNS = frozenset(
    map(chr, (0x034F, 0x17B4, 0x17B5, *range(0x180B, 0x1810), *range(0xFE00, 0xFE10)))
)
"""Marks without a look of their own: they join, or say how a picture is drawn."""


def test_every_mark_of_a_letter_is_a_part_of_a_word() -> None:
    for sign in BASIC:
        if unicodedata.category(sign) in {"Mn", "Mc"} and sign not in NO_SIGNS:
            assert LETTER.fullmatch(sign), hex(ord(sign))


def test_no_punctuation_blank_or_hidden_sign_is() -> None:
    for sign in BASIC:
        if unicodedata.category(sign)[0] in "PSZC" and unicodedata.category(sign) != "Cn":
            assert sign == "_" or re.match(r"\w", sign) or not LETTER.match(sign), hex(ord(sign))
    assert not any(map(LETTER.match, NO_SIGNS))
