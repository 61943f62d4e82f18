"""Listens to a run, whoever does what in it.

What is opened and listed is told by Python's own audit events, and what is only looked at by what stands in for
`os.stat` and its like while a run is recorded. So no module has to think of it, and none can forget it. What cannot be
looked at again later spoils the answer: a word on standard error, standard input, a process, the network, a file that
is written, a pipe, the clock itself.
"""

import io
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from agendacli import answers
from agendacli.answers.replaying import mark, mark_of

if TYPE_CHECKING:
    from agendacli.answers.notes import Notes

_LISTING, _SCANNING = "os.listdir", frozenset(("os.scandir", "os.walk", "os.fwalk"))
_DOING = (
    *("os.", "subprocess.", "socket.", "shutil.", "tempfile.", "urllib.", "builtins.input", "pty."),
    *("fcntl.", "sqlite3.", "mmap.", "resource.", "signal."),
)
_COMPILED = f".{sys.implementation.cache_tag}."
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_MODULES = f"{os.path.dirname(os.path.dirname(os.path.abspath(__file__)))}/"

_KNOWN = io.BufferedReader, io.BufferedWriter, io.FileIO

_now: "Notes | None" = None  # beside `answers.recording`, which the hook outlives as the process ends
_is_hooked = False
_harmless: set[str] = set()
"""Events that were heard and mean nothing here: most are told a hundred times."""


@contextmanager
def listening(notes: "Notes") -> Iterator[None]:
    """While this holds, everything is noted. A process records one run: an audit hook stays for good."""
    global _now  # noqa: PLW0603 (an audit hook and what stands in for `os.stat` are of the process, too)
    if not all(isinstance(getattr(each, "buffer", None), _KNOWN) for each in _streams()):
        notes.is_spoilt = True
        yield
        return
    before = _streams()  # held, as one that nobody holds closes its file
    sys.stdin, sys.stdout, sys.stderr = _heard_streams()
    _hook()
    plain = os.stat, os.lstat, os.readlink
    os.stat, os.lstat, os.readlink = _looking(os.stat), _looking(os.lstat, follow=False), _reading_link(os.readlink)
    _now = answers.recording = notes
    try:
        yield
    finally:
        _now = answers.recording = None
        os.stat, os.lstat, os.readlink = plain
        del before


def _hook() -> None:
    global _is_hooked  # noqa: PLW0603
    if not _is_hooked:
        sys.addaudithook(_heard)
        _is_hooked = True


def _heard(event: str, details: tuple[Any, ...]) -> None:
    """An audit event: what is read is noted, what does anything else spoils the answer."""
    notes = _now
    if notes is None or event in _harmless or notes.is_deaf:
        return
    if event == "open":
        _note_opened(notes, *details)
    elif event == _LISTING or event in _SCANNING:
        _note_listed(notes, details[0], is_scanned=event in _SCANNING)
    elif not event.startswith(_DOING):
        _harmless.add(event)
    elif not _is_of_import(event, *details[:1]):
        notes.is_spoilt = True


def _is_of_import(event: str, path: object = "") -> bool:
    """Whether Python keeps what it compiled of a module."""
    name = os.path.basename(str(path))
    return name == "__pycache__" if event == "os.mkdir" else event == "os.rename" and _COMPILED in name


def _note_listed(notes: "Notes", folder: Any, *, is_scanned: bool) -> None:  # noqa: ANN401
    if isinstance(folder, int):
        notes.is_spoilt = True
        return
    path = notes.path("." if folder is None else folder)
    notes.is_spoilt = notes.is_spoilt or path.rstrip("/") == notes.question.cache  # what is kept may change at any time
    notes.look(path)
    if is_scanned and not path.startswith(_MODULES):
        notes.scanned.add(path)


def _note_opened(notes: "Notes", path: Any, mode: str | None, flags: int) -> None:  # noqa: ANN401
    if isinstance(path, int):
        notes.is_spoilt = notes.is_spoilt or path == 0
        return
    given = os.fsdecode(path)
    if _COMPILED in given[given.rfind("/") + 1 :]:
        return  # modules are noted at the end
    name = notes.path(given)
    if flags & _WRITING or (mode and not mode.startswith("r")):
        notes.is_spoilt = True
    notes.look(name)


def _looking(plain: Callable[..., os.stat_result], *, follow: bool = True) -> Callable[..., os.stat_result]:
    """`os.stat`, or `os.lstat`, noted."""

    def look(path: Any, *, dir_fd: int | None = None, follow_symlinks: bool = follow) -> os.stat_result:  # noqa: ANN401
        notes, options = _now, {"follow_symlinks": follow_symlinks} if follow else {}
        if notes is None or notes.is_deaf or isinstance(path, int):
            return plain(path, dir_fd=dir_fd, **options)
        notes.is_spoilt = notes.is_spoilt or dir_fd is not None
        try:
            found = plain(path, dir_fd=dir_fd, **options)
        except OSError as fault:
            notes.note(notes.path(path), fault.errno or -1, follow=follow_symlinks)
            raise
        notes.note(notes.path(path), mark_of(found, is_listed=follow_symlinks), follow=follow_symlinks)
        return found

    return look


def _reading_link(plain: Callable[..., Any]) -> Callable[..., Any]:
    """`os.readlink`, noted."""

    def look(path: Any, *, dir_fd: int | None = None) -> Any:  # noqa: ANN401
        notes = _now
        if notes and not notes.is_deaf:
            notes.is_spoilt = notes.is_spoilt or dir_fd is not None
            name = notes.path(path)
            notes.note(name, mark(name, follow=False), follow=False)
        return plain(path, dir_fd=dir_fd)

    return look


def _streams() -> tuple[Any, Any, Any]:
    return sys.stdin, sys.stdout, sys.stderr


def _heard_streams() -> Iterator[io.TextIOWrapper]:
    """The standard streams as they are, and heard."""
    for number, stream, heard in zip(range(3), _streams(), (_Input, _Output, _Errors), strict=True):
        raw = heard(number, "wb" if number else "rb", closefd=False)
        yield io.TextIOWrapper(
            _buffered(raw, like=stream.buffer),
            encoding=stream.encoding,
            errors=stream.errors,
            line_buffering=stream.line_buffering,
            write_through=stream.write_through,
        )


def _buffered(raw: Any, like: object) -> Any:  # noqa: ANN401 (of kinds that Python's own types do not tell apart)
    """What stands between a stream and the system; nothing where Python was told so (`-u`)."""
    if isinstance(like, io.BufferedReader):
        return io.BufferedReader(raw)
    return raw if isinstance(like, io.FileIO) else io.BufferedWriter(raw)


class _Output(io.FileIO):
    """Standard output, of which a copy is kept."""

    def write(self, data: Any, /) -> int:  # noqa: ANN401 (any buffer)
        copied = bytes(data)
        try:
            written = super().write(data)
        except BaseException:
            answers.spoil()
            raise
        if _now and written is not None:
            _now.say(copied[:written])
        return written


class _Errors(io.FileIO):
    """Standard error; a word on it spoils the answer."""

    def write(self, data: Any, /) -> int:  # noqa: ANN401
        if bytes(data):  # nothing is written, too, where nothing stands between
            answers.spoil()
        return super().write(data)


class _Input(io.FileIO):
    """Standard input; reading it spoils the answer."""

    def readinto(self, buffer: Any, /) -> int:  # noqa: ANN401
        answers.spoil()
        return super().readinto(buffer)

    def readall(self) -> bytes:
        answers.spoil()
        return super().readall()
