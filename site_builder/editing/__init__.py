"""The only code that changes a file of the user's, or makes one."""
