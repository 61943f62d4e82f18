"""The plan of a day on a terminal: hours at the side, lines, dotted rules for breaks, boxes where there is a choice."""
