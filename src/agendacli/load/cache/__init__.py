"""The cache: compiled files, valid until a file changes."""
