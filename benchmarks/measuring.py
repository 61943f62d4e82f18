"""Processes one after another, each with its time and peak memory; subjects race in turns: A B A B."""

import json
import os
import pty
import subprocess
import sys
import termios
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from time import perf_counter

_SIZE = 40, 120
_UNIT_OF_PEAK = 1 if sys.platform == "darwin" else 1024
# What would change how a child runs. PYTHONDONTWRITEBYTECODE alone makes every start two and a half times as slow.
_CLEARED = ("PYTHON", "AGENDA", "XDG_", "COMP_", "LC_", "PIP_")
_KEPT = "PYTHONPATH"
_PEAK_OF_OURS, _RESET = Path("/proc/self/clear_refs"), "5"
# A terminal needs a session, and Linux shares its processors out by session: whoever had one alone would get more.
_OWN_SESSION = True


class FailedError(Exception):
    """A subject ended with a code that it should not; the text is its last word."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What is measured: a command, and the surroundings that it gets.

    `terminal`: it writes to a terminal of 120 columns instead of a pipe that is read and thrown away. `inside`: it
    tells its seconds itself, as JSON in its last line, and those count. `before` is run ahead of each round and not
    measured. `most`: in so many rounds it takes part, for what takes minutes; such a one is not run before to get warm.
    `asks` has what stands behind the command in each round, for what is to be another question every time; `says` is
    what the environment says in each.
    """

    name: str
    command: tuple[str, ...]
    environment: Mapping[str, str] = field(default_factory=dict)
    terminal: bool = False
    inside: bool = False
    before: Callable[[], object] | None = None
    most: int = 1_000
    accepts: tuple[int, ...] = (0,)
    asks: Callable[[int], Sequence[str]] = lambda _: ()
    says: Callable[[int], Mapping[str, str]] = lambda _: {}

    def in_round(self, number: int) -> "Subject":
        """The subject with what it asks in that round."""
        environment = {**self.environment, **self.says(number)}
        return replace(self, command=(*self.command, *self.asks(number)), environment=environment)


@dataclass(frozen=True, slots=True)
class Reading:
    """One run: its seconds, the most memory it took in bytes, what it told in its last line, and what it wrote."""

    seconds: float
    peak: int
    told: Mapping[str, Sequence[float]] = field(default_factory=dict)
    output: str = ""


@dataclass(frozen=True, slots=True)
class Race:
    """The readings of each subject by its name, in order of rounds; `failed` says of others why there are none."""

    readings: Mapping[str, tuple[Reading, ...]]
    failed: Mapping[str, str]

    def seconds(self, name: str) -> tuple[float, ...]:
        """The times of a subject; none where it failed."""
        return tuple(each.seconds for each in self.readings.get(name, ()))

    def peak(self, name: str) -> int:
        """The most memory that any of its runs took, in bytes."""
        return max((each.peak for each in self.readings.get(name, ())), default=0)


def surroundings(home: Path) -> dict[str, str]:
    """What every child gets: this environment without what would change its run, and a home of its own."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(_CLEARED) or name == _KEPT}
    return kept | {
        "HOME": str(home),
        "XDG_CACHE_HOME": str(home / "cache"),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_DATA_HOME": str(home / "data"),
        "LC_ALL": "C.UTF-8",
        "TERM": "xterm-256color",
        "PAGER": "cat",  # another would wait for a key on a terminal
        "TZ": "Europe/Vienna",
    }


def race(subjects: Sequence[Subject], rounds: int, environment: Mapping[str, str]) -> Race:
    """So many rounds, in each of which every subject runs once, in the given order; one that fails drops out."""
    running = {each.name: each for each in subjects}
    found: dict[str, list[Reading]] = {name: [] for name in running}
    failed: dict[str, str] = {}
    for number in range(-1, rounds):  # the first round only warms the file system's cache and writes what is compiled
        for each in subjects:
            if each.name in failed or number >= each.most or (number < 0 and each.most <= rounds):
                continue
            try:
                reading = run(each.in_round(number), environment)
            except FailedError as problem:
                failed[each.name] = str(problem)
                continue
            found[each.name] += [reading] if number >= 0 else []
    return Race({name: tuple(each) for name, each in found.items() if name not in failed}, failed)


def run(subject: Subject, environment: Mapping[str, str]) -> Reading:
    """One run. Raises FailedError when its exit code is none that is accepted, or it cannot be started."""
    if subject.before:
        subject.before()
    _forget_peak()
    try:
        measure = _on_terminal if subject.terminal else _in_pipe
        reading = measure(subject, {**environment, **subject.environment})
    except OSError as problem:
        raise FailedError(str(problem)) from problem
    if not subject.inside:
        return reading
    told = json.loads(reading.output.splitlines()[-1])
    return replace(reading, seconds=told["seconds"][0], told=told)


def _forget_peak() -> None:
    """On Linux a child begins with the most memory that its parent ever took: let that be what it takes now."""
    with suppress(OSError):
        _PEAK_OF_OURS.write_text(_RESET, encoding="ascii")


def _in_pipe(subject: Subject, environment: Mapping[str, str]) -> Reading:
    begin = perf_counter()
    child = subprocess.Popen(
        subject.command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=dict(environment),
        start_new_session=_OWN_SESSION,
    )
    output = b""
    if child.stdout:
        with child.stdout as pipe:
            output = pipe.read()
    return _ended(child, begin, output, subject)


def _on_terminal(subject: Subject, environment: Mapping[str, str]) -> Reading:
    master, slave = pty.openpty()
    termios.tcsetwinsize(slave, _SIZE)
    begin = perf_counter()
    child = subprocess.Popen(
        subject.command, stdin=slave, stdout=slave, stderr=slave, env=dict(environment), start_new_session=_OWN_SESSION
    )
    os.close(slave)
    output = b"".join(_until_hung_up(master))
    os.close(master)
    return _ended(child, begin, output, subject)


def _until_hung_up(master: int) -> Iterator[bytes]:
    """Everything that is written to a terminal; when its last writer ends, reading fails."""
    with suppress(OSError):
        while data := os.read(master, 65_536):
            yield data


def _ended(child: subprocess.Popen[bytes], begin: float, output: bytes, subject: Subject) -> Reading:
    _, status, usage = os.wait4(child.pid, 0)
    seconds = perf_counter() - begin
    child.returncode = os.waitstatus_to_exitcode(status)
    text = output.decode("utf-8", "replace")
    if child.returncode not in subject.accepts:
        last = (text.strip().splitlines() or [""])[-1]
        message = f"exit code {child.returncode}: {last[:100]}"
        raise FailedError(message)
    return Reading(seconds, usage.ru_maxrss * _UNIT_OF_PEAK, output=text)
