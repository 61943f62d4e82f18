"""Keeps the answer of a run with everything that it depends on, or nothing at all."""

import marshal
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from operator import itemgetter

from agendacli.answers.listening import listening
from agendacli.answers.notes import Notes
from agendacli.answers.replaying import (
    LINKED,
    MUCH,
    STABLE,
    SUM,
    WRITABLE_BY_OTHERS,
    Inputs,
    Kept,
    KeptQuestion,
    Modules,
    Stamp,
    changes,
    checksum,
    is_this_users,
    look,
    mark,
    sum_of,
    terminal_sizes,
)

SETTLED = 2.0
"""A file that changed less than so many seconds ago may change again without another stamp."""

MOST = 512
"""How many answers are kept; the oldest go."""

_ANSWERS = (None, 0, 1)
_FAULTS = (OSError, ValueError)
# Files that the C library reads on its own.
_SILENT = ("/etc/localtime", "/etc/passwd")
_ZONES = "/usr/share/zoneinfo"
_EVER = float("inf")
_times = itemgetter(2, 3)  # of what changes when a module does


def recorded(question: KeptQuestion, run: Callable[[], None]) -> int | str | None:
    """Runs it, keeps what it answers, and returns with what it ended."""
    notes = Notes(question)
    with listening(notes):
        code = _code_of(run)
        notes.is_spoilt = notes.is_spoilt or code not in _ANSWERS or not _is_out()
    if not notes.is_spoilt:
        with suppress(*_FAULTS):
            _keep(notes, 1 if code else 0)
    return code


def _code_of(run: Callable[[], None]) -> int | str | None:
    try:
        run()
    except SystemExit as ended:
        return ended.code
    return None


def _is_out() -> bool:
    """Whether all of standard output is out; where that fails, Python tells so as the process ends."""
    try:
        sys.stdout.flush()
    except _FAULTS:
        return False
    return True


def _keep(notes: Notes, status: int) -> None:
    """Keeps the answer, if everything is settled. OSError if that cannot be done."""
    _note_silent(notes)
    modules = _modules(notes)
    inputs = _inputs(notes, modules)
    since = max((each.since for each in notes.glances), default=-_EVER)
    until = min((each.until for each in notes.glances), default=_EVER)
    is_asked = since < until and notes.question.sizes == terminal_sizes()
    if notes.is_spoilt or not is_asked:
        return
    code = _code(notes, modules)
    if not _is_settled(notes.begun, inputs, code):
        return
    output = b"".join(notes.pieces)
    kept: Kept = notes.question.key, float(since), float(until), inputs, modules, sum_of(code), status, output
    data = marshal.dumps(kept, STABLE)
    if len(data) + SUM < MUCH:
        _store(notes.question, checksum(data).to_bytes(SUM, "little") + data)


def _note_silent(notes: Notes) -> None:
    """Notes what is looked at without being told: by the C library, by imports, by the entries of a scanned folder."""
    for each in (*_SILENT, *_zone_files(), *sys.path):
        notes.look(notes.path(each))
    for path in notes.scanned:
        with suppress(OSError), os.scandir(path) as inside:
            for entry in inside:
                if entry.is_symlink():
                    notes.note(entry.path, mark(entry.path), follow=True)


def _zone_files() -> Iterator[str]:
    """The files in which TZ is looked up."""
    folder = os.environ.get("TZDIR") or _ZONES
    if named := os.environ.get("TZ", "").removeprefix(":"):
        yield from (os.path.join(folder, named), os.path.join(folder, "posixrules"))


def _modules(notes: Notes) -> Modules:
    """The files and folders of every module that is loaded, or that made what was compiled before."""
    found: dict[str, set[str]] = {}
    for path in (*notes.modules, *_files_of_modules()):
        begin = path.rindex("/") + 1
        folder = path[:begin]
        if folder not in found:
            found[folder] = {""}
        found[folder].add(path[begin:])
    return tuple((folder, tuple(sorted(names))) for folder, names in sorted(found.items()))


def _files_of_modules() -> Iterator[str]:
    for module in tuple(sys.modules.values()):
        file = getattr(module, "__file__", None)
        if file:
            yield file if file[0] == "/" else os.path.abspath(file)


def _inputs(notes: Notes, modules: Modules) -> Inputs:
    """What was looked at, save the folders of modules."""
    rooms = {folder[:-1] for folder, _ in modules}
    return tuple((path, follow, was) for (path, follow), was in notes.inputs.items() if path not in rooms or not follow)


def _code(notes: Notes, modules: Modules) -> list[tuple[int, ...]]:
    """What changes when a module does; none is looked at twice. OSError if one is gone."""
    paths = (folder + name for folder, names in modules for name in names)
    return [changes(notes.modules.get(each) or look(each)) for each in paths]


def _is_settled(begun: float, inputs: Inputs, code: Sequence[tuple[int, ...]]) -> bool:
    """Whether nothing has changed while the run went on, or so shortly before that it may change again unseen."""
    is_same = all(mark(path, follow=follow) == was for path, follow, was in inputs)
    latest = max([_latest([was for *_, was in inputs]), *map(max, map(_times, code))])
    return is_same and latest / 1e9 < begun - SETTLED


def _latest(stamps: Sequence[Stamp]) -> int:
    """When the last of the files changed, nanoseconds of the epoch; what is only passed through does not count."""
    times = (max(each[-2:]) for each in stamps if isinstance(each, tuple) and len(each) > LINKED)
    return max(times, default=0)


def _store(question: KeptQuestion, data: bytes) -> None:
    """Writes an answer; into no folder that is not this user's alone."""
    os.makedirs(question.cache, mode=0o700, exist_ok=True)
    with suppress(FileExistsError):
        os.mkdir(question.folder, 0o700)
    with opened_folder(question.folder) as folder:
        if is_this_users(os.fstat(folder), WRITABLE_BY_OTHERS):
            _put(folder, question.name, data)
            _drop_oldest(folder)


@contextmanager
def opened_folder(folder: str) -> Iterator[int]:
    """An open folder, by the number of its handle. OSError if it is none, or a link."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
    try:
        yield handle
    finally:
        os.close(handle)


def _put(folder: int, name: str, data: bytes) -> None:
    """Writes a file whole, under a hidden name first."""
    hidden = f".{name}.{os.getpid()}"
    handle = os.open(hidden, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600, dir_fd=folder)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        os.rename(hidden, name, src_dir_fd=folder, dst_dir_fd=folder)
    except OSError:
        os.unlink(hidden, dir_fd=folder)
        raise


def _drop_oldest(folder: int) -> None:
    """Removes the oldest beyond the limit, among them what runs left that were killed."""
    ages = {}
    for each in names if len(names := os.listdir(folder)) > MOST else ():
        with suppress(OSError):
            ages[each] = os.stat(each, dir_fd=folder, follow_symlinks=False).st_mtime_ns
    for each in sorted(ages, key=ages.__getitem__)[: len(names) - MOST]:
        with suppress(OSError):
            os.unlink(each, dir_fd=folder)
