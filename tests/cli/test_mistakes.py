"""Failures end with their exit code and one line, never with a traceback."""

import subprocess
import sys

import pytest

from tests.support.commands import Commands


def test_a_locked_output_names_its_owner(vault: Commands) -> None:
    vault()
    holder = (
        "import sys, time; from pathlib import Path\n"
        "from site_builder.writing.output_lock import hold_lock\n"
        "with hold_lock(Path(sys.argv[1])):\n    print('held', flush=True); time.sleep(30)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", holder, str(vault.root / "site")], stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        vault.write({"contacts/new.md": "---\nname: New\n---\n"})
        result = vault()
        other.kill()
    assert result.code == 5
    assert str(other.pid) in result.err


@pytest.mark.parametrize(
    "words",
    [
        *(("-o", ""), ("--theme", ""), ("--audience", ""), ("--audience", " "), ("-C", "")),
        *(("init", ""), ("export", "bundle", "--passphrase-file", "x", "-o", "")),
    ],
)
def test_nothing_in_the_place_of_a_name_is_a_usage_error(
    vault: Commands, words: tuple[str, ...]
) -> None:
    result = vault(*words)
    assert (result.code, result.out) == (2, "")
    assert "it is empty" in result.err


def test_a_format_of_the_environment_is_for_the_commands_that_know_it(
    vault: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DOORSTEP_FORMAT", "github")
    vault.write({"contacts/zed.md": "no front matter"})
    assert vault("check").out.startswith("::error ")
    assert vault("stalled").out.startswith("Gone quiet")
    monkeypatch.setenv("DOORSTEP_FORMAT", "json")
    assert vault("stalled").json["tool"] == "doorstep"
    assert vault("stalled", "--format", "text").out.startswith("Gone quiet")
    assert vault("stalled", "--format", "github").code == 2


@pytest.mark.parametrize("epoch", ["soon", "-5", "1e9"])
def test_a_wrong_source_date_epoch_is_a_usage_error(
    vault: Commands, monkeypatch: pytest.MonkeyPatch, epoch: str
) -> None:
    monkeypatch.delenv("DOORSTEP_TODAY")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    result = vault("check")
    assert result.code == 2
    assert "SOURCE_DATE_EPOCH must be seconds since 1970" in result.err
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "9" * 20)
    assert "SOURCE_DATE_EPOCH must be a day of the years 1000 to 8999" in vault("check").err


@pytest.mark.parametrize("settings", ["colour = 1\n", 'theme = "nopp"\n'])
def test_mistakes_in_the_settings_are_told_as_of_the_day_given(
    vault: Commands, monkeypatch: pytest.MonkeyPatch, settings: str
) -> None:
    vault.write({"doorstep.toml": settings})
    assert vault("--format", "json").json["as_of"] == "2026-11-04"
    assert vault("--format", "json", "--today", "2026-10-01").json["as_of"] == "2026-10-01"
    monkeypatch.delenv("DOORSTEP_TODAY")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert vault("--format", "json").json["as_of"] == "1970-01-02"


def test_a_zone_that_does_not_exist_is_a_usage_error(
    vault: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DOORSTEP_TODAY")
    vault.write({"doorstep.toml": 'timezone = "Europe/Stokholm"\n'})
    result = vault("check")
    assert result.code == 2
    assert "Europe/Stokholm" in result.out


def test_a_contact_s_zone_is_one_that_this_machine_knows(vault: Commands) -> None:
    vault.write({"contacts/zoe.md": "---\nname: Zoe\ntimezone: Stockholm\n---\n"})
    assert 'did you mean "Europe/Stockholm"?' in vault("check").out
    vault.write({"contacts/zoe.md": "---\nname: Zoe\ntimezone: Europe/Stockholm\n---\n"})
    assert vault("check").code == 0


def test_a_zone_decides_which_day_is_today(
    vault: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DOORSTEP_TODAY")
    days = []
    for zone in ("Pacific/Kiritimati", "Pacific/Pago_Pago"):
        vault.write({"doorstep.toml": f'timezone = "{zone}"\n'})
        days.append(vault("check", "--format", "json").json["as_of"])
    assert days[0] > days[1]


def test_a_fixed_day_is_said_aloud(vault: Commands, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DOORSTEP_TODAY")
    vault.write({"doorstep.toml": "today = 2026-11-04\n"})
    assert "as of 2026-11-04, the day fixed by doorstep.toml:1" in vault().err


def test_nobody_to_write_to_is_said_instead_of_a_letter(vault: Commands) -> None:
    vault.write({"contacts/zoe.md": "---\nname: Zoe\n---\n"})
    assert "Nothing is written down about who knows Zoe" in vault("suggest", "zoe", "--draft").out


def test_a_broken_draft_names_its_line(vault: Commands) -> None:
    vault.write({"templates/drafts/ask-second.md": "Subject: x\n\n{{ fact.nothing }}\n"})
    result = vault("suggest", "tara", "--draft")
    assert result.code == 2
    assert "templates/drafts/ask-second.md:3" in result.err


def test_a_vault_s_own_words_are_used(vault: Commands) -> None:
    vault.write({"templates/drafts/ask-second.md": "Subject: Hi {{ fact.to_first }}\n\nMine.\n"})
    result = vault("suggest", "tara", "--draft", "--format", "json")
    assert result.json["data"]["draft"]["subject"] == "Hi Ben"


def test_explain_speaks_json_of_threads_people_and_checks(vault: Commands) -> None:
    assert vault("explain", "tara", "--format", "json").json["data"]["threads"][0]["nudges"] == 2
    assert vault("explain", "ben", "--format", "json").json["data"]["contact"] == "ben"
    assert vault("explain", "no-goal", "--format", "json").json["data"]["check"] == "no-goal"


def test_doctor_helps_where_no_vault_is(
    vault: Commands, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("nothing"))
    result = vault("doctor")
    assert result.code == 1
    assert "no vault here" in result.out
    assert vault("doctor", "--format", "json").json["data"]["vault"].startswith("no vault here")
    assert vault("-C", str(vault.root), "doctor").out.startswith("doorstep")


def test_what_no_vault_is_needed_for_is_told_without_one(build: Commands) -> None:
    listed = build("theme", "list").out.splitlines()
    assert [line.split()[0] for line in listed] == ["default", "paper", "plain"]  # none in use
    assert build("theme", "list", "--theme", "plain").out.splitlines()[2].startswith("* plain")
    said = build("theme", "list", "--format", "json").json["data"]
    assert [line["name"] for line in said if not line["used"]] == ["default", "paper", "plain"]
    said = build("--today", "2026-11-04", "explain", "no-goal", "--format", "json").json
    assert (said["as_of"], said["data"]["check"]) == ("2026-11-04", "no-goal")
    assert build("-C", "nowhere", "theme", "list").code == 2


@pytest.mark.parametrize(
    ("words", "nothing"),
    [("stalled", []), ("theme list", []), ("stats", {}), ("suggest tara", {}), ("check", {})],
)
def test_an_answer_is_of_its_kind_where_the_settings_are_wrong_too(
    vault: Commands, words: str, nothing: object
) -> None:
    told = vault(*words.split(), "--format", "json").json["data"]
    assert type(told) is type(nothing)
    vault.write({"doorstep.toml": "limits = 3\n"})
    assert vault(*words.split(), "--format", "json").json["data"] == nothing


def test_a_check_is_explained_where_the_settings_are_wrong(vault: Commands) -> None:
    vault.write({"doorstep.toml": "limits = 3\n"})
    said = vault("explain", "invalid-setting", "--format", "json").json
    assert said["data"]["page"].startswith("# invalid-setting")


def test_a_folder_that_is_no_vault_yet_is_told_how_to_be_one(vault: Commands) -> None:
    vault.write({"my doors/notes.txt": "mine"})
    result = vault("-C", "my doors", "check")
    assert result.code == 2
    said = '"my doors" is no vault: it has no contacts/ and no intros/.'
    assert f"{said} `build init 'my doors'` makes one there.\n" in result.err


def test_where_no_vault_is_a_folder_of_nearly_that_name_is_told(
    vault: Commands, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path_factory.mktemp("nearly")
    (folder / "contact").mkdir()
    monkeypatch.chdir(folder)
    assert "rename" not in vault("check").err
    (folder / "contact" / "a.md").write_text("---\nname: A\n---\n", "utf-8")
    assert "; there is no contacts/: rename contact/ if that was meant" in vault("check").err
    assert "intros/; there is no contacts/: rename" in vault("-C", str(folder), "check").err


def test_wrong_settings_hide_no_mistake_of_another_file(vault: Commands) -> None:
    vault.write(
        {"doorstep.toml": 'titel = "x"\n', "contacts/odd.md": "---\nname: Odd\ncloseness: 9\n---\n"}
    )
    result = vault("check")
    assert result.code == 2
    assert 'doorstep.toml:1:1: error[invalid-setting]: unknown setting "titel"' in result.out
    assert "contacts/odd.md:3:12: error[invalid-value]" in result.out
    assert vault("stalled").code == 2
