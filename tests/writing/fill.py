"""Publishes to a small disk that runs full a little later each time: `fill.py DIR DISK WRITER`.

The disk is `mounted`, a file system in memory that this process alone sees (`unshare --mount`
starts it), or `feigned`, where the system allows no mount: from a given number of bytes on, every
write fails.
"""

import errno
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from site_builder.writing.publish import publish

from .folders import contents, names, site
from .sweep import write

SIZE, INODES = 1 << 20, 256
PAGE = 4096
OLD, NEW = site("a"), {name: data * 3 for name, data in site("b").items()}
Outcomes = Counter[str]


def main(base: Path, disk: str, writer: str) -> None:
    """Count what was left, however little room there was for bytes, then for names."""
    vault, outcomes = base / "disk", Counter[str]()
    vault.mkdir()
    if disk == "mounted":
        options = f"size={SIZE},nr_inodes={INODES},mode=0700"
        subprocess.run(["mount", "-t", "tmpfs", "-o", options, "none", vault], check=True)
    for fill in (_leave_bytes, _leave_names) if disk == "mounted" else (_feign,):
        room, ended = 0, ""
        while ended != "unharmed":
            publish(vault / "site", OLD, source_root=vault)
            ended = _tried(vault, writer, lambda room=room, fill=fill: fill(vault, room))  # type: ignore[misc] # bound now
            outcomes[ended] += 1
            found = contents(vault / "site")
            outcomes["old" if found == OLD else "new" if found == NEW else "torn"] += 1
            for ballast in vault.glob("ballast*"):
                ballast.unlink()
            if writer == "in-place":
                subprocess.run(["rm", "-rf", vault / "site"], check=True)
            publish(vault / "site", NEW, source_root=vault)
            outcomes["debris"] += names(vault) != ["site"] or contents(vault / "site") != NEW
            room += 1
    print(json.dumps(outcomes))  # noqa: T201 - read by the test


def _tried(vault: Path, writer: str, fill: Callable[[], None]) -> str:
    """Write the new site in a child, with as much room as is left."""
    child = os.fork()
    if not child:
        code = 2
        try:
            fill()
            write(vault / "site", NEW, writer)
            code = 0
        except OSError as error:
            code = 1 if error.errno == errno.ENOSPC else 2
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    return ("unharmed", "full", "crashed")[os.WEXITSTATUS(status)]


def _leave_bytes(disk: Path, pages: int) -> None:
    free = os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize
    with (disk / "ballast").open("wb") as ballast:
        os.posix_fallocate(ballast.fileno(), 0, free - pages * PAGE)


def _leave_names(disk: Path, spare: int) -> None:
    for number in range(os.statvfs(disk).f_favail - spare):
        (disk / f"ballast{number}").touch()


def _feign(_: Path, pages: int) -> None:
    """Let this process write so many bytes and no more; the last write falls short."""
    left, plain = pages * PAGE, os.write

    def short(descriptor: int, data: Any) -> int:
        nonlocal left
        if left <= 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        written = plain(descriptor, memoryview(data)[:left])
        left -= written
        return written

    os.write = short


def mountable() -> bool:
    """Tell whether this system lets us mount where nobody else sees it."""
    with suppress(OSError):
        return subprocess.run([*MOUNTING, "true"], check=False, capture_output=True).returncode == 0
    return False


MOUNTING = ["unshare", "--mount", *(["--map-root-user"] if os.getuid() else [])]
"""How to start a process that may mount."""

if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
