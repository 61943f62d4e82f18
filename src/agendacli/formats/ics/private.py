"""Private items of which a calendar shows only that somebody is busy."""

BARE = frozenset(
    {
        "UID", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "SUMMARY", "DTSTART", "DTEND", "DURATION", "RRULE", "RDATE",
        "EXDATE", "RECURRENCE-ID", "STATUS", "TRANSP", "X-MICROSOFT-CDO-BUSYSTATUS", "CLASS",
    }
)  # fmt: skip
"""All that is written of such an item."""
