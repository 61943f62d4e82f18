"""What libical makes of a calendar without rules: run by Debian's own Python as `with_libical.py FILE`."""

import json
import sys
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from typing import Any


def main(file: str) -> None:
    """Print its VEVENTs as JSON."""
    import_module("gi").require_version("ICalGLib", "3.0")
    library = import_module("gi.repository.ICalGLib")
    whole = library.Component.new_from_string(Path(file).read_text(encoding="utf-8"))
    found, kind = [], library.ComponentKind.VEVENT_COMPONENT
    part = whole.get_first_component(kind)
    while part:
        found.append(record(part, library))
        part = whole.get_next_component(kind)
    json.dump(found, sys.stdout, ensure_ascii=False)


def record(event: Any, library: Any) -> list[str | None]:  # noqa: ANN401 (of a library that is not always there)
    """One VEVENT; an end that is the start is one that is not known."""
    start, end = text(event.get_dtstart()), text(event.get_dtend())
    status = library.Enum if hasattr(library, "Enum") else library
    named = {status.PropertyStatus.CONFIRMED: "CONFIRMED", status.PropertyStatus.TENTATIVE: "TENTATIVE"}
    return [
        event.get_uid(),
        start,
        None if end == start else end,
        named.get(event.get_status(), "CANCELLED"),
        event.get_summary() or "",
    ]


def text(time: Any) -> str | None:  # noqa: ANN401
    """A day, or an instant with a Z."""
    if time.is_null_time():
        return None
    if time.is_date():
        return f"{time.get_year():04}-{time.get_month():02}-{time.get_day():02}"
    moment = datetime.fromtimestamp(time.as_timet_with_zone(time.get_timezone()), UTC)
    return moment.isoformat().replace("+00:00", "Z")


if __name__ == "__main__":
    main(*sys.argv[1:])
