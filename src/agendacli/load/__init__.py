"""Floor 2: the one composition of files and source. `programmes` loads, `cache` keeps what was read."""
