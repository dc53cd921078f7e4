"""Build the site of this folder: `python build.py`, `python build.py --watch`."""

import os
import sys
from pathlib import Path

VENV_PYTHON = Path(__file__).parent / ".venv" / "bin" / "python"

try:
    from site_builder.cli import main
except ModuleNotFoundError:
    if not VENV_PYTHON.exists() or Path(sys.prefix) == VENV_PYTHON.parent.parent:
        sys.exit("Doorstep's libraries are not installed here. Run `make site` once.")
    os.execv(VENV_PYTHON, [str(VENV_PYTHON), *sys.argv])  # noqa: S606 - our own interpreter

if __name__ == "__main__":
    main()
