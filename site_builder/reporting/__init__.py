"""Ways to show findings: each a pure function of one report."""
