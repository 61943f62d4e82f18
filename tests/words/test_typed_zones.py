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
        ("IST", "is not an IANA time zone; it may be `Asia/Kolkata`, `Europe/Dublin` or `Asia/Jerusalem`"),
        ("PST", "is not an IANA time zone; it may be `America/Los_Angeles` or `Asia/Manila`"),
        ("EST", "is a zone whose clocks never change; it may be `America/New_York` or `America/Panama`"),
        ("JST", "is not an IANA time zone; write `Asia/Tokyo`"),
        ("GMT+2", f"is not an IANA time zone; an offset is not one: {EXAMPLE}{WESTWARD}"),
        ("UTC+02:00", f"is not an IANA time zone; an offset is not one: {EXAMPLE}{WESTWARD}"),
        ("+02:00", f"is not an IANA time zone; an offset is not one: {EXAMPLE}{WESTWARD}"),
        ("UTC+5:30", f"is not an IANA time zone; an offset is not one: {EXAMPLE}"),
        ("Eastern Time", "is not an IANA time zone; did you mean `America/New_York`?"),
        ("Pacific", "is not an IANA time zone; did you mean `America/Los_Angeles`?"),
        ("berlin", "is not an IANA time zone; did you mean `Europe/Berlin`?"),
        ("VIENNA", f"is not an IANA time zone; {EXAMPLE}"),
        ("new york", "is not an IANA time zone; did you mean `America/New_York`?"),
        ("Europe/Viena", "is not an IANA time zone; did you mean `Europe/Vienna`?"),
        ("CET+1", f"is not an IANA time zone; {EXAMPLE}"),
        ("Mars", f"is not an IANA time zone; {EXAMPLE}"),
        ("", f"is not an IANA time zone; {EXAMPLE}"),
    ],
)
def test_anything_else_is_refused_with_what_to_write(name: str, message: str) -> None:
    assert read_zone(name) == Refusal(f"`{name}` {message}")
