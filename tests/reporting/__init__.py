"""Reports: pure functions, so a test shows what goes in and what comes out."""
