"""What follows from the vault on a given day: threads, stalls, moves, second introducers."""
