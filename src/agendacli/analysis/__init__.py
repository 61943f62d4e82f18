"""Floor 2: pure questions about values. The questions know nothing of each other."""
