"""Draws from a generator of random numbers."""

from __future__ import annotations

from random import Random


def maybe(rng: Random, share: float) -> bool:
    """Return True in this share of the cases."""
    return rng.random() < share
