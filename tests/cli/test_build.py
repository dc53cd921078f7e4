"""`build`: what it writes, what it says, how it ends."""

from pathlib import Path

import pytest

from tests.support.commands import Commands


def tree(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Return every file's bytes and time of change."""
    return {
        str(path.relative_to(folder)): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_a_build_ends_with_its_summary(vault: Commands) -> None:
    result = vault()
    assert result.code == 0
    built, page, findings = result.err.strip().splitlines()
    assert page == "Open site/index.html"
    assert built.startswith("4 contacts, 1 intro (1 stalled), ")
    assert findings == "0 errors, 0 warnings"
    assert (vault.root / "site" / "threads" / "tara.html").is_file()


def test_building_again_touches_no_file(vault: Commands) -> None:
    vault()
    before = tree(vault.root / "site")
    assert vault("--format", "json").json["data"]["written"] == 0
    assert tree(vault.root / "site") == before


def test_json_has_the_documented_keys_and_nothing_else_is_on_stdout(vault: Commands) -> None:
    document = vault("--format", "json").json
    assert list(document) == ["schema", "tool", "version", "as_of", "data", "diagnostics"]
    assert document["as_of"] == "2026-11-04"
    assert set(document["data"]) == {
        *("contacts", "intros", "threads", "stalled", "pages", "written", "seconds")
    }


def test_an_error_publishes_nothing_and_leaves_the_old_site(vault: Commands) -> None:
    vault()
    before = tree(vault.root / "site")
    vault.write({"contacts/ben.md": "---\nname: Ben\nknows: [tarra 3]\n---\n"})
    result = vault()
    assert result.code == 1
    assert 'contacts/ben.md:3:9: error[unknown-contact]: no contact has the id "tarra"' in (
        result.out
    )
    assert 'help: did you mean "tara" (contacts/tara.md)?' in result.out
    assert "nothing was published" in result.err
    assert tree(vault.root / "site") == before


def test_strict_fails_on_a_warning_and_the_default_does_not(vault: Commands) -> None:
    vault.write({"contacts/ben.md": "---\nname: Ben\nclosness: 3\n---\n"})
    assert vault().code == 0
    assert vault("--strict").code == 1


def test_the_output_folder_can_be_chosen_and_is_for_its_owner_alone(vault: Commands) -> None:
    assert vault("-o", "elsewhere/out").code == 0
    page = vault.root / "elsewhere" / "out" / "index.html"
    assert page.stat().st_mode & 0o777 == 0o600
    assert page.parent.stat().st_mode & 0o777 == 0o700


def test_a_foreign_output_folder_is_refused(vault: Commands) -> None:
    vault.write({"mine/thesis.txt": "ten years of work"})
    result = vault("-o", "mine")
    assert result.code == 2
    assert "thesis.txt" in result.err or "did not write" in result.err
    assert (vault.root / "mine" / "thesis.txt").read_text() == "ten years of work"


def test_the_plain_theme_builds(vault: Commands) -> None:
    assert vault("--theme", "plain").code == 0
    assert b"<script" not in (vault.root / "site" / "index.html").read_bytes()


def test_a_vault_is_found_from_a_folder_inside_it(
    vault: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(vault.root / "intros")
    assert vault("check").code == 0


def test_no_vault_is_a_usage_error_with_the_cure(
    vault: Commands, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("nothing"))
    result = vault()
    assert result.code == 2
    assert "build init" in result.err


def test_drafts_are_left_out_unless_asked_for(vault: Commands) -> None:
    vault.write({"contacts/new.md": "---\nname: New\ndraft: true\n---\n"})
    assert vault("--format", "json").json["data"]["contacts"] == 4
    assert vault("--drafts", "--format", "json").json["data"]["contacts"] == 5


def test_source_date_epoch_fixes_the_day(vault: Commands, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DOORSTEP_TODAY")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1762214400")
    assert vault("check", "--format", "json").json["as_of"] == "2025-11-04"


@pytest.mark.parametrize("place", ["/proc/site", "/proc/self/site"])
def test_a_place_where_not_even_root_may_write_is_an_io_error(place: str, vault: Commands) -> None:
    result = vault("-o", place)
    assert result.code == 4
    assert result.err.startswith("build: /proc/")
    assert len(result.err.splitlines()) == 1
