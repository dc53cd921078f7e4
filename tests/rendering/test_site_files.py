"""Which files of a site are others than in the build before, without joining all of them."""

from collections.abc import Mapping

import pytest

from site_builder.preview.shown import changed_addresses
from site_builder.rendering.site_files import (
    Place,
    Rendered,
    SiteFiles,
    nav_mark,
    rendered,
    shelf_of,
)

MARK = nav_mark("doors", "../")


def site(
    texts: Mapping[str, str],
    *,
    nav: bytes = b"one",
    fixed: Mapping[str, bytes] | None = None,
    sheaf: str = "sheaf",
) -> SiteFiles:
    """Return a site of pages with these texts, by address."""
    pages: dict[Place, Rendered] = {
        (sheaf, address): rendered(address, text.encode()) for address, text in texts.items()
    }
    shelf = shelf_of((place, page.label) for place, page in pages.items())
    return SiteFiles(fixed or {}, pages, shelf, {MARK.encode(): nav})


def test_a_page_is_joined_with_its_navigation() -> None:
    files = site({"a.html": f"<p>{MARK}</p>", "b.html": "b"}, fixed={"x.css": b"x"})
    assert dict(files) == {"x.css": b"x", "a.html": b"<p>one</p>", "b.html": b"b"}
    assert "a.html" in files
    assert len(files) == 3


def test_pages_that_are_new_gone_or_others_have_changed() -> None:
    old = site({"same.html": "s", "other.html": "1", "gone.html": "g"})
    new = site({"same.html": "s", "other.html": "2", "new.html": "n"})
    assert new.changed_since(old) == {"other.html", "gone.html", "new.html"}
    assert not new.changed_since(new)


def test_another_count_changes_the_pages_that_show_it() -> None:
    texts = {"a.html": f"a{MARK}", "b.html": "b"}
    assert site(texts, nav=b"two").changed_since(site(texts)) == {"a.html"}


def test_files_that_are_no_pages_count_too() -> None:
    old = site({}, fixed={"same.css": b"1", "other.js": b"1", "gone.txt": b""})
    new = site({}, fixed={"same.css": b"1", "other.js": b"2", "new.txt": b""})
    assert new.changed_since(old) == {"other.js", "gone.txt", "new.txt"}


def test_what_another_place_gives_now_has_changed_by_its_bytes() -> None:
    old = site({"same.html": f"s{MARK}", "other.html": "1"}, sheaf="one")
    new = site({"same.html": f"s{MARK}", "other.html": "2"}, sheaf="two")
    assert new.changed_since(old) == {"other.html"}


def test_no_page_is_joined_to_see_what_a_count_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = {f"{number}.html": f"{number}{MARK}" for number in range(5)}
    old, new = site(texts), site({**texts, "1.html": f"other{MARK}"}, nav=b"two")
    joined: list[str] = []
    join = SiteFiles.__getitem__

    def joining(files: SiteFiles, address: str) -> bytes:
        joined.append(address)
        return join(files, address)

    monkeypatch.setattr(SiteFiles, "__getitem__", joining)
    assert changed_addresses(old, new) == tuple(texts)
    assert joined == []
    assert new["1.html"] == b"othertwo", "the control: joining is noticed"
    assert joined == ["1.html"]
