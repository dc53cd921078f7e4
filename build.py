"""Build the site of this folder: `python build.py`, `python build.py --watch`."""

import os
import sys
from pathlib import Path

try:
    from site_builder.cli import main
except ModuleNotFoundError:
    python = Path(__file__).parent / ".venv" / "bin" / "python"
    if not python.exists() or Path(sys.prefix) == python.parents[1]:
        sys.exit("Doorstep's libraries are not installed here. Run `make site` once.")
    os.execv(python, [str(python), *sys.argv])  # noqa: S606 - the clone's own interpreter

main()
