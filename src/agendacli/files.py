"""All disk access: find definitions, read bytes, write whole files or none."""

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

CALENDAR_ENDING = ".ics"
DEFINITION_ENDINGS = (".yaml", ".yml", CALENDAR_ENDING)
PEOPLE = "people.yaml"
PLACES = "places.yaml"
WAIVERS = "waivers.yaml"
BESIDE = (PEOPLE, PLACES, WAIVERS)
"""What says something of the definitions beside it, and is none."""
STDIN = "-"


class FileError(Exception):
    """A file or folder that cannot be read or written: the environment's fault, told in one line."""

    def __init__(self, path: Path | str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")


def bundled_folder() -> Path:
    """The folder of the events that come with the tool: inside the package, or beside `src` in a checkout."""
    inside = Path(__file__).resolve().parent / "events"
    return inside if inside.is_dir() else Path(__file__).resolve().parents[2] / "events"


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
        raise FileError(path, _reason(fault)) from fault


def is_folder(path: Path) -> bool:
    """Whether the path is a folder. Raises FileError where that cannot be known."""
    try:
        return path.is_dir()
    except OSError as fault:
        raise FileError(path, _reason(fault)) from fault


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
        raise FileError(path, _reason(fault)) from fault
    return True


def definitions_in(folder: Path) -> tuple[Path, ...]:
    """The definition files of a folder by name, without people.yaml, places.yaml, waivers.yaml and hidden files."""
    try:
        paths = sorted(folder.iterdir())
    except OSError as fault:
        raise FileError(folder, _reason(fault)) from fault
    return tuple(path for path in paths if _is_definition(path.name))


def read_bytes(path: Path) -> bytes:
    """The bytes of a file. Raises FileError."""
    try:
        return path.read_bytes()
    except (OSError, ValueError) as fault:
        raise FileError(path, _reason(fault)) from fault


def read_if_there(path: Path) -> bytes | None:
    """The bytes of a file, None if there is none. Raises FileError for one that cannot be read."""
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as fault:
        raise FileError(path, _reason(fault)) from fault


def make_folder(path: Path) -> None:
    """Make a folder and those above it, if they are not there. Raises FileError."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise FileError(path, _reason(fault)) from fault


def make_private_folder(path: Path) -> None:
    """Make a folder that only this user may look into, and those above it, if they are not there. Raises FileError."""
    make_folder(path.parent)
    try:
        path.mkdir(mode=0o700, exist_ok=True)
    except OSError as fault:
        raise FileError(path, _reason(fault)) from fault


def write_whole(path: Path, data: bytes) -> None:
    """Write a file whole or not at all: into a temporary file beside it, then renamed over it. Raises FileError.

    What is no file (`/dev/null`, a named pipe) is written to and stays what it is.
    """
    write_pieces(path, (data,))


def write_pieces(path: Path, pieces: Iterable[bytes]) -> None:
    """Write a file as `write_whole` does, of pieces that are asked for one by one: never all of them in memory."""
    target = real_path(path)
    try:
        if target.exists() and not target.is_file():
            with target.open("wb") as stream:
                stream.writelines(pieces)
        else:
            with _prepared(target, pieces) as temporary:
                temporary.replace(target)
    except OSError as fault:
        raise FileError(path, _reason(fault)) from fault


def remove(path: Path) -> None:
    """Remove a file, if it is there. Raises FileError."""
    try:
        path.unlink(missing_ok=True)
    except OSError as fault:
        raise FileError(path, _reason(fault)) from fault


def files_in(folder: Path, ending: str) -> dict[str, bytes]:
    """The bytes of the files of a folder whose names end so, by name; none where there is no such folder.

    Hidden ones are left out. Raises FileError.
    """
    try:
        found = sorted(folder.iterdir()) if folder.exists() else []
    except OSError as fault:
        raise FileError(folder, _reason(fault)) from fault
    named = (each for each in found if each.name.endswith(ending) and not each.name.startswith("."))
    return {each.name: read_bytes(each) for each in named if each.is_file()}


def write_all(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Write files into a folder, which is made if it is not there, all of them or none. Raises FileError.

    Each is complete in a temporary file before the first takes its name, so that only a fault of the file system in
    the middle of renaming could leave some new and some old.
    """
    make_folder(folder)
    targets = {real_path(folder / name): data for name, data in contents.items()}
    for each in filter(is_folder, targets):
        raise FileError(each, "is a folder")
    try:
        with ExitStack() as stack:
            ready = [(stack.enter_context(_prepared(each, (data,))), each) for each, data in targets.items()]
            for temporary, target in ready:
                temporary.replace(target)
    except OSError as fault:
        raise FileError(folder, _reason(fault)) from fault


@contextmanager
def _prepared(target: Path, pieces: Iterable[bytes]) -> Iterator[Path]:
    """A temporary file beside the target with its data and permissions; it is gone in the end, unless renamed."""
    import tempfile

    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".agenda-")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.writelines(pieces)
        temporary.chmod(_mode(target))
        yield temporary
    finally:
        temporary.unlink(missing_ok=True)  # gone already if all went well


def temporary_copy(name: str, data: bytes) -> Path:
    """A file of that name and content in a new folder for temporary files. Raises FileError."""
    import tempfile

    try:
        copy = Path(tempfile.mkdtemp(prefix="agenda-")) / name
    except OSError as fault:
        raise FileError(str(fault.filename), _reason(fault)) from fault
    write_whole(copy, data)
    return copy


def forget_copy(copy: Path) -> None:
    """Remove a temporary copy with its folder and whatever an editor left there."""
    import shutil

    shutil.rmtree(copy.parent, ignore_errors=True)


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


def _mode(target: Path) -> int:
    """The permissions of the file that is replaced, or those that a new file would get."""
    if target.exists():
        return target.stat().st_mode & 0o7777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _reason(fault: OSError | ValueError) -> str:
    return (getattr(fault, "strerror", None) or str(fault)).lower()
