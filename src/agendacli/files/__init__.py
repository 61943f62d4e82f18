"""All access to the disk: paths, what lies there, and writing it whole or not at all."""
