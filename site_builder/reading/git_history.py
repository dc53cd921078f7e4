"""The vault as it was committed: which commits there are, their files, the files' bytes.

Git's plumbing is asked, never the working tree: nothing is checked out, no hook, pager, signature
program or network is used, and no question waits longer than a minute. Commits are those of the
main line (first parents) that touched the vault's folders.
"""

import os
import subprocess
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct

from site_builder.reading.folder_read import is_markdown
from site_builder.reading.names_skip import is_skipped
from site_builder.reading.vault_read import LARGEST_FILE
from site_builder.reading.vault_root import VAULT_FOLDERS

PATIENCE = 60
"""Seconds that one question to git may take."""
LINK = "120000"
"""The mode of a symbolic link."""
LOCAL = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE")
"""Set where a hook of another repository calls us; this vault's own history is meant."""
QUIET = {
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
"""No network, no locks, no questions; messages in one language."""


class GitError(Exception):
    """Git cannot tell what the vault looked like."""

    def __init__(self, reason: str) -> None:
        """Say why, in one clause."""
        super().__init__(f"the vault's git history cannot be read: {reason}")


class Commit(NamedTuple):
    """One state of the vault."""

    id: str
    day: date
    """The day it was committed, by the clock of whoever did."""


class Blob(NamedTuple):
    """One file of a commit; equal ids are equal bytes."""

    path: str
    id: str


class GitHistory(Struct, frozen=True):
    """The history of the vault at this root."""

    root: Path

    def commits(self) -> tuple[Commit, ...]:
        """Return the commits that touched the vault, latest first."""
        shape = ("--first-parent", "--date=short", "--format=%cd", "HEAD", "--", *VAULT_FOLDERS)
        lines = self._ask("rev-list", *shape).decode("ascii", "replace").splitlines()
        pairs = zip(lines[::2], lines[1::2], strict=True)
        return tuple(Commit(head.split()[1], date.fromisoformat(day)) for head, day in pairs)

    def files(self, commit: str) -> tuple[Blob, ...]:
        """Return the Markdown files of a commit in path order; links and hidden ones left out."""
        listed = self._ask("ls-tree", "-r", "-z", commit, "--", *VAULT_FOLDERS)
        found = (_blob(entry) for entry in listed.split(b"\0") if entry)
        return tuple(sorted(blob for blob in found if blob is not None))

    def read(self, ids: Iterable[str]) -> dict[str, bytes]:
        """Return the bytes of files by id; of a file past the format's limit one byte too many."""
        wanted = list(dict.fromkeys(ids))
        text = "".join(f"{name}\n" for name in wanted)
        answer = self._ask("cat-file", "--batch", given=text.encode("ascii")) if wanted else b""
        return dict(zip(wanted, _contents(answer), strict=True))

    def _ask(self, *words: str, given: bytes = b"") -> bytes:
        """Ask git and return what it prints."""
        try:
            done = subprocess.run(  # noqa: S603 - our own words; ids come from git itself
                ["git", "-C", str(self.root), *words],  # noqa: S607 - the git of the user's path
                input=given,
                capture_output=True,
                check=False,
                env={key: text for key, text in os.environ.items() if key not in LOCAL} | QUIET,
                timeout=PATIENCE,
            )
        except FileNotFoundError:
            raise GitError("git is not installed") from None
        except subprocess.TimeoutExpired:
            raise GitError(f"git took longer than {PATIENCE} seconds") from None
        if done.returncode:
            raise GitError(_reason(done.stderr.decode("utf-8", "replace")))
        return done.stdout


def _reason(said: str) -> str:
    if "'HEAD'" in said:
        return "nothing has been committed yet"
    first = said.strip().splitlines()[:1] or ["git failed"]
    return first[0].removeprefix("fatal: ")


def _blob(entry: bytes) -> Blob | None:
    """Read `MODE TYPE ID<tab>PATH`; None for what is no note."""
    head, _, raw = entry.partition(b"\t")
    mode, kind, name = head.decode("ascii").split()
    path = raw.decode("utf-8", "backslashreplace")
    note = kind == "blob" and mode != LINK and is_markdown(path)
    return Blob(path, name) if note and not any(map(is_skipped, path.split("/"))) else None


def _contents(answer: bytes) -> Iterator[bytes]:
    """Yield the contents in `ID TYPE SIZE<newline>BYTES<newline>` one after the other."""
    at = 0
    while at < len(answer):
        head = answer.index(b"\n", at)
        if answer[at:head].endswith(b" missing"):
            raise GitError("some files of its past are not on this machine")
        size = int(answer[at:head].split()[2])
        yield answer[head + 1 : head + 1 + min(size, LARGEST_FILE + 1)]
        at = head + size + 2
