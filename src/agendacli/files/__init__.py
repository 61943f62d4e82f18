"""All disk access: paths, reading, and atomic writing."""
