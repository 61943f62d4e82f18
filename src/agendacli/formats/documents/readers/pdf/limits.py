"""What a hostile PDF may not do: grow without end when it is unpacked, or take its time."""

import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

_MOST_BYTES = 60 << 20
_MOST_OF_PICTURE = 300 << 20  # which nobody unpacks, unless a page says that it is its text
_STREAM = re.compile(rb"stream\r?\n")
_TWICE = re.compile(rb"/Fl(?:ateDecode)?\s*/Fl(?:ateDecode)?\b")
_HEAD, _CHUNK = 600, 1 << 16
_AGAIN = 1.0  # seconds


class TimeIsUp(BaseException):
    """Raised in a thread whose time is up; no `except Exception` on the way stops it."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raises TimeIsUp in this thread, wherever it is by then, when so many seconds have passed.

    It is raised again and again, for it is lost where Python calls back and ignores what is raised, as on collecting
    what nobody uses.
    """
    import ctypes
    from threading import Event, Thread, get_ident

    fired: list[float] = []
    over = Event()
    raise_in, thread = ctypes.pythonapi.PyThreadState_SetAsyncExc, ctypes.c_ulong(get_ident())

    def watch() -> None:
        wait = seconds
        while not over.wait(wait):
            fired.append(seconds)
            raise_in(thread, ctypes.py_object(TimeIsUp))
            wait = _AGAIN

    watcher = Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield
    finally:
        over.set()
        watcher.join()
        if fired:
            _pause()


def _pause() -> None:
    """Nothing. Python raises what another thread sent when a function is called: what came at the end is raised here.

    It is not taken back: to send nothing makes Python 3.11 look at each call, and under a tracer for ever.
    """


def is_bomb(data: bytes) -> bool:
    """Whether the streams of a PDF are far larger than it, once they are unpacked."""
    total = 0
    for found in _STREAM.finditer(data):
        head = data[max(0, found.start() - _HEAD) : found.start()].rpartition(b"obj")[2]
        limit = _MOST_OF_PICTURE if b"/Image" in head else _MOST_BYTES - total
        size = _unpacked(data, found.end(), limit)
        total += 0 if b"/Image" in head else size
        if size > limit or _TWICE.search(head):
            return True
    return False


def _unpacked(data: bytes, at: int, limit: int) -> int:
    """The size of what is packed from there on, as far as the limit and a little more; 0 of what is not packed."""
    unpack, size = zlib.decompressobj(), 0
    try:
        while at < len(data) and size <= limit and not unpack.eof:
            rest = data[at : at + _CHUNK]
            at += _CHUNK
            while rest and size <= limit and not unpack.eof:
                size += len(unpack.decompress(rest, _CHUNK))
                rest = unpack.unconsumed_tail
    except zlib.error:
        pass
    return size
