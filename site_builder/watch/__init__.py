"""Waits for the next reason to look at the vault; the only home of watchdog."""
