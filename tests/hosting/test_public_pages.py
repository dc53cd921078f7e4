"""A workflow that publishes to everybody is warned of; the manual's page is the test."""

import json
from pathlib import Path

import pytest

from site_builder.hosting.public_pages import find_public_pages
from site_builder.source import Source
from tests.checks.manual_page import Section, read_page
from tests.checks.vault_check import text_of
from tests.support.commands import Commands

PAGE = read_page(
    (Path(__file__).parents[2] / "docs" / "checks" / "public-pages.md").read_text("utf-8")
)
DEPLOY = "      - uses: actions/deploy-pages@v4\n"


def found_in(section: Section) -> str:
    return text_of(find_public_pages(section.files.values()))


def test_the_manual_keeps_its_word() -> None:
    assert found_in(PAGE.example) == PAGE.example.expected
    assert found_in(PAGE.mended) == ""
    assert PAGE.level == "warning"


@pytest.mark.parametrize(
    ("line", "warned"),
    [
        ("uses: actions/upload-pages-artifact@v3", True),
        ("uses: peaceiris/actions-gh-pages@v4", True),
        ("uses: JamesIves/github-pages-deploy-action@v4", True),
        ("run: git push origin gh-pages", True),
        ("run: mkdocs gh-deploy", True),
        ("# uses: actions/deploy-pages@v4", False),
        ("run: build  # not for gh-pages", False),
        ("uses: actions/checkout@v4", False),
        ("run: make pages", False),
    ],
)
def test_what_publishes_is_known_by_its_name(line: str, *, warned: bool) -> None:
    assert bool(list(find_public_pages([Source("w.yml", line.encode())]))) is warned


@pytest.fixture
def vault(build: Commands) -> Commands:
    """Return a small vault with a workflow that publishes."""
    build.write({"contacts/me.md": "---\nname: Mo\nme: true\n---\n"})
    build.write({".github/workflows/site.yaml": DEPLOY})
    return build


@pytest.mark.parametrize("words", [(), ("check",)])
def test_build_and_check_warn_every_time(vault: Commands, words: tuple[str, ...]) -> None:
    for _ in range(2):
        result = vault(*words)
        assert result.code == 0
        assert ".github/workflows/site.yaml:1:15: warning[public-pages]" in result.out


def test_a_workflow_of_the_repository_around_the_vault_is_found(
    vault: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    (vault.root / ".git").mkdir()
    (vault.root / "contacts").rename(vault.root / "contacts-of-another")
    vault.write({"notes/mine/contacts/me.md": "---\nname: Mo\nme: true\n---\n"})
    monkeypatch.chdir(vault.root / "notes" / "mine")
    assert "../../.github/workflows/site.yaml:1:15: warning[public-pages]" in vault().out
    (vault.root / ".git").rmdir()
    assert "public-pages" not in vault().out


def test_with_strict_nothing_is_published(vault: Commands) -> None:
    assert vault("--strict").code == 1
    assert not (vault.root / "site").exists()


def test_settings_can_silence_it_or_make_it_an_error(vault: Commands) -> None:
    vault.write({"doorstep.toml": '[checks]\npublic-pages = "off"\n'})
    assert "public-pages" not in vault().out
    vault.write({"doorstep.toml": '[checks]\npublic-pages = "error"\n'})
    assert (vault().code, vault("check").code) == (1, 1)


def test_it_is_a_finding_like_any_other(vault: Commands) -> None:
    document = json.loads(vault("check", "--format", "json").out)
    assert [found["id"] for found in document["diagnostics"]] == ["public-pages"]
    assert "Enterprise" in vault("explain", "public-pages").out
