"""The days of a programme: day keys and items to sessions."""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date, timedelta

from agendacli.model.codes import (
    BAD_DATE,
    BAD_TIME,
    DUPLICATE_ID,
    NO_ZONE,
    OUTSIDE_DATES,
    UNKNOWN_KIND,
    UNKNOWN_SESSION,
    WRONG_TYPE,
)
from agendacli.model.diagnostic import Note
from agendacli.model.places import Place
from agendacli.model.programme import KINDS, TRANSPARENT_KINDS, Session, Status, kind_in_title
from agendacli.model.when import DAY, Days, DayWindow, When, days_touched
from agendacli.source import schema
from agendacli.source.decode_participants import Lookup, Seat, decode_seats
from agendacli.source.decode_places import check_room, decode_place
from agendacli.source.entries import Entries
from agendacli.source.findings import Findings
from agendacli.source.names import slug
from agendacli.source.near import NearNames, nearest, suggestion
from agendacli.source.nodes import Items, Mapping, Node, Scalar, describe
from agendacli.source.repeat_words import Every, is_repeat, parse_every
from agendacli.source.repeats import Item, refuse_exceptions, repeated
from agendacli.source.shapes import expect_text, report_fault
from agendacli.source.times import (
    Clock,
    DayKey,
    EachDay,
    Fault,
    RelativeDay,
    SomeDay,
    parse_clock,
    parse_days,
    resolve,
)

_UNREAD: When = Days(date.min, date.min, None)


@dataclass(frozen=True, slots=True)
class Setting:
    """What holds for every session of a programme unless it says otherwise.

    `zone_is_wrong` marks a zone that is said and unknown: that is told already.
    """

    place: Place
    zone: str | None
    room: str | None
    zone_is_wrong: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """A session that is read, with its seats: references among them are still open.

    One whose time is wrong is no session, but what it says of its id and its people still counts for the others.
    """

    session: Session
    seats: tuple[Seat, ...]
    has_time: bool = True


@dataclass(frozen=True, slots=True)
class _Day:
    """One key of `days` with its items, and what the key says (None: nothing readable)."""

    key: Scalar
    items: Node
    days: DayKey | Every | None


def decode_days(node: Node, setting: Setting, lookup: Lookup) -> tuple[Draft, ...]:
    """A draft of every session under `days`, in the printed order.

    Days that hang on another session are read once that session is known.
    """
    if not isinstance(node, Mapping):
        message = f"expected items under days such as `2017-09-04:`, not {describe(node)}"
        lookup.findings.report(WRONG_TYPE, node.span, message)
        return ()
    days = [_Day(key, items, _read_key(key, lookup.findings)) for key, items in node.entries]
    drafts = _settle(days, setting, lookup)
    return tuple(draft for day in days for draft in drafts.get(day.key.text, ()))


def _settle(days: Iterable[_Day], setting: Setting, lookup: Lookup) -> dict[str, list[Draft]]:
    """The drafts of each day by its key; a day that hangs on a session follows as soon as that session is known."""
    waiting: dict[str, list[_Day]] = {}
    ready: deque[_Day] = deque()
    for day in days:
        (waiting.setdefault(day.days.session, []) if isinstance(day.days, RelativeDay) else ready).append(day)
    drafts: dict[str, list[Draft]] = {}
    known: dict[str, When | None] = {}
    while ready:
        day = ready.popleft()
        drafts[day.key.text] = _decode_items(day, _fixed(day, known, lookup.findings), setting, lookup)
        for draft in drafts[day.key.text]:
            known.setdefault(draft.session.id, draft.session.when if draft.has_time else None)
            ready.extend(waiting.pop(draft.session.id, ()))
    unsettled = [day for hanging in waiting.values() for day in hanging]
    _report_unsettled(unsettled, known, lookup.findings)
    return drafts | {day.key.text: _decode_items(day, None, setting, lookup) for day in unsettled}


def _report_unsettled(days: Iterable[_Day], known: Iterable[str], findings: Findings) -> None:
    near = NearNames(known)
    for day in days:
        target = day.days.session if isinstance(day.days, RelativeDay) else ""
        hint = near.suggestion(target) or "; write the id of one that has"
        message = f"`{target}` is no session of this programme with days of its own{hint}"
        findings.report(UNKNOWN_SESSION, day.key.span, message)


def refuse_duplicates(drafts: tuple[Draft, ...], findings: Findings) -> tuple[Draft, ...]:
    """The drafts without those whose id an earlier one has; each is reported."""
    first: dict[str, Draft] = {}
    for draft in drafts:
        holder = first.setdefault(draft.session.id, draft)
        if holder is not draft and draft.session.span:
            note = Note("it is the id of this session", holder.session.span)
            message = f"the id `{draft.session.id}` is taken; give this session an `id` of its own"
            findings.report(DUPLICATE_ID, draft.session.span, message, note)
    return tuple(first.values())


def check_dates(sessions: Iterable[Session], dates: When | None, findings: Findings) -> None:
    """Report every session that takes time outside the programme's stated dates."""
    if dates is None:
        return
    first, end = days_touched(dates)
    stated = f"{first} to {end - DAY}"
    for session in sessions:
        start, stop = days_touched(session.when)
        outside = start < first or stop > end
        if outside and not session.transparent and session.status is not Status.CANCELLED and session.span:
            message = f"`{session.id}` lies outside the programme's dates, {stated}; correct its day or `dates`"
            findings.report(OUTSIDE_DATES, session.span, message)


def _read_key(key: Scalar, findings: Findings) -> DayKey | Every | None:
    days = parse_every(key.text) if is_repeat(key.text) else parse_days(key.text)
    if isinstance(days, Fault):
        report_fault(days, key, findings)
        return None
    return days


def _fixed(day: _Day, known: dict[str, When | None], findings: Findings) -> EachDay | SomeDay | None:
    """The days themselves; a relative day is counted from the session it names, None if the time of that is wrong.

    Of days that repeat it is the first.
    """
    if isinstance(day.days, Every):
        return EachDay(day.days.first, day.days.first + DAY)
    if not isinstance(day.days, RelativeDay):
        return day.days
    anchor = known[day.days.session]
    if anchor is None:
        return None
    try:
        fixed = _counted(day.days.shift, anchor)
    except OverflowError:
        fixed = None
    if fixed and MINYEAR < fixed.start.year <= fixed.end.year < MAXYEAR:
        return fixed
    findings.report(BAD_DATE, day.key.span, f"`{day.key.text}` is beyond the calendar; count fewer days")
    return None


def _counted(shift: timedelta, anchor: When) -> EachDay | SomeDay:
    """The day that lies before the first, or after the last, day of a time; a window moves as a whole."""
    start, end = days_touched(anchor)
    if isinstance(anchor, DayWindow):
        return SomeDay(start + shift, end + shift, anchor.days)
    day = (start if shift.days < 0 else end - DAY) + shift
    return EachDay(day, day + DAY)


def _decode_items(day: _Day, days: EachDay | SomeDay | None, setting: Setting, lookup: Lookup) -> list[Draft]:
    if not isinstance(day.items, Items):
        message = f"expected a list of items such as `- 10:15-13:00: Title`, not {describe(day.items)}"
        lookup.findings.report(WRONG_TYPE, day.items.span, message)
        return []
    drafts = (_decode_item(each, day, days, setting, lookup) for each in day.items.items)
    return [draft for draft in drafts if draft]


def _decode_item(
    node: Node, day: _Day, days: EachDay | SomeDay | None, setting: Setting, lookup: Lookup
) -> Draft | None:
    if not isinstance(node, Mapping) or not node.entries:
        message = f"expected an item such as `10:15-13:00: Title`, not {describe(node)}"
        lookup.findings.report(WRONG_TYPE, node.span, message)
        return None
    time, title_node = node.entries[0]
    entries = Entries(node, schema.SESSION, lookup.findings, skip=1)
    title = expect_text(title_node, lookup.findings, "the title of the item")
    clock = _read_clock(time, lookup.findings)
    own = _setting_of(entries, setting, lookup)
    when = _read_when(days, clock, time, own, lookup.findings) if days and clock else None
    # Faults of the rest are told even where the time or the title is wrong and no session comes of it.
    session = _session(entries, title.text.strip() if title else "", when or _UNREAD, own, lookup)
    seats = decode_seats(entries, lookup)
    if not title:
        return None
    relative_to = day.days.session if isinstance(day.days, RelativeDay) else None
    words = f"{day.key.text}, {time.text}"
    session = replace(session, when_text=words, relative_to=relative_to, span=time.span)
    return Draft(_repeated(session, day, time, entries, lookup.findings), seats, has_time=when is not None)


def _repeated(session: Session, day: _Day, hours: Scalar, entries: Entries, findings: Findings) -> Session:
    """The session with its repeat, where its days do."""
    exceptions = entries.node(schema.EXCEPT)
    if isinstance(day.days, Every):
        return session if session.when is _UNREAD else repeated(Item(session, day.days, hours), exceptions, findings)
    refuse_exceptions(exceptions, findings)
    return session


def _read_clock(time: Scalar, findings: Findings) -> Clock | None:
    clock = parse_clock(time.text)
    if not isinstance(clock, Fault):
        return clock
    if time.text in {each.name for each in schema.SESSION.fields}:
        clock = Fault(BAD_TIME, f"an item begins with its time, not with `{time.text}`: `- 10:15-13:00: Title`")
    report_fault(clock, time, findings)
    return None


def _read_when(days: EachDay | SomeDay, clock: Clock, time: Scalar, own: Setting, findings: Findings) -> When | None:
    found = resolve(days, clock, own.zone)
    if not isinstance(found, Fault):
        return found
    if found.code is not NO_ZONE:
        report_fault(found, time, findings)
    elif not own.zone_is_wrong:
        findings.report_once(NO_ZONE, time.span, found.message)
    return None


def _setting_of(entries: Entries, setting: Setting, lookup: Lookup) -> Setting:
    """The place, zone and room of one session: its own, else the programme's."""
    node = entries.node(schema.PLACE)
    place = decode_place(node, lookup.directory, lookup.findings) if node else setting.place
    zone = entries.read(schema.ZONE_NAME)
    if entries.has(schema.ZONE_NAME):
        zone_is_wrong = zone is None
    else:
        zone = (place.zone if node else None) or setting.zone
        zone_is_wrong = setting.zone_is_wrong and zone is None
    room = entries.read(schema.ROOM)
    if room:
        check_room(room, entries.span(schema.ROOM), place, lookup.directory, lookup.findings)
    return Setting(place, zone, room, zone_is_wrong)


def _session(entries: Entries, title: str, when: When, own: Setting, lookup: Lookup) -> Session:
    kind = _kind(entries, title, lookup.findings)
    stated = entries.read(schema.TRANSPARENT)
    return Session(
        id=entries.read(schema.SESSION_ID) or slug(title.partition(":")[0]),
        title=title,
        when=when,
        kind=kind,
        status=entries.read(schema.STATUS_WORD) or Status.CONFIRMED,
        transparent=kind in TRANSPARENT_KINDS if stated is None else stated,
        room=own.room,
        place=own.place if entries.node(schema.PLACE) else None,
        description=entries.read(schema.DESCRIPTION),
        url=entries.read(schema.URL),
        notes=entries.read(schema.NOTES) or (),
        categories=entries.read(schema.CATEGORIES) or (),
        citations=lookup.cited(entries),
        variants=lookup.disagreements(entries),
    )


def _kind(entries: Entries, title: str, findings: Findings) -> str:
    stated = entries.read(schema.KIND)
    if stated is None:
        return kind_in_title(title)
    kind = stated.casefold().replace("-", " ")
    if kind not in KINDS and nearest(kind, KINDS, cutoff=0.8):
        message = f"`{stated}` is nearly a known kind{suggestion(kind, KINDS)}"
        findings.report(UNKNOWN_KIND, entries.span(schema.KIND), message)
    return kind


def dated(days: EachDay | SomeDay, zone: str | None) -> When:
    """Whole days without hours: what the stated dates of a programme say."""
    if isinstance(days, SomeDay):
        return DayWindow(days.start, days.end, zone, days.days)
    return Days(days.start, days.end, zone)
