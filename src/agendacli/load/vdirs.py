"""Folders that are one calendar, and their names."""

from collections.abc import Sequence
from pathlib import Path

from agendacli.files.paths import is_there, real_path
from agendacli.files.reading import read_bytes, read_if_there
from agendacli.load.paths import Lying, name_files


def is_one_calendar(folder: Path, calendars: Sequence[Lying], *, are_all: bool) -> bool:
    """Whether the `.ics` files of a folder are one calendar. Raises FileError.

    They are if a `displayname` or a `color` lies beside them; and if they `are_all` of its definitions and each holds
    one item, is named by its UID and names no calendar.
    """
    if any(is_there(each) for each in name_files(folder)):
        return True
    from agendacli.formats.table import is_vdir_item

    found: set[bool | None] = set()
    for _, path in calendars if are_all else ():
        found.add(is_vdir_item(read_bytes(path), path.name))
        if False in found:
            break
    return True in found and False not in found


def folder_name(folder: Path) -> str:
    """The name of a folder, however it was typed. Raises FileError."""
    return real_path(folder).name


def folder_title(folder: Path) -> str:
    """The title of a folder's calendar: its `displayname`, else the name of the folder. Raises FileError."""
    said = read_if_there(name_files(folder)[0]) or b""
    return " ".join(said.decode("utf-8", "replace").split()) or folder_name(folder)
