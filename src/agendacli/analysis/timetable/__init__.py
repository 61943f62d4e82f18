"""A timetable as values: sections of days, rooms side by side, two clocks."""
