"""Times that are hardly any: on some day of a year, and through 7,000 years."""

from collections.abc import Iterator
from pathlib import Path

from benchmarks.bench import SOME, Bench
from benchmarks.figures import Figure, Section, compared, most

_VISITS, _EXHIBITIONS = 22, 3
_FOUND_OR_NONE = (0, 1)
_TIMETABLE, _CONFLICTS = "agenda timetable", "agenda conflicts"


def spans(bench: Bench) -> Section:
    """Conflicts among sessions of which little is known, or which are very long."""
    about = (
        f"Conflicts, read anew, beside their timetable: {_VISITS} visits to one hall on some day of a year, every pair "
        f"of which may meet; {_EXHIBITIONS} exhibitions in one hall that last 7,000 years."
    )
    figures = (*_beside(bench, bench.windows(_VISITS), "windows"), *_beside(bench, bench.spans(_EXHIBITIONS), "spans"))
    return Section("spans", "Windows and spans", about, figures)


def _beside(bench: Bench, path: Path, what: str) -> Iterator[Figure]:
    asked = ("--no-cache", "-e", str(path))
    conflicts = bench.agenda(_CONFLICTS, "conflicts", "--only", "overlap", *asked, accepts=_FOUND_OR_NONE)
    found = bench.race(conflicts, bench.agenda(_TIMETABLE, "timetable", *asked), rounds=SOME)
    yield compared(found, _CONFLICTS, _TIMETABLE, most(3)).with_note(what)
