"""The versions that a merge needs: what came, what it is compared with, and one's own file."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

import typer

from agendacli.cli.actions.onto.asked import ToMerge
from agendacli.cli.options.groups import Showing
from agendacli.cli.query.definitions import Definition
from agendacli.cli.query.fitting import check_fitting
from agendacli.cli.query.operands import earlier_revision, one_version
from agendacli.cli.query.sheet_columns import columns_given
from agendacli.cli.run.outcome import refuse, tell
from agendacli.cli.run.surroundings import Surroundings
from agendacli.files.beside import name_beside, path_beside
from agendacli.files.paths import STDIN, is_address, is_stream, named_path
from agendacli.files.reading import read_bytes, read_if_there, standard_input
from agendacli.formats.draft import Doubt, Draft, LeftOver, ValuePlace, with_document
from agendacli.formats.file_formats import recognised_format
from agendacli.formats.given import Given
from agendacli.formats.table import is_calendar, is_document, read_any, read_document_draft
from agendacli.load.adopt import in_main_zone, with_plain_ids
from agendacli.load.declarations import directory_beside
from agendacli.model.asked import Refusal
from agendacli.model.frozen import frozen
from agendacli.model.programme import Programme

_STDIN_SHOWN = "stdin"


@frozen
class Side:
    """A programme that was sent, under the name of its file; of a document what is doubted, left over, and where."""

    name: str
    programme: Programme
    doubts: tuple[Doubt, ...] = ()
    left: tuple[LeftOver, ...] = ()
    is_document: bool = False
    places: tuple[ValuePlace, ...] = ()


class SidesToMerge:
    """Reads the files of a merge; one that cannot be read, or has errors, ends the run."""

    def __init__(self, context: typer.Context, asked: ToMerge, mine: Definition, programme: Programme) -> None:
        self._context, self._asked, self._mine, self._programme = context, asked, mine, programme
        self._surroundings: Surroundings = context.find_root().obj

    @cached_property
    def _stdin(self) -> bytes:
        return standard_input()

    def theirs(self) -> Side:
        """What came; what of it a definition has no key for is told."""
        self._check_fitting()
        found = self._side(self._asked.file)
        if not found.programme.sessions:
            refuse(f"{found.name} has no sessions; nothing is merged")
        lost = () if self._asked.quiet or found.is_document else self._left_out(found.name)
        if lost:
            tell(f"{found.name}: left out, as a definition has no key for it: {', '.join(lost)}")
        return found

    def _check_fitting(self) -> None:
        """Refuse options that would not count for a file on the disk, or for standard input."""
        path, loading, is_stdin = named_path(self._asked.file), self._asked.loading, self._asked.file == STDIN
        if is_stdin or path.is_file():
            data, name = (self._stdin, _STDIN_SHOWN) if is_stdin else (read_bytes(path), self._asked.file)
            given = Given(data, name, columns=columns_given(loading.columns), day_first=loading.day_first)
            check_fitting(given, self._asked.of_document)

    def _left_out(self, name: str) -> tuple[str, ...]:
        """What of a file on the disk, such as a column, its programme does not hold."""
        path, loading = named_path(self._asked.file), self._asked.loading
        data = read_bytes(path) if path.is_file() else b""
        if not data or recognised_format(data, name) is None or is_calendar(data, name):
            return ()
        zone = self._zone(self._programme.zone)
        said = read_any(Given(data, name, zone, columns=columns_given(loading.columns), day_first=loading.day_first))
        return () if isinstance(said, Refusal) else said.left_out

    def base(self, theirs: Side) -> Side | None:
        """What came before: `--was`, else the newest earlier revision, else the letter that mine was made of."""
        if self._asked.was:
            return self._side(self._asked.was)
        earlier = earlier_revision(self._context, self._mine.file, self._asked.loading)
        if earlier:
            return Side(earlier.file, earlier)
        return self._letter_before(theirs) if theirs.is_document else None

    def _letter_before(self, theirs: Side) -> Side | None:
        """The draft of the document that mine cites, where it still lies there and is not what came."""
        files = (each.file for each in self._programme.sources if each.file)
        paths = [path for file in files if (path := path_beside(file, self._mine.path.parent)).is_file()]
        found = next((each for each in paths if not _is_same(each, theirs.name)), None)
        if found is None or not is_document(read_bytes(found), str(found)):
            return self._itself(theirs) if found is None and paths else None
        if not self._asked.quiet:
            tell(f"{theirs.name} is compared with {found}, which {self._mine.file} was made of; `--was` names another")
        return self._document(read_bytes(found), str(found))

    def _itself(self, theirs: Side) -> Side:
        """The letter that came, where mine was made of no other: what differs from it was edited in mine, and stays."""
        if not self._asked.quiet:
            made = f"{self._mine.file} was made of {theirs.name} as it is"
            tell(f"{made}; if the letter was changed under its name, give the one before with `--was`")
        return theirs

    def _side(self, typed: str) -> Side:
        if typed == STDIN and is_document(self._stdin, _STDIN_SHOWN):
            return self._document(self._stdin, _STDIN_SHOWN)
        if typed == STDIN:
            return self._version(typed, self._programme.zone, stdin=self._stdin)
        path = named_path(typed)
        if is_address(typed) or is_stream(typed) or not path.is_file():
            return self._version(typed, self._programme.zone)
        data = read_bytes(path)
        if is_document(data, typed):
            return self._document(data, typed)
        return self._version(typed, None if is_calendar(data, typed) else self._programme.zone)

    def _document(self, data: bytes, name: str) -> Side:
        zone, home = self._zone(self._programme.zone), lambda: self._surroundings.home_zone
        directory = self._mine.path.parent
        given = Given(data, name, zone, home=home, directory=lambda: directory_beside(directory))
        draft: Draft | Refusal = read_document_draft(given, self._asked.of_document, self._mine.file)
        if isinstance(draft, Refusal):
            refuse(f"{name}: {draft}")
        file = None if name == _STDIN_SHOWN else name_beside(name, directory)
        return Side(
            name, with_document(draft.programme, file), draft.doubts, draft.left, is_document=True, places=draft.places
        )

    def _version(self, typed: str, zone: str | None, *, stdin: bytes | None = None) -> Side:
        loading = self._asked.loading._replace(zone=self._zone(zone))
        found = one_version(self._context, typed, loading, Showing(quiet=self._asked.quiet), stdin=stdin)
        if not found.loaded.is_sound:
            refuse(f"nothing is merged: {found.shown} has errors")
        return Side(found.shown, _plain(_single(found.shown, found.programmes)))

    def _zone(self, usual: str | None) -> str | None:
        """The zone that is asked for, else that of one's own file."""
        return self._asked.loading.zone or self._asked.loading.floating or usual


def _single(shown: str, programmes: Sequence[Programme]) -> Programme:
    if len(programmes) != 1:
        refuse(f"{shown} holds {len(programmes) or 'no'} programmes; name a file that holds one")
    return programmes[0]


def _plain(programme: Programme) -> Programme:
    """The programme, of a calendar with ids that can be written."""
    is_of_calendar = any(each.is_of_calendar for each in programme.sessions)
    return with_plain_ids(in_main_zone(programme)) if is_of_calendar else programme


def _is_same(path: Path, name: str) -> bool:
    """Whether a file is the one of that name, or says the same."""
    other = named_path(name)
    return other.is_file() and (path.resolve() == other.resolve() or read_if_there(path) == read_if_there(other))
