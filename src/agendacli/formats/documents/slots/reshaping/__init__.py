"""A document before it is walked through: its lines and tables in the shape in which programmes are read."""
