"""A theme gets the index if it runs the script that reads it."""

from datetime import date
from pathlib import Path

import pytest

from site_builder.app.build import build_site
from site_builder.app.run import Run, settings_of
from tests.search.found_site import FILES
from tests.support.commands import write

OWN = {
    "themes/quiet/theme.toml": 'extends = "default"\nscripts = ["static/js/copy.js"]\n',
    "themes/mine/theme.toml": 'extends = "default"\n',
}
INDEX = {"search-index.js", "search-notes.js"}


@pytest.mark.parametrize(
    ("theme", "files"),
    [("default", INDEX), ("mine", INDEX), ("plain", set()), ("quiet", set())],
)
def test_the_index_is_written_for_a_theme_that_searches(
    theme: str, files: set[str], tmp_path: Path
) -> None:
    write(tmp_path, FILES | OWN)
    run = Run(tmp_path, date(2026, 11, 22), settings_of(tmp_path))
    assert build_site(run, tmp_path / "site", theme=theme).published
    assert {path.name for path in (tmp_path / "site").glob("search-*")} == files
