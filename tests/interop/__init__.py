"""Other forms of a vault."""
