"""Writing sheets that are read back: each row has the id of its session."""
