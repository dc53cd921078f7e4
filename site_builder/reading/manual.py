"""Reads the manual's page of a check, packaged with the program or in the clone's `docs/`."""

import re
from pathlib import Path

PACKAGE = Path(__file__).parents[1]
FOLDERS = (PACKAGE / "manual", PACKAGE.parent / "docs" / "checks")
"""Where the pages are in a wheel, and in a clone."""
ID = re.compile(r"[a-z][a-z0-9-]*")


def page_names() -> tuple[str, ...]:
    """Return the ids of all checks that have a page."""
    pages = {page.stem for folder in FOLDERS for page in folder.glob("*.md")}
    return tuple(sorted(name for name in pages if ID.fullmatch(name)))


def read_page(check: str) -> str | None:
    """Return the page as Markdown, or None if no check has this id."""
    if check not in page_names():
        return None
    for folder in FOLDERS:
        page = folder / f"{check}.md"
        if page.is_file():
            return page.read_text("utf-8")
    return None
