"""What readers of our calendars should find, from the programmes themselves: run as `expected.py FROM TO PATH…`.

Prints a JSON list of [uid, start, end, status, title], one for each occurrence that touches the days from FROM to
before TO: UTC instants or days, the end null where none is known.
"""

import json
import sys
from datetime import date, datetime

from agendacli.analysis.occurrences import expand
from agendacli.formats.ics.uid import uid
from agendacli.formats.ics.write.description import ics_status, summary
from agendacli.load.programmes import load
from agendacli.model.occurrence import Occurrence
from agendacli.model.when import Days, DayWindow
from agendacli.model.zones import instant


def main(first: str, last: str, *paths: str) -> None:
    """Print what the programmes of those paths hold."""
    start, end = (datetime.fromisoformat(f"{day}T00:00:00+00:00") for day in (first, last))
    found = expand(load(paths).programmes, start, end)
    json.dump(sorted(map(record, found), key=str), sys.stdout, ensure_ascii=False, indent=0)


def record(occurrence: Occurrence) -> list[str | None]:
    """One occurrence as a reader should find it."""
    when = occurrence.when
    if isinstance(when, Days | DayWindow):
        times = text(when.start), text(when.end)
    else:
        start, end = instant(when.start, when.zone), when.end and instant(when.end, when.zone)
        times = text(start), text(end) if end and end > start else None
    return [uid(occurrence), *times, ics_status(occurrence).upper(), summary(occurrence)]


def text(moment: date | None) -> str | None:
    """A day, or an instant with a Z."""
    return moment.isoformat().replace("+00:00", "Z") if moment else None


if __name__ == "__main__":
    main(*sys.argv[1:])
