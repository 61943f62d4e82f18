"""The selected sessions as calendars that people have: written, brought up to date, and what is remarked on it."""
