"""What was read of a file, kept until the file changes."""
