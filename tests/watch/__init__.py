"""Watching real folders with real events."""
