"""The bytes of each format as lines and tables."""
