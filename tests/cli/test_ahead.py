"""A build has its templates compiled in another process, if it can; those of the program once."""

import sys
from functools import cache
from pathlib import Path

import pytest

from site_builder.app.child import Child
from site_builder.cli.ahead import compile_packaged, compiling
from site_builder.rendering.codes import Codes
from site_builder.rendering.compile_ahead import codes_of
from tests.support.theme_files import built, packaged

PARAMS = {"root": None, "theme": None, "jobs": 2}
OWN = "themes/mine/theme.toml", "templates/drafts/nudge.md", "themes"


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Stand in a vault, with nothing kept; let no thread that a test has left behind count."""
    monkeypatch.setattr("threading.active_count", lambda: 1)
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "compiled"))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    (tmp_path / "contacts").mkdir()
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Gather the work that other processes are given."""
    works: list[object] = []
    begin = Child.begin

    def counted(work: object) -> Child | None:
        works.append(work)
        return begin(work)  # type: ignore[arg-type]

    monkeypatch.setattr(Child, "begin", counted)
    return works


@cache
def of(theme: str) -> Codes:
    """Compile a packaged theme here."""
    return codes_of(built(theme, packaged()))


def ahead(**params: object) -> Codes | None:
    with compiling({**PARAMS, **params}) as codes:
        return codes()


def test_it_is_the_theme_of_the_vault(tmp_path: Path) -> None:
    assert ahead() == of("default")
    (tmp_path / "doorstep.toml").write_text('theme = "paper"\n')
    paper = of("paper")
    assert ahead() == paper != of("default")
    assert ahead(theme="default") == of("default")


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_was_compiled_once_is_kept(jobs: int, begun: list[object]) -> None:
    for _ in range(2):
        assert ahead(jobs=jobs) == of("default")
        assert len(begun) == jobs - 1  # with one process there is no other


def test_installing_compiles_every_theme(begun: list[object]) -> None:
    compile_packaged()
    for theme in packaged():
        assert ahead(theme=theme) == of(theme)
    assert not begun


@pytest.mark.parametrize("own", OWN)
def test_no_code_is_kept_for_a_vault_with_templates_of_its_own(
    own: str, tmp_path: Path, begun: list[object]
) -> None:
    ahead()
    kept = list((tmp_path / "compiled").rglob("*.codes"))
    assert len(kept) == 1
    kept[0].unlink()
    (tmp_path / own).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / own).write_text("")
    ahead()
    ahead()
    assert len(begun) == 3
    assert not list((tmp_path / "compiled").rglob("*.codes"))


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
    assert ahead(root=tmp_path / "nowhere") == of("default")
    assert capfd.readouterr() == ("", "")
