"""What a draft says: values, where they stand in the document, and why they may be doubted."""

from datetime import date
from typing import Generic, TypeVar

from agendacli.formats.documents.page import Line
from agendacli.model.frozen import frozen
from agendacli.model.programme import Status

T = TypeVar("T")
WHOLE_PART = "named for the whole part"
"""Why the room of a session may be doubted: it is said once for several."""


@frozen
class Told(Generic[T]):
    """A value, the lines that say it, and the reasons to doubt it."""

    value: T
    lines: tuple[Line, ...] = ()
    doubts: tuple[str, ...] = ()

    def doubted(self, *reasons: str) -> "Told[T]":
        """The same with more reasons."""
        more = [each for each in reasons if each]
        return Told(self.value, self.lines, tuple(dict.fromkeys((*self.doubts, *more)))) if more else self


@frozen
class ToldPerson:
    """A person in a session: the name as printed, with honorific."""

    name: str
    position: str
    role: str
    line: Line
    is_confirmed: bool = True
    doubts: tuple[str, ...] = ()


@frozen
class ToldSession:
    """A session of a draft; times are minutes from midnight of its day, an end may lie on the next one."""

    day: Told[date | None]
    start: Told[int]
    end: Told[int | None]
    title: Told[str]
    room: Told[str] | None = None
    people: tuple[ToldPerson, ...] = ()
    notes: tuple[Line, ...] = ()
    status: Told[Status] | None = None  # confirmed where nothing says another


@frozen
class Asked:
    """What is said beside the document: the year of its days, or the first of its days."""

    year: int | None = None
    first: date | None = None
