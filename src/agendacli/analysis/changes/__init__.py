"""Two versions of a programme: which of their sessions are the same, what changed, and whom it concerns."""
