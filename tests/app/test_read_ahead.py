"""What another process reads meanwhile counts for the same bytes alone, and ends when asked for."""

import os
import threading
import time
from pathlib import Path

import pytest

from site_builder.app import read_ahead
from site_builder.app.known_documents import KnownDocuments, read_packed
from site_builder.app.read_ahead import ENOUGH, nothing_read, reading_ahead
from site_builder.cli.ahead import reading
from site_builder.parsing.document_read import read_document
from site_builder.reading.vault_read import read_vault
from site_builder.source import Source
from tests.support.commands import write

pytestmark = pytest.mark.usefixtures("alone")

NAMES = [f"person-{number}" for number in range(300)]
VAULT = {f"contacts/{name}.md": f"---\nname: {name}\n---\n" for name in NAMES}
PATIENCE = 60.0


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    root = tmp_path / "vault"
    write(root, VAULT)
    return root


@pytest.fixture
def heard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a file that grows by a byte with each file that another process has read."""
    place = tmp_path / "heard"
    place.touch()

    def noting(source: Source) -> tuple[bytes, bytes]:
        found = read_packed(source)
        with place.open("ab") as file:
            file.write(b".")
        return found

    monkeypatch.setattr(read_ahead, "read_packed", noting)
    return place


def wait_for(heard: Path, number: int) -> None:
    """Wait until so many files were read."""
    until = time.monotonic() + PATIENCE
    while heard.stat().st_size < number and time.monotonic() < until:
        time.sleep(0.001)


def test_files_are_read_meanwhile(vault: Path, heard: Path) -> None:
    with reading_ahead(vault, 2) as read:
        wait_for(heard, len(NAMES))
        packed = read()
    known = KnownDocuments(vault)
    known.learn(packed)
    sources = read_vault(vault)
    assert len(known.packed) == len(sources) == len(NAMES)
    assert list(map(known.read, sources)) == list(map(read_document, sources))


def test_it_is_asked_and_not_read_again(vault: Path, heard: Path) -> None:
    with reading_ahead(vault, 2) as read:
        wait_for(heard, len(NAMES))
        known = KnownDocuments(vault)
        known.learn(dict.fromkeys(read(), b"\xc1"))
    source = read_vault(vault)[0]
    assert known.read(source) == read_document(source)  # what is no document counts for nothing
    known.learn({digest: read_packed(source)[1] for digest in known.packed})
    other = read_vault(vault)[1]
    assert known.read(other).id == known.read(source).id  # the control: it is believed


def test_what_was_saved_since_is_read_anew(vault: Path, heard: Path) -> None:
    with reading_ahead(vault, 2) as read:
        wait_for(heard, len(NAMES))
        write(vault, {"contacts/person-7.md": "---\nname: Saved since\n---\n"})
        known = KnownDocuments(vault)
        known.learn(read())
    documents = {source.path: known.read(source) for source in read_vault(vault)}
    assert documents == {source.path: read_document(source) for source in read_vault(vault)}
    assert "Saved since" in str(documents["contacts/person-7.md"].record)


def test_whoever_asks_waits_for_no_more_than_has_begun(
    vault: Path, heard: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(source: Source) -> tuple[bytes, bytes]:
        heard.write_bytes(b".")
        time.sleep(0.5)
        return read_packed(source)

    monkeypatch.setattr(read_ahead, "read_packed", slow)
    with reading_ahead(vault, 2) as read:
        wait_for(heard, 1)
        packed = read()
        assert read() is packed
    assert 0 < len(packed) < len(NAMES) / 10


def test_what_was_read_so_is_remembered_for_the_next_run(vault: Path, heard: Path) -> None:
    sources = read_vault(vault)
    with reading_ahead(vault, 2) as read:
        wait_for(heard, len(NAMES))
        known = KnownDocuments(vault)
        known.learn(read())
    known.keep(sources, map(known.read, sources))
    assert len(KnownDocuments(vault).packed) == len(NAMES)


@pytest.mark.parametrize(("number", "begins"), [(ENOUGH - 1, False), (ENOUGH, True)])
def test_few_files_are_read_when_they_are_needed(
    tmp_path: Path, number: int, *, begins: bool
) -> None:
    paths = [f"intros/{at}.md" if at % 3 else f"contacts/team/{at}.md" for at in range(number)]
    write(tmp_path, dict.fromkeys(paths, ""))
    with reading_ahead(tmp_path, 2) as read:
        assert (read is not nothing_read) == begins


def test_what_is_remembered_is_not_read_ahead(vault: Path, heard: Path) -> None:
    sources = read_vault(vault)
    KnownDocuments(vault).keep(sources, map(read_document, sources))
    with reading_ahead(vault, 2) as read:
        assert read is nothing_read
    assert not heard.stat().st_size


@pytest.mark.parametrize("jobs", [1, 2])
def test_one_process_may_not_become_two(vault: Path, jobs: int) -> None:
    with reading_ahead(vault, jobs) as read:
        assert (read is nothing_read) == (jobs == 1)


def test_beside_another_thread_nothing_is_begun(
    vault: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    done = threading.Event()
    other = threading.Thread(target=done.wait)
    other.start()
    with reading_ahead(vault, 2) as read:
        assert read is nothing_read
    done.set()
    other.join()


def test_a_process_that_dies_has_read_nothing(vault: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read_ahead, "read_packed", lambda _: os._exit(9))
    with reading_ahead(vault, 2) as read:
        assert read() == {}


@pytest.mark.parametrize(
    ("given", "begins"),
    [({}, True), ({"watch": True}, False), ({"no_cache": True}, False), ({"jobs": 1}, False)],
)
def test_it_begins_where_a_build_will_read(
    vault: Path, *, given: dict[str, object], begins: bool
) -> None:
    params = {"root": vault, "watch": False, "no_cache": False, "jobs": 2, **given}
    with reading(params) as read:
        assert (read is not nothing_read) == begins


def test_where_no_vault_is_nothing_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    params = {"root": None, "watch": False, "no_cache": False, "jobs": 2}
    with reading(params) as read:
        assert read is nothing_read
    for name in ("nowhere", "x" * 20_000):
        with reading({**params, "root": tmp_path / name}) as read:
            assert read is nothing_read
