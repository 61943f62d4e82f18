"""An `.ics` to a programme; what is odd in it becomes a diagnostic at its line."""
