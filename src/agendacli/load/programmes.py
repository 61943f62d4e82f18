"""Loads programmes from paths, with all their diagnostics."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from agendacli.files import FileError
from agendacli.files.paths import STDIN, may_be_file, named_path, real_path
from agendacli.files.reading import read_bytes
from agendacli.load.cache.entries import OriginalFile, compile_file, said_in
from agendacli.load.cache.store import Cache
from agendacli.load.declarations import Declarations
from agendacli.load.file_entries import FileEntries
from agendacli.load.loaded import Loaded, Texts, Unsaid, distinct, noting
from agendacli.load.paths import PEOPLE, PLACES, WAIVERS, Lying, calendars_among, declarations, definitions, name_files
from agendacli.model.asked import Refusal
from agendacli.model.diagnostic import Diagnostic, in_order
from agendacli.model.programme import Programme
from agendacli.model.said import Said

if TYPE_CHECKING:
    from agendacli.files.web.copies import WebCopy
    from agendacli.formats.given import Given


def load(
    paths: Sequence[str],
    stdin: bytes | None = None,
    unsaid: Unsaid | None = None,
    kept: Cache | None = None,
    *,
    copies: "Mapping[str, WebCopy] | None" = None,
) -> Loaded:
    """Everything under the paths: folders, definitions, `.ics` files, `bundled`, or `-` for standard input's bytes.

    Unchanged files are taken from `kept`, and what is read is stored there.
    `copies` has what lies at those of the paths that are addresses.
    """
    reading = _Reading(stdin, unsaid, kept, copies)
    for path in paths:
        reading.take(path)
    return reading.loaded()


def load_copies(copies: Iterable[tuple[str, Path]]) -> Loaded:
    """The programmes in copies of files, shown under the names given with them, with the declarations beside them."""
    reading = _Reading()
    for shown, path in copies:
        reading.take_copy(shown, path)
    return reading.loaded()


def load_text(data: bytes, file: str) -> Loaded:
    """The programme that a file with these bytes would hold, with people.yaml and places.yaml of its folder."""
    reading = _Reading()
    reading.take_text(data, file, named_path(file).parent)
    return reading.loaded()


class _Reading:
    """One run over all paths; the declarations of a folder are read before its definitions."""

    def __init__(
        self,
        stdin: bytes | None = None,
        unsaid: Unsaid | None = None,
        kept: Cache | None = None,
        copies: "Mapping[str, WebCopy] | None" = None,
    ) -> None:
        self._stdin = stdin
        self._copies = copies or {}
        self._unsaid = unsaid or Unsaid()
        self._kept = kept
        self._diagnostics: list[Diagnostic] = []
        self._texts = Texts()
        self._problems: list[str] = []
        self._programmes: list[Programme] = []
        self._named: set[str] = set()
        self._seen: set[Path] = set()
        self._declared = Declarations(kept, self._texts, self._problems)

    def take(self, name: str) -> None:
        if name == STDIN:
            self.take_text(self._stdin or b"", "stdin", Path())
            return
        if copy := self._copies.get(name):
            self._take_web_copy(copy)
            return
        with noting(self._problems):
            found = definitions(name)
            calendars = calendars_among(found)
            if calendars and calendars[0][0] != name and self._take_vdir(name, calendars, are_all=calendars == found):
                found = [each for each in found if each not in calendars]
            for shown, path in found:
                if shown == name:
                    self._named.add(name)
                with noting(self._problems):
                    self._take_file(shown, path)

    def _take_web_copy(self, copy: "WebCopy") -> None:
        """Take what lies at an address."""
        if copy.path is None:
            self._named.add(copy.shown)
            self.take_text(copy.data, copy.shown, Path())
        else:
            self.take_copy(copy.shown, copy.path)

    def take_copy(self, shown: str, path: Path) -> None:
        self._named.add(shown)
        with noting(self._problems):
            self._take_file(shown, path)

    def loaded(self) -> Loaded:
        kept, notes = self._without_exports()
        found, taken = distinct(kept)
        return Loaded(
            tuple(each for each in found if not each.older or each.file in self._named),
            revisions=tuple(each for each in found if each.older and each.file not in self._named),
            diagnostics=in_order((*self._diagnostics, *self._declared.diagnostics, *taken)),
            texts=self._texts,
            problems=tuple(self._problems),
            places=self._declared.places,
            notes=notes,
            persons=self._declared.people,
            settings=self._unsaid.settings,
        )

    def _without_exports(self) -> tuple[Sequence[Programme], tuple[str, ...]]:
        """The programmes that count, and notes about the others."""
        if not calendars_among((each.file, Path(each.file)) for each in self._programmes):
            return self._programmes, ()
        from agendacli.load.exports import without_exports

        return without_exports(self._programmes, self._named)

    def _take_file(self, shown: str, path: Path) -> None:
        real = real_path(path)
        if real in self._seen:
            return
        self._seen.add(real)
        self._texts.lie(shown, path)
        self._declared.take(path.parent)
        if path.name in (PEOPLE, PLACES, WAIVERS):  # as in `agenda check events/*.yaml`: read with their folder
            read_bytes(path)
        else:
            self._add(*self._kept_or_read(shown, path))

    def _take_vdir(self, shown: str, calendars: Sequence[Lying], *, are_all: bool) -> bool:
        """Reads the `.ics` files of a folder as one calendar, if they are one; returns whether they are."""
        folder = calendars[0][1].parent
        lying = folder.absolute()
        name = str(lying), shown, "vdir"
        sources = (*(path.absolute() for _, path in calendars), *name_files(lying), *declarations(lying))
        settings = shown, str(are_all), *self._unsaid.settings
        key = self._kept.key(sources, *settings) if self._kept else None
        entry = self._kept.find(name, key) if self._kept else None
        found = said_in(entry, self._nothing(shown, folder)) if entry else None
        if found is None:
            from agendacli.load.vdirs import is_one_calendar

            if not is_one_calendar(folder, calendars, are_all=are_all):
                return False
            found = read = self._read_vdir(shown, folder, calendars)
            if self._kept and self._declared.are_read(folder):
                self._kept.keep(name, key, lambda: compile_file(read))
        self._declared.take(folder)
        self._seen.update(real_path(path) for _, path in calendars)
        self._add(found)
        return True

    def _nothing(self, shown: str, folder: Path) -> OriginalFile:
        return OriginalFile(shown, lambda *_: b"", partial(self._declared.directory_of, folder))

    def _read_vdir(self, shown: str, folder: Path, calendars: Sequence[Lying]) -> Said:
        from agendacli.formats.table import one_calendar_of
        from agendacli.load.vdirs import folder_name, folder_title

        read = []
        for file, path in calendars:
            self._texts.lie(file, path)
            read.append(self._read(read_bytes(path), file, folder))
        return one_calendar_of(read, shown, folder_name(folder), folder_title(folder))

    def _kept_or_read(self, shown: str, path: Path) -> tuple[Said, ...]:
        """What a file says, calendar by calendar."""
        if self._kept is None or not may_be_file(path):
            return self._read_each(read_bytes(path), shown, path.parent)
        lying = path.absolute()
        key = self._kept.key((lying, *declarations(lying.parent)), shown, *self._unsaid.settings)
        entries = FileEntries(self._kept, shown, lying, key)
        found = entries.find(partial(self._declared.directory_of, path.parent))
        if found:
            return found
        read = self._read_each(read_bytes(path), shown, path.parent)
        if self._declared.are_read(path.parent):
            entries.keep(read)
        return read

    def take_text(self, data: bytes, shown: str, folder: Path) -> None:
        self._declared.take(folder)
        with noting(self._problems):
            self._add(*self._read_each(data, shown, folder))

    def _add(self, *said: Said) -> None:
        self._programmes += [each.programme for each in said if each.programme]
        self._diagnostics += [found for each in said for found in each.diagnostics]

    def _read_each(self, data: bytes, shown: str, folder: Path) -> tuple[Said, ...]:
        """The content of each calendar in a file, which may have its own name; else that of the file."""
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

        unsaid = self._unsaid
        return Given(
            data,
            shown,
            zone=unsaid.asked,
            home=unsaid.home,
            directory=partial(self._declared.directory_of, folder),
            columns=unsaid.columns,
            day_first=unsaid.day_first,
        )

    def _read_calendar(self, data: bytes, shown: str, folder: Path) -> Said:
        from agendacli.formats.table import read_any_calendar

        asked = self._unsaid.asked
        zone = asked or self._unsaid.home()
        directory = partial(self._declared.directory_of, folder)
        return read_any_calendar(data, shown, zone, directory, insist=asked is not None)
