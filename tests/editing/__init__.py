"""Editing: layouts, faults, races."""
