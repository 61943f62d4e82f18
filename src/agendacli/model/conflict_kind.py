"""The kinds of conflicts."""

from enum import StrEnum


class Kind(StrEnum):
    """What cannot both be kept: by a room, by a person, by a traveller, by one attendee.

    And what leaves a room or a person too little time, or puts two sessions of one category at one time.
    And, of one session alone, that somebody who is needed in it is not there.
    """

    ROOM = "room"
    PERSON = "person"
    TRAVEL = "travel"
    OVERLAP = "overlap"
    TURNOVER = "turnover"
    REST = "rest"
    CATEGORY = "category"
    ABSENCE = "absence"


USUAL_KINDS = frozenset(Kind) - {Kind.CATEGORY}
"""The kinds that are looked for by default."""

KIND_NAMES = (Kind.OVERLAP.value, *(each.value for each in Kind if each is not Kind.OVERLAP))
"""The names of the kinds, in the order in which help and messages list them."""
