"""Paths as people type them and where the tool keeps its files; what exists at a path, and removing it."""

import os
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from agendacli.answers.replaying import own_folder
from agendacli.files import FileError, reason

STDIN = "-"
_ADDRESS = r"(?i)(?:https?|webcals?)://"
_LISTED = rf"{_ADDRESS}[^/:]+(?::\d+)?(?:/[^{os.pathsep}]*)?|[^{os.pathsep}]+"


def is_address(text: str) -> bool:
    """Whether a text is an address on the web: `https://…`, or `webcal://…`, which calendars call it."""
    return "://" in text and re.match(_ADDRESS, text) is not None


def named_path(name: str) -> Path:
    """The path that a user typed; a leading `~` is the home folder. Raises FileError."""
    try:
        return Path(name).expanduser()
    except RuntimeError as fault:
        raise FileError(name, "there is no such home folder; write the path out") from fault


def home_path(text: str) -> Path:
    """The path of a text; a leading `~` is the home folder where that is known."""
    try:
        return Path(text).expanduser()
    except RuntimeError:
        return Path(text)


def real_path(path: Path) -> Path:
    """The path without links and `..`. Raises FileError."""
    try:
        return Path(os.path.realpath(path))
    except (OSError, ValueError) as fault:
        raise FileError(path, reason(fault)) from fault


def is_folder(path: Path) -> bool:
    """Whether the path is a folder. Raises FileError if that cannot be determined."""
    try:
        return path.is_dir()
    except OSError as fault:
        raise FileError(path, reason(fault)) from fault


def is_there(path: Path) -> bool:
    """Whether anything exists at a path, even a broken link. Raises FileError if that cannot be determined."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except (OSError, ValueError) as fault:
        raise FileError(path, reason(fault)) from fault
    return True


def may_be_file(path: Path) -> bool:
    """Whether the path is a file, or cannot be examined: then reading it reports why."""
    try:
        return path.is_file()
    except OSError:
        return True


def is_stream(name: str) -> bool:
    """Whether reading it may wait for a writer: standard input, a pipe, a device."""
    path = home_path(name)
    try:
        return name == STDIN or (path.exists() and not path.is_file() and not path.is_dir())
    except (OSError, ValueError):
        return False


def paths_in(variable: str) -> list[str]:
    """The paths in a variable such as AGENDA_EVENTS, separated as in PATH; an address may be among them."""
    if "://" not in variable:  # usually: every run begins with this
        return list(filter(None, variable.split(os.pathsep)))
    return re.findall(_LISTED, variable)


def remove(path: Path) -> None:
    """Removes a file, if it exists. Raises FileError."""
    try:
        path.unlink(missing_ok=True)
    except OSError as fault:
        raise FileError(path, reason(fault)) from fault


@cache
def bundled_folder() -> Path:
    """The folder of the bundled events: inside the package, or beside `src` in a checkout."""
    package = Path(__file__).resolve().parents[1]
    inside = package / "events"
    return inside if inside.is_dir() else package.parents[1] / "events"


def user_events_folder() -> tuple[str, ...]:
    """The folder of the user's own events, if it exists."""
    folder = _own_folder("data") / "events"
    return (str(folder),) if folder.is_dir() else ()


def user_config_file() -> Path:
    """The path of the user's config file; it may not exist."""
    return _own_folder("config") / "config.toml"


def user_schedule_file() -> Path:
    """The path of the user's schedule; it may not exist."""
    return _own_folder("data") / "schedule.txt"


def user_cache_folder() -> Path:
    """The user's cache folder."""
    return _own_folder("cache")


def cache_folder(environment: Mapping[str, str]) -> Path | None:
    """The cache folder of a run: that of AGENDA_CACHE, else the user's own; None for `off`."""
    named = environment.get("AGENDA_CACHE")
    return None if named == "off" else home_path(named) if named else user_cache_folder()


def _own_folder(kind: str) -> Path:
    """The user's folder for what this tool keeps of that kind; platformdirs finds it where the variables do not tell.

    It is asked for it last: importing it costs a twentieth of a quick run.
    """
    found = own_folder(kind) if os.name == "posix" else ""
    if found:
        return Path(found)
    import platformdirs

    path: Path = getattr(platformdirs, f"user_{kind}_path")("agendacli")
    return path
