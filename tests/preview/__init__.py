"""The preview's server, asked over real sockets, and its script in a real browser."""
