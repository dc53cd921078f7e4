"""Links in a line of a log: shown under names, never in brackets."""

import pytest

from site_builder.pages.prose import line_html, line_words, link_index
from tests.support.vaults import intro, people, vault_of

TARA = '<a href="../contacts/tara.html">'


@pytest.mark.parametrize(
    ("text", "html", "words"),
    [
        ("tea & cake", "tea &amp; cake", "tea & cake"),
        ("met [[tara]] <here>", f"met {TARA}Tara</a> &lt;here&gt;", "met Tara <here>"),
        ("[[tara|her]], then lunch", f"{TARA}her</a>, then lunch", "her, then lunch"),
        ("saw [[nobody]] & [[nobody|Ann]]", "saw nobody &amp; Ann", "saw nobody & Ann"),
        ("[[first]]", '<a href="../intros/first.html">Tara through Ana</a>', "first"),
        ("a [list](of) [[", "a [list](of) [[", "a [list](of) [["),
    ],
)
def test_a_link_is_shown_under_its_name(text: str, html: str, words: str) -> None:
    vault = vault_of(people("tara ana") | {"intros/first.md": intro("2026-01-01 asked")})
    assert line_html(text, link_index(vault), root="../") == html
    assert line_words(text, vault) == words
