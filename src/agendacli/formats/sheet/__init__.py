"""Sheets: a programme as a table with a row for each session, or with a column for each room.

A sheet is another notation of a definition: its cells become the nodes that a definition is made of, and are read by
the same rules, with the same words for what is wrong, at the cell in which it stands.
"""
