"""What is kept of a file, calendar by calendar: one that holds several has an entry for each of them."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from agendacli.files.faults import FileError
from agendacli.files.reading import read_bytes
from agendacli.load.cache.entries import OriginalFile, compile_file, has_grown, said_in
from agendacli.load.cache.store import Cache, CacheEntry, Content, Json, Name
from agendacli.model.frozen import frozen
from agendacli.model.said import Said

if TYPE_CHECKING:
    from agendacli.words.directory import OnDemand

_PARTS = "parts"


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
        self._keep(said, only_grown=True)
        return said

    def keep(self, said: tuple[Said, ...]) -> None:
        """Keep what each of the calendars in the file says."""
        self._keep(said, only_grown=False)

    def _keep(self, said: tuple[Said, ...], *, only_grown: bool) -> None:
        for part, each in enumerate(said):
            compiled = partial(_compiled, each, len(said), only_grown=only_grown)
            self.cache.keep(self._name(part), self.key, compiled)

    def _name(self, part: int) -> Name:
        return (str(self.lying), self.shown, *((str(part),) if part else ()))

    def _original(self, part: int, count: int, directory: "OnDemand") -> OriginalFile:
        return OriginalFile(self.shown, partial(self._data, part, count), directory)

    def _data(self, part: int, count: int) -> bytes:
        """The bytes of one of the calendars. Raises FileError for a file that is not what it was any more."""
        found = read_bytes(self.lying)
        if not self.cache.is_unchanged(self.lying):
            raise FileError(self.shown, "has changed while it was read; run the command again")
        if count == 1:
            return found
        from agendacli.formats.table import calendars_in

        return calendars_in(found, self.shown)[0][part]


def _count(first: CacheEntry | None) -> int:
    """How many entries there are; an entry that does not say it right is bad, and will not be found again."""
    found = first.head.get(_PARTS) if first else None
    return found if isinstance(found, int) else 1


def _compiled(said: Said, count: int, *, only_grown: bool) -> Content | None:
    if only_grown and not has_grown(said):
        return None
    head, body = compile_file(said)
    return head | {_PARTS: count}, body
