"""A new question each round of a calendar that is kept, TAB and `now` in turns, and crowds."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

from benchmarks import inputs
from benchmarks.bench import FEW, SOME, TYPER, Bench
from benchmarks.figures import Figure, Section, compared, most, single
from benchmarks.measuring import Race, Subject
from benchmarks.meetings import meetings
from benchmarks.ratios import exponent

_FIRST, _STEP, _DAYS = date(2017, 1, 9), 11, 3_600
_MOST_MEMORY = 40e6
_FOUND_OR_NONE = (0, 1)
_TIMETABLE, _CONFLICTS = "agenda timetable", "agenda conflicts"
_CROWDS = 1_000, 3_000, 10_000

_JOINING = "joining as many lines"
_JOIN = """import sys
names = [f"crowd/poster-{n}" for n in range(int(sys.argv[1]))]
for n, one in enumerate(names):
    lines = (f"certain\\troom\\t{one}\\t{other}\\t“{one}” and “{other}” are both in Hall\\n" for other in names[n + 1:])
    sys.stdout.write("".join(lines))
"""

Asks = Callable[[str], Sequence[str]]
_QUESTIONS: Mapping[str, tuple[str, Asks]] = {
    "now": ("now", lambda day: ("--at", f"{day}T10:10Z")),
    "next": ("next", lambda day: ("--at", f"{day}T10:10Z")),
    "--on": ("timetable", lambda day: ("--on", day)),
    "free": ("free", lambda day: ("--from", day, "--to", day)),
    "rooms": ("rooms", lambda day: ("--on", day)),
    "people": ("people", lambda day: ("--on", day)),
    "--room": ("timetable", lambda day: ("--on", day, "--room", "Room 7")),
    "--person": ("people", lambda day: ("--on", day, "--person", "nobody")),
    "several filters, nothing left": (
        "timetable",
        lambda day: ("--on", day, "--room", "Room 7", "--kind", "gala", "--status", "cancelled"),
    ),
    "list --on": ("list", lambda day: ("--on", day)),
    "an empty week": ("timetable", lambda day: ("--on", f"19{day[2:]}")),
}


def questions(bench: Bench) -> Section:
    """What a question costs that was not asked before."""
    about = (
        "Another day each round of a calendar that is kept, whole processes into a pipe. *In turns*: completion of an "
        "id and `now` of one definition, one after the other, of which neither may make the other read it anew."
    )
    sizes = (bench.events, 100_000 // (10 if bench.quick else 1))
    figures = (each for size, goal in zip(sizes, (2.0, 2.5), strict=True) for each in _questions(bench, size, goal))
    return Section("questions", "A new question", about, (*figures, *_in_turns(bench)))


def _questions(bench: Bench, size: int, goal: float) -> Iterator[Figure]:
    path, names = bench.calendar(size), tuple(_QUESTIONS)
    bench.run(bench.agenda("names", "timetable", "-e", str(path), "--room", "x", "--room", "y"))  # they are kept now
    subjects = [_asking(bench, name, path, offset) for offset, name in enumerate(names)]
    bare, show, tab = bench.agenda("bare", "-e", str(path)), *_of_sessions(bench, path, size)
    bench.run(show.in_round(0))  # so are ids
    found = bench.race(bench.typer(), *subjects, bare, show, tab, rounds=SOME)
    names = (*names, bare.name, show.name, tab.name)
    for name in names:
        yield compared(found, name, TYPER, most(goal)).with_note(f"{size:,} items")
    peak = max(found.peak(name) for name in names)
    limit = most(1) if goal > most(2).limit else None
    yield single("the most memory of these", "40 MB", peak / _MOST_MEMORY, limit).with_note(f"{size:,} items")


def _asking(bench: Bench, name: str, path: Path, offset: int) -> Subject:
    """A question with another day each round, and other days than the other questions."""
    command, asks = _QUESTIONS[name]
    plain = bench.agenda(name, command, "-e", str(path), accepts=(0, 1, 2))

    def asked(number: int) -> Sequence[str]:
        return asks(str(_FIRST + timedelta(days=(_STEP * number + 173 * (offset + 1)) % _DAYS)))

    return replace(plain, asks=asked)


def _of_sessions(bench: Bench, path: Path, size: int) -> tuple[Subject, Subject]:
    """One session in full, and TAB behind half an id; another session each round."""
    ids = [f"{path.stem}/{inputs.uid(each)}" for each in islice(meetings(size), 0, size, size // 100)]

    def said(number: int) -> Mapping[str, str]:
        line = f"agenda show -e {path} {ids[number % len(ids)].partition('@')[0][:-4]}"
        return {"_AGENDA_COMPLETE": "complete_bash", "COMP_WORDS": line, "COMP_CWORD": "4"}

    show = replace(bench.agenda("show", "show", "-e", str(path)), asks=lambda number: (ids[number % len(ids)],))
    return show, replace(bench.agenda("TAB behind half an id"), says=said)


def _in_turns(bench: Bench) -> Sequence[Figure]:
    path = str(bench.definition(1_000))
    asked = {"_AGENDA_COMPLETE": "complete_bash", "COMP_WORDS": f"agenda timetable -e {path} ", "COMP_CWORD": "4"}
    now = bench.agenda("now, after TAB", "now", "-e", path, cache="turns", accepts=_FOUND_OR_NONE)
    tab = replace(bench.agenda("TAB, after now", cache="turns"), environment={**now.environment, **asked})
    found = bench.race(bench.typer(), tab, now, rounds=SOME)
    return compared(found, tab.name, TYPER, most(1.5)), compared(found, now.name, TYPER, most(1.7))


def crowds(bench: Bench) -> Section:
    """Sessions at one time in one room, drawn."""
    about = "So many sessions at one time in one room: their conflicts drawn, beside their timetable."
    sizes = [each // (10 if bench.quick else 1) for each in _CROWDS]
    races = {size: _crowd(bench, size) for size in sizes}
    times = {size: min(found.seconds(_CONFLICTS)) for size, found in races.items()}
    figures = [figure for size, found in races.items() for figure in _of_crowd(found, size)]
    growth = single("exponent of conflicts", f"{sizes[0]:,} → {sizes[-1]:,}", exponent(times), most(1.2), unit="")
    return Section("crowds", "Crowds", about, (*figures, growth, _lines(bench, sizes[1])))


def _lines(bench: Bench, size: int) -> Figure:
    """The lines of all pairs, beside a loop that joins as many lines of two ids and two titles."""
    command = bench.agenda("conflicts | cat", "conflicts", "-e", str(bench.crowd(size)), accepts=_FOUND_OR_NONE)
    found = bench.race(command, bench.script(_JOINING, _JOIN, str(size)), rounds=FEW)
    return compared(found, command.name, _JOINING, most(10)).with_note(f"{size:,} sessions")


def _crowd(bench: Bench, size: int) -> Race:
    path = str(bench.crowd(size))
    drawn = ("-e", path, "-f", "table")
    conflicts = bench.agenda(_CONFLICTS, "conflicts", *drawn, accepts=_FOUND_OR_NONE)
    return bench.race(conflicts, bench.agenda(_TIMETABLE, "timetable", *drawn), rounds=FEW)


def _of_crowd(found: Race, size: int) -> tuple[Figure, Figure]:
    memory = found.peak(_CONFLICTS) / found.peak(_TIMETABLE)
    return (
        compared(found, _CONFLICTS, _TIMETABLE, most(3)).with_note(f"{size:,} sessions"),
        single("its memory", _TIMETABLE, memory, most(1.5)).with_note(f"{size:,} sessions"),
    )
