"""Floor 3: the command line, one thin module a command."""
