"""Series, definitions, conflicts, export, reading: what takes longer than a start."""

from collections.abc import Sequence
from statistics import median

from benchmarks.bench import FEW, SOME, TYPER, Bench
from benchmarks.figures import Figure, Goal, Section, compared, divided, grown, least, most, single
from benchmarks.libical import LIBICAL, libical
from benchmarks.meetings import WEEK
from benchmarks.ratios import exponent

OURS = "agenda"
_VALUES, _EVENTS = "yaml.load, C loader", "yaml.parse, C parser"
_LOAD = "import sys, yaml; yaml.load(open(sys.argv[1], 'rb'), Loader=yaml.CSafeLoader)"
_PARSE = "import sys, yaml; [0 for _ in yaml.parse(open(sys.argv[1], 'rb'), Loader=yaml.CSafeLoader)]"
_ASKED_OF = 100_000
_CONFLICT_SIZES = (1_000, 3_000, 10_000, 30_000, 100_000, 300_000, 1_000_000)


def series(bench: Bench) -> Section:
    """A week nine years after the start of a thousand weekly series."""
    about = (
        "1,000 series that began in January 2012, one week of June 2021, timed inside with the rules read already. "
        "The ratio is theirs to ours."
    )
    figures = (each for days in ("", "MO,WE,FR") for each in _series(bench, days))
    return Section("series", "A week nine years into weekly series", about, tuple(figures))


def _series(bench: Bench, days: str) -> Sequence[Figure]:
    path, week = str(bench.series(bench.events // 10, days)), [str(each) for each in WEEK]
    dateutil, recurring = "dateutil", "recurring-ical-events"
    others = (
        *bench.library(dateutil, dateutil, path, *week),
        *bench.library(recurring, "recurring", path, *week, most=2),
    )
    found = bench.race(bench.ours(OURS, "series", path, *week), *others, rounds=SOME)
    rule = f"FREQ=WEEKLY;BYDAY={days}" if days else "FREQ=WEEKLY"
    goals = {dateutil: least(100), recurring: None}
    return [compared(found, name, OURS, goal).with_note(rule) for name, goal in goals.items()]


def definition(bench: Bench) -> Section:
    """A large definition: its first check, and the second."""
    path = bench.definition(bench.events)
    first = bench.race(
        bench.agenda("first check", "check", str(path), cache="first"),
        bench.script(_VALUES, _LOAD, str(path)),
        bench.script(_EVENTS, _PARSE, str(path)),
        rounds=FEW,
    )
    second = bench.race(bench.typer(), bench.agenda("second check", "check", str(path)), rounds=SOME)
    about = (
        f"{bench.events:,} sessions in {path.stat().st_size / 1e6:.1f} MB of YAML, whole processes. `yaml.load` makes "
        "dictionaries, without positions; `yaml.parse` makes only events, with them."
    )
    figures = (
        compared(first, "first check", _VALUES, most(2)),
        compared(first, "first check", _EVENTS),
        compared(second, "second check", TYPER, most(1.5)),
    )
    return Section("definition", "A large definition", about, figures)


def conflicts(bench: Bench) -> Section:
    """The conflict search by sorting, and how it grows."""
    sizes = [each // (10 if bench.quick else 1) for each in _CONFLICT_SIZES if each <= bench.most]
    about = (
        "Sessions of a conference with fifty rooms and two people each, in turns with `sorted()` of their starts in "
        "one interpreter: every pair that overlaps; and the conflicts of rooms, persons and travel, told, in a tidy "
        "programme, where there are hardly any, and in a crowded one with a conflict for every nine sessions."
    )
    rows = (
        (("sweep",), "all overlapping pairs", most(10)),
        (("conflicts", "tidy"), "conflicts, tidy", most(10)),
        (("conflicts", "crowded"), "conflicts, crowded", None),
    )
    figures = (each for asked, what, goal in rows for each in _conflicts(bench, sizes, (asked, what), goal))
    return Section("conflicts", "Conflicts", about, tuple(figures))


def _conflicts(
    bench: Bench, sizes: Sequence[int], asked: tuple[Sequence[str], str], goal: Goal | None
) -> Sequence[Figure]:
    (task, *order), what = asked
    times, told = {}, []
    for size in sizes:
        turns = bench.run(bench.ours(what, task, str(size), *order)).told["seconds"]
        work, yardstick = turns[::2], turns[1::2]
        times[size] = median(work)
        title = f"{what}, {size:,}"
        asked_of = goal if size == sizes[-1] or size == _ASKED_OF else None
        told.append(divided((title, work), ("sorted() of the starts", yardstick), asked_of))
    return (*told[-2:], single(f"exponent of {what}", f"{sizes[0]:,} → {sizes[-1]:,}", exponent(times), unit=""))


def export(bench: Bench) -> Section:
    """Our export by icalendar serialising what we made."""
    path = bench.definition(bench.events)
    made = bench.folder / "inputs" / f"exported-{bench.events}.ics"
    bench.run(bench.agenda("export", "export", "-e", str(path), "-o", str(made)))
    library = bench.library("icalendar", "serialise", str(made))
    found = bench.race(bench.ours(OURS, "export", str(path)), *library, rounds=FEW)
    sizes = bench.sizes(30_000)
    growing = bench.race(*(bench.ours(str(size), "export", str(bench.definition(size))) for size in sizes), rounds=FEW)
    figures = (
        compared(found, OURS, "icalendar", most(1.2)),
        grown(growing, sizes, OURS, most(1.05)),
    )
    about = f"{bench.events:,} sessions as one `.ics`, timed inside; icalendar writes the components of that same file."
    return Section("export", "Export", about, figures)


def reading(bench: Bench) -> Section:
    """All properties of all events, by libraries that read calendars."""
    path = bench.calendar(bench.events)
    names = ("icalendar", "ical", "vobject")
    others = (subject for each in names for subject in bench.library(each, each, str(path), most=2))
    found = bench.race(bench.ours(OURS, "read", str(path)), *libical(bench, path), *others, rounds=SOME)
    about = f"{bench.events:,} events, every property of each, timed inside. The ratio is theirs to ours."
    figures = tuple(compared(found, each, OURS) for each in (LIBICAL, *names))
    return Section("reading", "Reading all of a calendar", about, figures)
