"""What tests of several processes need."""

import pytest


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no thread that another test has left behind count."""
    monkeypatch.setattr("threading.active_count", lambda: 1)
