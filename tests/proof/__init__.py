"""The long form of what the tests prove, with the figures printed: `make proof`."""
