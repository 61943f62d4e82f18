"""Time zones of a calendar: VTIMEZONE read and written, and the years in which a zone is used."""
