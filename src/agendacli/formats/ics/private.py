"""What a calendar may say of items that are not for everybody's eyes."""

from enum import StrEnum

BUSY = "Busy"
"""The title of an item of which no more may be known than that it takes somebody's time."""

BARE = frozenset(
    {
        "UID", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "SUMMARY", "DTSTART", "DTEND", "DURATION", "RRULE", "RDATE",
        "EXDATE", "RECURRENCE-ID", "STATUS", "TRANSP", "X-MICROSOFT-CDO-BUSYSTATUS", "CLASS",
    }
)  # fmt: skip
"""All that is written of such an item."""


class PrivateItems(StrEnum):
    """What becomes of private items: they are written, or left out, or say that somebody is busy."""

    KEPT = "kept"
    LEFT_OUT = "left out"
    BUSY = "busy"
