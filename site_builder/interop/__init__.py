"""Other forms of what is in a vault: out to other people and programs."""
