"""Who reads the site while it is published sees a whole one, in which nothing is missing."""

import shutil
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from site_builder.writing.marker import marker_bytes
from site_builder.writing.publish import publish
from tests.proof.long_form import LONG
from tests.support.figures import Count

from .folders import site, write_in_place
from .reader import seen_before
from .started import PATIENCE, outcome, start, waited_for

ROUNDS = 400 if LONG else 40
Write = Callable[[Path, dict[str, bytes]], object]


def careful(place: Path, files: dict[str, bytes]) -> None:
    publish(place, files, source_root=place.parent / "vault")


def in_place(place: Path, files: dict[str, bytes]) -> None:
    write_in_place(place, files)
    digests = {name: sha256(data).hexdigest() for name, data in files.items()}
    (place / ".doorstep-output").write_bytes(marker_bytes(digests))


def away_first(place: Path, files: dict[str, bytes]) -> None:
    careful(place.with_name("next"), files)
    shutil.rmtree(place)
    place.with_name("next").rename(place)


def read_while(folder: Path, write: Write, rounds: int, awaited: str) -> Any:
    """Write so many sites, no two the same, while two others read; return what those saw.

    It goes on until what is awaited was seen: on a busy machine they seldom look while it writes.
    """
    place, until = folder / "site", folder / "done"
    careful(place, numbered(0))
    readers = [start("writing.reader", place, until) for _ in range(2)]
    waited_for(seen_before(until, "whole"))  # they are at it
    number, last = 0, time.monotonic() + PATIENCE
    while number < rounds or not (seen_before(until, awaited).exists() or time.monotonic() > last):
        number += 1
        write(place, numbered(number))
        time.sleep(0.005)
    until.touch()
    one, other = (outcome(reader) for reader in readers)
    return {what: one.get(what, 0) + other.get(what, 0) for what in {*one, *other, "whole"}}


def numbered(number: int) -> dict[str, bytes]:
    """Return a site in which every page tells which one it is."""
    return {name: data + b" %d" % number for name, data in site("ab"[number % 2]).items()}


@pytest.mark.proves("readers")
def test_a_reader_finds_every_file_of_the_manifest_as_it_should_be(
    tmp_path: Path, count: Count
) -> None:
    seen = read_while(tmp_path, careful, ROUNDS, "exchanged")
    assert seen["whole"] > 0
    assert seen["exchanged"] > 0  # so it did look while sites were exchanged
    looks = seen["whole"] + seen["exchanged"]
    count(looks, seen.get("torn", 0) + seen.get("missing", 0))


@pytest.mark.proves("readers")
@pytest.mark.control
@pytest.mark.parametrize(("write", "fault"), [(in_place, "torn"), (away_first, "missing")])
def test_a_reader_sees_what_careless_writers_do(
    tmp_path: Path, write: Write, fault: str, count: Count
) -> None:
    seen = read_while(tmp_path, write, 40, fault)
    count(sum(seen.values()), seen.get(fault, 0))
