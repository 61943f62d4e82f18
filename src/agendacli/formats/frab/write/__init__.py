"""Writing schedules that are valid."""
