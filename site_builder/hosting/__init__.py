"""Whoever serves the site: ready files for hosts, and a look at a hosted site from outside."""
