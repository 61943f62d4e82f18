"""What a line of text says of hours, days, people, roles and rooms, each with where it stands in the line."""
