"""What those ask who hold a conference or send a delegation to it: the page of all of it, and who goes where."""

from benchmarks.bench import FEW, SOME, Bench
from benchmarks.figures import Figure, Section, compared, most

_TALKS = 872
_FOUND_OR_NONE = (0, 1)
_JSON, _OVERLAPS = "agenda timetable --json", "agenda conflicts --only overlap"


def organizers(bench: Bench) -> Section:
    """`publish` and `cover` of a whole conference."""
    count = _TALKS // 10 if bench.quick else _TALKS
    about = (
        f"A conference of {count:,} talks in seventeen rooms, kept from the run before. The page and the calendars are "
        "written into an empty folder, and again over what lies there."
    )
    path = str(bench.conference(count))
    return Section("organizers", "A whole conference", about, (*_publish(bench, path), *_cover(bench, path)))


def _publish(bench: Bench, path: str) -> tuple[Figure, ...]:
    first, again = "agenda publish", "agenda publish, again"
    out = str(bench.folder / "published")
    found = bench.race(
        bench.agenda(again, "publish", "-e", path, "-o", out),
        bench.agenda(first, "publish", "-e", path, "-o", out, "--fresh"),
        bench.agenda(_JSON, "timetable", "-e", path, "--json"),
        rounds=FEW,
    )
    return compared(found, first, _JSON, most(2)), compared(found, again, _JSON)


def _cover(bench: Bench, path: str) -> tuple[Figure, ...]:
    alone, all_of_it = "agenda cover -n 3", "agenda cover"
    found = bench.race(
        bench.agenda(alone, "cover", "-e", path, "-n", "3", accepts=_FOUND_OR_NONE),
        bench.agenda(all_of_it, "cover", "-e", path, accepts=_FOUND_OR_NONE),
        bench.agenda(_OVERLAPS, "conflicts", "-e", path, "--only", "overlap", accepts=_FOUND_OR_NONE),
        rounds=SOME,
    )
    return compared(found, alone, _OVERLAPS, most(3)), compared(found, all_of_it, _OVERLAPS, most(3))
