"""Time zones as people write them."""

import pytest

from agendacli.model.asked import Refusal
from agendacli.words.typed_zones import read_zone

WESTWARD = "; for clocks that never change `Etc/GMT-2`, whose sign counts westward"
EXAMPLE = "write one like `Europe/Vienna`"


@pytest.mark.parametrize("name", ["Europe/Vienna", "UTC", "CET", "Etc/GMT-2", "EST5EDT"])
def test_zone_of_iana_is_read(name: str) -> None:
    assert read_zone(name) == name


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("IST", "is no IANA time zone; it may be `Asia/Kolkata`, `Europe/Dublin` or `Asia/Jerusalem`"),
        ("PST", "is no IANA time zone; it may be `America/Los_Angeles` or `Asia/Manila`"),
        ("EST", "is a zone whose clocks never change; it may be `America/New_York` or `America/Panama`"),
        ("JST", "is no IANA time zone; write `Asia/Tokyo`"),
        ("GMT+2", f"is no IANA time zone; an offset is none: {EXAMPLE}{WESTWARD}"),
        ("UTC+02:00", f"is no IANA time zone; an offset is none: {EXAMPLE}{WESTWARD}"),
        ("+02:00", f"is no IANA time zone; an offset is none: {EXAMPLE}{WESTWARD}"),
        ("UTC+5:30", f"is no IANA time zone; an offset is none: {EXAMPLE}"),
        ("Eastern Time", "is no IANA time zone; did you mean `America/New_York`?"),
        ("Pacific", "is no IANA time zone; did you mean `America/Los_Angeles`?"),
        ("berlin", "is no IANA time zone; did you mean `Europe/Berlin`?"),
        ("VIENNA", f"is no IANA time zone; {EXAMPLE}"),
        ("new york", "is no IANA time zone; did you mean `America/New_York`?"),
        ("Europe/Viena", "is no IANA time zone; did you mean `Europe/Vienna`?"),
        ("CET+1", f"is no IANA time zone; {EXAMPLE}"),
        ("Mars", f"is no IANA time zone; {EXAMPLE}"),
        ("", f"is no IANA time zone; {EXAMPLE}"),
    ],
)
def test_anything_else_is_refused_with_what_to_write(name: str, message: str) -> None:
    assert read_zone(name) == Refusal(f"`{name}` {message}")
