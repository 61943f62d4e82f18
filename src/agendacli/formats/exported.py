"""What a writer is given and gives: the sessions that were asked for, and bytes with what is not in them."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from agendacli.model.occurrence import Occurrence
from agendacli.model.programme import Programme
from agendacli.words.lists import listed


class ToExport(NamedTuple):
    """The programmes and those of their occurrences that are written, in order of time.

    `title` stands for that of the programme, `source` is the address at which the file will be found, and `zone` the
    one on whose clocks times are told, None for each programme's own. `template` are the bytes of a document in whose
    styles it is written.
    """

    programmes: tuple[Programme, ...]
    occurrences: tuple[Occurrence, ...]
    title: str | None = None
    source: str | None = None
    zone: str | None = None
    template: bytes | None = None


class Exported(NamedTuple):
    """The bytes of a file; a line for each reason for which sessions are missing in it, and one for all else."""

    data: bytes
    missing: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()


class Losses:
    """Counts what a format has no place for, as it is met."""

    def __init__(self) -> None:
        self._counts: Counter[tuple[str, str]] = Counter()
        self._sessions: dict[str, list[str]] = {}

    def count(self, one: str, many: str, number: int = 1) -> None:
        """Count things by their name in the singular and in the plural; no more of none."""
        if number:
            self._counts[one, many] += number

    def session(self, occurrence: Occurrence, why: str) -> None:
        """Note a session that is not written at all, with what the format lacks."""
        self._sessions.setdefault(why, []).append(occurrence.id)

    def exported(self, data: bytes, name: str) -> Exported:
        """The bytes with what was met, as left out of what has that name."""
        missing = tuple(_sessions(ids, why) for why, ids in self._sessions.items())
        counted = f"left out, as {name} has no place for it: {', '.join(_counted(self._counts))}"
        return Exported(data, missing, (counted,) if self._counts else ())


def _sessions(ids: list[str], why: str) -> str:
    sessions, are = ("1 session", "is") if len(ids) == 1 else (f"{len(ids)} sessions", "are")
    return f"{sessions} {are} left out, {why}: {listed(dict.fromkeys(ids))}"


def _counted(counts: Counter[tuple[str, str]]) -> Iterable[str]:
    return (f"{number} {many if number > 1 else one}" for (one, many), number in counts.items())
