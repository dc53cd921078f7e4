"""Build the site of this folder: `python build.py`, `python build.py --watch`."""

import os
import sys
from importlib.util import find_spec
from pathlib import Path

if VENV := next(Path(__file__).parent.glob(".venv/bin/python"), None):
    if Path(sys.prefix).resolve() != VENV.parents[1].resolve():
        os.execv(VENV, [str(VENV), *sys.argv])  # noqa: S606 - the clone's own interpreter
elif not all(map(find_spec, ("click", "jinja2", "markdown_it", "msgspec", "watchdog", "yaml"))):
    sys.exit("Doorstep's libraries are not installed here. Run `make site` once.")
from site_builder.cli import main

main()
