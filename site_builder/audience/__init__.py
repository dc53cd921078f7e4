"""Filtering a vault for an audience, before anything is computed from it."""
