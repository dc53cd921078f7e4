"""Publishing: whole or not at all, and nothing lost that is not ours."""
