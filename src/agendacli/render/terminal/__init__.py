"""What a terminal shows: the only package that uses Rich."""
