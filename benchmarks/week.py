"""One week of a large calendar: the first time, the second, beside others, and how both grow."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks import peers
from benchmarks.bench import FEW, SOME, TYPER, Bench
from benchmarks.figures import Figure, Section, compared, divided, grown, least, most, taken
from benchmarks.libical import LIBICAL, libical
from benchmarks.measuring import Subject
from benchmarks.meetings import WEEK, in_the_week
from benchmarks.ratios import less

_DAYS = (str(WEEK[0]), str(WEEK[1] - (WEEK[1] - WEEK[0]) / 7))
_INSIDE = "load and select, inside"
_FIRST, _SECOND, _OFF = "the first time", "the second time", "with --no-cache"


def week(bench: Bench) -> Section:
    """`agenda timetable` of one week, of a file that it has never seen and of one that it has."""
    about = (
        f"`agenda timetable -e big.ics --from … --to … | cat`, {bench.events:,} events over ten years. *The first "
        "time* begins with an empty cache folder. libical is timed inside its process while it parses the same bytes, "
        "and does nothing else; ours is timed in two ways: inside a fresh interpreter from the path to the selected "
        "sessions, which is what the goal speaks of; and as the whole command, which imports the rest of itself, "
        "prints and writes its cache as well, less an interpreter that imports Typer. "
        "For tools of others the ratio is theirs to ours."
    )
    figures = (*_alone(bench), *_moment(bench), *_beside(bench), *_growth(bench))
    return Section("week", "A week of a large calendar", about, figures)


def _timetable(bench: Bench, path: Path, name: str, cache: str = "") -> Subject:
    arguments = ("timetable", "-e", str(path), "--from", _DAYS[0], "--to", _DAYS[1])
    return bench.agenda(name, *arguments, cache=cache)


def _inside(bench: Bench, name: str, count: int) -> Subject:
    """It fails unless it finds as many sessions as were made for that week."""
    return bench.ours(name, "week", str(bench.calendar(count)), *_DAYS, str(in_the_week(count)))


def _without_cache(subject: Subject) -> Subject:
    return replace(subject, command=(*subject.command, "--no-cache"))


def _alone(bench: Bench) -> Sequence[Figure]:
    path = bench.calendar(bench.events)
    found = bench.race(
        bench.typer(),
        _timetable(bench, path, _FIRST, "first"),
        _timetable(bench, path, _SECOND),
        _without_cache(_timetable(bench, path, _OFF)),
        _inside(bench, _INSIDE, bench.events),
        *libical(bench, path),
        rounds=SOME,
    )
    inside = compared(found, _INSIDE, LIBICAL, most(1))
    whole, second = compared(found, _FIRST, TYPER), compared(found, _SECOND, TYPER, most(1.5))
    libical_times = LIBICAL, found.seconds(LIBICAL)
    rest = {name: less(found.seconds(name), found.seconds(TYPER)) for name in (_FIRST, _OFF)}
    return (
        inside,
        divided((f"{_FIRST}, less {TYPER}", rest[_FIRST]), libical_times, None, whole.note or inside.note),
        divided((f"{_OFF}, less {TYPER}", rest[_OFF]), libical_times, None, whole.note or inside.note),
        whole,
        second,
    )


def _moment(bench: Bench) -> Sequence[Figure]:
    """What a status bar and a prompt ask of a calendar that was read before; the last two take turns on one cache."""
    path = str(bench.calendar(bench.events))
    at = ("-e", path, "--at", f"{WEEK[0]}T10:30")
    tab = {"_AGENDA_COMPLETE": "complete_bash", "COMP_WORDS": f"agenda show -e {path} ", "COMP_CWORD": "4"}
    prompted = bench.agenda("TAB, with now between", cache="turns")
    asked = (
        bench.agenda("now, the second time", "now", *at),
        bench.agenda("next, the second time", "next", *at),
        bench.agenda("now, with TAB between", "now", *at, cache="turns"),
        replace(prompted, environment={**prompted.environment, **tab}),
    )
    subjects = [replace(each, accepts=(0, 1)) for each in asked]  # a moment may have nothing on
    times = bench.race(bench.typer(), *subjects, rounds=SOME)
    goals = (2, 2, 1.7, 1.5)
    return tuple(compared(times, each.name, TYPER, most(goal)) for each, goal in zip(subjects, goals, strict=True))


def _beside(bench: Bench) -> Sequence[Figure]:
    path = bench.calendar(bench.events)
    ours = _timetable(bench, path, _FIRST, "first"), _timetable(bench, path, _SECOND)
    found = bench.race(*ours, *peers.commands(bench, path, bench.events), rounds=SOME)
    khal = peers.khal(bench, path)
    imported = bench.race(ours[0], *khal[:1], rounds=1)
    listed = bench.race(*ours, *khal[1:], rounds=SOME)
    return (
        *(compared(found, name, _FIRST, least(15)) for name in peers.READERS),
        compared(imported, peers.KHAL_IMPORT, _FIRST, least(15)),
        compared(listed, peers.KHAL, _FIRST, least(1)),
        compared(listed, peers.KHAL, _SECOND),
        compared(found, peers.CALCURSE, _SECOND),
        compared(found, peers.REMIND, _SECOND),
    )


def _growth(bench: Bench) -> Sequence[Figure]:
    sizes = bench.sizes(100_000)
    found = bench.race(
        *(_inside(bench, str(size), size) for size in sizes),
        rounds=FEW,
    )
    largest, path = sizes[-1], bench.calendar(sizes[-1])
    big = bench.race(
        bench.typer(),
        _timetable(bench, path, _FIRST, "first"),
        _timetable(bench, path, _SECOND),
        *libical(bench, path),
        rounds=FEW,
    )
    return (
        grown(found, sizes, _INSIDE, most(1.1)),
        taken(big, _FIRST, path, f"peak memory, {largest:,} events", most(4)),
        compared(big, _FIRST, LIBICAL).with_note(f"{largest:,} events, whole process"),
        compared(big, _SECOND, TYPER).with_note(f"{largest:,} events"),
    )
