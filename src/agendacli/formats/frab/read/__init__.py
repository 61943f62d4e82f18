"""Reading schedules, tolerantly: few files out there are valid."""
