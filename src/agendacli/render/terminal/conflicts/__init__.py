"""Conflicts on a terminal: what clashes as bars on one time scale, and what runs in parallel."""
