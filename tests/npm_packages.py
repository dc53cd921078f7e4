"""Fetches packages that only tests read: `npm_packages.py FOLDER NAME …`, each by its checksum.

Nothing of a package is run. `npm_packages.txt` beside this file says which version is meant.
"""

import base64
import hashlib
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

FILTER = getattr(tarfile, "data_filter", lambda member, _: member)
"""Python has it since 3.11.4."""
LISTED = Path(__file__).with_suffix(".txt")


def main(folder: Path, *names: str) -> None:
    """Unpack each package into `FOLDER/NAME`, unless its version is there."""
    for line in LISTED.read_text("utf-8").splitlines():
        name, _, rest = line.partition(" ")
        if name in names:
            _fetch(folder / name, name, *rest.split())


def _fetch(place: Path, name: str, version: str, checksum: str) -> None:
    stamp = place / ".checksum"
    if stamp.exists() and stamp.read_text("utf-8") == checksum:
        return
    with tempfile.TemporaryDirectory() as folder:
        command = ["npm", "pack", f"{name}@{version}", "--silent", "--pack-destination", folder]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=folder)
        (archive,) = Path(folder).glob("*.tgz")
        found = "sha512-" + base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()
        if found != checksum:
            sys.exit(f"{name} {version}: expected {checksum}, found {found}")
        with tarfile.open(archive) as packed:
            packed.extraction_filter = FILTER
            packed.extractall(folder)  # noqa: S202 - what it holds is known by its checksum
        place.parent.mkdir(parents=True, exist_ok=True)
        _put(Path(folder) / "package", place)
    stamp.write_text(checksum, "utf-8")


def _put(unpacked: Path, place: Path) -> None:
    for file in unpacked.rglob("*"):
        if file.is_file():
            target = place / file.relative_to(unpacked)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(file.read_bytes())


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
