"""A personal schedule: a text of ids, one a line, that people keep and share."""

import re
from collections.abc import Collection, Iterable
from dataclasses import replace

from agendacli.model.frozen import frozen
from agendacli.model.span import Span

HEAD = "# What I attend: one id a line; the id of an event stands for all of its sessions.\n"
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_COMMENT = re.compile(r"(?:^|\s)#.*")


@frozen
class Picked:
    """An id of a schedule, and its place."""

    id: str
    span: Span


@frozen
class Schedule:
    """The lines of a schedule as they were written, with their line ends.

    A line is an id, or begins with one and a tab, as plain lines do; what follows a `#` is a comment.
    """

    file: str
    lines: tuple[str, ...] = ()

    @property
    def picked(self) -> tuple[Picked, ...]:
        """The ids in their order, each with its place."""
        numbered = ((number, line, _id(line)) for number, line in enumerate(self.lines, start=1))
        return tuple(
            Picked(id_, Span(self.file, number, line.index(id_) + 1, len(id_))) for number, line, id_ in numbered if id_
        )

    @property
    def text(self) -> str:
        """The whole file."""
        return "".join(self.lines)


def read_schedule(text: str, file: str) -> Schedule:
    """The schedule in a text; any text is one."""
    return Schedule(file, tuple(_LINE.findall(text)))


def covered(schedule: Schedule, id_: str) -> str | None:
    """The id of the schedule that stands for this one: itself, its session's or its event's; None if there is none."""
    there = {each.id for each in schedule.picked}
    return next((each for each in _and_above(id_) if each in there), None)


def with_ids(schedule: Schedule, ids: Iterable[str]) -> Schedule:
    """The schedule with these ids at its end; everything else stays as it was written."""
    end = "\r\n" if any(each.endswith("\r\n") for each in schedule.lines) else "\n"
    before = tuple(each if each.endswith("\n") else each + end for each in schedule.lines) or (HEAD,)
    return replace(schedule, lines=(*before, *(f"{each}{end}" for each in ids)))


def without_ids(schedule: Schedule, ids: Collection[str]) -> Schedule:
    """The schedule without the lines of these ids and of what lies in them: with an event go its sessions."""
    return replace(schedule, lines=tuple(each for each in schedule.lines if not is_within(_id(each), ids)))


def is_within(id_: str, ids: Collection[str]) -> bool:
    """Whether an id is one of `ids`, or that of something inside one of them."""
    return any(each in ids for each in _and_above(id_))


def _id(line: str) -> str:
    return _COMMENT.sub("", line.split("\t", 1)[0].strip("\ufeff\r\n")).strip()


def _and_above(id_: str) -> tuple[str, ...]:
    """The id, its session's and its event's: each part of the address, the longest first."""
    parts = id_.split("/")
    return tuple("/".join(parts[:count]) for count in range(len(parts), 0, -1)) if id_ else ()
