"""The demo vault's site with short parts, so that its lists stand on several pages."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType

import pytest

from site_builder.app.build import look_of
from site_builder.app.run import Run, settings_of
from site_builder.compiler import compile_site
from site_builder.tables import FRESH

ROOT = Path(__file__).parents[2]
ROWS = 8
"""Rows of a part; the demo has 32 contacts."""


@cache
def demo_site(theme: str = "default", rows: int = ROWS) -> Mapping[str, bytes]:
    """Return the files of the demo's site."""
    run = Run(root=ROOT, today=date(2026, 11, 22), settings=settings_of(ROOT))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("site_builder.pages.long_list.ROWS", rows)
        site = compile_site(run.inputs(), look_of(run, theme), FRESH)
    assert site.files
    return MappingProxyType(dict(site.files))


def write_site(files: Mapping[str, bytes], folder: Path) -> Path:
    """Write a site to disk, as `build` would."""
    for name, data in files.items():
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    return folder
