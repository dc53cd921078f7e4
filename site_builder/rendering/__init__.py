"""From view models to bytes: the only home of the template engine."""
