"""Figures of speed, and the vaults they are measured on."""
