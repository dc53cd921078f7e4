"""The live preview: a small server that shows the site from memory to its user alone."""
