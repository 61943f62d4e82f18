"""The pager: shows an answer longer than the screen page by page, as PAGER says."""

import shutil
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import partial
from itertools import chain, islice

_LESS_OPTIONS = "FRX"  # quit if it fits on one screen, keep colours, leave the screen as it is
_NONE = ("", "cat")


def paged(lines: Iterable[str], environment: Mapping[str, str]) -> Iterator[str]:
    """The lines if they fit on the screen or there is no pager; else nothing, after the pager has shown them."""
    command = _command(environment)
    if command is None:
        return iter(lines)
    rest = iter(lines)
    first = list(islice(rest, shutil.get_terminal_size((80, 24)).lines))
    following = next(rest, None)
    if following is None:
        return iter(first)
    _show(chain(first, (following,), rest), command, environment)
    return iter(())


def _command(environment: Mapping[str, str]) -> list[str] | None:
    """The pager with its arguments: PAGER, else `less`; None if there is none or the terminal is too simple."""
    named = environment.get("PAGER", "less")
    words = [named] if named.isalnum() else _words(named)
    if environment.get("TERM", "dumb") == "dumb" or named.strip() in _NONE or not words or not shutil.which(words[0]):
        return None
    return words


def _words(command: str) -> list[str]:
    from shlex import split

    return split(command)


def _show(lines: Iterable[str], command: list[str], environment: Mapping[str, str]) -> None:
    """Feeds the lines to the pager and waits until it is closed, perhaps before it has read all of them."""
    settings = {"LESS": _LESS_OPTIONS, **environment}
    run = partial(subprocess.Popen, command, stdin=subprocess.PIPE, env=settings, encoding="utf-8")
    with _without_interrupts(), suppress(BrokenPipeError), run() as pager:
        (pager.stdin or sys.stdout).writelines(lines)


@contextmanager
def _without_interrupts() -> Iterator[None]:
    """Leaves Ctrl-C to the pager."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
