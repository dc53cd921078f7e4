"""Doorstep: which introductions went cold, and who else could open the door."""

__version__ = "0.1.0"
