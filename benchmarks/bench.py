"""What every section measures with: interpreters, folders, inputs, and how often."""

import shutil
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from benchmarks import inputs
from benchmarks.measuring import Race, Reading, Subject, race, run, surroundings

INSIDE = Path(__file__).resolve().parent / "inside"
BARE, TYPER = "python -c pass", "import typer"
FEW, SOME, MANY = 3, 7, 15
"""Rounds: of what takes seconds, of what takes tenths of them, of what takes less."""


@dataclass(frozen=True)  # without slots, which leave no room for what is found out once
class Bench:
    """One run: its folder (for inputs, caches, homes), the interpreter with the peers in it (None: there is none).

    `quick` measures a tenth of everything in a third of the rounds, to see that it runs; `rounds` are the most of them.
    """

    folder: Path
    peers: str | None = None
    quick: bool = False
    most: int = 100_000
    rounds: int = MANY

    @property
    def events(self) -> int:
        """How many events the calendars and definitions have that are measured once."""
        return 1_000 if self.quick else 10_000

    def sizes(self, most: int) -> tuple[int, ...]:
        """From 1,000 up to `most` in steps of about three; a tenth of it in a quick run."""
        part = 10 if self.quick else 1
        return tuple(each // part for each in (1_000, 3_000, 10_000, 30_000, 100_000) if each <= most)

    @cached_property
    def environment(self) -> dict[str, str]:
        """What every child gets."""
        home = self.folder / "home"
        home.mkdir(parents=True, exist_ok=True)
        return surroundings(home)

    @cached_property
    def tool(self) -> tuple[str, ...]:
        """The command `agenda` of this environment, as a person calls it."""
        beside = Path(sys.executable).with_name("agenda")
        return (str(beside),) if beside.exists() else (sys.executable, "-m", "agendacli")

    def race(self, *subjects: Subject, rounds: int) -> Race:
        """The subjects in turns, so many rounds."""
        most = min(rounds, self.rounds)
        return race(subjects, max(most // 3, 1) if self.quick else most, self.environment)

    def run(self, subject: Subject) -> Reading:
        """One run. Raises FailedError."""
        return run(subject, self.environment)

    def bare(self) -> Subject:
        """The interpreter with nothing to do."""
        return self.script(BARE, "pass")

    def typer(self) -> Subject:
        """The interpreter that imports Typer and ends: what everything built on it begins with."""
        return self.script(TYPER, "import typer")

    def agenda(
        self,
        name: str,
        *arguments: str,
        cache: str = "",
        terminal: bool = False,
        accepts: tuple[int, ...] = (0,),
        again: bool = False,
    ) -> Subject:
        """A command of ours; `cache` names a cache folder for it alone; `first` is emptied before each round.

        It is another question each round, of which no answer is kept, unless it is to be asked `again`.
        """
        folder = self.folder / "caches" / (cache or "shared")
        before = _emptied(folder) if cache.startswith("first") else None
        found = Subject(name, (*self.tool, *arguments), {"XDG_CACHE_HOME": str(folder)}, terminal=terminal)
        return replace(found, before=before, accepts=accepts, says=(lambda _: {}) if again else _another)

    def script(self, name: str, code: str, *arguments: str) -> Subject:
        """A few words of Python, as a whole process in this environment."""
        return Subject(name, (sys.executable, "-c", code, *arguments))

    def ours(self, name: str, task: str, *arguments: str) -> Subject:
        """Work of ours, timed inside a fresh interpreter; see `inside/ours.py`."""
        return Subject(name, (sys.executable, str(INSIDE / "ours.py"), task, *arguments), inside=True)

    def peer_command(self, name: str) -> str | None:
        """The path of a peer's command: beside the interpreter of the peers, else where the shell finds it."""
        beside = Path(self.peers).with_name(name) if self.peers else None
        return str(beside) if beside and beside.exists() else shutil.which(name)

    def calendar(self, count: int) -> Path:
        """An `.ics` with so many plain events."""
        return self._input(f"calendar-{count}.ics", lambda: inputs.calendar(count), "\r\n")

    def later_calendar(self, count: int) -> Path:
        """The same `.ics` somewhat later, as a file of its own."""
        return self._input(f"later-{count}.ics", lambda: inputs.later_calendar(count), "\r\n")

    def equal_titles(self, count: int, *, ids: bool) -> tuple[Path, Path]:
        """Two versions of a definition of so many sessions with one title, with ids or without."""
        name = f"equal-{count}-{'ids' if ids else 'none'}"
        old = self._input(f"{name}.yaml", lambda: inputs.equal_titles(count, ids=ids))
        return old, self._input(f"{name}-later.yaml", lambda: inputs.equal_titles(count, ids=ids, later=True))

    def series(self, count: int, days: str = "") -> Path:
        """An `.ics` with so many weekly series."""
        return self._input(f"series-{count}-{days}.ics", lambda: inputs.series(count, days), "\r\n")

    def definition(self, count: int) -> Path:
        """A definition of so many sessions."""
        return self._input(f"definition-{count}.yaml", lambda: inputs.definition(count))

    def crowd(self, count: int) -> Path:
        """A definition of so many sessions at one time in one room."""
        return self._input(f"crowd-{count}.yaml", lambda: inputs.crowd(count))

    def conference(self, count: int) -> Path:
        """A definition of so many talks of a conference."""
        return self._input(f"conference-{count}.yaml", lambda: inputs.conference(count))

    def windows(self, count: int) -> Path:
        """A definition of so many visits on some day of one year."""
        return self._input(f"windows-{count}.yaml", lambda: inputs.windows(count))

    def spans(self, count: int) -> Path:
        """An `.ics` of so many exhibitions of 7,000 years."""
        return self._input(f"spans-{count}.ics", lambda: inputs.spans(count), "\r\n")

    def reminders(self, count: int) -> Path:
        """A script for remind of so many meetings."""
        return self._input(f"reminders-{count}.rem", lambda: inputs.reminders(count))

    def library(self, name: str, task: str, *arguments: str, most: int = 1_000) -> tuple[Subject, ...]:
        """Work of a library, timed inside an interpreter that has it, ours before the peers'; nothing where none has.

        See `inside/theirs.py`; `name` is the package's as it is installed.
        """
        code = f"import importlib.util; print(importlib.util.find_spec({name.replace('-', '_')!r}) is not None)"
        for python in filter(None, (sys.executable, self.peers)):
            if self.run(Subject(name, (python, "-c", code))).output.strip() == "True":
                command = (python, str(INSIDE / "theirs.py"), task, *arguments)
                return (Subject(name, command, inside=True, most=most),)
        return ()

    def _input(self, name: str, lines: Callable[[], Iterable[str]], ending: str = "\n") -> Path:
        path = self.folder / "inputs" / name
        path.parent.mkdir(exist_ok=True)
        return path if path.exists() else inputs.write(path, lines(), ending)


def _emptied(folder: Path) -> Callable[[], None]:
    def empty() -> None:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)

    return empty


def _another(number: int) -> Mapping[str, str]:
    """What makes a question another one each round: a variable that nobody reads."""
    return {"ROUND": str(number)}
