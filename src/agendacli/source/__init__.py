"""Floor 1: text to values, one module a format."""
