"""The cache folder: compiled programmes, valid as long as their files do not change.

An entry is a file: a line with a checksum, JSON, and whatever its owner appends. It is valid if its checksum is right,
which requires the key of this folder, and if its own key equals that of this run: tool, zones and source files.
Anything else in its place is ignored, and a folder that cannot be written stores nothing. Nothing here fails.
"""

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from functools import cached_property
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import Any
from zlib import crc32

from agendacli import __version__
from agendacli.answers import depends_on, unheard
from agendacli.files import FileError
from agendacli.files.paths import remove
from agendacli.load.cache.seal import Seal, read_own
from agendacli.model.frozen import frozen

Json = Any

_MAGIC = b"agendacli"
_ENDING = ".compiled"
_FOREIGN = (ValueError, TypeError, LookupError, AttributeError)
_MOST = 512
# A file changed less than this ago may change again without a new time: some file systems count in seconds.
_RACY = timedelta(seconds=2)
_TEMPORARY, _LONG = ".agenda-*", timedelta(hours=1)
# The rooms whose code determines what is stored for a file; `_WITHOUT` are those in them that do not: of documents only
# drafts are made, and of the others answers.
_ROOMS = ("model", "words", "analysis", "formats", "load")
_WITHOUT = frozenset(
    {
        *("write", "update", "edit", "documents", "word", "__pycache__"),
        *("conflicts", "cover", "timetable", "availability", "changes", "merging"),
    }
)
_PACKAGE = Path(__file__).parents[2]
_ZONES = ("/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/usr/share/lib/zoneinfo", "/etc/zoneinfo")


Name = tuple[str, ...]
"""The name of an entry: what it was made of."""


Content = tuple[dict[str, Json], Sequence[bytes]]
"""The head and the body of an entry."""

_ToCome = tuple[Name, Json, Callable[[], Content], Callable[[], bool]]


@frozen
class CacheEntry:
    """The content of an entry: `head` as JSON, and the bytes of its `body`."""

    head: dict[str, Json]
    body: memoryview


@frozen
class KeptFile:
    """An entry for people: its source, its size in bytes, whether it is current, its file."""

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
        self._to_come: list[_ToCome] = []
        self._used: set[Path] = set()
        self._seal = Seal(folder)

    def key(self, sources: Iterable[Path], *settings: str | bool | None) -> Json:
        """The key that a valid entry of these files has now."""
        return [self._tool, list(settings), [[str(each), self._stamp(each)] for each in sources]]

    def find(self, name: Name, key: Json) -> CacheEntry | None:
        """The entry of that name, if it has that key and is intact."""
        file = self._path(name)
        entry = self._read(file)
        if entry is None or entry.head.get("key") != key:
            return None
        self._used.add(file)
        return entry

    def is_unchanged(self, path: Path) -> bool:
        """Whether a file is unchanged since a key first named it."""
        return bool(self._stamp(path) == _stamp(path))

    def keep(
        self, name: Name, key: Json, content: Callable[[], Content], is_due: Callable[[], bool] = lambda: True
    ) -> None:
        """Stores an entry at the end of the run, if it is due then, with what `content` returns."""
        self._to_come.append((name, key, content, is_due))

    def write(self) -> None:
        """Writes the entries to store, except those whose files may be changing right now.

        The latest come first, and no more than fit: a run over a thousand files would otherwise drop what it has just
        written.
        """
        to_come, self._to_come = self._to_come, []
        with _privately():
            if sum(self._write(*each) for *each, is_due in reversed(to_come) if is_due()):
                self._drop_oldest()

    def _write(self, name: Name, key: Json, content: Callable[[], Content]) -> bool:
        """Whether an entry was written."""
        file = self._path(name)
        has_room = file in self._used or len(self._used) < _MOST
        try:
            if not has_room or not self._is_settled(key):
                return False
            from agendacli.files import writing

            head, body = content()
            writing.make_private_folder(self.folder)
            self._seal.prepare()
            _clear_of_others(file)
            writing.write_own(file, self._written(head | {"source": name[0], "key": key}, body))
        except (FileError, OSError):
            return False
        self._used.add(file)
        return True

    def kept(self) -> tuple[KeptFile, ...]:
        """All entries by source; a damaged one is not current."""
        found = (self._kept(each) for each in self._files())
        return tuple(sorted(found, key=lambda each: (each.source, each.file.name)))

    def clear(self) -> int:
        """Removes every entry, and nothing else; returns their number. Raises FileError."""
        found = self._files()
        for each in found:
            remove(each)
        remove(self._seal.file)
        return len(found)

    def _read(self, file: Path) -> CacheEntry | None:
        with unheard(), suppress(ValueError, RecursionError):
            data = read_own(file)
            return self._parsed(data) if data else None
        return None

    def _parsed(self, data: bytes) -> CacheEntry | None:
        """The entry in a file, if it is intact. Raises ValueError otherwise."""
        end = data.index(b"\n") + 1
        magic, checksum, length = data[:end].split()
        rest = memoryview(data)[end:]
        if magic != _MAGIC or int(checksum) != self._seal.of(rest):
            return None
        head = json.loads(bytes(rest[: int(length)]))
        return CacheEntry(head, rest[int(length) :]) if isinstance(head, dict) else None

    def _written(self, head: dict[str, Json], body: Sequence[bytes]) -> bytes:
        text = json.dumps(head, separators=(",", ":")).encode()
        rest = b"".join((text, *body))
        return b"%s %d %d\n%s" % (_MAGIC, self._seal.of(rest) or 0, len(text), rest)

    def _kept(self, file: Path) -> KeptFile:
        entry, found = self._read(file), _looked_up(file)
        size = found.st_size if found else 0
        try:
            source, is_current = self._state(entry) if entry else ("", False)
        except _FOREIGN:
            source, is_current = "", False
        return KeptFile(source, size, is_current, file)

    def _state(self, entry: CacheEntry) -> tuple[str, bool]:
        """The source of an entry, and whether it is unchanged."""
        _, settings, sources = entry.head["key"]
        key = self.key((Path(path) for path, _ in sources), *settings)
        return str(entry.head["source"]), bool(entry.head["key"] == key)

    def _files(self) -> list[Path]:
        """The files of all entries, the latest first."""
        try:
            named = [each for each in self.folder.iterdir() if each.name.endswith(_ENDING)]
        except OSError:
            return []
        found = {each: stat for each in named if (stat := _looked_up(each)) and not S_ISDIR(stat.st_mode)}
        return sorted(found, key=lambda each: found[each].st_mtime_ns, reverse=True)

    def _drop_oldest(self) -> None:
        """Removes the oldest entries beyond the limit, but none of this run: the next one is likely to use them too."""
        others = [each for each in self._files() if each not in self._used]
        for each in (*others[_MOST - len(self._used) :], *self._abandoned()):
            with suppress(FileError):
                remove(each)

    def _abandoned(self) -> Iterator[Path]:
        """Temporary files of runs killed while writing, old enough to be sure."""
        before = int((self._now - _LONG).timestamp() * 1e9)
        for each in self.folder.glob(_TEMPORARY):
            if (found := _looked_up(each)) and found.st_mtime_ns < before:
                yield each

    def _path(self, name: Name) -> Path:
        readable = "".join(each if each.isascii() and each.isalnum() else "-" for each in Path(name[0]).stem)[:40]
        checksum = crc32("\n".join(name).encode("utf-8", "surrogateescape"))
        return self.folder / f"{readable}-{checksum:08x}{_ENDING}"

    def _stamp(self, path: Path) -> Json:
        """What changes when a file does; None if there is no file."""
        if path not in self._stamps:
            self._stamps[path] = _stamp(path)
        return self._stamps[path]

    def _is_settled(self, key: Json) -> bool:
        """Whether no source has changed just now, or while it was read."""
        latest = int((self._now - _RACY).timestamp() * 1e9)
        return all((stamp is None or stamp[1] < latest) and stamp == _stamp(Path(path)) for path, stamp in key[2])

    @cached_property
    def _tool(self) -> Json:
        """The version of the code that reads, and of the zones in which it reads times."""
        stats = {each.path: each.stat() for each in stamped_modules()}
        depends_on(stats)
        folders = (*os.environ.get("PYTHONTZPATH", "").split(os.pathsep), *_ZONES)
        packages = (Path(each) / "tzdata" / "zoneinfo" / "tzdata.zi" for each in sys.path)
        # Paths without zones are ignored: the same packages may lie behind different search paths.
        zones = list(filter(None, map(_stamp, (*(Path(each) for each in folders if each), *packages))))
        return [
            __version__,
            sys.hexversion,
            sys.byteorder,
            _sum_of(stats),
            crc32(repr(zones).encode()),
        ]


def stamped_modules() -> Sequence[os.DirEntry[str]]:
    """The modules of this package whose code can change what is stored. (`rglob` takes ten times as long.)"""
    found: list[os.DirEntry[str]] = []
    folders = [f"{_PACKAGE}/{room}" for room in _ROOMS]
    while folders:
        with os.scandir(folders.pop()) as inside:
            for each in inside:
                if each.name.endswith(".py"):
                    found.append(each)
                elif each.name not in _WITHOUT and each.is_dir():
                    folders.append(each.path)
    return found


def _sum_of(stats: Mapping[str, os.stat_result]) -> int:
    """A checksum of which modules there are, their sizes and times."""
    lines = [f"{path} {found.st_size} {found.st_mtime_ns}" for path, found in sorted(stats.items())]
    return crc32("\n".join(lines).encode("utf-8", "surrogateescape"))


def _stamp(path: Path) -> Json:
    try:
        return _stamp_of(path.stat())
    except (OSError, ValueError):
        return None


def _clear_of_others(file: Path) -> None:
    """Removes anything but a regular file (a pipe, a link) from the place of an entry. Raises FileError."""
    found = _looked_up(file)
    if found and not S_ISREG(found.st_mode) and not S_ISDIR(found.st_mode):
        remove(file)


def _looked_up(file: Path) -> os.stat_result | None:
    """The status of the file itself, None if it has just vanished."""
    try:
        return file.lstat()
    except OSError:
        return None


@contextmanager
def _privately() -> Iterator[None]:
    """Creates files for this user only: they may hold what only this user may read."""
    mask = os.umask(0o077)
    try:
        yield
    finally:
        os.umask(mask)


def _stamp_of(found: os.stat_result) -> Json:
    return [found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino]
