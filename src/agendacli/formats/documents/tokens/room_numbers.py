"""Numbers that are those of rooms: `Room 2.14` is neither a time nor a day."""

NOT_OF_ROOM = "".join(
    f"(?<!{word} )" for word in ("room", "raum", "saal", "horsaal", "zimmer", "salle", "sala", "salon", "aula")
)
"""What does not stand before a day or a time, in small letters without accents."""
