"""`build export bundle` on the command line."""

import hashlib
import stat

import pytest

from tests.support.commands import Commands

from .bundles import PASSPHRASE


@pytest.fixture
def vault(build: Commands) -> Commands:
    """Return commands in a small vault with a passphrase beside it."""
    build.write({"contacts/me.md": "---\nname: Mo\nme: true\n---\n", "pass": PASSPHRASE + "\n"})
    return build


EXPORT = ("export", "bundle", "--passphrase-file", "pass")


def test_a_bundle_is_written_for_its_owner_alone(vault: Commands) -> None:
    result = vault(*EXPORT, "--format", "json")
    path = vault.root / "doorstep-private.html"
    assert result.code == 0
    assert result.json["data"]["sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()
    assert result.json["data"]["pages"] > 5
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert not (vault.root / "site").exists()
    assert "pages in doorstep-private.html, " in vault(*EXPORT).err


def test_a_bundle_is_replaced_and_nothing_else_is(vault: Commands) -> None:
    first = (vault(*EXPORT), (vault.root / "doorstep-private.html").read_bytes())
    assert vault(*EXPORT).code == 0
    assert (vault.root / "doorstep-private.html").read_bytes() != first[1]
    vault.write({"notes.html": "<p>mine"})
    result = vault(*EXPORT, "-o", "notes.html")
    assert result.code == 2
    assert "is no export of Doorstep's" in result.err
    assert (vault.root / "notes.html").read_text() == "<p>mine"


def test_a_vault_with_errors_gives_no_file(vault: Commands) -> None:
    vault.write({"contacts/x.md": "no front matter"})
    result = vault(*EXPORT)
    assert result.code == 1
    assert "nothing was written" in result.err
    assert list(vault.root.glob("*.html")) == []


def test_a_weak_or_missing_passphrase_is_refused(vault: Commands) -> None:
    vault.write({"weak": "password\n"})
    result = vault("export", "bundle", "--passphrase-file", "weak")
    assert result.code == 2
    assert "shorter than 16 characters: take five or six words" in result.err
    assert vault("export", "bundle").code == 2
    assert "password" not in result.err
    assert list(vault.root.glob("*.html")) == []


def test_an_unknown_audience_is_refused(vault: Commands) -> None:
    assert vault(*EXPORT, "--audience", "nobody").code == 2


def test_a_file_among_those_of_the_vault_or_of_a_site_is_refused_at_once(
    vault: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert vault().code == 0
    monkeypatch.delattr("site_builder.cli.export_bundle.export_bundle")
    for name, reason in (("contacts/new.md", "the vault's own"), ("site/x.html", "a built site")):
        result = vault(*EXPORT, "-o", name)
        assert (result.code, reason in result.err) == (2, True)
        assert not (vault.root / name).exists()
    assert vault().code == 0


def test_the_help_has_a_whole_line_for_each_kind(vault: Commands) -> None:
    _, _, kinds = vault("export", "--help").out.partition("Commands:\n")
    assert len(kinds.splitlines()) == 6
    assert "..." not in kinds


def test_an_option_typed_first_is_for_the_kind_that_takes_it(vault: Commands) -> None:
    words = ("export", "bundle", "--passphrase-file", "pass")
    assert vault("--theme", "paper", *words).code == 0
    result = vault("--no-cache", *words)
    assert (result.code, '"--no-cache" cannot be used with "export bundle"' in result.err) == (
        2,
        True,
    )
