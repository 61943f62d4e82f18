"""Gives a kept answer again before anything is imported: only what every Python has loaded already is used here.

An answer is a file of the cache folder under a checksum, found by its question: the line, the working directory, the
environment, the streams and the Python of this run. It holds while the clock shows a time for which it was proved, and
while everything that the run looked at is as it was: files, folders, what was not there, and the code. Whatever is odd
is no answer, and the run goes on as if nothing was kept.
"""

import marshal
import os
import sys
import time
from _imp import source_hash
from _operator import attrgetter
from stat import S_ISDIR, S_ISREG

FOLDER = "answers"
"""The folder of answers in the cache folder."""

LARGEST = 1 << 20
"""How many bytes of output are kept at most."""

SUM = 16
"""How many bytes the checksum before an answer has."""

STABLE = 2
"""The version of `marshal` that makes the same bytes of equal values."""

LINKED = 5
"""How many numbers the stamp of a folder has that is only passed through."""

WRITABLE_BY_OTHERS = 0o022
"""What others may not do with the folder."""

TYPE_CHECKING = False  # `typing` is not there yet
if TYPE_CHECKING:
    from typing import TextIO

Stamp = tuple[int, ...] | int
"""What changes when a file does; of what cannot be looked at, the number of the error."""

Inputs = tuple[tuple[str, bool, Stamp], ...]
"""What was looked at: a path, whether links were followed, its stamp."""

Modules = tuple[tuple[str, tuple[str, ...]], ...]
"""The names of modules by folder, which ends with a slash; the empty name is the folder itself."""

Sizes = tuple[tuple[int, ...] | None, ...]
"""The sizes of the terminals at the standard streams."""

Kept = tuple[bytes, float, float, Inputs, Modules, int, int, bytes]
"""An answer: its key, since when and until before when it holds in seconds of the epoch, what was looked at, the code
and its checksum, the exit code, the output."""

# Nothing in Python, the libraries or this package reads these; they differ from one call of a shell to the next.
_UNREAD = frozenset((b"_", b"OLDPWD", b"SHLVL"))
_SEEDS = 1, 2
_PRIME = (1 << 127) - 1
_FOR_OTHERS = 0o077
_OPENING = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NONBLOCK", 0)
MUCH = 8 * LARGEST
"""How many bytes all of an answer may have."""

_MAC = "~/Library/Application Support"
_FOLDERS = (
    {"data": _MAC, "config": _MAC, "cache": "~/Library/Caches"}
    if sys.platform == "darwin"
    else {"data": "~/.local/share", "config": "~/.config", "cache": "~/.cache"}
)

# The modules of whoever calls where this command is all that a process is for.
_CALLERS = frozenset((__name__, "agendacli.__main__", "__main__", "runpy"))
_FAULTS = (OSError, ValueError, TypeError, LookupError, AttributeError, EOFError, MemoryError)
look = os.stat
"""`os.stat` as it is before a recording stands in for it."""

changes = attrgetter("st_ino", "st_size", "st_mtime_ns", "st_ctime_ns")
"""What changes when a module does."""


class KeptQuestion:
    """What was asked: the cache folder, and a key of all that is known before any file is looked at.

    `sizes` are those of the terminals; they are part of the key, and may change while the run goes on.
    """

    def __init__(self, cache: str, key: bytes, sizes: Sizes = ()) -> None:
        self.cache = cache
        self.sizes = sizes
        self.folder = f"{cache}/{FOLDER}"
        self.key = key

    @property
    def name(self) -> str:
        """The name of the file of its answer."""
        return f"{checksum(self.key):032x}"


def question_asked() -> KeptQuestion | None:
    """The question of this run; None where no answer may be kept or given."""
    try:
        cache = _cache_folder() if os.name == "posix" and "--no-cache" not in sys.argv else ""
        sizes = terminal_sizes()
        return KeptQuestion(cache, _key(sizes), sizes) if cache else None
    except _FAULTS:  # a working directory that is gone, a closed stream
        return None


def terminal_sizes() -> Sizes:
    """Columns and lines of the terminal at each standard stream, None for what is none. OSError if it is gone."""
    return tuple(tuple(os.get_terminal_size(each)) if os.isatty(each) else None for each in range(3))


def answer(question: KeptQuestion) -> Kept | None:
    """What is kept for a question, if it still holds."""
    try:
        kept = _read(question)
        return kept if kept and kept[0] == question.key and holds(kept) else None
    except _FAULTS:
        return None


def give(kept: Kept) -> int | None:
    """Writes the answer and ends the process, or returns its exit code where somebody waits for the end.

    None where nothing could be written: then the run fails as it always does. OSError if only the rest could not be.
    """
    *_, code, output = kept
    rest = memoryview(output)
    try:
        while rest:
            rest = rest[os.write(1, rest) :]
    except BrokenPipeError:  # nobody reads what the run writes again
        return None
    except OSError:
        if len(rest) < len(output):
            raise
        return None
    if not _is_awaited():
        os._exit(code)  # the usual end takes its time
    return code


def _is_awaited() -> bool:
    """Whether something is left to do when the command ends: for a profiler, a debugger or another program."""
    frame = sys._getframe()  # noqa: SLF001
    while frame.f_globals.get("__name__") in _CALLERS:
        if frame.f_back is None:
            ending = sys.modules.get("atexit")  # where nobody has imported it, nothing is left to do
            return bool((ending and ending._ncallbacks()) or sys.flags.inspect)  # noqa: SLF001
        frame = frame.f_back
    return True


def checksum(data: bytes) -> int:
    """A number of 127 bits that depends on every byte; neither hashlib nor zlib is loaded yet."""
    return int.from_bytes(data, "little") % _PRIME


def mark(path: str, *, follow: bool = True) -> Stamp:
    """What changes when a file does; links are followed, or looked at themselves."""
    try:
        return mark_of(look(path, follow_symlinks=follow), is_listed=follow)
    except OSError as fault:
        return fault.errno or -1
    except ValueError:  # no file is called so
        return -1


def mark_of(found: os.stat_result, *, is_listed: bool) -> Stamp:
    """The stamp of what `os.stat` told; of a folder that is only passed through, that it is the same one."""
    same = found.st_mode, found.st_dev, found.st_ino, found.st_uid, found.st_gid
    if not is_listed and S_ISDIR(found.st_mode):
        return same
    return (*same, found.st_size, found.st_mtime_ns, found.st_ctime_ns)


def code_sum(code: Modules) -> int:
    """A checksum of what changes when a module does. OSError if one is gone."""
    return sum_of([changes(look(folder + name)) for folder, names in code for name in names])


def sum_of(found: list[tuple[int, ...]]) -> int:
    """A checksum of what was found of modules, in their order."""
    return checksum(marshal.dumps(found, STABLE))


def holds(kept: Kept) -> bool:
    """Whether it is its time, and nothing has changed. OSError if a module is gone."""
    _, since, until, inputs, code, total, *_ = kept
    if not since <= int(time.time()) < until:
        return False
    return all(mark(path, follow=follow) == was for path, follow, was in inputs) and code_sum(code) == total


def is_this_users(found: os.stat_result, forbidden: int) -> bool:
    """Whether a file or folder is this user's, and its mode allows others nothing of what is forbidden."""
    return found.st_uid == os.geteuid() and not found.st_mode & forbidden


def kept_in(folder: int, name: str) -> Kept | None:
    """The answer of that name in an open folder, if it is this user's alone and whole. OSError if it is not there."""
    handle = os.open(name, _OPENING, dir_fd=folder)
    try:
        found = os.fstat(handle)
        is_fit = S_ISREG(found.st_mode) and is_this_users(found, _FOR_OTHERS) and found.st_size < MUCH
        return _parsed(os.read(handle, found.st_size)) if is_fit else None
    finally:
        os.close(handle)


def own_folder(kind: str) -> str:
    """The folder of this tool for its data, config or cache by the XDG variables, else below HOME; empty without both.

    It is that of `platformdirs`, which reads no relative path in them, either.
    """
    settled, home = os.environ.get(f"XDG_{kind.upper()}_HOME", ""), os.environ.get("HOME", "")
    if settled.startswith("/"):
        return f"{settled}/agendacli"
    return os.path.expanduser(f"{_FOLDERS[kind]}/agendacli") if home.startswith("/") else ""


def _cache_folder() -> str:
    """The cache folder, as `files.paths.cache_folder` says; empty where nothing is kept."""
    named = os.environ.get("AGENDA_CACHE")
    if named == "off" or not os.environ.get("HOME"):
        return ""
    found = os.path.expanduser(named) if named else own_folder("cache")
    return os.path.abspath(found) if found else ""


def _key(sizes: Sizes) -> bytes:
    """The line, and 128 bits of the rest: an environment may hold secrets, which belong into no file."""
    environment = sorted(each for each in os.environb.items() if each[0] not in _UNREAD)
    python = sys.version, sys.executable, sys.prefix, sys.orig_argv, sys.path
    streams = [_stream(number, each) for number, each in enumerate((sys.stdin, sys.stdout, sys.stderr))]
    user = os.geteuid(), os.getegid(), os.getgroups()
    names = sys.getfilesystemencoding(), sys.getfilesystemencodeerrors()
    rest = marshal.dumps((os.getcwd(), environment, python, streams, sizes, user, names), STABLE)
    return marshal.dumps((sys.argv, [source_hash(each, rest) for each in _SEEDS]), STABLE)


def _stream(number: int, stream: "TextIO") -> tuple[object, ...]:
    """What an answer may depend on of a standard stream. ValueError if another took its place."""
    if stream.fileno() != number:
        raise ValueError(number)
    return stream.encoding, stream.errors


def _read(question: KeptQuestion) -> Kept | None:
    """The answer in the folder, if that is this user's and nobody else writes there. OSError if there is none."""
    folder = os.open(question.folder, _OPENING | os.O_DIRECTORY)
    try:
        return kept_in(folder, question.name) if is_this_users(os.fstat(folder), WRITABLE_BY_OTHERS) else None
    finally:
        os.close(folder)


def _parsed(data: bytes) -> Kept | None:
    """The answer in these bytes. Its checksum stands before it, as `marshal` may be given nothing that is damaged."""
    if len(data) <= SUM or int.from_bytes(data[:SUM], "little") != checksum(data[SUM:]):
        return None
    kept: Kept = marshal.loads(data[SUM:])  # noqa: S302 (written by this user, and whole)
    return kept
