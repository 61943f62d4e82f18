"""Paths to programmes, with everything that is wrong in them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from agendacli import files
from agendacli.files import CALENDAR_ENDING, PEOPLE, PLACES, FileError
from agendacli.model.codes import DUPLICATE_ID, EMPTY
from agendacli.model.diagnostic import Diagnostic, Note, has_errors, in_order
from agendacli.model.people import Person
from agendacli.model.places import Gazetteer
from agendacli.model.programme import Programme
from agendacli.model.span import Span
from agendacli.source.decode import decode_programme
from agendacli.source.decode_directory import decode_people, decode_places
from agendacli.source.directory import Directory
from agendacli.source.encoding import read_text, shown_text
from agendacli.source.findings import Findings
from agendacli.source.nodes import Node
from agendacli.source.yaml_reader import read_nodes

BUNDLED = "bundled"


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was read: programmes by id (older revisions of a folder apart), places, diagnostics in order, and the texts.

    `texts` holds the text of every file that a diagnostic speaks of, for showing its line. `problems` are paths that
    could not be read at all.
    """

    programmes: tuple[Programme, ...] = ()
    revisions: tuple[Programme, ...] = ()
    gazetteer: Gazetteer = field(default_factory=Gazetteer)
    diagnostics: tuple[Diagnostic, ...] = ()
    texts: dict[str, str] = field(default_factory=dict)
    problems: tuple[str, ...] = ()

    @property
    def is_sound(self) -> bool:
        """Whether everything was read and nothing in it is an error."""
        return not self.problems and not has_errors(self.diagnostics)


@dataclass(frozen=True, slots=True)
class Floating:
    """The zone in which an `.ics` without zones is read: the one asked for, else its own, else that at `home`."""

    asked: str | None = None
    home: Callable[[], str] = lambda: "UTC"


def load(paths: Sequence[str], stdin: bytes | None = None, floating: Floating | None = None) -> Loaded:
    """Everything under the paths: folders, definitions, `.ics` files, `bundled`, or `-` for standard input's bytes."""
    reading = _Reading(stdin, floating or Floating())
    for path in paths:
        reading.take(path)
    return reading.loaded()


def load_text(data: bytes, file: str) -> Loaded:
    """What a file would say if it held these bytes, beside the people.yaml and places.yaml that lie there."""
    reading = _Reading(None, Floating())
    reading.take_text(data, file, files.named_path(file).parent)
    return reading.loaded()


class _Reading:
    """One run over all paths; people.yaml and places.yaml of a folder are read once, before its definitions."""

    def __init__(self, stdin: bytes | None, floating: Floating) -> None:
        self._stdin = stdin
        self._floating = floating
        self._findings = Findings()
        self._texts: dict[str, str] = {}
        self._problems: list[str] = []
        self._programmes: list[Programme] = []
        self._named: set[str] = set()
        self._seen: set[Path] = set()
        self._folders: dict[Path, None] = {}
        self._directory_of = cache(self._read_directory)

    def take(self, name: str) -> None:
        if name == files.STDIN:
            self.take_text(self._stdin or b"", "stdin", Path())
            return
        with self._noting_problems():
            for shown, path in self._definitions(name):
                with self._noting_problems():
                    self._take_file(shown, path)

    def loaded(self) -> Loaded:
        gazetteers = [self._directory_of(folder).gazetteer for folder in self._folders or (files.bundled_folder(),)]
        unique = self._unique()
        return Loaded(
            tuple(each for each in unique if not each.older or each.file in self._named),
            tuple(each for each in unique if each.older and each.file not in self._named),
            _joined(gazetteers),
            in_order(self._findings.all),
            self._texts,
            tuple(self._problems),
        )

    @contextmanager
    def _noting_problems(self) -> Iterator[None]:
        try:
            yield
        except FileError as problem:
            self._problems.append(str(problem))

    def _definitions(self, name: str) -> list[tuple[str, Path]]:
        path = files.bundled_folder() if name == BUNDLED else files.named_path(name)
        if not files.is_folder(path):
            self._named.add(name)
            return [(name, path)]
        found = files.definitions_in(path)
        if not found:
            raise FileError(name, "no definitions in this folder; it needs `.yaml` files with a `title` and `days`")
        return [(str(each), each) for each in found]

    def _take_file(self, shown: str, path: Path) -> None:
        real = files.real_path(path)
        if real in self._seen:
            return
        self._seen.add(real)
        if path.name in (PEOPLE, PLACES):  # as in `agenda check events/*.yaml`: read with their folder
            files.read_bytes(path)
            self._folders[path.parent] = None
        else:
            self.take_text(files.read_bytes(path), shown, path.parent)

    def take_text(self, data: bytes, shown: str, folder: Path) -> None:
        self._folders[folder] = None
        if shown.lower().endswith(CALENDAR_ENDING) or _begins_as_calendar(data):
            self._take_calendar(data, shown)
        else:
            self._take_definition(data, shown, folder)

    def _take_calendar(self, data: bytes, shown: str) -> None:
        from agendacli.source import ics_text
        from agendacli.source.ics_calendar import read_calendar

        asked = self._floating.asked
        zone = asked or self._floating.home()
        self._texts[shown] = ics_text.shown_text(data)
        programme = read_calendar(data, shown, zone, self._findings, insist=asked is not None)
        self._programmes += [programme] if programme else []

    def _take_definition(self, data: bytes, shown: str, folder: Path) -> None:
        told = len(self._findings.all)
        node = self._nodes(data, shown)
        if node is None and len(self._findings.all) == told:
            self._findings.report(EMPTY, Span(shown), "the file holds comments only; add `title:` and `days:`")
        if node is not None:
            programme = decode_programme(node, shown, self._directory_of(folder), self._findings)
            self._programmes += [programme] if programme else []

    def _nodes(self, data: bytes, shown: str) -> Node | None:
        text = read_text(data, shown, self._findings)
        self._texts[shown] = text if text is not None else shown_text(data)
        return read_nodes(text, shown, self._findings) if text is not None else None

    def _read_directory(self, folder: Path) -> Directory:
        """What a folder declares, and behind it what the bundled folder does."""
        own = Directory(self._people(folder), self._places(folder))
        bundled = files.bundled_folder()
        if files.real_path(folder) == files.real_path(bundled):
            return own
        return own.followed_by(self._directory_of(bundled))

    def _people(self, folder: Path) -> tuple[Person, ...]:
        node = self._declared(folder / PEOPLE)
        return decode_people(node, self._findings) if node else ()

    def _places(self, folder: Path) -> Gazetteer:
        node = self._declared(folder / PLACES)
        return decode_places(node, self._findings) if node else Gazetteer()

    def _declared(self, path: Path) -> Node | None:
        with self._noting_problems():
            data = files.read_bytes(path) if path.is_file() else b""
            return self._nodes(data, str(path)) if data.strip() else None
        return None

    def _unique(self) -> tuple[Programme, ...]:
        """The programmes without those whose id an earlier file has; each of them is reported."""
        first: dict[str, Programme] = {}
        for each in self._programmes:
            nameless = each.older and not each.revision  # that is told already
            holder = first.setdefault(each.file if nameless else each.address, each)
            if holder is not each:
                note = Note("this file has it", Span(holder.file))
                message = f"another event has the id `{each.address}`; rename one of the files"
                self._findings.report(DUPLICATE_ID, Span(each.file), message, note)
        return tuple(first.values())


def _begins_as_calendar(data: bytes) -> bool:
    """Whether the bytes of a stream begin as an `.ics` does, in UTF-8 or UTF-16."""
    return data[:200].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").upper().startswith(b"BEGIN:V")


def _joined(gazetteers: Iterable[Gazetteer]) -> Gazetteer:
    found = list(gazetteers)
    return Gazetteer(
        tuple(dict.fromkeys(city for each in found for city in each.cities)),
        tuple(dict.fromkeys(venue for each in found for venue in each.venues)),
        tuple(dict.fromkeys(transfer for each in found for transfer in each.transfers)),
    )
