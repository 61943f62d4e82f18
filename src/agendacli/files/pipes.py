"""Pipes that have a name: nobody may be at the other end, and that is waited for a little and not for ever."""

import os
import time
from errno import ENXIO
from pathlib import Path
from select import select
from typing import NoReturn

from agendacli.files.faults import FileError

_PATIENCE = 3.0
_PAUSE = 0.05


def awaited(handle: int, path: Path) -> bytes:
    """Wait for a writer of what was opened without waiting; gives what had to be read to know that there is one.

    A writer may take as long as it likes. Raises FileError where there is none.
    """
    ready, _, _ = select([handle], [], [], _PATIENCE)
    return b"" if ready else _beginning(handle, path)


def _beginning(handle: int, path: Path) -> bytes:
    try:
        found = os.read(handle, 1)
    except BlockingIOError:  # somebody has opened it and has not written yet
        return b""
    return found or _refused(path, "nobody writes into this pipe")


def opened(path: Path) -> int:
    """A pipe or a device, opened for writing. Raises FileError where nobody reads from a pipe."""
    until = time.monotonic() + _PATIENCE
    while (handle := _opened_now(path)) is None:
        if time.monotonic() > until:
            _refused(path, "nobody reads from this pipe")
        time.sleep(_PAUSE)
    os.set_blocking(handle, True)
    return handle


def _opened_now(path: Path) -> int | None:
    try:
        return os.open(path, os.O_WRONLY | getattr(os, "O_NONBLOCK", 0))
    except OSError as fault:
        if fault.errno != ENXIO:
            raise
        return None


def _refused(path: Path, why: str) -> NoReturn:
    raise FileError(path, why)
