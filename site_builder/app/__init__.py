"""What each command does: read, compile, report, write."""
