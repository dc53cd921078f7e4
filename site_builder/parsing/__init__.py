"""From bytes to records: front matter with exact spans, field readers, log lines, settings."""
