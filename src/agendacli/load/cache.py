"""The folder of compiled programmes: what was read of a file is kept there for as long as nothing changes.

An entry is a file of its own: a line with a checksum, JSON, and whatever else its owner appends. It counts only if
its checksum is right and its key says what the key of this run says: the tool and its zones, the files it was made of.
Whatever else lies in its place is no entry, and a folder that cannot be written keeps nothing. Nothing here fails.
"""

import json
import os
import sys
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any
from zlib import crc32

from agendacli import __version__, files
from agendacli.files import FileError
from agendacli.model.frozen import frozen

Json = Any

_MAGIC = b"agendacli"
_ENDING = ".compiled"
_MOST = 512
# A file that was changed less than this ago may change again without a new time: some file systems count in seconds.
_RACY = timedelta(seconds=2)
_CODE = ("model", "source", "load", "analysis", "export/records")
_ZONES = ("/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/usr/share/lib/zoneinfo", "/etc/zoneinfo")


Name = tuple[str, ...]
"""What an entry was made of, and how it is told from others of that."""


@frozen
class Entry:
    """What was kept: `head` as JSON, and the bytes of its `body`."""

    head: dict[str, Json]
    body: bytes


@frozen
class Kept:
    """An entry as people see it: what it was made of, its size in bytes, whether that is still as it was, its file."""

    source: str
    size: int
    is_current: bool
    file: Path


class Cache:
    """A folder of entries; `now` is the moment of this run, in UTC."""

    def __init__(self, folder: Path, now: datetime) -> None:
        self.folder = folder
        self._now = now
        self._stamps: dict[Path, Json] = {}

    def key(self, sources: Iterable[Path], *settings: str | bool | None) -> Json:
        """What an entry that is made of those files now has to say, apart from what is in them."""
        return [self._tool, list(settings), [[str(each), self._stamp(each)] for each in sources]]

    def find(self, name: Name, key: Json) -> Entry | None:
        """The entry of that name, if it has that key and is whole."""
        entry = _read(self._path(name))
        return entry if entry and entry.head.get("key") == key else None

    def is_unchanged(self, path: Path) -> bool:
        """Whether a file is still what it was when a key first named it."""
        return bool(self._stamp(path) == _stamp(path))

    def keep(self, name: Name, key: Json, head: dict[str, Json], body: Sequence[bytes] = ()) -> None:
        """Keep an entry under that name, unless a file that its key names may be changing just now."""
        try:
            if not self._is_settled(key):
                return
            files.make_private_folder(self.folder)
            files.write_whole(self._path(name), _written(head | {"source": name[0], "key": key}, body))
            self._drop_oldest()
        except (FileError, OSError):
            return

    def kept(self) -> tuple[Kept, ...]:
        """Everything that is kept, by what it was made of; what is damaged is not current."""
        found = (self._kept(each) for each in self._files())
        return tuple(sorted(found, key=lambda each: (each.source, each.file.name)))

    def clear(self) -> int:
        """Remove every entry, and nothing else; gives how many there were. Raises FileError."""
        found = self._files()
        for each in found:
            files.remove(each)
        return len(found)

    def _kept(self, file: Path) -> Kept:
        entry = _read(file)
        size = len(files.read_if_there(file) or b"")
        if entry is None:
            return Kept("", size, is_current=False, file=file)
        _, settings, sources = entry.head["key"]
        is_current = bool(entry.head["key"] == self.key((Path(path) for path, _ in sources), *settings))
        return Kept(entry.head["source"], size, is_current, file)

    def _files(self) -> list[Path]:
        """The files of all entries, those first that were kept last."""
        try:
            found = [each for each in self.folder.iterdir() if each.name.endswith(_ENDING)]
            return sorted(found, key=lambda each: each.stat().st_mtime_ns, reverse=True)
        except OSError:
            return []

    def _drop_oldest(self) -> None:
        for each in self._files()[_MOST:]:
            files.remove(each)

    def _path(self, name: Name) -> Path:
        readable = "".join(each if each.isascii() and each.isalnum() else "-" for each in Path(name[0]).stem)[:40]
        checksum = crc32("\n".join(name).encode("utf-8", "surrogateescape"))
        return self.folder / f"{readable}-{checksum:08x}{_ENDING}"

    def _stamp(self, path: Path) -> Json:
        """What changes when a file does; None where there is none."""
        if path not in self._stamps:
            self._stamps[path] = _stamp(path)
        return self._stamps[path]

    def _is_settled(self, key: Json) -> bool:
        latest = int((self._now - _RACY).timestamp() * 1e9)
        return all(stamp is None or stamp[1] < latest for _, stamp in key[2])

    @cached_property
    def _tool(self) -> Json:
        """This version of the code that reads, and of the zones that it reads times in."""
        package = Path(__file__).parents[1]
        modules = (each for name in _CODE for each in os.scandir(package / name) if each.name.endswith(".py"))
        code = [[each.name, *_stamp_of(each.stat())[:2]] for each in modules]
        zones = [
            _stamp(Path(each)) for each in (*os.environ.get("PYTHONTZPATH", "").split(os.pathsep), *_ZONES) if each
        ]
        return [__version__, sys.byteorder, crc32(repr(sorted(code)).encode()), crc32(repr(zones).encode())]


def _read(file: Path) -> Entry | None:
    try:
        data = files.read_if_there(file)
        return _parsed(data) if data else None
    except (FileError, ValueError):
        return None


def _stamp(path: Path) -> Json:
    try:
        return _stamp_of(path.stat())
    except (OSError, ValueError):
        return None


def _stamp_of(found: os.stat_result) -> Json:
    return [found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino]


def _written(head: dict[str, Json], body: Sequence[bytes]) -> bytes:
    text = json.dumps(head, separators=(",", ":")).encode()
    rest = b"".join((text, *body))
    return b"%s %d %d\n%s" % (_MAGIC, crc32(rest), len(text), rest)


def _parsed(data: bytes) -> Entry | None:
    """The entry that a file holds, if it is whole. Raises ValueError for what is none."""
    line, _, rest = data.partition(b"\n")
    magic, checksum, length = line.split(b" ")
    if magic != _MAGIC or int(checksum) != crc32(rest):
        return None
    head = json.loads(rest[: int(length)])
    return Entry(head, rest[int(length) :]) if isinstance(head, dict) else None
