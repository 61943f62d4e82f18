"""Floor 3: one folder or module a format; each may read, write, or both. `table` alone knows them all."""

CALENDAR_ENDING = ".ics"
DEFINITION_ENDINGS = (".yaml", ".yml", CALENDAR_ENDING)
"""How files end that are read wherever events come from; those of other formats are in `file_formats`."""
