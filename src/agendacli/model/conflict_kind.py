"""The kinds of conflicts: the one list of them."""

from enum import StrEnum


class Kind(StrEnum):
    """What cannot both be kept: by a room, by a person, by a traveller, by one attendee."""

    ROOM = "room"
    PERSON = "person"
    TRAVEL = "travel"
    OVERLAP = "overlap"


KIND_NAMES = (Kind.OVERLAP.value, *(each.value for each in Kind if each is not Kind.OVERLAP))
"""The kinds as people are told of them, the plainest first."""
