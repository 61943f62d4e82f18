"""Writing files atomically, only over what was meant, and without leaving temporary files behind.

A file is complete before it takes its name. Until then it has no name at all where the system can do that (Linux), so
that a run that is killed leaves nothing there, else a hidden one beside its place.
"""

import os
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from zlib import crc32

from agendacli.files import FileError, reason
from agendacli.files.paths import is_folder, real_path
from agendacli.files.reading import read_if_there
from agendacli.files.staging import many_open, own_folder_beside
from agendacli.model.frozen import frozen

_HIDDEN = ".agenda-"
_WRITABLE = 0o222
_DESCRIPTORS = Path("/proc/self/fd")
_PAUSE = 0.01
_LONG = 5.0  # seconds; a live run renames its hidden file at once, so an older one is left from a run that was killed


def make_folder(path: Path) -> None:
    """Creates a folder and its parents, if they do not exist. Raises FileError."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise FileError(path, reason(fault)) from fault


def make_private_folder(path: Path) -> None:
    """Creates a folder that only this user can read, and its parents, if they do not exist. Raises FileError."""
    make_folder(path.parent)
    try:
        path.mkdir(mode=0o700, exist_ok=True)
    except OSError as fault:
        raise FileError(path, reason(fault)) from fault


def write_whole(path: Path, data: bytes) -> None:
    """Writes a file atomically. Raises FileError.

    What is not a regular file (`/dev/null`, a named pipe) is written to and stays what it is.
    """
    write_pieces(path, (data,))


def write_pieces(path: Path, pieces: Iterable[bytes]) -> None:
    """Writes a file as `write_whole` does, from pieces that are produced one by one: never all of them in memory."""
    target = real_path(path)
    with _failing_for(path):
        if _is_special(target):
            _pour(target, pieces)
        else:
            with _complete(target, pieces) as found:
                found.put(target)


def write_own(path: Path, data: bytes) -> None:
    """Writes a file of a folder that is ours alone, whole or not at all. Raises FileError."""
    target = real_path(path)
    with _failing_for(path), _complete(target, (data,)) as found:
        found.put(target, target.parent)


def update(path: Path, old: bytes | None, new: bytes) -> bool:
    """Replaces a file that still holds `old` (None: that does not exist); returns False without writing if it does not.

    The new content is first written under a name derived from the old content. Only one run at a time can hold that
    name, and releases it by renaming it to the file's own: of two updates of the same content the second is refused.
    """
    target = real_path(path)
    with _failing_for(path):
        if _is_special(target):
            _pour(target, (new,))
            return True
        if read_if_there(target) != old:
            return False
        _check_protection(path)
        with _complete(target, (new,)) as found:
            return _has_replaced(found, target, old)


def _has_replaced(found: "_Complete", target: Path, old: bytes | None) -> bool:
    claim = target.with_name(f"{_HIDDEN}{crc32(old or b'', crc32(os.fsencode(target.name))):08x}")
    until = time.monotonic() + _LONG
    while read_if_there(target) == old:
        if found.has_taken(claim):
            return _is_swapped(claim, target, old)
        if time.monotonic() > until:
            claim.unlink(missing_ok=True)
        time.sleep(_PAUSE)
    return False


def _is_swapped(claim: Path, target: Path, old: bytes | None) -> bool:
    """Renames a file over one that still holds `old`; otherwise deletes it."""
    try:
        if read_if_there(target) == old:
            claim.replace(target)
            return True
    except OSError:
        claim.unlink()
        raise
    claim.unlink()
    return False


def write_protected(path: Path) -> bool:
    """Whether the file exists and its permissions forbid writing; renaming would ignore them."""
    try:
        return not path.stat().st_mode & _WRITABLE
    except (OSError, ValueError):
        return False


def _check_protection(path: Path) -> None:
    if write_protected(path):
        raise FileError(path, "is write-protected; change its permissions first")


@contextmanager
def _failing_for(path: Path) -> Iterator[None]:
    """Raises errors of the system as FileErrors for that path."""
    try:
        yield
    except OSError as fault:
        raise FileError(path, reason(fault)) from fault


def _is_special(target: Path) -> bool:
    return target.exists() and not target.is_file() and not target.is_dir()


def _pour(target: Path, pieces: Iterable[bytes]) -> None:
    from agendacli.files.pipes import opened

    with os.fdopen(opened(target), "wb") as stream:
        stream.writelines(pieces)


def write_all(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Writes files into a folder, which is created if needed: all of them or none. Raises FileError.

    Each is complete before the first is renamed to its place, so that only an error of the file system while renaming
    could leave some new and some old.
    """
    make_folder(folder)
    targets = {real_path(folder / name): data for name, data in contents.items()}
    for each in filter(is_folder, targets):
        raise FileError(each, "is a folder")
    with _failing_for(folder), many_open(len(targets)) as all_open, ExitStack() as stack:
        ready = [
            (stack.enter_context(_complete(each, (data,), unnamed=all_open)), each) for each, data in targets.items()
        ]
        for found, target in ready:
            found.put(target)


@frozen
class _Complete:
    """A complete file that is not in its place yet: open, and unnamed or under a hidden name."""

    handle: int
    hidden: Path | None

    def has_taken(self, name: Path) -> bool:
        """Renames it unless the name is taken; returns whether it did."""
        try:
            if self.hidden:
                os.close(os.open(name, os.O_CREAT | os.O_EXCL))
                self.hidden.replace(name)
            else:  # a descriptor of the folder makes it follow links, although the path is absolute
                os.link(_DESCRIPTORS / str(self.handle), name, src_dir_fd=self.handle)
        except FileExistsError:
            return False
        return True

    def put(self, target: Path, own: Path | None = None) -> None:
        """Put it in its place, over what is there; `own` is a folder of ours on its disk, looked for if need be."""
        if self.hidden:
            self.hidden.replace(target)
        elif target.exists() or not self.has_taken(target):
            self._replace(target, own)

    def _replace(self, target: Path, own: Path | None) -> None:
        """Rename it to its place; only what has a name can be renamed."""
        name = self._named(target.parent, own)
        try:
            name.replace(target)
        finally:
            name.unlink(missing_ok=True)

    def _named(self, folder: Path, own: Path | None) -> Path:
        """Give it a name, which lasts for a moment, in our own folder if that can be."""
        name, own = f"{_HIDDEN}{os.urandom(8).hex()}", own or own_folder_beside(folder)
        if own:
            with suppress(OSError):  # two mounts of one disk
                self.has_taken(own / name)
                return own / name
        self.has_taken(folder / name)
        return folder / name


@contextmanager
def _complete(target: Path, pieces: Iterable[bytes], *, unnamed: bool = True) -> Iterator[_Complete]:
    """A file with that data and the target's permissions; deleted at the end unless it was put in place."""
    handle, hidden = _begun(target.parent, unnamed=unnamed)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.writelines(pieces)
            stream.flush()
            (hidden or _DESCRIPTORS / str(handle)).chmod(_mode(target))
            if hidden is None:  # open for as long as it is needed
                yield _Complete(handle, hidden)
        if hidden is not None:
            yield _Complete(handle, hidden)
    finally:
        if hidden:
            hidden.unlink(missing_ok=True)  # already gone if all went well


def _begun(folder: Path, *, unnamed: bool) -> tuple[int, Path | None]:
    """A new open file in a folder, unnamed if requested and supported."""
    if unnamed and _DESCRIPTORS.is_dir():
        with suppress(AttributeError, OSError):
            return os.open(folder, os.O_TMPFILE | os.O_WRONLY, 0o600), None
    import tempfile

    handle, name = tempfile.mkstemp(dir=folder, prefix=_HIDDEN)
    return handle, Path(name)


def temporary_copy(name: str, data: bytes) -> Path:
    """A file of that name and content in a new temporary folder. Raises FileError."""
    import tempfile

    try:
        copy = Path(tempfile.mkdtemp(prefix="agenda-")) / name
    except OSError as fault:
        raise FileError(str(fault.filename), reason(fault)) from fault
    write_whole(copy, data)
    return copy


@contextmanager
def temporary_folder(contents: Mapping[str, bytes]) -> Iterator[Path]:
    """A folder with these files, deleted afterwards. Raises FileError."""
    import tempfile

    with tempfile.TemporaryDirectory(prefix="agenda-") as folder:
        write_all(Path(folder), contents)
        yield Path(folder)


def forget_copy(copy: Path) -> None:
    """Removes a temporary copy with its folder and whatever an editor left there."""
    import shutil

    shutil.rmtree(copy.parent, ignore_errors=True)


def _mode(target: Path) -> int:
    """The permissions of the file that is replaced, or those of a new file."""
    if target.exists():
        return target.stat().st_mode & 0o7777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
