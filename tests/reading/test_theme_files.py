"""Themes, drafts and settings of a vault."""

import os
from pathlib import Path

import pytest

from site_builder.reading.settings_read import read_settings_source
from site_builder.reading.theme_files import PACKAGE, read_templates, read_themes
from site_builder.source import Source


def write(root: Path, path: str, data: bytes = b"x") -> None:
    place = root / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(data)


def test_the_programs_own_themes_are_found(tmp_path: Path) -> None:
    themes = read_themes(tmp_path)
    assert themes.own == {}
    assert "theme.toml" in themes.packaged["default"]
    assert themes.unreadable == ()


def test_in_the_repository_the_packaged_themes_are_not_counted_twice() -> None:
    themes = read_themes(PACKAGE.parent)
    assert themes.own == {}
    assert themes.by_name == themes.packaged


def test_an_installed_package_has_its_themes_inside(tmp_path: Path) -> None:
    package = tmp_path / "lib" / "site_builder"
    write(package, "themes/default/theme.toml", b"inside")
    write(tmp_path / "lib", "themes/default/theme.toml", b"beside")
    themes = read_themes(tmp_path / "vault", package=package)
    assert themes.packaged == {"default": {"theme.toml": b"inside"}}


def test_a_vaults_theme_shadows_the_packaged_one_and_can_still_reach_it(tmp_path: Path) -> None:
    vault, package = tmp_path / "vault", tmp_path / "lib" / "site_builder"
    write(package, "themes/default/templates/base.html", b"packaged")
    write(package, "themes/plain/theme.toml", b"plain")
    write(vault, "themes/default/templates/base.html", b"own")
    write(vault, "themes/README.md", b"belongs to no theme")
    themes = read_themes(vault, package=package)
    assert themes.by_name == {
        "default": {"templates/base.html": b"own"},
        "plain": {"theme.toml": b"plain"},
    }
    assert themes.packaged["default"] == {"templates/base.html": b"packaged"}


def test_theme_files_that_cannot_be_read_are_named(tmp_path: Path) -> None:
    write(tmp_path, "themes/mine/theme.toml")
    os.mkfifo(tmp_path / "themes" / "mine" / "pipe.css")
    (tmp_path / "themes" / "mine" / "passwd.css").symlink_to("/etc/passwd")
    (tmp_path / "themes" / "other").symlink_to("/usr")
    write(tmp_path, "themes/mine/big.js", b"x" * (8 * 1024 * 1024 + 1))
    write(tmp_path, "themes/mine/.swp")
    themes = read_themes(tmp_path)
    assert themes.own == {"mine": {"theme.toml": b"x"}}
    assert themes.unreadable == (
        Source("themes/mine/big.js", unreadable="it is larger than 8 MiB"),
        Source("themes/mine/passwd.css", unreadable="the link leads out of the vault"),
        Source("themes/mine/pipe.css", unreadable="it is a pipe, not a file"),
        Source("themes/other", unreadable="the link leads out of the vault"),
    )


def test_templates_and_drafts_of_the_vault_are_read(tmp_path: Path) -> None:
    write(tmp_path, "templates/contact.md", b"new")
    write(tmp_path, "templates/drafts/nudge.md", b"nudge")
    write(tmp_path, "templates/drafts/de/nudge.md", b"stups")
    write(tmp_path, "templates/drafts/nudge.txt", b"no")
    assert read_templates(tmp_path) == {
        "contact.md": b"new",
        "drafts/de/nudge.md": b"stups",
        "drafts/nudge.md": b"nudge",
    }
    assert read_themes(tmp_path).drafts == {"de/nudge.md": b"stups", "nudge.md": b"nudge"}


def test_settings_are_read_where_there_are_any(tmp_path: Path) -> None:
    assert read_settings_source(tmp_path) is None
    write(tmp_path, "doorstep.toml", b'title = "x"')
    assert read_settings_source(tmp_path) == Source("doorstep.toml", b'title = "x"')


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("/etc/passwd", "the link leads out of the vault"),
        ("gone", "the link leads to nothing"),
        ("doorstep.toml", "the link leads back to itself"),
        (".", "links to folders are not followed"),
    ],
)
def test_settings_behind_a_bad_link_are_unreadable(
    tmp_path: Path, target: str, reason: str
) -> None:
    (tmp_path / "doorstep.toml").symlink_to(target)
    assert read_settings_source(tmp_path) == Source("doorstep.toml", unreadable=reason)


def test_settings_that_are_no_file_are_unreadable(tmp_path: Path) -> None:
    (tmp_path / "doorstep.toml").mkdir()
    assert read_settings_source(tmp_path) == Source(
        "doorstep.toml", unreadable="it is a folder, not a file"
    )


def test_settings_may_link_to_a_file_in_the_vault(tmp_path: Path) -> None:
    write(tmp_path, "config/doorstep.toml", b"")
    (tmp_path / "doorstep.toml").symlink_to("config/doorstep.toml")
    assert read_settings_source(tmp_path) == Source("doorstep.toml", b"")
