"""Paths to programmes, with everything that is wrong in them."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from agendacli.files.faults import FileError
from agendacli.files.folders import bundled_folder
from agendacli.files.paths import STDIN, is_there, named_path, real_path
from agendacli.files.reading import read_bytes
from agendacli.load.cache.entries import (
    Declared,
    OriginalFile,
    compile_declared,
    compile_file,
    declared_in,
    has_grown,
    said_in,
)
from agendacli.load.cache.store import Cache
from agendacli.load.loaded import Floating, Loaded, Texts, distinct
from agendacli.load.paths import PEOPLE, PLACES, WAIVERS, Lying, calendars_among, declarations, definitions, name_files
from agendacli.model.asked import Refusal
from agendacli.model.diagnostic import Diagnostic, in_order
from agendacli.model.people import Person
from agendacli.model.places import Gazetteer
from agendacli.model.programme import Programme
from agendacli.model.said import Said

if TYPE_CHECKING:
    from agendacli.formats.given import Given
    from agendacli.words.directory import Directory


def load(
    paths: Sequence[str],
    stdin: bytes | None = None,
    floating: Floating | None = None,
    kept: Cache | None = None,
) -> Loaded:
    """Everything under the paths: folders, definitions, `.ics` files, `bundled`, or `-` for standard input's bytes.

    What `kept` holds of a file that has not changed is taken from there, and what is read of a file is kept there.
    """
    reading = _Reading(stdin, floating, kept)
    for path in paths:
        reading.take(path)
    return reading.loaded()


def load_copies(copies: Iterable[tuple[str, Path]]) -> Loaded:
    """What copies of files say, each shown under the name that goes with it, beside what is declared beside them."""
    reading = _Reading()
    for shown, path in copies:
        reading.take_copy(shown, path)
    return reading.loaded()


def load_text(data: bytes, file: str) -> Loaded:
    """What a file would say if it held these bytes, beside the people.yaml and places.yaml that lie there."""
    reading = _Reading()
    reading.take_text(data, file, named_path(file).parent)
    return reading.loaded()


class _Reading:
    """One run over all paths; people.yaml and places.yaml of a folder are read once, before its definitions."""

    def __init__(self, stdin: bytes | None = None, floating: Floating | None = None, kept: Cache | None = None) -> None:
        self._stdin = stdin
        self._floating = floating or Floating()
        self._kept = kept
        self._diagnostics: list[Diagnostic] = []
        self._texts = Texts()
        self._problems: list[str] = []
        self._programmes: list[Programme] = []
        self._named: set[str] = set()
        self._seen: set[Path] = set()
        self._folders: dict[Path, None] = {}
        self._doubtful: set[Path] = set()
        self._declared = cache(self._find_declared)
        self._directory_of = cache(self._directory)

    def take(self, name: str) -> None:
        if name == STDIN:
            self.take_text(self._stdin or b"", "stdin", Path())
            return
        with self._noting_problems():
            found = definitions(name)
            calendars = calendars_among(found)
            if calendars and calendars[0][0] != name and self._take_vdir(name, calendars, are_all=calendars == found):
                found = [each for each in found if each not in calendars]
            for shown, path in found:
                if shown == name:
                    self._named.add(name)
                with self._noting_problems():
                    self._take_file(shown, path)

    def take_copy(self, shown: str, path: Path) -> None:
        self._named.add(shown)
        with self._noting_problems():
            self._take_file(shown, path)

    def loaded(self) -> Loaded:
        kept, notes = self._without_exports()
        found, taken = distinct(kept)
        return Loaded(
            tuple(each for each in found if not each.older or each.file in self._named),
            revisions=tuple(each for each in found if each.older and each.file not in self._named),
            diagnostics=in_order((*self._diagnostics, *taken)),
            texts=self._texts,
            problems=tuple(self._problems),
            places=self._gazetteer,
            notes=notes,
            persons=self._people,
        )

    def _without_exports(self) -> tuple[Sequence[Programme], tuple[str, ...]]:
        """The programmes that count, and what is told of the others."""
        if not calendars_among((each.file, Path(each.file)) for each in self._programmes):
            return self._programmes, ()
        from agendacli.load.exports import without_exports

        return without_exports(self._programmes, self._named)

    def _gazetteer(self) -> Gazetteer:
        return _joined(self._declared(folder).places for folder in self._folders or (bundled_folder(),))

    def _people(self) -> tuple[Person, ...]:
        found = (each for folder in self._folders or (bundled_folder(),) for each in self._declared(folder).people)
        return tuple({each.id: each for each in reversed(tuple(found))}.values())[::-1]

    @contextmanager
    def _noting_problems(self) -> Iterator[None]:
        try:
            yield
        except FileError as problem:
            self._problems.append(str(problem))

    def _take_file(self, shown: str, path: Path) -> None:
        real = real_path(path)
        if real in self._seen:
            return
        self._seen.add(real)
        self._texts.lie(shown, path)
        self._take_folder(path.parent)
        if path.name in (PEOPLE, PLACES, WAIVERS):  # as in `agenda check events/*.yaml`: read with their folder
            read_bytes(path)
        else:
            self._add(*self._kept_or_read(shown, path))

    def _take_folder(self, folder: Path) -> None:
        """Note a folder; what is wrong with what it declares is told first, whether or not anybody needs it."""
        if folder in self._folders:
            return
        self._folders[folder] = None
        with self._noting_problems():
            if is_there(folder / PEOPLE) or is_there(folder / PLACES):
                self._declared(folder)

    def _take_vdir(self, shown: str, calendars: Sequence[Lying], *, are_all: bool) -> bool:
        """Take the `.ics` files of a folder as one calendar, if they are one."""
        folder = calendars[0][1].parent
        lying = folder.absolute()
        name = str(lying), shown, "vdir"
        sources = (*(path.absolute() for _, path in calendars), *name_files(lying), *declarations(lying))
        settings = shown, self._floating.asked, str(are_all), *self._floating.traces
        key = self._kept.key(sources, *settings) if self._kept else None
        entry = self._kept.find(name, key) if self._kept else None
        found = said_in(entry, self._nothing(shown, folder)) if entry else None
        if found is None:
            from agendacli.load.vdirs import is_one_calendar

            if not is_one_calendar(folder, calendars, are_all=are_all):
                return False
            found = read = self._read_vdir(shown, folder, calendars)
            if self._kept and self._doubtful.isdisjoint((folder, bundled_folder())):
                self._kept.keep(name, key, lambda: compile_file(read))
        self._take_folder(folder)
        self._seen.update(real_path(path) for _, path in calendars)
        self._add(found)
        return True

    def _nothing(self, shown: str, folder: Path) -> OriginalFile:
        return OriginalFile(shown, bytes, partial(self._directory_of, folder))

    def _read_vdir(self, shown: str, folder: Path, calendars: Sequence[Lying]) -> Said:
        from agendacli.formats.table import one_calendar_of
        from agendacli.load.vdirs import folder_name, folder_title

        read = []
        for file, path in calendars:
            self._texts.lie(file, path)
            read.append(self._read(read_bytes(path), file, folder))
        return one_calendar_of(read, shown, folder_name(folder), folder_title(folder))

    def _kept_or_read(self, shown: str, path: Path) -> tuple[Said, ...]:
        """What a file says, calendar by calendar. One that holds several is not kept."""
        if self._kept is None or not _is_file(path):
            return self._read_each(read_bytes(path), shown, path.parent)
        lying = path.absolute()
        name = str(lying), shown
        key = self._kept.key((lying, *declarations(lying.parent)), shown, self._floating.asked, *self._floating.traces)
        entry = self._kept.find(name, key)
        found = said_in(entry, self._original(shown, lying, self._kept)) if entry else None
        if found:
            self._kept.keep(name, key, lambda: compile_file(found) if has_grown(found) else None)
            return (found,)
        first, *others = read = self._read_each(read_bytes(path), shown, path.parent)
        if not others and self._doubtful.isdisjoint((path.parent, bundled_folder())):
            self._kept.keep(name, key, lambda: compile_file(first))
        return read

    def _original(self, shown: str, path: Path, kept: Cache) -> OriginalFile:
        def data() -> bytes:
            found = read_bytes(path)
            if not kept.is_unchanged(path):
                raise FileError(shown, "has changed while it was read; run the command again")
            return found

        return OriginalFile(shown, data, partial(self._directory_of, path.parent))

    def take_text(self, data: bytes, shown: str, folder: Path) -> None:
        self._take_folder(folder)
        self._add(*self._read_each(data, shown, folder))

    def _add(self, *said: Said) -> None:
        self._programmes += [each.programme for each in said if each.programme]
        self._diagnostics += [found for each in said for found in each.diagnostics]

    def _read_each(self, data: bytes, shown: str, folder: Path) -> tuple[Said, ...]:
        """What the calendars say that a file holds, each of which may name itself; else what the file says."""
        from agendacli.formats.table import calendars_in

        parts, told = calendars_in(data, shown)
        if len(parts) == 1:
            return (self._read(data, shown, folder),)
        from agendacli.load.streams import called_by_title

        self._texts.hold(shown, data)
        found = called_by_title([self._read_calendar(each, shown, folder) for each in parts])
        return (*found, Said(None, told))

    def _read(self, data: bytes, shown: str, folder: Path) -> Said:
        from agendacli.formats.table import is_calendar, read_any

        self._texts.hold(shown, data)
        if is_calendar(data, shown):
            return self._read_calendar(data, shown, folder)
        found = read_any(self._given(data, shown, folder))
        if isinstance(found, Refusal):
            raise FileError(shown, str(found))
        return found

    def _given(self, data: bytes, shown: str, folder: Path) -> "Given":
        from agendacli.formats.given import Given

        wishes = self._floating
        return Given(data, shown, zone=wishes.asked, home=wishes.home, directory=partial(self._directory_of, folder))

    def _read_calendar(self, data: bytes, shown: str, folder: Path) -> Said:
        from agendacli.formats.table import read_any_calendar

        asked = self._floating.asked
        zone = asked or self._floating.home()
        return read_any_calendar(data, shown, zone, partial(self._directory_of, folder), insist=asked is not None)

    def _directory(self, folder: Path) -> "Directory":
        from agendacli.words.directory import Directory

        declared = self._declared(folder)
        return Directory(declared.people, declared.places)

    def _find_declared(self, folder: Path) -> Declared:
        """What a folder declares, and behind it what the bundled folder does."""
        found = self._kept_or_declared(folder)
        self._diagnostics += found.diagnostics
        return found

    def _kept_or_declared(self, folder: Path) -> Declared:
        if self._kept is None:
            return self._read_declared(folder)
        name, key = (str(folder.absolute() / PEOPLE), str(folder)), self._kept.key(declarations(folder.absolute()))
        entry = self._kept.find(name, key)
        found = declared_in(entry) if entry else None
        if found:
            return found
        read = self._read_declared(folder)
        if self._doubtful.isdisjoint((folder, bundled_folder())):
            self._kept.keep(name, key, lambda: compile_declared(read))
        return read

    def _read_declared(self, folder: Path) -> Declared:
        from agendacli.formats.table import read_people, read_places
        from agendacli.words.directory import Directory

        people, faults = read_people(*self._bytes_of(folder / PEOPLE))
        places, more = read_places(*self._bytes_of(folder / PLACES))
        bundled = bundled_folder()
        if real_path(folder) == real_path(bundled):
            return Declared(people, places, (*faults, *more))
        behind = self._declared(bundled)
        joined = Directory(people, places).followed_by(Directory(behind.people, behind.places))
        return Declared(joined.people, joined.gazetteer, (*faults, *more))

    def _bytes_of(self, path: Path) -> tuple[bytes, str]:
        with self._noting_problems():
            data = read_bytes(path) if _is_file(path) else b""
            self._texts.hold(str(path), data)
            return data, str(path)
        self._doubtful.add(path.parent)
        return b"", str(path)


def _is_file(path: Path) -> bool:
    """Whether that is a file, or something of which that cannot be known: then reading it tells why."""
    try:
        return path.is_file()
    except OSError:
        return True


def _joined(gazetteers: Iterable[Gazetteer]) -> Gazetteer:
    found = list(gazetteers)
    return Gazetteer(
        tuple(dict.fromkeys(city for each in found for city in each.cities)),
        tuple(dict.fromkeys(venue for each in found for venue in each.venues)),
        tuple(dict.fromkeys(transfer for each in found for transfer in each.transfers)),
        tuple(dict.fromkeys(room for each in found for room in each.rooms)),
    )
