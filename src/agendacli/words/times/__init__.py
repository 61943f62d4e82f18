"""Days, hours, lengths and repeats: as typed, as written, and resolved on the clocks of a zone."""
