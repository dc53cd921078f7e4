"""Which folder is the vault."""

from pathlib import Path

import pytest

from site_builder.reading.vault_root import find_root


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
