"""Named pipes: the other end may never be opened, so waiting for it has a limit."""

import os
import time
from errno import ENXIO
from pathlib import Path
from select import select
from typing import NoReturn

from agendacli.files import FileError

_PATIENCE = 3.0
_PAUSE = 0.05


def awaited(handle: int, path: Path) -> bytes:
    """Waits for a writer of a pipe that was opened without blocking; returns the bytes read to detect one.

    A writer may take as long as it likes. Raises FileError if there is none.
    """
    ready, _, _ = select([handle], [], [], _PATIENCE)
    return b"" if ready else _beginning(handle, path)


def _beginning(handle: int, path: Path) -> bytes:
    try:
        found = os.read(handle, 1)
    except BlockingIOError:  # a writer has opened it but not written yet
        return b""
    return found or _refused(path, "nobody writes into this pipe")


def opened(path: Path) -> int:
    """A descriptor for writing to a pipe or device. Raises FileError if nobody reads from a pipe."""
    until = time.monotonic() + _PATIENCE
    while (handle := _opened_now(path)) is None:
        if time.monotonic() > until:
            _refused(path, "nobody reads from this pipe")
        time.sleep(_PAUSE)
    if hasattr(os, "set_blocking"):  # not on Windows
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
