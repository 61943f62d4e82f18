"""When people are free, and how rooms are used."""
