"""Rules of repeats, as values."""
