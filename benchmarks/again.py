"""The same question once more: what is kept of answers, in a pipe and on a terminal, and what keeping them costs."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from time import sleep

from benchmarks import peers
from benchmarks.bench import BARE, MANY, SOME, Bench
from benchmarks.figures import Figure, Section, compared, least, most
from benchmarks.measuring import Subject
from benchmarks.meetings import WEEK

_DAYS = (str(WEEK[0]), str(WEEK[1] - (WEEK[1] - WEEK[0]) / 7))
_PIP, _PLAIN = "through the script that pip wrote", "through one without `import re`"
_SCRIPT = "#!{python}\nimport sys\nfrom agendacli.__main__ import main\nsys.exit(main())\n"
_WEEK, _FIRST, _OFF = "a week of a calendar", "the first asking", "with nothing listening"
_RUN = "from agendacli import __main__ as entry\n{off}entry.main()"
_DEAF = "entry.replaying.question_asked = lambda: None\n"
_SETTLED = 2.5  # seconds; of a file that has just changed no answer is kept
_ASKED: Mapping[str, str] = {
    "_AGENDA_COMPLETE": "complete_bash",
    "COMP_WORDS": "agenda timetable ",
    "COMP_CWORD": "2",
}


def again(bench: Bench) -> Section:
    """A question that was asked before."""
    about = (
        f"The same line again, of the same files; the calendar has {bench.events:,} events. *The first asking* is "
        "another question each round, of files that are compiled, in an interpreter that listens and keeps the answer; "
        "against it stands the same without. For tools of others the ratio is theirs to ours, through the script "
        "without `re`."
    )
    _questions(bench), bench.conference(300), _plain(bench), list(_others(bench))
    sleep(_SETTLED)
    return Section("again", "Asked again", about, (*_in_a_pipe(bench), *_on_a_terminal(bench), *_first(bench)))


def _questions(bench: Bench) -> dict[str, Sequence[str]]:
    calendar = str(bench.calendar(bench.events))
    return {
        "list": ("list",),
        _WEEK: ("timetable", "-e", calendar, "--from", _DAYS[0], "--to", _DAYS[1]),
        "now --line": ("now", "--line", "-e", calendar),
        "completion of an id": (),
    }


def _asking(bench: Bench, name: str, words: Sequence[str], way: str, *, terminal: bool = False) -> Subject:
    """A question through one of the two scripts, without what would make it another each round."""
    found = bench.agenda(f"{name}, {way}", *words, terminal=terminal, accepts=(0, 1), again=True)
    environment = found.environment if words else {**found.environment, **_ASKED}
    command = (str(_plain(bench)), *words) if way == _PLAIN else found.command
    return replace(found, environment=environment, command=command)


def _plain(bench: Bench) -> Path:
    path = bench.folder / "agenda"
    if not path.exists():
        path.write_text(_SCRIPT.format(python=sys.executable), encoding="utf-8")
        path.chmod(0o755)
    return path


def _in_a_pipe(bench: Bench) -> Iterator[Figure]:
    ways = {_PLAIN: most(1.3), _PIP: most(1.7)}
    subjects = [_asking(bench, name, words, way) for name, words in _questions(bench).items() for way in ways]
    others = list(_others(bench))
    found = bench.race(bench.bare(), *subjects, *others, rounds=MANY)
    for name in _questions(bench):
        for way, goal in ways.items():
            yield compared(found, f"{name}, {way}", BARE, goal)
    goals = {peers.CALCURSE: least(1.8), peers.REMIND: least(4)}
    for each in others:
        yield compared(found, each.name, f"{_WEEK}, {_PLAIN}", goals[each.name])


def _others(bench: Bench) -> Iterator[Subject]:
    """Those that answer from what they keep, or read their own format."""
    known = peers.commands(bench, bench.calendar(bench.events), bench.events)
    return (each for each in known if each.name in (peers.CALCURSE, peers.REMIND))


def _on_a_terminal(bench: Bench) -> Iterator[Figure]:
    grid = str(bench.conference(300))
    questions = {
        "timetable on a terminal": ("timetable", "HIGH-LEVEL-MEETING"),
        "a grid of 300 on a terminal": ("timetable", "-e", grid, "--layout", "grid", "--no-pager"),
    }
    subjects = [_asking(bench, name, words, _PLAIN, terminal=True) for name, words in questions.items()]
    found = bench.race(bench.bare(), *subjects, rounds=SOME)
    for each in subjects:
        yield compared(found, each.name, BARE, most(1.5))


def _first(bench: Bench) -> Iterator[Figure]:
    words = _questions(bench)[_WEEK]
    shared = bench.agenda("", *words)

    def run(name: str, off: str) -> Subject:
        made = bench.script(name, _RUN.format(off=off), *words)
        return replace(made, environment=shared.environment, says=partial(_another, name))

    found = bench.race(run(_FIRST, ""), run(_OFF, _DEAF), rounds=MANY)
    yield compared(found, _FIRST, _OFF, most(1.1))


def _another(name: str, number: int) -> Mapping[str, str]:
    """What makes a question another one each round: a variable that nobody reads."""
    return {"ROUND": f"{name} {number}"}
