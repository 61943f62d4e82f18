"""Values to the text of a definition."""
