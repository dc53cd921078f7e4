"""From a save to the reload event: `build --watch` on a vault, as a browser sees it."""

import http.client
import os
import random
import re
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

SERVING = re.compile(r"Serving http://127\.0\.0\.1:(\d+)/")
PATIENCE = 120
"""Seconds to wait for anything."""
ENVIRONMENT = {**os.environ, "DOORSTEP_TODAY": "2026-11-22"}


def saves_to_reloads(program: Path, vault: Path, *, edits: int, seed: int) -> list[float]:
    """Edit one file after the other; return the milliseconds until each one's reload event.

    Notes grow by a sentence, logs by a line, closeness changes: a third each.
    """
    command = [str(program), "-C", str(vault), "--watch", "--no-cache"]
    watch = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=ENVIRONMENT)
    try:
        assert watch.stderr is not None
        port = int(next(found[1] for line in watch.stderr if (found := SERVING.search(line))))
        while "Built in" not in watch.stderr.readline():
            pass
        return [*_measured(port, vault, edits, random.Random(seed))]
    finally:
        watch.terminate()
        watch.wait()


def _measured(port: int, vault: Path, edits: int, dice: random.Random) -> Iterator[float]:
    stream = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    stream.request("GET", "/__live", headers={"Accept": "text/event-stream"})
    events = stream.getresponse()
    contacts, intros = (sorted((vault / kind).rglob("*.md")) for kind in ("contacts", "intros"))
    for number in range(edits):
        time.sleep(3)  # what was written just now is read twice; measure the calm case
        place = dice.choice(intros if number % 3 == 1 else contacts)
        text = _edited(place.read_text("utf-8"), number)
        begun = time.perf_counter()
        place.write_text(text, "utf-8")
        while b"event: reload" not in events.readline():
            pass
        yield 1000 * (time.perf_counter() - begun)


def _edited(text: str, number: int) -> str:
    kind = ("note", "log", "closeness")[number % 3]
    if kind == "log":
        return f"{text.rstrip()}\n- 2026-11-19 nudged: once more, {number}\n"
    if kind == "closeness" and "closeness: " in text:
        return re.sub(r"closeness: \d", lambda old: f"closeness: {1 + int(old[0][-1]) % 5}", text)
    return f"{text.rstrip()}\n\nOne more sentence, {number}.\n"
