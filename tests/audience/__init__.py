"""What an audience sees: filtering, and the two proofs that nothing else comes through."""
