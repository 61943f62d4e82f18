"""agendacli: timetables, conflicts and calendars for programmes that real people have to keep."""

__version__ = "0.2.0"
