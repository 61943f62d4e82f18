"""Colours with a meaning, from the sixteen that a user's own theme defines: legible on light and dark backgrounds.

Every one of them repeats what a word or a place on the line says too; nothing is said by colour alone.
"""

HEADING = "bold"
TITLE = "bold"
TIME = "cyan"
NAME = "cyan"
QUIET = "dim"
RULE = "dim"
LABEL = "dim"
CANCELLED = "dim strike"
WRONG = "bold red"
CERTAIN = "bold red"
POSSIBLE = "yellow"
UNSETTLED = "yellow"
WARNING = "yellow"
COME = "green"
GONE = "red"
OLD = "red"
NEW = "green"
NOW = "bold magenta"
ROOM = ""
