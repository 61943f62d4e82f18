"""Floor 4: paths to programmes and diagnostics. `programmes` loads; `cache/` keeps what was read."""
