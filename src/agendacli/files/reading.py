"""Reading files, folders, pipes and standard input, up to a size that no programme reaches."""

import os
import sys
from pathlib import Path
from stat import S_ISFIFO, S_ISREG
from typing import BinaryIO

from agendacli.files import FileError, reason
from agendacli.files.paths import is_there

_MOST = 1 << 28
_PIECE = 1 << 20


def read_bytes(path: Path) -> bytes:
    """The bytes of a file, or of a pipe or device that ends. Raises FileError."""
    try:
        return _content(path)
    except (OSError, ValueError) as fault:
        raise FileError(path, reason(fault)) from fault


def read_piece(path: Path, offset: int, length: int) -> bytes:
    """So many bytes of a file from an offset on, fewer where it ends before. Raises FileError."""
    try:
        with path.open("rb", buffering=0) as stream:
            stream.seek(offset)
            return stream.read(length)
    except OSError as fault:
        raise FileError(path, reason(fault)) from fault


def read_if_there(path: Path) -> bytes | None:
    """The bytes of a file, None if it does not exist. Raises FileError for one that cannot be read."""
    try:
        return _content(path)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as fault:
        raise FileError(path, reason(fault)) from fault


def listing(folder: Path) -> tuple[Path, ...]:
    """The entries of a folder, by name. Raises FileError."""
    try:
        return tuple(sorted(folder.iterdir()))
    except OSError as fault:
        raise FileError(folder, reason(fault)) from fault


def files_in(folder: Path, ending: str) -> dict[str, bytes]:
    """The bytes of the files of a folder with that ending, by name; empty if the folder does not exist.

    Hidden files are skipped. Raises FileError.
    """
    found = listing(folder) if is_there(folder) else ()
    named = (each for each in found if each.name.endswith(ending) and not each.name.startswith("."))
    return {each.name: read_bytes(each) for each in named if each.is_file()}


def standard_input() -> bytes:
    """All bytes of standard input, as `ended` reads them."""
    return ended(sys.stdin.buffer, "standard input")


def _content(path: Path) -> bytes:
    with open(path, "rb", opener=_at_once) as stream:
        found = os.fstat(stream.fileno())
        if S_ISREG(found.st_mode):
            _check_size(found.st_size, path)
            return stream.read()
        beginning = _awaited(stream.fileno(), path) if S_ISFIFO(found.st_mode) else b""
        if hasattr(os, "set_blocking"):  # not on Windows
            os.set_blocking(stream.fileno(), True)
        return beginning + ended(stream, path)


def _awaited(handle: int, path: Path) -> bytes:
    from agendacli.files.pipes import awaited

    return awaited(handle, path)


def _at_once(path: str, flags: int) -> int:
    """Opens a file without blocking, so that a pipe opens even if nobody writes into it yet."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def ended(stream: BinaryIO, path: Path | str) -> bytes:
    """All bytes of a stream. Raises FileError if there are more than any programme could have."""
    pieces, size = [], 0
    while piece := stream.read(_PIECE):
        pieces.append(piece)
        size += len(piece)
        _check_size(size, path)
    return b"".join(pieces)


def _check_size(size: int, path: Path | str) -> None:
    if size > _MOST:
        raise FileError(path, f"is longer than {_MOST >> 20} MB, which no programme is")
