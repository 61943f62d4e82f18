"""The parts of `publish`: what is asked for, the pages and the calendars of the folder."""
