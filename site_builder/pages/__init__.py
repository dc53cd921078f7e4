"""Which pages exist, where they are, and what a template is given to show."""
