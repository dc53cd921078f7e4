"""Hosts, for real where they can be had, and deliberately wrong ones."""
