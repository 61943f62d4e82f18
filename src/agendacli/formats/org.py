"""Org, the outlines of Emacs: a heading for each session, with timestamps that stand in its agenda."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from itertools import groupby

from agendacli.analysis.blocks import held_by, items_inside
from agendacli.formats.exported import Exported, Losses, ToExport
from agendacli.model.occurrence import Occurrence
from agendacli.model.people import Participant
from agendacli.model.programme import Programme, Repeat, Session, Status
from agendacli.model.when import DAY, DayWindow, Timed, TimeWindow, When, days_touched, in_zone
from agendacli.words.harmless import harmless, one_line
from agendacli.words.prose import WEEKDAYS, clock_text, window_text

_NOTHING = "\N{ZERO WIDTH SPACE}"
"""What the manual of Org has stand before a sign that means nothing (Escape Character)."""
_KEYWORDS = {Status.TENTATIVE: "TENTATIVE ", Status.CANCELLED: "CANCELLED "}
_SIGN = re.compile(r"[<\[](?=\d|%%|[<\[]|fn:)|\{(?=\{)|\b(?:src|call)(?=_)|\b(?:elisp|shell)(?=:)")
"""Where a timestamp, a link, a target, a footnote, a macro or code that Emacs would run begins."""
_MEANS = re.compile(r"(?=[*#:|])|(?=(?:TODO|DONE|TENTATIVE|CANCELLED|COMMENT|\[#))")
_NO_TAG = re.compile(r"[^\w@#%]+")
_STEPS = {"DAILY": "d", "WEEKLY": "w", "MONTHLY": "m", "YEARLY": "y"}
_USUAL_KIND = "session"
_EVERY_MONTH_HAS = 28


def write_org(asked: ToExport) -> Exported:
    """The programme as an Org file; what depends on a zone is on the clocks of the programme, as Org knows none."""
    losses = Losses()
    programme = asked.programmes[0]
    zone = asked.zone or programme.zone or next((each.zone for each in asked.occurrences if each.zone), None)
    lines = (*_head(programme, asked.title or programme.title, zone), *_sessions(asked.occurrences, zone))
    for each in asked.occurrences:
        losses.count("link to join", "links to join", len(each.session.join))
        losses.count("word of another document", "words of other documents", len(each.session.variants))
    return losses.exported("".join(f"{line}\n" for line in lines).encode("utf-8", "replace"), "Org")


def _head(programme: Programme, title: str, zone: str | None) -> Iterator[str]:
    yield f"#+TITLE: {_text(title)}"
    yield "#+TODO: TODO TENTATIVE | DONE CANCELLED"
    yield f"* {_title(title)}{_tags(programme.categories)}"
    said = {"ID": programme.id, "LOCATION": str(programme.place), "TIMEZONE": zone, "URL": programme.url}
    yield from _properties({**said, "LICENSE": programme.license})
    yield from _body(programme.participants, (programme.description or "", *programme.notes))


def _sessions(occurrences: Sequence[Occurrence], zone: str | None) -> Iterator[str]:
    """A heading for each session, below that of its block; one that repeats has all of its times."""
    held = held_by(occurrences)
    for _, found in groupby(items_inside(_together(occurrences), held), key=_address):
        times = tuple(found)
        yield from _session(times, zone, level=3 if times[0].id in held else 2)


def _together(occurrences: Sequence[Occurrence]) -> list[Occurrence]:
    """The occurrences in order, but all of one session where its first one stands."""
    first = {each: n for n, each in reversed([*enumerate(map(_address, occurrences))])}
    return sorted(occurrences, key=lambda each: first[_address(each)])


def _address(occurrence: Occurrence) -> str:
    return f"{occurrence.programme.address}/{occurrence.session.id}"


def _session(times: Sequence[Occurrence], zone: str | None, level: int) -> Iterator[str]:
    first, session = times[0], times[0].session
    keyword = _KEYWORDS.get(first.status, "")
    yield f"{'*' * level} {keyword}{_title(session.title)}{_tags((*_kind(session), *session.categories))}"
    where = ", ".join(filter(None, (*first.rooms, str(first.place))))
    yield from _properties({"ID": _address(first), "LOCATION": where, "URL": session.url})
    repeater = _repeater(session, zone)
    for each in times[:1] if repeater else times:
        yield f"  {_when(each, zone, repeater)}"
    yield from _body(session.participants, (session.description or "", *session.notes))


def _kind(session: Session) -> Iterator[str]:
    """Its kind, where that says anything."""
    if session.kind != _USUAL_KIND:
        yield session.kind


def _when(occurrence: Occurrence, zone: str | None, repeater: str) -> str:
    """The timestamp of a time, which the agenda shows; of a window of days its words, of what is cancelled none."""
    when = in_zone(occurrence.when, zone) if zone else occurrence.when
    if isinstance(when, DayWindow):
        return window_text(when)
    found = _stamps(when, repeater)
    told = f"{found} {clock_text(when)}" if isinstance(when, TimeWindow) else found
    is_active = occurrence.status is not Status.CANCELLED
    return told if is_active else told.replace("<", "[").replace(">", "]")


def _stamps(when: When, repeater: str) -> str:
    if not isinstance(when, Timed):
        first, after = days_touched(when)
        last = after - DAY
        return f"<{_day(first)}{repeater}>" + (f"--<{_day(last)}>" if last > first else "")
    start = f"{_day(when.start)} {when.start:%H:%M}"
    if when.end is None or when.is_moment:
        return f"<{start}{repeater}>"
    if when.end.date() == when.start.date():
        return f"<{start}-{when.end:%H:%M}{repeater}>"
    return f"<{start}{repeater}>--<{_day(when.end)} {when.end:%H:%M}{repeater}>"


def _day(day: date | datetime) -> str:
    return f"{day:%Y-%m-%d} {WEEKDAYS[day.weekday()][:3]}"


def _repeater(session: Session, zone: str | None) -> str:
    """` +1w` for what repeats in equal steps without an end; nothing for all that Org cannot say."""
    repeat, start = session.repeat, days_touched(session.when)[0]
    if repeat is None or not _is_plain(repeat) or (zone and session.when.zone not in (None, zone)):
        return ""
    said = dict(part.split("=", 1) for part in repeat.rules[0].split(";"))
    usual = {"FREQ", "INTERVAL", "WKST"} | ({"BYDAY"} if said.get("FREQ") == "WEEKLY" else set())
    is_usual = said.keys() <= usual and said.get("BYDAY", _byday(start)) == _byday(start)
    is_everywhere = start.day <= _EVERY_MONTH_HAS or said["FREQ"] in {"DAILY", "WEEKLY"}
    step = _STEPS.get(said["FREQ"])
    return f" +{said.get('INTERVAL', '1')}{step}" if step and is_usual and is_everywhere else ""


def _is_plain(repeat: Repeat) -> bool:
    return repeat.is_endless and len(repeat.rules) == 1 and not (repeat.added or repeat.removed or repeat.changes)


def _byday(day: date) -> str:
    return WEEKDAYS[day.weekday()][:2].upper()


def _properties(values: dict[str, str | None]) -> Iterator[str]:
    yield ":PROPERTIES:"
    yield from (f":{name}: {_text(value)}" for name, value in values.items() if value)
    yield ":END:"


def _body(seats: Iterable[Participant], texts: Iterable[str]) -> Iterator[str]:
    for each in seats:
        yield f"  - {_text(each.role)} :: {_seat(each)}"
    for text in texts:
        yield from (f"  {_line(line)}" for line in text.split("\n") if line.strip())


def _seat(seat: Participant) -> str:
    person = seat.person
    name = f"{person.honorific or ''} {person.name}".strip() if person else seat.printed
    said = ", ".join(filter(None, (name, seat.position)))
    return _text(said) + ("" if seat.confirmed else " (to be confirmed)")


def _title(text: str) -> str:
    """A title that is none of the words and signs that a heading has."""
    found = _line(text)
    return f"{found}{_NOTHING}" if found.endswith(":") or not found else found


def _line(text: str) -> str:
    return _MEANS.sub(_NOTHING, found, count=1) if _MEANS.match(found := _text(text)) else found


def _text(text: str) -> str:
    """The text on one line, in which nothing is a timestamp, nothing hides behind a link and nothing is run."""
    return _SIGN.sub(rf"\g<0>{_NOTHING}", harmless(one_line(text)))


def _tags(names: Iterable[str]) -> str:
    found = dict.fromkeys(tag for each in names if (tag := _NO_TAG.sub("_", one_line(each)).strip("_")))
    return f" :{':'.join(found)}:" if found else ""
