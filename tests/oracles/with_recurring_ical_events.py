"""What recurring-ical-events makes of a calendar: run as `with_recurring_ical_events.py FROM TO FILE`."""

import json
import sys
from datetime import UTC, date, datetime
from importlib import import_module
from pathlib import Path
from typing import Any


def main(first: str, last: str, file: str) -> None:
    """Print the occurrences between two days as JSON."""
    icalendar, library = import_module("icalendar"), import_module("recurring_ical_events")
    calendar = icalendar.Calendar.from_ical(Path(file).read_bytes())
    span = [datetime.fromisoformat(f"{day}T00:00:00+00:00") for day in (first, last)]
    found = library.of(calendar, skip_bad_series=True).between(*span)
    json.dump([record(each) for each in found], sys.stdout, ensure_ascii=False)


def record(event: Any) -> list[str | None]:  # noqa: ANN401 (a component of a library that is not always there)
    """One occurrence; an end that is the start is one that is not known."""
    start = event["DTSTART"].dt
    end = event["DTEND"].dt if "DTEND" in event else start
    times = text(start), None if end == start else text(end)
    return [str(event["UID"]), *times, str(event.get("STATUS", "")), str(event.get("SUMMARY", ""))]


def text(moment: date) -> str:
    """A day, or an instant with a Z; floating times as they are."""
    if isinstance(moment, datetime) and moment.tzinfo:
        return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")
    return moment.isoformat()


if __name__ == "__main__":
    main(*sys.argv[1:])
