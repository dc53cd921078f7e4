"""Search, in the browser that uses it."""
