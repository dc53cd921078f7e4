"""A test may be skipped at home and never in CI."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SKIPPED = """
import pytest

@pytest.mark.skipif(True, reason="not here")
def test_marked(): pass

def test_inside(): pytest.skip("nor here")

def test_done(): pass
"""


@pytest.mark.parametrize(
    ("value", "told"),
    [("", "1 passed, 2 skipped"), ("true", "1 failed, 1 passed, 1 error")],
)
def test_a_skip_fails_in_ci_only(value: str, told: str, tmp_path: Path) -> None:
    (tmp_path / "conftest.py").write_text((ROOT / "tests" / "conftest.py").read_text("utf-8"))
    (tmp_path / "test_some.py").write_text(SKIPPED)
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", tmp_path],
        env={**os.environ, "CI": value, "PYTHONPATH": str(ROOT)},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert told in done.stdout
    assert ("was skipped, and CI is set" in done.stdout) == bool(value)
