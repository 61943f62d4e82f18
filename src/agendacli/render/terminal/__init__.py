"""What a terminal shows; the only package that knows Rich."""
