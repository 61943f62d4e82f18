"""From the options of a command to a reading: paths, clock, selection, schedule."""
