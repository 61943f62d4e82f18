"""The files of a path that a user gives: a file, the definitions of a folder, the bundled events."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from agendacli.files import FileError
from agendacli.files.paths import bundled_folder, is_folder, named_path
from agendacli.files.reading import listing
from agendacli.formats import CALENDAR_ENDING, DEFINITION_ENDINGS

BUNDLED = "bundled"
PEOPLE, PLACES, WAIVERS = BESIDE = ("people.yaml", "places.yaml", "waivers.yaml")
"""The files that declare something for the definitions beside them."""
_NAME, _COLOR = "displayname", "color"

Lying = tuple[str, Path]
"""The displayed name of a file, and its path."""


def definitions(name: str) -> list[Lying]:
    """The files of a path, each with its displayed name. Raises FileError."""
    path = bundled_folder() if name == BUNDLED else named_path(name)
    if not is_folder(path):
        return [(name, path)]
    found = definitions_in(path)
    if not found:
        way = _other_formats(path) or "it needs `.yaml` files with a `title` and `days`"
        raise FileError(name, f"no definitions in this folder; {way}")
    return [(str(each), each) for each in found]


def _other_formats(folder: Path) -> str:
    """What to do with a folder that holds sheets or schedules: these are read where they are named themselves."""
    from agendacli.formats.file_formats import OTHER_ENDINGS

    named = next((each for each in listing(folder) if each.name.lower().endswith(OTHER_ENDINGS)), None)
    return f"name what it holds by itself, as with `-e {named}`" if named else ""


def declarations(folder: Path) -> tuple[Path, ...]:
    """The files that may declare persons and places for the definitions of a folder, those of the bundled one last."""
    folders = dict.fromkeys((folder, bundled_folder()))
    return tuple(each / name for each in folders for name in (PEOPLE, PLACES))


def sources(names: Iterable[str]) -> Iterator[Path]:
    """Every file from which the events of these paths are read. Raises FileError."""
    found = [path for name in names for _, path in definitions(name)]
    yield from found
    for folder in dict.fromkeys((*(each.parent for each in found), bundled_folder())):
        yield from (*declarations(folder)[:2], *name_files(folder))


def calendars_among(found: Iterable[Lying]) -> list[Lying]:
    """The files whose names are those of calendars."""
    return [each for each in found if each[1].name.lower().endswith(CALENDAR_ENDING)]


def name_files(folder: Path) -> tuple[Path, Path]:
    """The files that mark a folder as one calendar."""
    return folder / _NAME, folder / _COLOR


def definitions_in(folder: Path) -> tuple[Path, ...]:
    """The definition files of a folder by name, without people.yaml, places.yaml, waivers.yaml and hidden files."""
    return tuple(path for path in listing(folder) if _is_definition(path.name))


def _is_definition(name: str) -> bool:
    return name.lower().endswith(DEFINITION_ENDINGS) and name not in BESIDE and not name.startswith(".")
