from collections.abc import Callable

import pytest

from agendacli.formats.given import Given
from agendacli.formats.table import READERS
from agendacli.model.said import Said

SCHEDULE = """\
<?xml version='1.0' encoding='utf-8' ?>
<!-- by hand -->
<schedule>
  <conference>
    <title>Tides 2026</title>
    {conference}
  </conference>
  <day index='1' date='2026-03-14'>
    <room name='Saal 1'>
{events}
    </room>
  </day>
</schedule>
"""
ZONE = "<time_zone_name>Europe/Berlin</time_zone_name>"


@pytest.fixture
def read_events() -> Callable[..., Said]:
    """What a schedule.xml says that holds these events on 14 March 2026."""

    def read(events: str, conference: str = ZONE, zone: str | None = None) -> Said:
        text = SCHEDULE.format(events=events, conference=conference)
        return READERS["xml"](Given(text.encode(), "tides.xml", zone))

    return read
