"""Floor 1: what people write, and its value. Text to value and back; no file, no format’s keys."""
