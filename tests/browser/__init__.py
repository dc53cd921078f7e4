"""The finished site in Chromium, used by keyboard alone."""
