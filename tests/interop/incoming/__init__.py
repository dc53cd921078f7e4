"""Files as other programs write them, with people who do not exist."""
