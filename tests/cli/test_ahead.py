"""A build has its templates compiled in another process, if it can."""

from pathlib import Path

import pytest

from site_builder.cli.ahead import compiling
from site_builder.rendering.codes import Codes
from site_builder.rendering.compile_ahead import codes_of
from tests.support.theme_files import built, packaged

PARAMS = {"root": None, "theme": None, "jobs": 2}


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Stand in a vault; let no thread that another test has left behind count."""
    monkeypatch.setattr("threading.active_count", lambda: 1)
    (tmp_path / "contacts").mkdir()
    monkeypatch.chdir(tmp_path)


def ahead(**params: object) -> Codes | None:
    with compiling({**PARAMS, **params}) as codes:
        return codes()


def test_it_is_the_theme_of_the_vault(tmp_path: Path) -> None:
    assert ahead() == codes_of(built("default", packaged()))
    (tmp_path / "doorstep.toml").write_text('theme = "paper"\n')
    paper = codes_of(built("paper", packaged()))
    assert ahead() == paper != codes_of(built("default", packaged()))
    assert ahead(theme="default") == codes_of(built("default", packaged()))


def test_with_one_process_there_is_no_other() -> None:
    assert ahead(jobs=1) is None


@pytest.mark.parametrize("toml", ['theme = "nobody\'s"\n', "theme = [\n"])
def test_what_is_wrong_with_settings_is_not_said_here(
    toml: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "doorstep.toml").write_text(toml)
    ahead()
    assert capfd.readouterr() == ("", "")


def test_where_no_vault_is_there_is_nothing(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "contacts").rmdir()
    assert ahead() is None
    assert ahead(root=tmp_path / "nowhere") == codes_of(built("default", packaged()))
    assert capfd.readouterr() == ("", "")
