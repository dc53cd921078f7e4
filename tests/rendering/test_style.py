"""The style sheets: readable in both schemes, small, and without anything from elsewhere."""

import re

import pytest

from tests.support.theme_files import THEMES

CSS = THEMES / "default" / "static" / "css"
TOKEN = re.compile(r"--([a-z-]+): light-dark\((#[0-9a-f]+), (#[0-9a-f]+)\);")
BACKGROUNDS = ("page", "raised", "side", "quiet")
PAIRS = [
    *((text, ground) for text in ("text", "text-low") for ground in BACKGROUNDS),
    *(("accent", ground) for ground in BACKGROUNDS),
    *(("amber", ground) for ground in BACKGROUNDS),
    ("text", "accent-soft"),
    ("text-low", "accent-soft"),
    ("amber", "accent-soft"),
    ("on-accent", "accent"),
    ("amber", "amber-soft"),
    ("green", "green-soft"),
    ("green", "raised"),
    ("red", "red-soft"),
    ("red", "raised"),
]
DRAWN = [
    (line, ground) for line in ("drawn", "accent-line", "accent") for ground in BACKGROUNDS[:2]
]


def colours(scheme: int) -> dict[str, str]:
    text = (CSS / "tokens.css").read_text().split("@media")[0]
    return {found[0]: found[1 + scheme] for found in TOKEN.findall(text)}


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    red, green, blue = (int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4))
    linear = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (red, green, blue)
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_every_text_can_be_read(text: str, ground: str, scheme: int) -> None:
    known = colours(scheme)
    assert contrast(known[text], known[ground]) >= 4.5


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("line", "ground"), DRAWN)
def test_every_line_of_a_picture_can_be_seen(line: str, ground: str, scheme: int) -> None:
    known = colours(scheme)
    assert contrast(known[line], known[ground]) >= 3


def test_all_css_together_is_small() -> None:
    assert sum(len(path.read_bytes()) for path in CSS.glob("*.css")) <= 25_000


def test_colours_stand_in_the_tokens_only() -> None:
    for path in CSS.glob("*.css"):
        if path.name != "tokens.css":
            assert not re.search(r"#[0-9a-f]{3,8}\b|rgb|hsl", path.read_text()), path.name


@pytest.mark.parametrize("path", sorted(THEMES.rglob("*.css")), ids=lambda path: path.name)
def test_nothing_is_loaded_from_elsewhere(path: object) -> None:
    text = path.read_text()  # type: ignore[attr-defined] # parametrize passes paths as objects
    assert "url(" not in text
    assert "@import" not in text


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("text", ["text", "low", "accent", "stalled"])
def test_every_text_on_paper_can_be_read(text: str, scheme: int) -> None:
    css = (THEMES / "paper" / "static" / "css" / "paper.css").read_text()
    known = {found[0]: found[1 + scheme] for found in TOKEN.findall(css)}
    assert contrast(known[text], known["page"]) >= 4.5
