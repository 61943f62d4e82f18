"""Documents that a definition names: their files as seen from its folder."""

import os
from pathlib import Path, PurePath

from agendacli.files.paths import STDIN, is_address, is_there, named_path, real_path


def name_beside(typed: str, folder: Path) -> str | None:
    """The name of a file that a user typed, for a definition in that folder; of standard input there is none.

    A whole path and an address stay as they are.
    """
    if typed == STDIN:
        return None
    path = Path(typed) if is_address(typed) else named_path(typed)
    if is_address(typed) or path.is_absolute():
        return typed
    try:
        seen = os.path.relpath(real_path(path.parent) / path.name, real_path(folder))
    except ValueError:  # another drive of Windows
        return typed
    return PurePath(seen).as_posix()


def path_beside(name: str, folder: Path) -> Path:
    """The file that a definition in that folder names.

    Where it does not lie there, it may have been named from where a command ran, or moved beside the definition.
    """
    path = named_path(name)
    tries = (folder / path, path, folder / path.name)
    return next((each for each in tries if is_there(each)), tries[0])
