"""Occurrences to an `.ics`; the icalendar library makes the components."""
