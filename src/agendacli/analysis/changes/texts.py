"""What is written about a session or a programme: its title always, everything else where all is asked for."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from agendacli.analysis.changes.values import ChangeKind
from agendacli.model.frozen import frozen
from agendacli.model.programme import Programme, Session
from agendacli.words.folded import normal

Written = TypeVar("Written", Session, Programme)


@frozen
class TextChange:
    """A text that changed: its key in a definition, the old and the new text."""

    kind: ChangeKind
    field: str
    was: str | None
    now: str | None


_Table = tuple[tuple[ChangeKind, str, Callable[[Written], str | Iterable[str] | None]], ...]

_OF_SESSIONS: _Table[Session] = (
    (ChangeKind.TEXT, "description", lambda it: it.description),
    (ChangeKind.TEXT, "notes", lambda it: it.notes),
    (ChangeKind.CATEGORY, "kind", lambda it: it.kind),
    (ChangeKind.CATEGORY, "categories", lambda it: it.categories),
    (ChangeKind.LINK, "url", lambda it: it.url),
)
_OF_PROGRAMMES: _Table[Programme] = (
    (ChangeKind.TEXT, "short", lambda it: it.short_title),
    (ChangeKind.TEXT, "organizer", lambda it: it.organizer),
    (ChangeKind.TEXT, "stage", lambda it: it.stage),
    (ChangeKind.TEXT, "symbol", lambda it: it.symbol),
    (ChangeKind.TEXT, "issue", lambda it: it.issue),
    (ChangeKind.TEXT, "description", lambda it: it.description),
    (ChangeKind.TEXT, "notes", lambda it: it.notes),
    (ChangeKind.TEXT, "license", lambda it: it.license),
    (ChangeKind.CATEGORY, "kind", lambda it: it.kind),
    (ChangeKind.CATEGORY, "categories", lambda it: it.categories),
    (ChangeKind.LINK, "url", lambda it: it.url),
)


def session_texts(old: Session, new: Session) -> Iterator[TextChange]:
    """The texts of a session that are others."""
    return _different(old, new, _OF_SESSIONS)


def programme_texts(old: Programme, new: Programme) -> Iterator[TextChange]:
    """The texts of a programme that are others."""
    return _different(old, new, _OF_PROGRAMMES)


def is_renamed(old: str, new: str) -> bool:
    """Whether a title differs by more than blanks and capitals."""
    return old != new and normal(old) != normal(new)


def _different(old: Written, new: Written, table: _Table[Written]) -> Iterator[TextChange]:
    for kind, field, get in table:
        was, now = _text(get(old)), _text(get(new))
        if is_renamed(was or "", now or ""):
            yield TextChange(kind, field, was, now)


def _text(value: str | Iterable[str] | None) -> str | None:
    if value is None or isinstance(value, str):
        return value or None
    return "\n".join(value) or None
