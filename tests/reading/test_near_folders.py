"""Folders of notes whose name is only almost right."""

from pathlib import Path

import pytest

from site_builder.reading.near_folders import near_folders

INTRO = "there is no intros/: rename intro/ if that was meant, its notes are not read"
CONTACT = "there is no contacts/: rename contact/ if that was meant, its notes are not read"


def made(root: Path, *paths: str) -> Path:
    """Write files, and folders where a path ends with `/`."""
    for path in paths:
        place = root / path
        (place if path.endswith("/") else place.parent).mkdir(parents=True, exist_ok=True)
        if not path.endswith("/"):
            place.write_text("")
    return root


@pytest.mark.parametrize(
    ("paths", "said"),
    [
        (("contacts/", "intro/a.md"), (INTRO,)),
        (("contacts/", "intro/deep/er/a.md"), (INTRO,)),
        (("contact/a.md", "intro/a.md"), (CONTACT, INTRO)),
        (("contacts/", "intros/", "intro/a.md"), ()),
        (("contacts/", "intro/a.txt", "intro/.a.md"), ()),
        (("contacts/", "docs/a.md", "themes/a.md", ".intro/a.md", "intro~/a.md"), ()),
        (("contacts/", "intros"), ()),
        (("contacts/", "intro/.doorstep-output", "intro/a.md"), ()),
        (("contacts/",), ()),
        ((), ()),
    ],
)
def test_a_near_name_is_told_where_its_folder_is_missing(
    tmp_path: Path, paths: tuple[str, ...], said: tuple[str, ...]
) -> None:
    assert near_folders(made(tmp_path, *paths)) == said


def test_other_letters_may_be_large(tmp_path: Path) -> None:
    made(tmp_path, "contacts/", "Intro/a.md")
    (line,) = near_folders(tmp_path)
    assert line.startswith("there is no intros/: rename Intro/ if")


def test_a_link_is_not_followed_and_a_folder_that_is_gone_is_nobodys(tmp_path: Path) -> None:
    made(tmp_path, "away/a.md", "vault/contacts/")
    (tmp_path / "vault" / "intro").symlink_to(tmp_path / "away")
    assert near_folders(tmp_path / "vault") == ()
    assert near_folders(tmp_path / "nowhere") == ()
