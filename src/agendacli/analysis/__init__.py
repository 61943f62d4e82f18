"""Floor 1: pure questions about values."""
