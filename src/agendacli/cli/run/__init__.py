"""One run of the tool: its surroundings, its outcome, its progress."""
