"""All disk access: where files are, and what is in them. Writing is in `writing`, which most commands do without."""

import os
import sys
from pathlib import Path
from stat import S_ISFIFO, S_ISREG
from typing import BinaryIO

CALENDAR_ENDING = ".ics"
DEFINITION_ENDINGS = (".yaml", ".yml", CALENDAR_ENDING)
PEOPLE = "people.yaml"
PLACES = "places.yaml"
WAIVERS = "waivers.yaml"
BESIDE = (PEOPLE, PLACES, WAIVERS)
"""What says something of the definitions beside it, and is none."""
STDIN = "-"

_MOST = 1 << 28
_PIECE = 1 << 20


class FileError(Exception):
    """A file or folder that cannot be read or written: the environment's fault, told in one line."""

    def __init__(self, path: Path | str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")


def bundled_folder() -> Path:
    """The folder of the events that come with the tool: inside the package, or beside `src` in a checkout."""
    inside = Path(__file__).resolve().parents[1] / "events"
    return inside if inside.is_dir() else Path(__file__).resolve().parents[3] / "events"


def named_path(name: str) -> Path:
    """The path that a user typed; a leading `~` is the home folder. Raises FileError."""
    try:
        return Path(name).expanduser()
    except RuntimeError as fault:
        raise FileError(name, "there is no such home folder; write the path out") from fault


def real_path(path: Path) -> Path:
    """The same file without links and `..`, however it was named. Raises FileError."""
    try:
        return Path(os.path.realpath(path))
    except (OSError, ValueError) as fault:
        raise FileError(path, reason(fault)) from fault


def is_folder(path: Path) -> bool:
    """Whether the path is a folder. Raises FileError where that cannot be known."""
    try:
        return path.is_dir()
    except OSError as fault:
        raise FileError(path, reason(fault)) from fault


def is_stream(name: str) -> bool:
    """Whether reading what a user typed may wait for somebody to write: standard input, a pipe, a device."""
    path = home_path(name)
    try:
        return name == STDIN or (path.exists() and not path.is_file() and not path.is_dir())
    except (OSError, ValueError):
        return False


def is_there(path: Path) -> bool:
    """Whether there is anything under that name, a broken link too. Raises FileError where that cannot be known."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except (OSError, ValueError) as fault:
        raise FileError(path, reason(fault)) from fault
    return True


def definitions_in(folder: Path) -> tuple[Path, ...]:
    """The definition files of a folder by name, without people.yaml, places.yaml, waivers.yaml and hidden files."""
    try:
        paths = sorted(folder.iterdir())
    except OSError as fault:
        raise FileError(folder, reason(fault)) from fault
    return tuple(path for path in paths if _is_definition(path.name))


def read_bytes(path: Path) -> bytes:
    """The bytes of a file, a pipe or a device that comes to an end. Raises FileError."""
    try:
        return _content(path)
    except (OSError, ValueError) as fault:
        raise FileError(path, reason(fault)) from fault


def read_if_there(path: Path) -> bytes | None:
    """The bytes of a file, None if there is none. Raises FileError for one that cannot be read."""
    try:
        return _content(path)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as fault:
        raise FileError(path, reason(fault)) from fault


def _content(path: Path) -> bytes:
    with open(path, "rb", opener=_at_once) as stream:
        found = os.fstat(stream.fileno())
        if S_ISREG(found.st_mode):
            _check_size(found.st_size, path)
            return stream.read()
        beginning = _awaited(stream.fileno(), path) if S_ISFIFO(found.st_mode) else b""
        os.set_blocking(stream.fileno(), True)
        return beginning + ended(stream, path)


def _awaited(handle: int, path: Path) -> bytes:
    from agendacli.files.pipes import awaited

    return awaited(handle, path)


def _at_once(path: str, flags: int) -> int:
    """Open a file; a pipe as well, even if nobody writes into it yet."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def ended(stream: BinaryIO, path: Path | str) -> bytes:
    """Everything that a stream holds. Raises FileError for one that does not end where any programme would."""
    pieces, size = [], 0
    while piece := stream.read(_PIECE):
        pieces.append(piece)
        size += len(piece)
        _check_size(size, path)
    return b"".join(pieces)


def standard_input() -> bytes:
    """Everything that standard input holds, as `ended` does."""
    return ended(sys.stdin.buffer, "standard input")


def _check_size(size: int, path: Path | str) -> None:
    if size > _MOST:
        raise FileError(path, f"is longer than {_MOST >> 20} MB, which no programme is")


def remove(path: Path) -> None:
    """Remove a file, if it is there. Raises FileError."""
    try:
        path.unlink(missing_ok=True)
    except OSError as fault:
        raise FileError(path, reason(fault)) from fault


def files_in(folder: Path, ending: str) -> dict[str, bytes]:
    """The bytes of the files of a folder whose names end so, by name; none where there is no such folder.

    Hidden ones are left out. Raises FileError.
    """
    try:
        found = sorted(folder.iterdir()) if folder.exists() else []
    except OSError as fault:
        raise FileError(folder, reason(fault)) from fault
    named = (each for each in found if each.name.endswith(ending) and not each.name.startswith("."))
    return {each.name: read_bytes(each) for each in named if each.is_file()}


def user_events_folder() -> tuple[str, ...]:
    """The folder of the user's own events, if it is there."""
    from platformdirs import user_data_path

    folder = user_data_path("agendacli") / "events"
    return (str(folder),) if folder.is_dir() else ()


def home_path(text: str) -> Path:
    """The path of a text, its `~` as the home folder where that is known."""
    try:
        return Path(text).expanduser()
    except RuntimeError:
        return Path(text)


def user_config_file() -> Path:
    """Where the user's config file is, if there is one."""
    from platformdirs import user_config_path

    return user_config_path("agendacli") / "config.toml"


def user_schedule_file() -> Path:
    """Where the user's own schedule is, if there is one."""
    from platformdirs import user_data_path

    return user_data_path("agendacli") / "schedule.txt"


def user_cache_folder() -> Path:
    """Where what can be made again is kept for the user."""
    from platformdirs import user_cache_path

    return user_cache_path("agendacli")


def paths_in(variable: str) -> list[str]:
    """The paths that a variable such as AGENDA_EVENTS holds, joined as in PATH."""
    return [path for path in variable.split(os.pathsep) if path]


def _is_definition(name: str) -> bool:
    return name.lower().endswith(DEFINITION_ENDINGS) and name not in BESIDE and not name.startswith(".")


def reason(fault: OSError | ValueError) -> str:
    """What is wrong, in the words of the system."""
    if isinstance(fault, ValueError):  # in words of its own with each Python
        return "a name with a NUL in it is no path"
    return (getattr(fault, "strerror", None) or str(fault)).lower()
