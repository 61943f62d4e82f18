"""Foreign calendars, expanded by us and by recurring-ical-events: run as `corpus.py FOLDER PYTHON`.

The folder has `expected/occurrences.json`: [file, from, to, [[uid, start, end], …]], on which independent engines
agree. PYTHON is one that has recurring-ical-events. Where it differs from us, the agreed list has to be ours.
"""

import json
import re
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path

from agendacli.analysis.occurrences import expand
from agendacli.formats.ics.read.calendar import read_calendar
from agendacli.model.findings import Findings
from agendacli.model.occurrence import Occurrence
from agendacli.model.programme import Status
from agendacli.model.when import Days, DayWindow
from agendacli.model.zones import instant

READER = Path(__file__).with_name("with_recurring_ical_events.py")
Times = tuple[str, str, str]


def main(folder: str, python: str) -> int:
    """Print what differs; the number of files in which we differ without the agreed list being ours."""
    cases = json.loads((Path(folder) / "expected" / "occurrences.json").read_text(encoding="utf-8"))
    wrong = same = 0
    for file, first, last, agreed in cases:
        own = ours(Path(folder) / file, first, last)
        if own == theirs(Path(folder) / file, first, last, python):
            same += 1
            continue
        right = own == sorted((uid, start, end) for uid, start, end in agreed)
        wrong += not right
        sys.stdout.write(f"   {file}: {'others agree with us' if right else 'WE DIFFER'}\n")
    sys.stdout.write(f"   {len(cases)} calendars, {same} read alike, {wrong} wrong\n")
    return wrong


def ours(path: Path, first: str, last: str) -> list[Times]:
    """What we make of a calendar."""
    programme = read_calendar(path.read_bytes(), path.name, "UTC", Findings())
    span = [datetime.fromisoformat(each) for each in (first, last)]
    found = expand((programme,), *span) if programme else ()
    return sorted(record(each) for each in found if each.status is not Status.CANCELLED)


def theirs(path: Path, first: str, last: str, python: str) -> list[Times]:
    """What recurring-ical-events makes of it."""
    command = [python, str(READER), first[:10], last[:10], str(path)]
    run = subprocess.run(command, capture_output=True, check=False)
    found = json.loads(run.stdout) if run.returncode == 0 else []
    return sorted((uid, start, end or start) for uid, start, end, status, _ in found if status != "CANCELLED")


def record(occurrence: Occurrence) -> Times:
    """One occurrence with the UID as the file has it."""
    when = occurrence.when
    uid = re.sub(r"%(2F|20|09)", lambda found: chr(int(found[1], 16)), occurrence.session.id)
    if isinstance(when, Days | DayWindow):
        return uid, text(when.start), text(when.end)
    start = instant(when.start, when.zone)
    return uid, text(start), text(instant(when.end, when.zone) if when.end else start)


def text(moment: date) -> str:
    """A day, or an instant with a Z."""
    return moment.isoformat().replace("+00:00", "Z")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
