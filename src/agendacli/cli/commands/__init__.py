"""One module a command: its parameters and its help."""
