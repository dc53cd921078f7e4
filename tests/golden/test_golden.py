"""What the demo vault looks like, byte for byte: `make golden` accepts a change, git shows it.

`expected/` holds console output as people see it and four pages of the site. A difference is
either a bug or something to look at and accept; nothing is scrubbed, as nothing is left to chance.
"""

from pathlib import Path

import pytest

from tests.interop.every_key import FILES
from tests.support.commands import Commands
from tests.support.vaults import people

ROOT = Path(__file__).parents[2]
EXPECTED = Path(__file__).parent / "expected"

SPOKEN = {
    "check.txt": ("check",),
    "stalled.txt": ("stalled",),
    "stalled.json": ("stalled", "--format", "json"),
    "suggest-tara.txt": ("suggest", "tara-lindqvist"),
    "suggest-tara.json": ("suggest", "tara-lindqvist", "--format", "json"),
    "draft-tara.txt": ("suggest", "tara-lindqvist", "--draft"),
    "stats.txt": ("stats",),
    "replay.txt": ("replay",),
    "explain-omar.txt": ("explain", "omar-belkacem"),
    "export.ics": ("export", "ics"),
    "export-contacts.csv": ("export", "csv"),
    "export-ties.csv": ("export", "csv", "--what", "ties"),
}
CARRIED = {
    "export.json": ("export", "json"),
    "export.graphml": ("export", "graphml"),
    "export.vcf": ("export", "vcard"),
}
"""What has one form for every record: shown for a small vault that uses every key."""
FAVOUR = "---\ntarget: sam\nintroducer: tara\nrequester: zoe\ngoal: Tea\nblind: her wish\n---\n"
PAGES = (
    "index.html",
    "threads/tara-lindqvist.html",
    "contacts/ben-ito.html",
    "evidence.html",
)


@pytest.fixture
def demo(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Commands:
    """Return commands that run on the demo vault, on its own day."""
    monkeypatch.delenv("DOORSTEP_TODAY", raising=False)
    monkeypatch.chdir(ROOT)
    return Commands(ROOT, capsys)


def compare(name: str, text: str, *, accept: bool) -> None:
    """Hold a text to the accepted one, or accept it."""
    place = EXPECTED / name
    if accept:
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(text.encode())
    assert text == place.read_bytes().decode(), f"{name} changed: look at it, then `make golden`"


@pytest.mark.parametrize("name", SPOKEN)
def test_the_demo_speaks_as_accepted(
    demo: Commands, name: str, request: pytest.FixtureRequest
) -> None:
    result = demo(*SPOKEN[name])
    compare(name, result.out, accept=request.config.getoption("--accept"))


@pytest.mark.parametrize("name", CARRIED)
def test_every_key_is_carried_as_accepted(
    build: Commands, name: str, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    monkeypatch.setenv("DOORSTEP_TODAY", "2026-11-22")
    build.write({**FILES, **people("zoe"), "intros/z.md": FAVOUR})
    result = build(*CARRIED[name])
    assert result.code == 0
    compare(name, result.out, accept=request.config.getoption("--accept"))


def test_the_demo_site_looks_as_accepted(
    demo: Commands, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    assert demo("-o", str(tmp_path / "site")).code == 0
    for page in PAGES:
        text = (tmp_path / "site" / page).read_text("utf-8")
        compare(page, text, accept=request.config.getoption("--accept"))
