"""Work shared between two processes: the pages, the calendars and the rest of a folder that is published.

A conference of 872 sessions is published in 0.75 of the time that way (wall clock, on two processors, as `python
benchmarks --only organizers` has it). Nothing hangs on it: whatever happens to the child, this process does the work
itself and has the same results.
"""

import marshal
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from threading import active_count
from typing import Any, NoReturn, TypeVar

T = TypeVar("T")


def shared_out(tasks: Sequence[Callable[[], T]]) -> list[T]:
    """What each task gives, a pure function of what `marshal` can write; what it keeps for later is lost.

    The first is done here, which saves what gives most from being handed over; the longest should come early.
    """
    child = _Child.of(tasks) if _may_fork() else None
    if child is None:
        return [each() for each in tasks]
    try:
        done = {0: tasks[0]()} | {number: tasks[number]() for number in child.claimed()}
        done |= child.done()
        return [done[number] if number in done else each() for number, each in enumerate(tasks)]
    finally:
        child.end()


def _may_fork() -> bool:
    """Whether there is a second processor, and no other thread, whose locks nobody would open for the child.

    A Mac can fork, but its own libraries break in the child; it does not say on which processors a process may run.
    """
    can_fork = hasattr(os, "fork") and hasattr(os, "sched_getaffinity")
    return can_fork and len(os.sched_getaffinity(0)) > 1 and active_count() == 1


class _Child:
    """The other process, the pipe of numbers of `tasks`, each for who reads it, and that of what the child has done."""

    def __init__(self, number: int, tasks: int, done: int) -> None:
        self._number, self._tasks, self._done = number, tasks, os.fdopen(done, "rb")

    @classmethod
    def of(cls, tasks: Sequence[Callable[[], object]]) -> "_Child | None":
        """One for these tasks; None where there are too many processes or open files, or too little memory."""
        opened: list[int] = []
        try:
            claims, numbers = os.pipe()
            opened += [claims, numbers]
            done, doing = os.pipe()
            opened += [done, doing]
            os.write(numbers, bytes(range(1, len(tasks))))
            child = os.fork()
        except OSError:
            for each in opened:
                os.close(each)
            return None
        if child == 0:
            _work(tasks, claims, doing, opened)
        os.close(numbers)
        os.close(doing)
        return cls(child, claims, done)

    def claimed(self) -> Iterator[int]:
        """The numbers of the tasks that nobody does yet, until there is none."""
        return _claimed(self._tasks)

    def done(self) -> dict[int, Any]:
        """What the child has done, as soon as it has; nothing if it has failed."""
        data = self._done.read()
        found: dict[int, Any] = {} if self._code() else marshal.loads(data)  # noqa: S302 (from our own child)
        return found

    def end(self) -> None:
        """Stop it unless it was waited for."""
        os.close(self._tasks)
        self._done.close()
        if self._number:
            with suppress(OSError):
                os.kill(self._number, signal.SIGKILL)
            self._code()

    def _code(self) -> int:
        """How it has ended; badly where nobody is told, since who has started us ignores what becomes of children."""
        number, self._number = self._number, 0
        with suppress(ChildProcessError):
            return os.waitpid(number, 0)[1]
        return 1


def _claimed(tasks: int) -> Iterator[int]:
    while claim := os.read(tasks, 1):
        yield claim[0]


def _work(tasks: Sequence[Callable[[], object]], claims: int, doing: int, opened: Sequence[int]) -> NoReturn:
    """The life of a child, which ends here: nothing that its parent has yet to write is written twice."""
    code = 1
    try:
        for each in opened:
            if each not in {claims, doing}:
                os.close(each)  # so that it does not wait for ever for who is gone
        found: Any = {number: tasks[number]() for number in _claimed(claims)}
        with os.fdopen(doing, "wb") as stream:
            marshal.dump(found, stream)
        code = 0
    finally:
        os._exit(code)
