"""What is read from a vault, what is passed over, and what comes back with a reason."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from site_builder.reading.vault_read import LARGEST_FILE, read_vault
from site_builder.source import Source
from tests.support.privilege import drop_roots_privilege

SECONDS = 5


@pytest.fixture(autouse=True)
def _never_hangs() -> Iterator[None]:
    signal.signal(signal.SIGALRM, give_up)
    signal.alarm(SECONDS)
    yield
    signal.alarm(0)


def give_up(_signal: int, _frame: object) -> None:
    raise TimeoutError


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    root = tmp_path / "vault"
    (root / "contacts").mkdir(parents=True)
    (root / "intros").mkdir()
    return root


def write(root: Path, path: str, text: str = "x") -> Path:
    place = root / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text)
    return place


def paths(root: Path) -> list[str]:
    return [source.path for source in read_vault(root)]


def test_markdown_below_both_folders_is_read_in_path_order(vault: Path) -> None:
    for path in ("intros/z.md", "contacts/b.md", "contacts/b/a.md", "contacts/ä.md", "notes.md"):
        write(vault, path, f"at {path}")
    expected = ("contacts/b.md", "contacts/b/a.md", "contacts/ä.md", "intros/z.md")
    assert read_vault(vault) == tuple(Source(path, f"at {path}".encode()) for path in expected)


def test_a_missing_folder_is_an_empty_one(tmp_path: Path) -> None:
    assert read_vault(tmp_path) == ()


PASSED_OVER = (
    ".hidden.md .git/x.md .#x.md x.md~ #x.md# #a.md#/b.md 4913 x.md.swp x.tmp/y.md x.txt x.MD"
)


@pytest.mark.parametrize("name", PASSED_OVER.split())
def test_hidden_temporary_and_other_files_are_passed_over(vault: Path, name: str) -> None:
    write(vault, f"contacts/{name}")
    assert paths(vault) == []


def test_the_lock_that_emacs_leaves_is_passed_over(vault: Path) -> None:
    (vault / "contacts" / ".#x.md").symlink_to("me@host.1234:5678")
    assert paths(vault) == []


def test_of_a_large_file_one_byte_more_than_the_limit_is_read(vault: Path) -> None:
    write(vault, "contacts/large.md", "x" * (LARGEST_FILE + 10))
    write(vault, "contacts/most.md", "x" * LARGEST_FILE)
    large, most = read_vault(vault)
    assert (len(large.data), len(most.data)) == (LARGEST_FILE + 1, LARGEST_FILE)


def test_a_link_to_a_file_in_the_vault_is_read(vault: Path) -> None:
    write(vault, "notes/tara.md", "Tara")
    (vault / "contacts" / "tara.md").symlink_to("../notes/tara.md")
    assert read_vault(vault) == (Source("contacts/tara.md", b"Tara"),)


def test_a_vault_reached_through_a_link_is_read(vault: Path, tmp_path: Path) -> None:
    write(vault, "notes/tara.md", "Tara")
    (vault / "contacts" / "tara.md").symlink_to(vault / "notes" / "tara.md")
    (tmp_path / "alias").symlink_to(vault)
    assert read_vault(tmp_path / "alias") == (Source("contacts/tara.md", b"Tara"),)


def test_a_link_out_of_the_vault_is_not_opened(vault: Path, tmp_path: Path) -> None:
    secret = write(tmp_path, "vault-secret/key.md", "secret")
    (vault / "contacts" / "x.md").symlink_to(secret)
    assert read_vault(vault) == (
        Source("contacts/x.md", unreadable="the link leads out of the vault"),
    )


def test_links_that_lead_nowhere_or_in_a_circle_say_so(vault: Path) -> None:
    contacts = vault / "contacts"
    (contacts / "a.md").symlink_to("b.md")
    (contacts / "b.md").symlink_to("a.md")
    (contacts / "c.md").symlink_to("gone.md")
    (contacts / "d.md").symlink_to("d.md/x")
    assert [source.unreadable for source in read_vault(vault)] == [
        "the link leads back to itself",
        "the link leads back to itself",
        "the link leads to nothing",
        "the link leads back to itself",
    ]


def test_links_to_folders_are_not_followed(vault: Path, tmp_path: Path) -> None:
    write(vault, "contacts/tara.md")
    (vault / "contacts" / "again").symlink_to(".")
    (vault / "contacts" / "up.md").symlink_to("..")
    (vault / "contacts" / "out").symlink_to(tmp_path)
    (vault / "contacts" / "photo.png").symlink_to("gone.png")
    assert read_vault(vault) == (
        Source("contacts/again", unreadable="links to folders are not followed"),
        Source("contacts/out", unreadable="links to folders are not followed"),
        Source("contacts/tara.md", b"x"),
        Source("contacts/up.md", unreadable="links to folders are not followed"),
    )


def test_contacts_itself_must_be_a_folder(tmp_path: Path) -> None:
    (tmp_path / "contacts").symlink_to("/etc")
    (tmp_path / "intros").write_text("")
    assert read_vault(tmp_path) == (
        Source("contacts", unreadable="links to folders are not followed"),
        Source("intros", unreadable="it should be a folder"),
    )


def test_pipes_sockets_and_devices_are_never_opened(
    vault: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    contacts = vault / "contacts"
    os.mkfifo(contacts / "a.md")
    monkeypatch.chdir(contacts)  # a socket's path must be short
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("b.md")
    (contacts / "c.md").symlink_to("a.md")
    (contacts / "d.md").symlink_to("/dev/zero")
    os.mkfifo(contacts / "not-markdown")
    assert read_vault(vault) == (
        Source("contacts/a.md", unreadable="it is a pipe, not a file"),
        Source("contacts/b.md", unreadable="it is a socket, not a file"),
        Source(
            "contacts/c.md",
            unreadable="the link leads to something else: it is a pipe, not a file",
        ),
        Source("contacts/d.md", unreadable="the link leads out of the vault"),
    )


def test_a_name_that_is_not_utf8_is_shown_printable(vault: Path) -> None:
    folder = os.fsencode(vault / "contacts")
    (vault / "contacts" / "ok.md").write_text("x")
    for name in (b"caf\xe9.md", b"\xff\xfe", b"\xe9.txt"):
        if name == b"\xff\xfe":
            os.mkdir(folder + b"/" + name)  # noqa: PTH102 - a name that is no text
        else:
            os.close(os.open(folder + b"/" + name, os.O_CREAT))
    assert read_vault(vault) == (
        Source("contacts/\\xff\\xfe", unreadable="its name is not UTF-8"),
        Source("contacts/caf\\xe9.md", unreadable="its name is not UTF-8"),
        Source("contacts/ok.md", b"x"),
    )


def test_odd_but_legal_names_are_read(vault: Path) -> None:
    names = ["-rf.md", "a\nb.md", "con.md", "x y.md", "\u202egpj.md", "𝒯.md", "%41.md", "[[x]].md"]
    for name in names:
        write(vault, f"contacts/{name}")
    assert paths(vault) == sorted(f"contacts/{name}" for name in names)


def test_files_and_folders_without_permission_say_so(vault: Path) -> None:
    write(vault, "contacts/closed/x.md")
    write(vault, "contacts/open.md")
    write(vault, "contacts/shut.md").chmod(0)
    (vault / "contacts" / "closed").chmod(0)
    script = (
        "import sys; from pathlib import Path\n"
        "from site_builder.reading.vault_read import read_vault\n"
        "for source in read_vault(Path(sys.argv[1])): print(source.path, source.unreadable)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, vault],
        env={"PYTHONPATH": str(Path(__file__).parents[2])},
        preexec_fn=drop_roots_privilege,
        capture_output=True,
        text=True,
        check=True,
    )
    (vault / "contacts" / "closed").chmod(0o700)
    assert done.stdout.splitlines() == [
        "contacts/closed no permission to read it",
        "contacts/open.md ",
        "contacts/shut.md no permission to read it",
    ]


def test_very_deep_folders_come_back_with_a_reason(vault: Path) -> None:
    here = os.open(vault / "contacts", os.O_RDONLY)
    for _ in range(30):  # deeper than the longest path a system call takes
        os.mkdir("d" * 200, dir_fd=here)
        below = os.open("d" * 200, os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = below
    os.close(here)
    (only,) = read_vault(vault)
    assert only.unreadable == "file name too long"
