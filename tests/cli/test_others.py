"""`check`, `init`, `schema`, `doctor`, settings and mistakes on the command line."""

import json
import re
import signal
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.support.commands import Commands

FORMATS = ("text", "concise", "json", "github", "gitlab", "sarif")


@pytest.mark.parametrize("name", FORMATS)
def test_check_speaks_every_format(vault: Commands, name: str) -> None:
    vault.write({"contacts/ben.md": "---\nname: Ben\nclosness: 3\n---\n"})
    result = vault("check", "--format", name)
    assert result.code == 0
    assert "unknown-key" in result.out
    assert not (vault.root / "site").exists()


def test_check_can_be_limited_to_paths(vault: Commands) -> None:
    vault.write({"contacts/ben.md": "---\nname: Ben\nclosness: 3\n---\n"})
    assert "closness" in vault("check", "contacts/ben.md").out
    assert "closness" not in vault("check", "intros").out
    assert vault("check", "nowhere").code == 2


def test_a_settings_mistake_ends_with_its_line_and_a_cure(vault: Commands) -> None:
    vault.write({"doorstep.toml": 'title = "x"\n[stall.waiting]\nstaled = "9d"\n'})
    result = vault("check")
    assert result.code == 2
    assert 'doorstep.toml:3:1: error[invalid-setting]: unknown setting "staled"' in result.out
    assert 'did you mean "stalled"?' in result.out


def test_findings_of_the_settings_are_data_of_a_build_and_talk_beside_an_answer(
    vault: Commands,
) -> None:
    vault.write({"doorstep.toml": 'titel = "x"\n'})
    blamed = 'doorstep.toml:1:1: error[invalid-setting]: unknown setting "titel"'
    for words in ((), ("check",)):
        result = vault(*words)
        assert (result.code, blamed in result.out) == (2, True)
        assert result.err.splitlines()[-1] == "1 error, 0 warnings"
        assert vault("-q", *words).err == ""
    assert vault("--format", "concise").out == f"{blamed}\n"
    answer = vault("stalled")
    assert (answer.code, answer.out, blamed in answer.err) == (2, "", True)


def test_an_unknown_check_in_the_settings_is_a_mistake(vault: Commands) -> None:
    vault.write({"doorstep.toml": '[checks]\nno-gaol = "off"\n'})
    result = vault("check")
    assert result.code == 2
    assert 'did you mean "no-goal"?' in result.out


def test_init_makes_a_vault_that_builds_at_once(vault: Commands, tmp_path: Path) -> None:
    new = str(tmp_path / "new")
    assert vault("init", new).code == 0
    vault.write({"new/marker": ""})
    result = vault("-C", new, "--strict", "--today", str(_today()))
    assert (result.code, result.out) == (0, "")
    (thread,) = vault("-C", new, "stalled", "--format", "json", "--today", str(_today())).json[
        "data"
    ]
    assert thread["move"] == "second-intro"
    assert thread["suggested"] == ["lou-example"]


def _today() -> object:
    from datetime import date  # noqa: PLC0415 - the one test that meets the real day

    return date.today()  # noqa: DTZ011 - `init` tells its story up to the real day


@pytest.mark.parametrize("repository", [False, True])
def test_git_passes_over_whatever_commands_write(
    vault: Commands, tmp_path: Path, *, repository: bool
) -> None:
    new = tmp_path / "new"
    assert vault("init", str(new)).code == 0
    if repository:
        own = Path(__file__).parents[2] / ".gitignore"
        (new / ".gitignore").write_text(own.read_text("utf-8"), "utf-8")
    written = [
        *("site/index.html", "site-team/index.html", ".doorstep/documents"),
        *("doorstep-private.html", "doorstep-team.html", ".doorstep-private.html.0a1b2c3d"),
        *("notes/doorstep-private.html", ".site.doorstep-lock", ".site.doorstep-new-7-ab/x.html"),
    ]
    kept = ["contacts/me.md", "doorstep.toml", ".gitignore"]
    subprocess.run(["git", "init", "-q", str(new)], check=True)
    command = ["git", "-C", str(new), "check-ignore", "--stdin"]
    done = subprocess.run(
        command, input="\n".join(written + kept), capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines() == written


def test_init_says_which_files_are_written_over_and_which_go(vault: Commands) -> None:
    new = vault.root / "new"
    told = vault("init", str(new)).out
    assert "contacts/me.md is you" in told
    assert "examples and their introduction may go" in told
    examples = [*new.glob("contacts/*-example.md"), *new.glob("intros/*.md")]
    assert len(examples) == 4
    for example in examples:
        example.unlink()
    result = vault("check", "-C", str(new))
    assert (result.code, "0 errors, 0 warnings" in result.err) == (0, True)


def test_init_replaces_nothing(vault: Commands) -> None:
    before = (vault.root / "contacts" / "me.md").read_bytes()
    assert vault("init", str(vault.root)).code == 2
    assert (vault.root / "contacts" / "me.md").read_bytes() == before


def test_the_schema_names_every_key(vault: Commands) -> None:
    schema = vault("schema", "contact").json
    assert schema["required"] == ["name"]
    assert {"closeness", "knows", "groups", "ask"} <= set(schema["properties"])
    assert set(vault("schema").json["$defs"]) == {"contact", "intro"}


def test_doctor_reports_versions_and_the_vault(vault: Commands) -> None:
    result = vault("doctor", "--format", "json")
    assert result.json["data"]["vault"] == str(vault.root)
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))
    wanted = [one.partition(">")[0] for one in project["project"]["dependencies"]]
    assert [one.split()[0] for one in result.json["data"]["libraries"].split(", ")] == wanted
    assert "LibYAML" in result.json["data"]["yaml"] or "pure" in result.json["data"]["yaml"]


def test_a_wrong_date_is_a_usage_error(vault: Commands) -> None:
    result = vault("check", "--today", "2026-13-01")
    assert result.code == 2
    assert "2026-13-01" in result.err


def test_control_characters_of_a_name_never_reach_the_terminal(vault: Commands) -> None:
    vault.write({"contacts/\x1b[2Jx.md": "no front matter"})
    result = vault("check")
    assert result.code == 1
    assert "\x1b" not in result.out


def test_help_is_quick_to_load_nothing_heavy() -> None:
    code = (
        "import sys; from site_builder.cli.main import group;"
        "group.main(['--help'], standalone_mode=False);"
        "print(sorted(set(sys.modules) & {'yaml', 'jinja2', 'markdown_it', 'rich', 'rapidfuzz'}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip().endswith("[]")
    assert re.search(r"Usage: \S+ \[OPTIONS\]", done.stdout)


@pytest.mark.parametrize(
    ("text", "loaded"),
    [
        ("---\nname: Tara\n---\nPlain words.\n", "[]"),
        ("---\nname: 'Tara'\n---\nPlain words.\n", "['yaml']"),
        ("---\nname: Tara\n---\n*Other* words.\n", "['markdown_it']"),
    ],
)
def test_parsers_are_loaded_where_a_file_needs_them(
    text: str, loaded: str, vault: Commands
) -> None:
    vault.write({"contacts/tara.md": text})
    code = (
        "import sys, atexit; from site_builder.cli.main import main;"
        "names = {'yaml', 'markdown_it'};"
        "atexit.register(lambda: print(sorted(names & set(sys.modules))));"
        "main(['-C', sys.argv[1], '-j1', '--no-cache'])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, vault.root], capture_output=True, text=True, check=False
    )
    assert done.stdout.strip().splitlines()[-1] == loaded


@pytest.mark.skipif(not hasattr(signal, "SIGCHLD"), reason="the system has no such signal")
def test_a_supervisor_that_ignores_its_children_does_not_matter(vault: Commands) -> None:
    """Then the system forgets how they ended, and nobody learns whether git or a process failed."""
    program = [sys.executable, "-c", "from site_builder.cli import main; main()", "-j2"]
    code = "import os, signal, sys; signal.signal(signal.SIGCHLD, signal.SIG_IGN);"
    ignoring = [sys.executable, "-c", code + "os.execv(sys.argv[1], sys.argv[1:])", *program]
    done = subprocess.run([*ignoring, "-C", vault.root], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("group", ["theme", "export", "hosting"])
def test_a_word_that_needs_another_shows_its_help_alone(vault: Commands, group: str) -> None:
    result = vault(group)
    assert (result.code, result.out) == (2, "")
    assert result.err == vault(group, "--help").out
    assert "Error" not in result.err


def test_version_is_printed(vault: Commands) -> None:
    assert vault("--version").out.startswith("doorstep, version 0.1.0")


def test_json_on_stdout_is_whole_even_with_findings(vault: Commands) -> None:
    vault.write({"contacts/zed.md": "no front matter"})
    document = json.loads(vault("check", "--format", "json").out)
    assert [found["id"] for found in document["diagnostics"]] == ["front-matter-missing"]
