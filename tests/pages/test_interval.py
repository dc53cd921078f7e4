"""An interval: a band and a mark on a scale, and the same in words."""

import pytest

from site_builder.pages.interval import interval_of
from tests.support.html_reader import HtmlReader
from tests.support.theme_files import environment


def test_an_interval_says_what_it_draws() -> None:
    one = interval_of("Second introductions answered", 0.38, 0.21, 0.58)
    assert one.words.replace("\u00a0", " ") == "38 % (21 to 58 %)"
    assert (one.low, one.width, one.mark) == (21, 37, 37)


@pytest.mark.parametrize(("point", "low", "high"), [(0, 0, 0), (1, 1, 1), (0, 0, 1), (0.5, 0, 1)])
def test_band_and_mark_stay_on_the_scale(point: float, low: float, high: float) -> None:
    one = interval_of("", point, low, high)
    assert 0 <= one.low < one.low + one.width <= 100
    assert 0 <= one.mark <= 98
    assert one.width >= 2


def test_the_picture_is_read_aloud() -> None:
    template = environment().pages.from_string(
        '{% from "pictures.html" import interval %}{{ interval(one) }}'
    )
    (svg,) = HtmlReader(template.render(one=interval_of("Nudges", 0.1, 0.05, 0.2))).all("svg")
    assert svg["role"] == "img"
    assert svg["aria-label"].replace("\u00a0", " ") == "Nudges: 10 % (5 to 20 %)"
