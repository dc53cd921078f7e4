"""People in the files of other programs: read, made plain, and not yet looked for in a vault."""
