"""TZIDs as IANA zones, by name."""

import pytest

from agendacli.model.zones import is_zone
from agendacli.words.zones import windows_zones, zone_named


@pytest.mark.parametrize(
    ("tzid", "zone"),
    [
        ("Europe/Vienna", "Europe/Vienna"),
        (' "Europe/Vienna" ', "Europe/Vienna"),
        ("europe/vienna", "Europe/Vienna"),
        ("America/New York", "America/New_York"),
        ("US-Eastern", "US/Eastern"),
        ("UTC", "UTC"),
        ("W. Europe Standard Time", "Europe/Berlin"),
        ("pacific standard time", "America/Los_Angeles"),
        ("/mozilla.org/20070129_1/America/New_York", "America/New_York"),
        ("/freeassociation.sourceforge.net/Tzfile/America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires"),
        ("/example.org/UTC", "UTC"),
        ("tzone://Microsoft/Utc", "UTC"),
    ],
)
def test_zone_is_known_by_name(tzid: str, zone: str) -> None:
    assert zone_named(tzid) == zone


@pytest.mark.parametrize(
    "tzid",
    [
        "",
        "/",
        "Customized Time Zone",
        "tzone://Microsoft/Custom",
        "custom_America/New_York",
        "My/Japan",
        "UTC+11",
        "../../x",
    ],
)
def test_name_that_says_nothing_takes_a_definition(tzid: str) -> None:
    assert zone_named(tzid) is None


def test_zones_of_windows_are_known_here() -> None:
    assert all(map(is_zone, windows_zones()))
    assert "Europe/Berlin" in windows_zones()
