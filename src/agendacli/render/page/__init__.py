"""The published page: a programme as HTML that needs nothing else, and door signs."""
