"""Floor 3: one folder or module a format; each may read, write, or both. `table` alone knows them all."""
