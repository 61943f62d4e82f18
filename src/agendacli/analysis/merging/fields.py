"""What of a session is merged, each field by itself: its value, whether it is stated, its words."""

from collections.abc import Callable, Iterable

from agendacli.analysis.changes.times import time_change
from agendacli.model.frozen import frozen
from agendacli.model.programme import Privacy, Session, Status
from agendacli.words.kinds import is_transparent, kind_in_title
from agendacli.words.times.written import sayable, words_of

_BETWEEN = "; "


@frozen
class MergedField:
    """A key of the format, the attributes of a session that hold it, and its value: empty where nothing is stated."""

    name: str
    attributes: tuple[str, ...]
    value: Callable[[Session], object]
    is_always_said: bool = False

    def is_same(self, one: Session, other: Session) -> bool:
        """Whether two sessions say the same here."""
        if self.name == "time":
            return one.repeat == other.repeat and time_change(one.when, other.when) is None
        return self.value(one) == self.value(other)

    def is_said(self, session: Session) -> bool:
        """Whether the session says anything here."""
        return self.is_always_said or bool(self.value(session))

    def words(self, session: Session) -> str:
        """The value in the words of the format."""
        if self.name == "time":
            return _time(session)
        if self.name == "status":
            return session.status.value
        found = self.value(session)
        return found if isinstance(found, str) else _BETWEEN.join(found) if isinstance(found, tuple) else str(found)


def _time(session: Session) -> str:
    found = sayable(session.when)
    said = words_of(found.when) if found else None
    return f"{said.day} {said.hours}" if said else str(session.when)


def _plain(text: str | None) -> str:
    return " ".join((text or "").split())


def _texts(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(filter(None, map(_plain, texts)))


def _rooms(session: Session) -> tuple[str, ...]:
    return _texts(session.rooms) or _texts((session.room or "",))


def _kind(session: Session) -> str:
    """The kind, unless it follows from the title."""
    return "" if session.kind == kind_in_title(session.title) else session.kind


def _transparent(session: Session) -> str:
    is_usual = session.transparent == is_transparent(session.kind)
    return "" if is_usual else "yes" if session.transparent else "no"


MERGED_FIELDS: tuple[MergedField, ...] = (
    MergedField("time", ("when", "repeat"), lambda it: it.when, is_always_said=True),
    MergedField("title", ("title",), lambda it: _plain(it.title), is_always_said=True),
    MergedField(
        "status",
        ("status",),
        lambda it: "" if it.status is Status.CONFIRMED else it.status.value,
        is_always_said=True,
    ),
    MergedField("room", ("room", "rooms"), _rooms),
    MergedField("place", ("place",), lambda it: str(it.place or "")),
    MergedField("kind", ("kind",), _kind),
    MergedField("transparent", ("transparent",), _transparent),
    MergedField("privacy", ("privacy",), lambda it: "" if it.privacy is Privacy.PUBLIC else it.privacy.value),
    MergedField("description", ("description",), lambda it: _plain(it.description)),
    MergedField("url", ("url",), lambda it: _plain(it.url)),
    MergedField("join", ("join",), lambda it: _texts(it.join)),
    MergedField("notes", ("notes",), lambda it: _texts(it.notes)),
    MergedField("internal", ("internal",), lambda it: _texts(it.internal)),
    MergedField("categories", ("categories",), lambda it: _texts(it.categories)),
)
"""The fields by the keys of the format; `time` stands for the day and the hours. Seats are merged one by one."""


def silent_fields(sessions: Iterable[Session]) -> frozenset[str]:
    """The fields of which none of the sessions says anything: their absence takes nothing away."""
    found = tuple(sessions)
    return frozenset(each.name for each in MERGED_FIELDS if not any(map(each.is_said, found)))
