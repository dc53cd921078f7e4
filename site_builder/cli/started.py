"""How this program was started, so that a printed command works as it is typed."""

import shutil
import sys
from pathlib import Path
from shlex import quote

NAMES = ("build", "doorstep")
SCRIPT = "build.py"


def started_as() -> str:
    """Return the words that start this program here and now: `build`, or the way to it."""
    typed = Path(sys.argv[0])
    if typed.name == SCRIPT:
        return f"{quote(sys.orig_argv[0])} {quote(sys.argv[0])}"
    if typed.name not in NAMES:
        return NAMES[0]
    found = shutil.which(typed.name)
    if found is not None and typed.exists() and Path(found).samefile(typed):
        return typed.name
    return quote(sys.argv[0])


def started_anywhere() -> str:
    """Return the words that start this program in any folder of this machine."""
    typed, words = Path(sys.argv[0]), started_as()
    if words == typed.name or typed.name not in {*NAMES, SCRIPT}:
        return words
    place = quote(str(typed.absolute()))
    return f"{quote(sys.executable)} {place}" if typed.name == SCRIPT else place
