"""Two versions of a programme, against reading one of them."""

from benchmarks.bench import FEW, MANY, Bench
from benchmarks.figures import Figure, Section, compared, most

_EQUAL = 5_000
_CHANGED = (0, 1)
_TIMETABLE, _LIST, _WITH_IDS = "agenda timetable", "agenda list of one", "the same with ids"


def revisions(bench: Bench) -> Section:
    """What `agenda diff` costs beside what reads the same files."""
    about = (
        "`agenda diff | cat`, whole processes. The Vienna session is kept from the run before, and so are the two "
        f"definitions of {_EQUAL:,} meetings that all have one title; the two calendars of {bench.events:,} items are "
        "read anew. Of a hundred items one is gone, one has moved and one has another room."
    )
    return Section("revisions", "Two versions", about, (_vienna(bench), _calendars(bench), _equal_titles(bench)))


def _vienna(bench: Bench) -> Figure:
    found = bench.race(
        bench.agenda("agenda diff", "diff", "vienna-session@2017-08-24", accepts=_CHANGED),
        bench.agenda(_TIMETABLE, "timetable", "vienna-session"),
        rounds=MANY,
    )
    return compared(found, "agenda diff", _TIMETABLE, most(1.4)).with_note("the Vienna session")


def _calendars(bench: Bench) -> Figure:
    old, new = str(bench.calendar(bench.events)), str(bench.later_calendar(bench.events))
    found = bench.race(
        bench.agenda("agenda diff", "diff", "--no-cache", old, new, accepts=_CHANGED),
        bench.agenda(_LIST, "list", "--no-cache", old),
        rounds=FEW,
    )
    return compared(found, "agenda diff", _LIST, most(2.5)).with_note("calendars, `--no-cache`")


def _equal_titles(bench: Bench) -> Figure:
    count = _EQUAL // 10 if bench.quick else _EQUAL
    named, nameless = (map(str, bench.equal_titles(count, ids=ids)) for ids in (True, False))
    found = bench.race(
        bench.agenda("agenda diff", "diff", *nameless, accepts=_CHANGED),
        bench.agenda(_WITH_IDS, "diff", *named, accepts=_CHANGED),
        rounds=FEW,
    )
    return compared(found, "agenda diff", _WITH_IDS, most(3)).with_note("one title, no ids")
