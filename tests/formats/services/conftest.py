import json
from collections.abc import Callable

import pytest

from agendacli.formats.file_formats import recognised_format
from agendacli.formats.given import Given
from agendacli.formats.readers import READERS
from agendacli.model.programme import Session
from agendacli.model.said import Said
from agendacli.model.when import Timed


@pytest.fixture
def read_service() -> Callable[..., Said]:
    """What a value says as JSON, by the reader of the format as which it is recognised."""

    def read(value: object, zone: str | None = None) -> Said:
        data = json.dumps(value, indent=1).encode()
        found = recognised_format(data, "plan.json")
        assert found
        return READERS[found.name](Given(data, "plan.json", zone))

    return read


@pytest.fixture
def hours_of() -> Callable[[Session], str]:
    """The time of a session on its clocks, `14 09:00-09:45 Europe/Berlin`."""

    def hours(session: Session) -> str:
        when = session.when
        assert isinstance(when, Timed)
        end = f"{when.end:%H:%M}" if when.end else ""
        return f"{when.start:%d %H:%M}-{end} {when.zone}"

    return hours
