"""What is kept of a file, calendar by calendar: one that holds several has an entry for each of them."""

from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from agendacli.files import FileError
from agendacli.files.reading import read_bytes, read_piece
from agendacli.load.cache.entries import (
    OriginalFile,
    compile_file,
    compile_labels,
    has_grown,
    has_labels,
    labels_in,
    said_in,
)
from agendacli.load.cache.store import Cache, CacheEntry, Content, Json, Name
from agendacli.model.frozen import frozen
from agendacli.model.said import Said

if TYPE_CHECKING:
    from agendacli.model.large.labels import Labels
    from agendacli.words.directory import OnDemand

_PARTS, _LABELS = "parts", "labels"


@frozen
class FileEntries:
    """The entries of the file that lies at a path and is shown under a name, for as long as it has the `key`."""

    cache: Cache
    shown: str
    lying: Path
    key: Json

    def find(self, directory: "OnDemand") -> tuple[Said, ...]:
        """What the file says, if all of that is kept; else nothing. What was looked at since is kept as well."""
        first = self.cache.find(self._name(0), self.key)
        count = _count(first)
        entries = [first, *(self.cache.find(self._name(part), self.key) for part in range(1, count))]
        found = [each and said_in(each, self._original(part, count, directory)) for part, each in enumerate(entries)]
        said = tuple(each for each in found if each)
        if len(said) < len(found):
            return ()
        self._keep(said, has_grown)
        return said

    def keep(self, said: tuple[Said, ...]) -> None:
        """Keep what each of the calendars in the file says."""
        self._keep(said, lambda _: True)

    def _keep(self, said: tuple[Said, ...], is_due: Callable[[Said], bool]) -> None:
        for part, each in enumerate(said):
            compiled = partial(_compiled, each, len(said))
            self.cache.keep(self._name(part), self.key, compiled, partial(is_due, each))
            labels = partial(compile_labels, each)
            self.cache.keep(self._name_of_labels(part), self.key, labels, partial(has_labels, each))

    def _name(self, part: int) -> Name:
        return (str(self.lying), self.shown, *((str(part),) if part else ()))

    def _name_of_labels(self, part: int) -> Name:
        return (*self._name(part), _LABELS)

    def _labels(self, part: int) -> "Labels | None":
        entry = self.cache.find(self._name_of_labels(part), self.key)
        return labels_in(entry) if entry else None

    def _original(self, part: int, count: int, directory: "OnDemand") -> OriginalFile:
        if count == 1:
            return OriginalFile(self.shown, self._piece, directory, partial(self._labels, part))
        whole = cache(partial(self._part, part))
        labels = partial(self._labels, part)
        return OriginalFile(self.shown, lambda at, length: whole()[at : at + length], directory, labels)

    def _piece(self, offset: int, length: int) -> bytes:
        return self._checked(read_piece(self.lying, offset, length))

    def _part(self, part: int) -> bytes:
        """The bytes of one of several calendars."""
        from agendacli.formats.table import calendars_in

        return calendars_in(self._checked(read_bytes(self.lying)), self.shown)[0][part]

    def _checked(self, read: bytes) -> bytes:
        """What was read. Raises FileError if the file is not what it was any more."""
        if not self.cache.is_unchanged(self.lying):
            raise FileError(self.shown, "has changed while it was read; run the command again")
        return read


def _count(first: CacheEntry | None) -> int:
    """How many entries there are; an entry that does not say it right is bad, and will not be found again."""
    found = first.head.get(_PARTS) if first else None
    return found if isinstance(found, int) else 1


def _compiled(said: Said, count: int) -> Content:
    head, body = compile_file(said)
    return head | {_PARTS: count}, body
