"""The scripts of the packaged themes: small, strict, and told when the preview changes a page."""

from pathlib import Path

import pytest

from tests.support.theme_files import THEMES

SCRIPTS = sorted(THEMES.rglob("*.js"))
OWN = [path for path in SCRIPTS if "vendor" not in path.parts]


def deaf(text: str) -> bool:
    """Tell whether a script would go on with parts of a page that are no longer there."""
    return "querySelector" in text and "doorstep:fresh" not in text


@pytest.mark.parametrize("path", OWN, ids=lambda path: path.name)
def test_a_script_that_looks_into_the_page_listens_for_a_fresh_one(path: Path) -> None:
    assert not deaf(path.read_text("utf-8"))


def test_the_control_would_be_found() -> None:
    assert OWN
    assert deaf('document.querySelector("main").hidden = false;')
