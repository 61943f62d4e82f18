"""What people.yaml and places.yaml declare for the definitions beside them, read once per folder."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from agendacli.files.paths import bundled_folder, is_there, may_be_file, real_path
from agendacli.files.reading import read_bytes
from agendacli.load.cache.entries import Declared, compile_values, values_in
from agendacli.load.cache.store import Cache
from agendacli.load.loaded import Texts, noting
from agendacli.load.paths import PEOPLE, PLACES, declarations
from agendacli.model.diagnostic import Diagnostic
from agendacli.model.people import Person
from agendacli.model.places import Gazetteer

if TYPE_CHECKING:
    from agendacli.words.directory import Directory


class Declarations:
    """The persons and places that the folders of a run declare; the bundled ones are the fallback of each folder."""

    def __init__(self, kept: Cache | None, texts: Texts, problems: list[str]) -> None:
        self.diagnostics: list[Diagnostic] = []
        self.directory_of = cache(self._directory)
        self._kept = kept
        self._texts = texts
        self._problems = problems
        self._folders: dict[Path, None] = {}
        self._unreadable: set[Path] = set()
        self._of = cache(self._found)

    def take(self, folder: Path) -> None:
        """Adds a folder; its declarations are checked first, whether or not they are needed."""
        if folder in self._folders:
            return
        self._folders[folder] = None
        with noting(self._problems):
            if is_there(folder / PEOPLE) or is_there(folder / PLACES):
                self._of(folder)

    def are_read(self, folder: Path) -> bool:
        """Whether all declarations of a folder could be read: otherwise nothing made with them may be cached."""
        return self._unreadable.isdisjoint((folder, bundled_folder()))

    def places(self) -> Gazetteer:
        """The places of all folders."""
        return _joined(self._of(folder).places for folder in self._folders or (bundled_folder(),))

    def people(self) -> tuple[Person, ...]:
        """The persons of all folders, the first of each id."""
        found = (each for folder in self._folders or (bundled_folder(),) for each in self._of(folder).people)
        return tuple({each.id: each for each in reversed(tuple(found))}.values())[::-1]

    def _directory(self, folder: Path) -> "Directory":
        from agendacli.words.directory import Directory

        declared = self._of(folder)
        return Directory(declared.people, declared.places)

    def _found(self, folder: Path) -> Declared:
        """What a folder declares, with the bundled folder as fallback."""
        found = self._kept_or_read(folder)
        self.diagnostics += found.diagnostics
        return found

    def _kept_or_read(self, folder: Path) -> Declared:
        if self._kept is None:
            return self._read(folder)
        name, key = (str(folder.absolute() / PEOPLE), str(folder)), self._kept.key(declarations(folder.absolute()))
        found = values_in(self._kept.find(name, key), Declared._fields)
        if found:
            return Declared(*found)
        read = self._read(folder)
        if self.are_read(folder):
            self._kept.keep(name, key, lambda: compile_values(read._asdict()))
        return read

    def _read(self, folder: Path) -> Declared:
        from agendacli.formats.table import read_people, read_places
        from agendacli.words.directory import Directory

        people, faults = read_people(*self._bytes_of(folder / PEOPLE))
        places, more = read_places(*self._bytes_of(folder / PLACES))
        bundled = bundled_folder()
        if real_path(folder) == real_path(bundled):
            return Declared(people, places, (*faults, *more))
        behind = self._of(bundled)
        joined = Directory(people, places).followed_by(Directory(behind.people, behind.places))
        return Declared(joined.people, joined.gazetteer, (*faults, *more))

    def _bytes_of(self, path: Path) -> tuple[bytes, str]:
        with noting(self._problems):
            data = read_bytes(path) if may_be_file(path) else b""
            self._texts.hold(str(path), data)
            return data, str(path)
        self._unreadable.add(path.parent)
        return b"", str(path)


def directory_beside(folder: Path) -> "Directory":
    """A directory of what a folder declares, with the bundled folder as fallback."""
    return Declarations(None, Texts(), []).directory_of(folder)


def _joined(gazetteers: Iterable[Gazetteer]) -> Gazetteer:
    found = list(gazetteers)
    return Gazetteer(
        tuple(dict.fromkeys(city for each in found for city in each.cities)),
        tuple(dict.fromkeys(venue for each in found for venue in each.venues)),
        tuple(dict.fromkeys(transfer for each in found for transfer in each.transfers)),
        tuple(dict.fromkeys(room for each in found for room in each.rooms)),
    )
