"""The definition format: one schema for what is read, written and edited."""
