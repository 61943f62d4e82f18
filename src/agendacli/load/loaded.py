"""The result of loading: programmes, diagnostics, and the texts that they quote."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import field
from pathlib import Path

from agendacli.files import FileError
from agendacli.files.paths import named_path
from agendacli.files.reading import read_if_there
from agendacli.model.diagnostic import Diagnostic, Note, has_errors
from agendacli.model.frozen import frozen
from agendacli.model.people import Person
from agendacli.model.places import Gazetteer
from agendacli.model.programme import Programme
from agendacli.model.span import Span


class Texts(Mapping[str, str]):
    """The text of each file that a diagnostic may quote, as its lines are counted; decoded on access."""

    def __init__(self) -> None:
        self._held: dict[str, bytes] = {}
        self._lying: dict[str, Path] = {}
        self._paths: dict[Path, None] = {}

    def lie(self, file: str, path: Path) -> None:
        """Remembers the path of a displayed name: `~x.yaml` in a folder is not in a home folder."""
        self._lying[file] = path
        self._paths[path.absolute()] = None

    def lying(self, files: Iterable[str]) -> tuple[Path, ...]:
        """Every path that was read, if each of these displayed names is that of one; else nothing."""
        return tuple(self._paths) if self._lying.keys() >= set(files) else ()

    def hold(self, file: str, data: bytes) -> None:
        """Remembers the bytes read under that name."""
        self._held[file] = data

    def __getitem__(self, file: str) -> str:
        from agendacli.formats.table import shown_file

        data = self._held[file] if file in self._held else self._read(file)
        if data is None:
            raise KeyError(file)
        return shown_file(data, file)

    def _read(self, file: str) -> bytes | None:
        try:
            return read_if_there(self._lying.get(file) or named_path(file))
        except FileError:  # locked in the meantime: diagnostics can be reported without the line
            return None

    def __iter__(self) -> Iterator[str]:
        return iter(self._held)

    def __len__(self) -> int:
        return len(self._held)


@contextmanager
def noting(problems: list[str]) -> Iterator[None]:
    """Adds errors of the disk inside to `problems`, and continues after it."""
    try:
        yield
    except FileError as problem:
        problems.append(str(problem))


@frozen
class Loaded:
    """What was read: programmes by id (older revisions of a folder apart), diagnostics in order, and the texts.

    `texts` holds the text of every file that a diagnostic refers to, to show its line. `problems` are paths that could
    not be read at all. `places` and `persons` find what is declared, which most questions do not need. `notes` report
    what was left out on purpose. `settings` are those of the run that change what is read.
    """

    programmes: tuple[Programme, ...] = ()
    revisions: tuple[Programme, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    texts: Texts = field(default_factory=Texts)
    problems: tuple[str, ...] = ()
    places: Callable[[], Gazetteer] = Gazetteer
    notes: tuple[str, ...] = ()
    persons: Callable[[], tuple[Person, ...]] = tuple
    settings: tuple[str | None, ...] = ()

    @property
    def gazetteer(self) -> Gazetteer:
        """The places declared for any of the programmes."""
        return self.places()

    @property
    def people(self) -> tuple[Person, ...]:
        """The persons declared for any of the programmes."""
        return self.persons()

    @property
    def is_sound(self) -> bool:
        """Whether everything could be read without errors."""
        return not self.problems and not has_errors(self.diagnostics)


@frozen
class Unsaid:
    """What files leave unsaid: the zone of times without one, that asked for, else in an `.ics` that at `home`.

    `traces` are what changes when the machine gets another home; they are quicker to find than the home itself. Of
    sheets `columns` are headings and what they mean, `day_first` says the order of day and month where it is asked for.
    """

    asked: str | None = None
    home: Callable[[], str] = lambda: "UTC"
    traces: tuple[str | None, ...] = ()
    columns: tuple[tuple[str, str], ...] = ()
    day_first: bool | None = None

    @property
    def settings(self) -> tuple[str | None, ...]:
        """What of it changes what is read, as texts."""
        columns = (f"{heading}={meaning}" for heading, meaning in self.columns)
        return (self.asked, *self.traces, str(self.day_first), *columns)


def distinct(programmes: Iterable[Programme]) -> tuple[tuple[Programme, ...], tuple[Diagnostic, ...]]:
    """The programmes without those whose id an earlier one has, and a diagnostic for each of these."""
    first: dict[str, Programme] = {}
    taken = []
    for each in programmes:
        nameless = each.older and not each.revision  # already reported
        holder = first.setdefault(each.file if nameless else each.address, each)
        if holder is not each:
            taken.append(_taken(each, holder))
    return tuple(first.values()), tuple(taken)


def _taken(programme: Programme, holder: Programme) -> Diagnostic:
    """The diagnostic for an event whose id an event of an earlier file has."""
    from agendacli.model.codes import DUPLICATE_ID

    message = f"`{holder.file}` has the id `{programme.address}` already; rename one of the files, or give it an `id`"
    return Diagnostic(DUPLICATE_ID, message, Span(programme.file), (Note("this file has it", Span(holder.file)),))
