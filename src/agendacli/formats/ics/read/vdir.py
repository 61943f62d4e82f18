"""A folder that is one calendar: a vdir, in which khal, todoman and vdirsyncer keep each item in a file of its own."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from agendacli.formats.ics.file_names import file_name
from agendacli.formats.ics.oddities import Oddities
from agendacli.formats.ics.read.assembly import read_components
from agendacli.formats.ics.read.series import version_of
from agendacli.model.codes import ICS_COPY
from agendacli.model.findings import Findings
from agendacli.model.programme import Programme, Session
from agendacli.model.span import Span
from agendacli.words.ids import slug

ENDING = ".ics"
_NAMES = ("X-WR-CALNAME", "NAME")


def is_item(data: bytes, name: str) -> bool | None:
    """Whether a file of that name holds one item, is named by its UID, and names no calendar; None without an item."""
    found = list(read_components(data, Oddities(name, Findings())))
    uids = {each.value("UID") for each in found if each.name == "VEVENT"}
    if not uids:
        return None
    names_calendar = any(each.first(said) for each in found if each.name == "VCALENDAR" for said in _NAMES)
    return not names_calendar and any({each} == uids and name in _file_names(each) for each in uids)


def _file_names(uid: str) -> frozenset[str]:
    return frozenset({file_name(uid, ENDING), f"{uid}{ENDING}"})


def one_calendar(items: Sequence[Programme], file: str, name: str, title: str, findings: Findings) -> Programme | None:
    """The programme of a folder with that name, of what its files say; None if they say nothing."""
    if not items:
        return None
    return replace(
        items[0],
        id=slug(name),
        title=title,
        file=file,
        organizer=_only(each.organizer for each in items),
        zone=_only(each.zone for each in items if each.zone),
        url=None,
        revision=None,
        description=None,
        is_diary=any(each.is_diary for each in items),
        sessions=_newest(items, findings),
        span=Span(file),
    )


def _newest(items: Iterable[Programme], findings: Findings) -> tuple[Session, ...]:
    """The newest version of each session; older ones are reported."""
    found: dict[str, Session] = {}
    for each in (session for item in items for session in item.sessions):
        known = found.get(each.id, each)
        older, found[each.id] = sorted((known, each), key=version_of)
        if older is not found[each.id] and older.span:
            there = found[each.id].span
            message = f"a newer version of this VEVENT is in {there and there.file} (UID {each.uid}); that one counts"
            findings.report(ICS_COPY, older.span, message)
    return tuple(found.values())


def _only(values: Iterable[str | None]) -> str | None:
    found = set(values)
    return found.pop() if len(found) == 1 else None
