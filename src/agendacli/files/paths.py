"""Paths as people type them, what exists at a path, and removing it."""

import os
import re
from pathlib import Path

from agendacli.files.faults import FileError, reason

STDIN = "-"
_ADDRESS = re.compile(r"(?:https?|webcals?)://", re.IGNORECASE)
_LISTED = re.compile(rf"(?:https?|webcals?)://[^/:]+(?::\d+)?(?:/[^{os.pathsep}]*)?|[^{os.pathsep}]+", re.IGNORECASE)


def is_address(text: str) -> bool:
    """Whether a text is an address on the web: `https://…`, or `webcal://…`, which calendars call it."""
    return _ADDRESS.match(text) is not None


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
    return _LISTED.findall(variable)


def remove(path: Path) -> None:
    """Removes a file, if it exists. Raises FileError."""
    try:
        path.unlink(missing_ok=True)
    except OSError as fault:
        raise FileError(path, reason(fault)) from fault
