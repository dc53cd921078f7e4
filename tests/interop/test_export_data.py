"""What holds for every kind of exported data: streams, files, findings, exit codes."""

import stat
import subprocess
import sys

import pytest

from site_builder.insights.candidate import Suggestion
from site_builder.insights.features import Network
from site_builder.insights.introducers import Pursuit, suggest
from tests.support.commands import Commands


def test_data_is_on_stdout_and_all_talk_on_stderr(keys: Commands) -> None:
    keys.write({"contacts/ben.md": "---\nname: Ben\nclosness: 3\n---\n"})
    result = keys("export", "json")
    assert "unknown-key" in result.err
    assert "4 contacts, 1 introduction" in result.err
    assert [found["id"] for found in result.json["diagnostics"]].count("unknown-key") == 1
    assert keys("export", "json", "-o", "-").out == result.out
    assert "contacts" not in keys("export", "json", "-q").err.replace("contacts/", "")


def test_a_vault_with_errors_exports_nothing(keys: Commands) -> None:
    keys.write({"contacts/x.md": "no front matter"})
    result = keys("export", "json")
    assert (result.code, result.out) == (1, "")
    assert "front-matter-missing" in result.err
    assert "nothing was exported: mend the findings first" in result.err
    assert keys("export", "json", "-o", "x.json").code == 1
    assert not (keys.root / "x.json").exists()


def test_strict_fails_on_warnings(keys: Commands) -> None:
    keys.write({"contacts/ben.md": "---\nname: Ben\nclosness: 3\n---\n"})
    result = keys("export", "json", "--strict")
    assert (result.code, result.out) == (1, "")


def test_a_file_is_for_its_owner_alone_and_only_an_export_is_replaced(keys: Commands) -> None:
    printed = keys("export", "json").out
    for _ in range(2):
        result = keys("export", "json", "-o", "x.json", "--format", "json")
        assert result.json["data"]["bytes"] == len(printed.encode())
    assert (keys.root / "x.json").read_text("utf-8") == printed
    assert stat.S_IMODE((keys.root / "x.json").stat().st_mode) == 0o600
    keys.write({"mine.json": '{"schema": 1}'})
    result = keys("export", "json", "-o", "mine.json")
    assert (result.code, "is no export of Doorstep's" in result.err) == (2, True)
    assert (keys.root / "mine.json").read_text("utf-8") == '{"schema": 1}'
    assert keys("export", "json", "-o", "contacts/x.md").code == 2
    assert keys("export", "json", "-o", "nowhere/x.json").code == 4


KINDS = ["json", "csv", "csv --what ties", "vcard", "ics", "graphml"]


@pytest.mark.parametrize("kind", KINDS)
def test_an_export_of_nothing_is_replaced_by_the_next(bare: Commands, kind: str) -> None:
    export = ("export", *kind.split(), "-o", "out")
    for _ in range(2):
        result = bare(*export, "--format", "json")
        assert (result.code, result.json["data"]["file"]) == (0, "out")
    size = (bare.root / "out").stat().st_size
    bare.write({"contacts/ben.md": "---\nname: Ben\nknows: [eva]\n---\n"})
    bare.write({"contacts/eva.md": "---\nname: Eva\n---\n"})
    assert bare(*export).code == 0
    assert (bare.root / "out").stat().st_size > size or kind == "ics"


@pytest.mark.parametrize("kind", [*KINDS, "csv --what threads"])
def test_nobody_is_ranked_for_an_export_that_names_nobody_to_ask(
    keys: Commands, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    whole, asked = keys("export", *kind.split()).out, []

    def told(network: Network, pursuit: Pursuit) -> Suggestion:
        asked.append(pursuit.target)
        return suggest(network, pursuit)

    monkeypatch.setattr("site_builder.insights.analyse.suggest", told)
    assert keys("export", *kind.split()).out == whole
    assert bool(asked) == (kind in {"json", "ics", "csv --what threads"})


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_of_another_kind_is_never_replaced(bare: Commands, kind: str) -> None:
    bare.write({"out": "mine"})
    assert bare("export", *kind.split(), "-o", "out").code == 2
    assert (bare.root / "out").read_text() == "mine"


def test_a_full_disk_behind_stdout_is_an_io_error(keys: Commands) -> None:
    program = "from site_builder.cli import main; main()"
    with open("/dev/full", "wb") as full:  # noqa: PTH123 - a device
        done = subprocess.run(
            [sys.executable, "-c", program, "-C", keys.root, "export", "json"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 4
    assert done.stderr == "build: the disk is full; make room and try again\n"
    assert "Traceback" not in done.stderr


def test_an_unknown_audience_is_refused(keys: Commands) -> None:
    assert keys("export", "json", "--audience", "nobody").code == 2


def test_on_a_terminal_what_turns_or_hides_text_is_shown(
    keys: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys.write({"contacts/tara.md": "---\nname: Ta\u202era\n---\n"})
    piped = keys("export", "json").out
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    shown = keys("export", "json", "--color", "never").out
    assert "\\u202e" in shown
    assert shown == piped
