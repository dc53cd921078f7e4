"""The only code that reads the vault from disk: files in, plain values out."""
