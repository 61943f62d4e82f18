"""The sessions of a programme as the rows of a sheet, in texts that are read back as they were."""

from collections.abc import Callable, Collection, Mapping
from typing import NamedTuple

from agendacli.formats.definition.write.people import participant_keys
from agendacli.formats.definition.yaml.layout import Value
from agendacli.formats.exported import Losses, ToExport
from agendacli.model.occurrence import Occurrence
from agendacli.model.people import ROLES
from agendacli.model.programme import Status
from agendacli.model.when import Timed, When, in_zone
from agendacli.model.zones import instant
from agendacli.words.kinds import is_transparent
from agendacli.words.times.written import sayable, words_of

_HOUR = 60
_BETWEEN = "; "
_ALWAYS = ("id", "day", "start", "end", "duration", "room", "title")
_ROLES = tuple(ROLES.values())
_COLUMNS = (
    *_ALWAYS, "kind", "status", *_ROLES, "categories", "description", "url", "notes", "place", "privacy", "zone",
)  # fmt: skip


class SheetRows(NamedTuple):
    """The columns that hold anything, and a row for each session with a text under every column."""

    columns: tuple[str, ...]
    rows: tuple[Mapping[str, str], ...]


def sheet_rows(asked: ToExport, losses: Losses, without: Collection[str] = ()) -> SheetRows:
    """The rows of the sessions that are asked for; what a sheet has no column for is counted."""
    losses.count("licence", "licences", sum(each.license is not None for each in asked.programmes))
    rows = tuple(row for each in asked.occurrences if (row := _row(each, asked.zone, losses)))
    for name in without:
        losses.count(name, f"{name}s", sum(bool(row.get(name)) for row in rows))
    left = [name for name in _COLUMNS if name in _ALWAYS or any(row.get(name) for row in rows)]
    return SheetRows(tuple(name for name in left if name not in without), rows)


def _row(occurrence: Occurrence, zone: str | None, losses: Losses) -> dict[str, str] | None:
    found = sayable(in_zone(occurrence.when, zone) if zone else occurrence.when)
    words = words_of(found.when) if found else None
    if found is None or words is None:
        losses.session(occurrence, "as a sheet has no words for its time")
        return None
    _count(occurrence, losses)
    start, dash, end = words.hours.partition("-") if isinstance(found.when, Timed) else (words.hours, "", "")
    session = occurrence.session
    said = {
        "id": _id(occurrence),
        "day": words.day,
        "start": start,
        "end": end if dash else "",
        "duration": _duration(found.when),
        "room": _BETWEEN.join(occurrence.rooms),
        "title": session.title,
        "kind": session.kind,
        "status": "" if session.status is Status.CONFIRMED else session.status.value,
        "categories": _BETWEEN.join(session.categories),
        "description": session.description or "",
        "url": session.url or "",
        "notes": "\n".join(session.notes[:1]),
        "place": str(session.place or ""),
        "privacy": session.privacy.value if session.is_private else "",
        "zone": found.when.zone or "",
    }
    return {**said, **_people(occurrence, losses)}


def _id(occurrence: Occurrence) -> str:
    """The id of the session; of one of several the original start is part of it."""
    return occurrence.id.removeprefix(f"{occurrence.programme.address}/").replace("/", "-").casefold()


def _duration(when: When) -> str:
    if not isinstance(when, Timed) or when.end is None:
        return ""
    minutes = round((instant(when.end, when.zone) - instant(when.start, when.zone)).total_seconds() / 60)
    return f"{minutes // _HOUR}:{minutes % _HOUR:02}"


def _people(occurrence: Occurrence, losses: Losses) -> dict[str, str]:
    """The persons by role, in the words of a definition."""
    found = {}
    for key, value in participant_keys(occurrence.session.participants).items():
        seats = value if isinstance(value, list) else [value]
        found[ROLES.get(key, key)] = _BETWEEN.join(_seat(each, losses) for each in seats)
    return found


def _seat(value: Value, losses: Losses) -> str:
    if isinstance(value, str):
        return value
    said: Callable[[str], str] = lambda key: str(value.get(key, "")) if isinstance(value, dict) else ""  # noqa: E731
    losses.count("name that a sheet would have read otherwise", "names that a sheet would have read otherwise")
    tbc = " (tbc)" if said("tbc") else ""
    return ", ".join(filter(None, (said("person") or said("name") or said("seat"), said("position")))) + tbc


def _count(occurrence: Occurrence, losses: Losses) -> None:
    session, count = occurrence.session, losses.count
    count("further note", "further notes", len(session.notes[1:]))
    count("link to join", "links to join", len(session.join))
    count("block", "blocks", session.parent is not None)
    count("citation", "citations", len(session.citations))
    count("word of another document", "words of other documents", len(session.variants))
    usual = is_transparent(session.kind)
    count("word on taking time", "words on taking time", session.transparent != usual)
