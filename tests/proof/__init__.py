"""Promises proved over long lists: a short form in `make test`, all of it in `make proof`."""
