"""The environment report: what matters when something behaves oddly."""

import platform
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from site_builder import __version__
from site_builder.app.run import Run
from site_builder.parsing.yaml_read import HAS_LIBYAML
from site_builder.reading.near_folders import near_folders
from site_builder.reading.theme_files import read_themes

LIBRARIES = (
    *("click", "cryptography", "icalendar", "jinja2", "markdown-it-py", "mdit-py-plugins"),
    *("msgspec", "pyyaml", "rapidfuzz", "rich", "tzdata", "watchdog"),
)
"""What `pyproject.toml` asks for."""
WATCHES = Path("/proc/sys/fs/inotify/max_user_watches")


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return "missing"


def examine(run: Run | None) -> dict[str, str]:
    """Return name and value of everything worth knowing."""
    parser = "LibYAML (fast)" if HAS_LIBYAML else "pure Python (slower)"
    report = {
        "doorstep": __version__,
        "python": f"{platform.python_version()} ({sys.executable})",
        "system": platform.platform(),
        "libraries": ", ".join(f"{name} {_version(name)}" for name in LIBRARIES),
        "yaml": parser,
        "watches": WATCHES.read_text("ascii").strip() if WATCHES.exists() else "not Linux",
    }
    if run is None:
        return report
    sources = run.inputs().sources
    themes = ", ".join(sorted(read_themes(run.root).by_name))
    unreadable = sum(bool(source.unreadable) for source in sources)
    read = f"{len(sources)}" + (f", {unreadable} unreadable" if unreadable else "")
    return report | {
        "vault": str(run.root),
        "files": "; ".join((read, *near_folders(run.root))),
        "today": run.day_note or run.today.isoformat(),
        "theme": f"{run.settings.theme}; there are {themes}",
    }
