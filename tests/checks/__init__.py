"""Every check against its manual page, and all of them together against a large vault."""
