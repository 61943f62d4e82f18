"""What changed against a calendar that people already have."""
