"""Which occurrences the ids and options of a command mean."""
