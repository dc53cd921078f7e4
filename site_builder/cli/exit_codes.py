"""What the exit codes mean; document 3 of the design lists them for people."""

CLEAN = 0
FINDINGS = 1
USAGE = 2
CHANGED = 3
IO_ERROR = 4
LOCKED = 5
INTERRUPTED = 130
