"""Which folder is the vault."""

from pathlib import Path

import pytest

from site_builder.reading.vault_root import OUTPUT_MARKER, find_root, is_vault
from site_builder.writing.output_names import MARKER


@pytest.mark.parametrize("sign", ["contacts/", "intros/", "doorstep.toml"])
def test_a_folder_with_one_of_the_vaults_signs_is_found_from_below(
    tmp_path: Path, sign: str
) -> None:
    below = tmp_path / "some" / "where"
    below.mkdir(parents=True)
    if sign.endswith("/"):
        (tmp_path / sign).mkdir()
    else:
        (tmp_path / sign).write_text("")
    assert find_root(below) == tmp_path
    assert find_root(tmp_path) == tmp_path


def test_the_nearest_vault_wins(tmp_path: Path) -> None:
    inner = tmp_path / "contacts" / "demo"
    (inner / "intros").mkdir(parents=True)
    assert find_root(inner / "intros") == inner


def test_a_file_called_contacts_is_no_vault(tmp_path: Path) -> None:
    (tmp_path / "contacts").write_text("")
    assert find_root(tmp_path) is None


def test_the_start_need_not_exist(tmp_path: Path) -> None:
    (tmp_path / "contacts").mkdir()
    assert find_root(tmp_path / "no" / "such") == tmp_path


def test_a_built_site_is_no_vault_but_the_folder_it_was_built_in_is(tmp_path: Path) -> None:
    site = tmp_path / "site"
    for folder in (tmp_path, site):
        (folder / "contacts").mkdir(parents=True)
    (site / MARKER).write_text("")
    assert not is_vault(site)
    assert find_root(site / "contacts") == tmp_path


def test_publishing_and_reading_mean_the_same_marker() -> None:
    assert OUTPUT_MARKER == MARKER
