"""What a command costs before it does anything, in times and modules."""

from benchmarks.bench import BARE, MANY, TYPER, Bench
from benchmarks.figures import Figure, Section, compared, most, single
from benchmarks.measuring import Subject

# Its own words, so that no module comes from counting.
_COUNT = "import sys, atexit\natexit.register(lambda: print(f'{{\"seconds\": [{len(sys.modules)}]}}'))\n"
_OURS = "from agendacli.__main__ import main\nmain()"
_MEETING = "HIGH-LEVEL-MEETING"
# `list` was once answered from a kept text here; now every answer may be, and its goal stands in *Asked again*.
_GOALS = {"agenda --help": most(1.15), "agenda timetable, on a terminal": most(2.2)}


def start(bench: Bench) -> Section:
    """Whole processes that have run once before."""
    subjects = (
        bench.bare(),
        bench.typer(),
        bench.agenda("agenda --help", "--help"),
        _completion(bench),
        bench.agenda("agenda list | cat", "list"),
        bench.agenda("agenda now | cat", "now", "--at", "2017-09-05T12:00Z"),
        bench.agenda("agenda timetable | cat", "timetable", _MEETING),
        bench.agenda("agenda timetable, on a terminal", "timetable", _MEETING, terminal=True),
    )
    found = bench.race(*subjects, rounds=MANY)
    times = [compared(found, each.name, TYPER, _GOALS.get(each.name)) for each in subjects[2:]]
    about = (
        "Whole processes over the bundled events, the second time, against a Python that imports Typer and ends. A "
        "command can cost less than that: ours look for garbage less often, and not at all as they end. Modules are "
        "counted at the end of the run."
    )
    floors = compared(found, TYPER, BARE), compared(found, "agenda list | cat", BARE)
    return Section("start", "Start-up", about, (*floors, *times, *_modules(bench)))


def _completion(bench: Bench) -> Subject:
    asked = {"_AGENDA_COMPLETE": "complete_bash", "COMP_WORDS": "agenda timetable ", "COMP_CWORD": "2"}
    plain = bench.agenda("completion of an id", cache="")
    return Subject(plain.name, plain.command, {**plain.environment, **asked})


def _modules(bench: Bench) -> tuple[Figure, ...]:
    floor = _counted(bench, "import typer")
    commands = (("--help",), ("list",), ("timetable", _MEETING))
    counts = {" ".join(each): _counted(bench, _OURS, *each) for each in commands}
    return tuple(
        single(f"modules of agenda {command} | cat", TYPER, count / floor).with_note(f"{count:.0f} : {floor:.0f}")
        for command, count in counts.items()
    )


def _counted(bench: Bench, code: str, *arguments: str) -> float:
    subject = bench.script(code, _COUNT + code, *arguments)
    shared = bench.agenda("").environment
    return bench.run(Subject(code, subject.command, shared, inside=True)).seconds
