"""The one composition of files and source: paths to programmes, with everything that is wrong in them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from agendacli import files
from agendacli.files import PEOPLE, PLACES, FileError
from agendacli.model.codes import DUPLICATE_ID
from agendacli.model.diagnostic import Diagnostic, Note, has_errors, in_order
from agendacli.model.people import Person
from agendacli.model.places import Gazetteer
from agendacli.model.programme import Programme
from agendacli.model.span import Span
from agendacli.source.decode import decode_programme
from agendacli.source.decode_directory import decode_people, decode_places
from agendacli.source.directory import Directory
from agendacli.source.encoding import read_text
from agendacli.source.findings import Findings
from agendacli.source.nodes import Node
from agendacli.source.yaml_reader import read_nodes

BUNDLED = "bundled"


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was read: programmes by id (older revisions apart), the places known, diagnostics in order, and the texts.

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


def load(paths: Sequence[str], stdin: bytes | None = None) -> Loaded:
    """Everything under the paths: folders, definitions, `bundled`, or `-` for the bytes of standard input."""
    reading = _Reading(stdin)
    for path in paths:
        reading.take(path)
    return reading.loaded()


class _Reading:
    """One run over all paths; people.yaml and places.yaml of a folder are read once, before its definitions."""

    def __init__(self, stdin: bytes | None) -> None:
        self._stdin = stdin
        self._findings = Findings()
        self._texts: dict[str, str] = {}
        self._problems: list[str] = []
        self._programmes: list[Programme] = []
        self._seen: set[Path] = set()
        self._directory_of = cache(self._read_directory)

    def take(self, name: str) -> None:
        try:
            for shown, path in self._definitions(name):
                self._take_definition(shown, path)
        except FileError as problem:
            self._problems.append(str(problem))

    def loaded(self) -> Loaded:
        current = [each for each in self._programmes if not each.older]
        gazetteers = [self._directory_of(folder).gazetteer for folder in self._folders()]
        return Loaded(
            self._unique(current),
            tuple(each for each in self._programmes if each.older),
            _joined(gazetteers),
            in_order(self._findings.all),
            self._texts,
            tuple(self._problems),
        )

    def _definitions(self, name: str) -> list[tuple[str, Path]]:
        if name == files.STDIN:
            return [("stdin", Path("stdin"))]
        path = files.bundled_folder() if name == BUNDLED else Path(name).expanduser()
        if not path.is_dir():
            return [(name, path)]
        found = files.definitions_in(path)
        if not found:
            raise FileError(name, "no definitions in this folder; it needs `.yaml` files with a `title` and `days`")
        return [(str(each), each) for each in found]

    def _take_definition(self, shown: str, path: Path) -> None:
        resolved = path.resolve()
        if resolved in self._seen:
            return
        self._seen.add(resolved)
        data = self._stdin or b"" if shown == "stdin" else files.read_bytes(path)
        node = self._nodes(data, shown)
        if node is None:
            return
        directory = self._directory_of(path.parent)
        programme = decode_programme(node, shown, directory, self._findings)
        self._programmes += [programme] if programme else []

    def _nodes(self, data: bytes, shown: str) -> Node | None:
        text = read_text(data, shown, self._findings)
        self._texts[shown] = text if text is not None else data.decode("utf-8", "replace")
        return read_nodes(text, shown, self._findings) if text is not None else None

    def _folders(self) -> list[Path]:
        return list(dict.fromkeys(path.parent for path in self._seen)) or [files.bundled_folder()]

    def _read_directory(self, folder: Path) -> Directory:
        """What a folder declares, and behind it what the bundled folder does."""
        own = Directory(self._people(folder), self._places(folder))
        bundled = files.bundled_folder()
        return own if folder.resolve() == bundled.resolve() else own.followed_by(self._directory_of(bundled))

    def _people(self, folder: Path) -> tuple[Person, ...]:
        node = self._declared(folder / PEOPLE)
        return decode_people(node, self._findings) if node else ()

    def _places(self, folder: Path) -> Gazetteer:
        node = self._declared(folder / PLACES)
        return decode_places(node, self._findings) if node else Gazetteer()

    def _declared(self, path: Path) -> Node | None:
        return self._nodes(files.read_bytes(path), str(path)) if path.is_file() else None

    def _unique(self, programmes: list[Programme]) -> tuple[Programme, ...]:
        """The programmes without those whose id an earlier file has; each of them is reported."""
        first: dict[str, Programme] = {}
        for each in programmes:
            holder = first.setdefault(each.id, each)
            if holder is not each:
                note = Note("this file has it", Span(holder.file))
                message = f"another event has the id `{each.id}`; rename one of the files"
                self._findings.report(DUPLICATE_ID, Span(each.file), message, note)
        return tuple(first.values())


def _joined(gazetteers: Iterable[Gazetteer]) -> Gazetteer:
    found = list(gazetteers)
    return Gazetteer(
        tuple(dict.fromkeys(city for each in found for city in each.cities)),
        tuple(dict.fromkeys(venue for each in found for venue in each.venues)),
        tuple(dict.fromkeys(transfer for each in found for transfer in each.transfers)),
    )
