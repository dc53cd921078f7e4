"""The only code that writes a site: staged beside the old one, then exchanged whole."""
