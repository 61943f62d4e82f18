"""All disk access: find definitions, read bytes, write whole files or none."""

import os
from contextlib import suppress
from pathlib import Path

DEFINITION_ENDINGS = (".yaml", ".yml")
PEOPLE = "people.yaml"
PLACES = "places.yaml"
STDIN = "-"


class FileError(Exception):
    """A file or folder that cannot be read or written: the environment's fault, told in one line."""

    def __init__(self, path: Path | str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")


def bundled_folder() -> Path:
    """The folder of the events that come with the tool: inside the package, or beside `src` in a checkout."""
    inside = Path(__file__).resolve().parent / "events"
    return inside if inside.is_dir() else Path(__file__).resolve().parents[2] / "events"


def definitions_in(folder: Path) -> tuple[Path, ...]:
    """The definition files of a folder by name, without people.yaml, places.yaml and hidden files."""
    try:
        paths = sorted(folder.iterdir())
    except OSError as fault:
        raise FileError(folder, _reason(fault)) from fault
    return tuple(path for path in paths if _is_definition(path.name))


def read_bytes(path: Path) -> bytes:
    """The bytes of a file. Raises FileError."""
    try:
        return path.read_bytes()
    except OSError as fault:
        raise FileError(path, _reason(fault)) from fault


def write_whole(path: Path, data: bytes) -> None:
    """Write a file whole or not at all: into a temporary file beside it, then renamed over it. Raises FileError."""
    import tempfile

    target = path.resolve() if path.is_symlink() else path
    try:
        handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    except OSError as fault:
        raise FileError(path, _reason(fault)) from fault
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        Path(temporary).chmod(_mode(target))
        os.replace(temporary, target)  # noqa: PTH105 (the one call that replaces atomically everywhere)
    except OSError as fault:
        with suppress(OSError):
            Path(temporary).unlink()
        raise FileError(path, _reason(fault)) from fault


def user_events_folder() -> tuple[str, ...]:
    """The folder of the user's own events, if it is there."""
    from platformdirs import user_data_path

    folder = user_data_path("agendacli") / "events"
    return (str(folder),) if folder.is_dir() else ()


def paths_in(variable: str) -> list[str]:
    """The paths that a variable such as AGENDA_EVENTS holds, joined as in PATH."""
    return [path for path in variable.split(os.pathsep) if path]


def _is_definition(name: str) -> bool:
    return name.endswith(DEFINITION_ENDINGS) and name not in (PEOPLE, PLACES) and not name.startswith(".")


def _mode(target: Path) -> int:
    """The permissions of the file that is replaced, or those that a new file would get."""
    if target.exists():
        return target.stat().st_mode & 0o7777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _reason(fault: OSError) -> str:
    return (fault.strerror or str(fault)).lower()
