"""One module a command: what it does."""
