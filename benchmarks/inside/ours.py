"""Our own work, timed inside a fresh interpreter: `ours.py TASK ARGUMENT…` tells the seconds as JSON in one line.

What is imported and prepared before is not counted, and every value that is asked for is really made.
"""

import csv
import gc
import json
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from io import BytesIO, StringIO
from pathlib import Path
from time import perf_counter
from xml.etree.ElementTree import parse

sys.path.append(str(Path(__file__).resolve().parents[2]))

DAY = timedelta(days=1)
ZONE = "Europe/Vienna"
MANY = 50_000


def seconds_of(work: Callable[[], object]) -> float:
    """How long one call takes."""
    begin = perf_counter()
    work()
    return perf_counter() - begin


def week(path: str, first: str, last: str, expected: str) -> list[float]:
    """Load a calendar without a cache, and select the days from the first to the last: so many sessions."""
    import agendacli.formats.ics.read.calendar  # noqa: F401  # what `load` would import only then
    from agendacli.analysis.occurrences import expand
    from agendacli.analysis.selection.select import select
    from agendacli.load.programmes import load
    from agendacli.model.asked import AskedDates, Clock, Moment, Selection
    from agendacli.model.zones import midnight
    from agendacli.words.times.typed.days import read_dates

    clock = Clock(Moment(datetime(2021, 6, 1, tzinfo=UTC)))
    dates = read_dates(clock, first, last)
    if not isinstance(dates, AskedDates):
        raise TypeError(dates)
    start, end = midnight(date.fromisoformat(first) - DAY, "UTC"), midnight(date.fromisoformat(last) + 2 * DAY, "UTC")
    begin = perf_counter()
    found = select(expand(load([path]).programmes, start, end), Selection(dates), clock)
    taken = perf_counter() - begin
    if len(found) != int(expected):
        sys.exit(f"{len(found)} sessions instead of {expected}")
    return [taken]


def series(path: str, first: str, last: str) -> list[float]:
    """The occurrences of a few days from repeats that are read already."""
    from agendacli.analysis.occurrences import expand
    from agendacli.load.programmes import load
    from agendacli.model.zones import midnight

    programmes = load([path]).programmes
    expand(programmes, midnight(date(1990, 1, 1), "UTC"), midnight(date(1990, 1, 2), "UTC"))  # decodes, and imports
    start, end = midnight(date.fromisoformat(first), ZONE), midnight(date.fromisoformat(last), ZONE)
    return [seconds_of(lambda: expand(programmes, start, end))]


def read(path: str) -> list[float]:
    """Every property of every session of a calendar."""
    from agendacli.formats.ics.read.calendar import read_calendar
    from agendacli.model.findings import Findings

    def whole() -> None:
        programme = read_calendar(Path(path).read_bytes(), path, "UTC", Findings())
        for each in programme.sessions if programme else ():
            _ = each.title, each.when, each.room, each.description, each.participants, each.repeat

    return [seconds_of(whole)]


def export(path: str) -> list[float]:
    """A definition's sessions, read and expanded already, as one `.ics`."""
    from agendacli.analysis.occurrences import expand
    from agendacli.formats.ics.write.options import CalendarOptions
    from agendacli.formats.ics.write.writer import calendar
    from agendacli.load.programmes import load

    occurrences = expand(load([path]).programmes)
    return [seconds_of(lambda: calendar(occurrences, CalendarOptions()))]


def sweep(size: str) -> list[float]:
    """All overlapping pairs among so many sessions of a conference, by the sorting of their starts."""
    from benchmarks.conflicts import conference, swept

    from agendacli.analysis.conflicts.board import board_of
    from agendacli.analysis.conflicts.places import Atlas
    from agendacli.model.places import Gazetteer

    sessions = conference(int(size))
    starts = [each.bounds.start for each in sessions]
    board = board_of(sessions, Atlas(Gazetteer()), include_transparent=False)
    members = board.in_order(range(len(board)))
    return in_turns(lambda: swept(members, board.bounds), lambda: sorted(starts))


def conflicts(size: str, order: str) -> list[float]:
    """The conflicts of rooms, persons and travel among so many sessions, by the sorting of their starts.

    In a `tidy` programme there are hardly any, in a `crowded` one there is one for every nine sessions.
    """
    from benchmarks.conflicts import NO_OVERLAP, conference

    from agendacli.analysis.conflicts import find_conflicts

    sessions = conference(int(size), tidy=order == "tidy")
    starts = [each.bounds.start for each in sessions]
    return in_turns(lambda: find_conflicts(sessions, rules=NO_OVERLAP), lambda: sorted(starts))


def draft(path: str) -> list[float]:
    """The sessions of a PDF, by its words and tables as pdfplumber gives them."""
    import pdfplumber

    from agendacli.formats.documents.drafting import read_as_draft
    from agendacli.formats.documents.values.told import Asked

    data = Path(path).read_bytes()

    def words_and_tables() -> None:
        with pdfplumber.open(path) as pdf:
            for page in pdf.pages:
                page.extract_words()
                page.extract_tables()

    return in_turns(lambda: read_as_draft(data, path, Asked()), words_and_tables)


def given(name: str, path: str) -> list[float]:
    """A file of another program as a programme, by its library that only reads the file."""
    from agendacli.formats.given import Given
    from agendacli.formats.readers import READERS

    data = Path(path).read_bytes()
    asked = Given(data, path, ZONE)
    READERS[name](asked)
    return in_turns(lambda: READERS[name](asked), lambda: LIBRARIES[name](data))


def _workbook(data: bytes) -> object:
    from openpyxl import load_workbook

    book = load_workbook(BytesIO(data), data_only=True)
    return [list(page.iter_rows(values_only=True)) for page in book.worksheets]


LIBRARIES: dict[str, Callable[[bytes], object]] = {
    "xml": lambda data: parse(BytesIO(data)),  # noqa: S314 (it was written here)
    "json": json.loads,
    "xlsx": _workbook,
    "csv": lambda data: list(csv.reader(StringIO(data.decode("utf-8-sig")))),
}


def in_turns(work: Callable[[], object], yardstick: Callable[[], object]) -> list[float]:
    """The times of both, one after the other: work, yardstick, work, yardstick …"""
    return [seconds_of(each) for _ in range(5) for each in (work, yardstick)]


TASKS: dict[str, Callable[..., list[float]]] = {
    each.__name__: each for each in (week, series, read, export, sweep, conflicts, draft, given)
}


def main(task: str, arguments: Sequence[str]) -> None:
    """Do the task and tell its seconds, with the garbage collector as the command line sets it."""
    gc.set_threshold(MANY)
    print(json.dumps({"seconds": TASKS[task](*arguments)}))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
