"""The whole site as one encrypted HTML file that opens offline with a passphrase."""
