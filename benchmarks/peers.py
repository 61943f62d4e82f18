"""Tools of others that answer "what is on in that week?", each set up with the same events in a folder of its own."""

from collections.abc import Iterator
from pathlib import Path

from benchmarks.bench import Bench
from benchmarks.measuring import Subject
from benchmarks.meetings import WEEK

KHAL, KHAL_IMPORT = "khal list (cache warm)", "khal import"
ICALENDAR_EVENTS, ICS_QUERY = "icalendar-events-cli", "ics-query"
CALCURSE, REMIND = "calcurse (imported)", "remind (own format)"
READERS = (ICALENDAR_EVENTS, ICS_QUERY)
"""Those in Python that read the file anew for each answer."""

_FIRST, _NEXT = WEEK
_KHAL = """\
[calendars]
[[benchmark]]
path = {folder}/events
type = calendar
[locale]
local_timezone = Europe/Vienna
default_timezone = Europe/Vienna
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[default]
default_calendar = benchmark
[sqlite]
path = {folder}/khal.db
"""


def commands(bench: Bench, path: Path, count: int) -> Iterator[Subject]:
    """Every tool that is installed, in its state of after a first run; what it reads was written before."""
    yield from _readers(bench, path)
    if calcurse := bench.peer_command("calcurse"):
        yield _calcurse(bench, calcurse, path)
    if remind := bench.peer_command("remind"):
        script = str(bench.reminders(count))
        yield Subject(REMIND, (remind, "-s+1", script, f"{_FIRST:%Y-%m-%d}"))


def _readers(bench: Bench, path: Path) -> Iterator[Subject]:
    if tool := bench.peer_command("icalendar-events-cli"):
        days = ("-s", f"{_FIRST}T00:00:00+00:00", "-e", f"{_NEXT}T00:00:00+00:00")
        yield Subject(ICALENDAR_EVENTS, (tool, "--calendar.url", f"file://{path}", *days), most=2)
    if tool := bench.peer_command("ics-query"):
        between = ("between", "--component", "VEVENT", f"{_FIRST:%Y%m%d}", f"{_NEXT:%Y%m%d}")
        yield Subject(ICS_QUERY, (tool, *between, str(path), "-"), most=2)


def khal(bench: Bench, path: Path) -> tuple[Subject, ...]:
    """Its import of a file, which is run once, and its listing of the week after that; nothing if not installed."""
    tool = bench.peer_command("khal")
    if tool is None:
        return ()
    folder = bench.folder / "khal"
    (folder / "events").mkdir(parents=True, exist_ok=True)
    config = folder / "config"
    config.write_text(_KHAL.format(folder=folder), encoding="utf-8")
    common = (tool, "-c", str(config))
    return (
        Subject(KHAL_IMPORT, (*common, "import", "--batch", "-a", "benchmark", str(path)), most=1),
        Subject(KHAL, (*common, "list", str(_FIRST), "7d")),
    )


def _calcurse(bench: Bench, tool: str, path: Path) -> Subject:
    folder = bench.folder / "calcurse"
    common = (tool, "-D", str(folder))
    if not folder.exists():
        folder.mkdir()
        bench.run(Subject("calcurse -i", (*common, "-i", str(path))))
    days = ("--input-datefmt", "4", "--from", str(_FIRST), "--days", "7")
    return Subject(CALCURSE, (*common, "-Q", *days))
