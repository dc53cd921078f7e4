"""The watch as a program of its own, with a reader of what it says."""

import os
import signal
import subprocess
import sys
import threading
from http.client import HTTPConnection
from pathlib import Path

ROOT = Path(__file__).parents[2]
PATIENCE = 90.0


def _hear_interrupts() -> None:
    """Let Ctrl-C through: what runs in the background of a shell inherits that it is ignored."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


class Program:
    """The program, running."""

    def __init__(self, root: Path, *words: str, **environment: str) -> None:
        """Start it."""
        self.root = root
        self.lines: list[str] = []
        self._heard = threading.Condition()
        self.process = subprocess.Popen(
            [sys.executable, ROOT / "build.py", "-C", root, "--watch", *words],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            preexec_fn=_hear_interrupts,  # noqa: PLW1509 - it takes no lock
            env={**os.environ, "PYTHONPATH": str(ROOT), "DOORSTEP_TODAY": "2026-11-04"}
            | environment,
        )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def until(self, start: str, count: int = 1) -> str:
        """Wait for a line that begins so, and return it."""

        def found() -> list[str]:
            return [line for line in self.lines if line.startswith(start)]

        with self._heard:
            assert self._heard.wait_for(lambda: len(found()) >= count, PATIENCE), self.lines
            return found()[count - 1]

    @property
    def port(self) -> int:
        """The port it serves on."""
        return int(self.until("Serving ").rpartition(":")[2].split("/")[0])

    def get(self, address: str) -> bytes:
        """Ask for a page."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.request("GET", f"/{address}")
        body = connection.getresponse().read()
        connection.close()
        return body

    def write(self, path: str, text: str) -> None:
        """Write a file of the vault, in one step: nobody sees half of it."""
        place = self.root / path
        fresh = place.with_name(f".{place.name}.fresh")
        fresh.write_text(text, "utf-8")
        fresh.replace(place)

    def interrupt(self) -> int:
        """End it as Ctrl-C does and return the exit code."""
        self.process.send_signal(signal.SIGINT)
        return self.end()

    def end(self) -> int:
        """Wait for its end; by then all is heard that it said."""
        code = self.process.wait(PATIENCE)
        self._reader.join(PATIENCE)
        return code

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            with self._heard:
                self.lines.append(line.rstrip("\n"))
                self._heard.notify_all()
