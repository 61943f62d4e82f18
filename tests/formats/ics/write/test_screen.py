"""What is private, internal, or an address of somebody: in no byte of what is written for others."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import product

import pytest

from agendacli.analysis.occurrences import expand
from agendacli.formats.ics.items import Items, read_items
from agendacli.formats.ics.read.calendar import read_calendar
from agendacli.formats.ics.uid import programme_part, veiled
from agendacli.formats.ics.update.changes import ItemChangeKind, Scope, Updated, updated
from agendacli.formats.ics.write.options import CalendarOptions
from agendacli.formats.ics.write.plans import uids
from agendacli.formats.ics.write.screen import private_sessions, public
from agendacli.formats.ics.write.stamps import stamp_of
from agendacli.formats.ics.write.writer import calendar, items, whole_file
from agendacli.formats.private import PrivateItems
from agendacli.model.findings import Findings
from agendacli.model.people import Participant
from agendacli.model.places import Coordinates, Place
from agendacli.model.programme import Change, Privacy, Programme, Repeat, Session, Status
from agendacli.model.source import Citation, Source, Variant
from agendacli.model.when import Timed

CANARY = "canary"
START = datetime.fromisoformat("2026-03-10T09:00")
PUBLIC_ONLY, BUSY = (CalendarOptions(private=each) for each in (PrivateItems.LEFT_OUT, PrivateItems.BUSY))


def at(start: datetime) -> Timed:
    return Timed(start, start + timedelta(hours=1), "Europe/Lisbon")


OPEN = Session("open", "Opening", at(START))
SECRET = Session(
    "canary",
    "Canary",
    at(START + timedelta(days=1)),
    kind="canary",
    status=Status.TENTATIVE,
    when_text="canary",
    relative_to="canary",
    room="Canary room",
    place=Place("Canary city", venue="Canary house", coordinates=Coordinates(1, 2)),
    participants=(Participant("canary", "Canary", None, "canary"),),
    description="canary",
    url="https://canary.example.org/",
    join=("https://canary.example.org/join?pwd=canary",),
    privacy=Privacy.PRIVATE,
    notes=("canary",),
    internal=("canary",),
    categories=("canary",),
    citations=(Citation("letter", 4),),
    variants=(Variant(Citation("letter", 4), "canary", "canary"),),
)
COPIED = replace(
    SECRET, id="canary@x", uid="canary@x", stamp="20260101T000000Z", lines=("LINK;VALUE=URI:https://canary/",)
)
WEEKLY = replace(SECRET, id="canary-weekly", repeat=Repeat(("FREQ=WEEKLY;COUNT=3",)))
MIXED = replace(
    OPEN,
    id="mixed",
    repeat=Repeat(("FREQ=DAILY;COUNT=3",), changes=(Change(date(2026, 3, 11), replace(SECRET, id="mixed")),)),
)


def programme(*sessions: Session) -> Programme:
    return Programme("fair", "Fair", "fair.yaml", sources=(Source("letter", "Letter"),), sessions=sessions)


def written(fair: Programme, options: CalendarOptions) -> bytes:
    every = expand((fair,))
    return calendar(public(every) if options.private is PrivateItems.LEFT_OUT else every, options)


def update(old: bytes, fair: Programme, options: CalendarOptions) -> Updated:
    known = read_items(old)
    assert isinstance(known, Items)
    every = expand((fair,))
    shown = public(every) if options.private is PrivateItems.LEFT_OUT else every
    names = uids((fair,), known.by_uid, expanded=options.expanded, busy=options.private is not PrivateItems.KEPT)
    scope = Scope({programme_part(fair): stamp_of(fair, options)}, names, private=options.private)
    return updated(items(shown, options), known.by_uid, scope)


def summaries(data: bytes) -> list[str]:
    return [line.partition(":")[2] for line in data.decode().split("\r\n") if line.startswith("SUMMARY")]


@pytest.mark.parametrize(
    ("private", "expanded", "alarm"),
    [*product((PrivateItems.LEFT_OUT, PrivateItems.BUSY), (False, True), (None, timedelta(minutes=5)))],
)
def test_nothing_private_is_in_what_is_for_others(
    private: PrivateItems,
    expanded: bool,  # noqa: FBT001 (a parameter)
    alarm: timedelta | None,
) -> None:
    fair = programme(OPEN, SECRET, COPIED, WEEKLY, MIXED)
    options = CalendarOptions(private=private, expanded=expanded, alarm=alarm)
    data = written(fair, options)
    assert CANARY.encode() not in data.lower()
    assert b"Opening" in data
    full = calendar(expand((fair,)), replace(options, private=PrivateItems.KEPT))
    assert CANARY.encode() in full.lower()
    for later in (fair, programme(OPEN, replace(SECRET, title="Canary again")), programme(OPEN)):
        found = update(full, later, options)
        assert CANARY.encode() not in whole_file(public(expand((later,))), found.items, options).lower()


def test_busy_says_when_and_nothing_else() -> None:
    (item,) = items(expand((programme(SECRET),)), BUSY)
    assert item.entries[0].lines == (
        "SUMMARY:Busy",
        "DTSTART;TZID=Europe/Lisbon:20260311T090000",
        "DTEND;TZID=Europe/Lisbon:20260311T100000",
        "DTSTAMP:19700101T000000Z",
        f"UID:{veiled('canary.fair@agendacli', programme())}",
        "SEQUENCE:0",
        "CLASS:PRIVATE",
        "STATUS:TENTATIVE",
        "TRANSP:OPAQUE",
        "X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE",
    )


def test_private_occurrence_of_a_public_series_stands_out_of_it() -> None:
    assert summaries(written(programme(MIXED), BUSY)) == ["Opening", "Busy"]
    data = written(programme(MIXED), PUBLIC_ONLY)
    assert summaries(data) == ["Opening"]
    assert b"EXDATE;TZID=Europe/Lisbon:20260311T090000" in data


def test_private_series_is_so_with_every_occurrence() -> None:
    shown = replace(OPEN, id="canary-weekly", title="Shown")
    series = replace(WEEKLY, repeat=Repeat(("FREQ=DAILY;COUNT=3",), changes=(Change(date(2026, 3, 12), shown),)))
    assert summaries(written(programme(series), BUSY)) == ["Busy", "Busy"]
    assert summaries(written(programme(series), PUBLIC_ONLY)) == []


@pytest.mark.parametrize("options", [PUBLIC_ONLY, BUSY])
def test_block_that_not_everybody_may_see_is_not_named_in_what_was_there_either(options: CalendarOptions) -> None:
    item = replace(OPEN, parent=SECRET.id, uid="open@x", stamp="")
    full = calendar(expand((programme(SECRET, item),)), CalendarOptions())
    for later in (item, replace(item, title="Other")):
        fair = programme(SECRET, later)
        found = update(full, fair, options)
        assert CANARY.encode() not in whole_file(public(expand((fair,))), found.items, options).lower()


@pytest.mark.parametrize("options", [PUBLIC_ONLY, BUSY])
def test_block_that_not_everybody_may_see_is_named_by_no_item(options: CalendarOptions) -> None:
    item = replace(OPEN, parent=SECRET.id, uid="open@x", stamp="")
    for fair in (programme(SECRET, item), programme(replace(item, parent="canary elsewhere"))):
        assert CANARY.encode() not in written(fair, options).lower()


def test_privacy_is_written_and_read() -> None:
    data = written(programme(replace(SECRET, privacy=Privacy.CONFIDENTIAL)), CalendarOptions())
    assert b"CLASS:CONFIDENTIAL\r\n" in data
    read = read_calendar(data, "fair.ics", "UTC", Findings())
    assert read
    assert read.sessions[0].privacy is Privacy.CONFIDENTIAL
    assert b"CLASS" not in written(programme(OPEN), CalendarOptions())


def test_update_cancels_nothing_that_is_left_out() -> None:
    full = written(programme(OPEN, SECRET), CalendarOptions())
    assert update(full, programme(OPEN, SECRET), PUBLIC_ONLY).changes == ()
    assert [each.kind for each in update(full, programme(OPEN, SECRET), BUSY).changes] == [ItemChangeKind.ADDED]


def test_update_of_what_is_busy_says_when_that_is_no_more() -> None:
    busy = written(programme(OPEN, SECRET), BUSY)
    assert update(busy, programme(OPEN, SECRET), BUSY).changes == ()
    found = update(busy, programme(OPEN), BUSY)
    assert [(each.kind, each.title) for each in found.changes] == [(ItemChangeKind.CANCELLED, "Busy")]
    assert update(busy, programme(OPEN), PUBLIC_ONLY).changes == ()


def test_private_sessions_are_counted_once() -> None:
    assert private_sessions(expand((programme(OPEN, SECRET, WEEKLY, MIXED),))) == 3


def exports(fair: Programme) -> Iterator[bytes]:
    for private, expanded in product(PrivateItems, (False, True)):
        options = CalendarOptions(private=private, expanded=expanded)
        yield calendar(expand((fair,)), options)


def test_internal_words_are_in_no_export() -> None:
    noted = replace(OPEN, internal=("canary",))
    series = replace(noted, id="series", repeat=Repeat(("FREQ=DAILY;COUNT=2",)))
    fair = replace(programme(noted, series), internal=("canary",))
    alone = replace(programme(noted), internal=("canary",))
    assert [each for each in (*exports(fair), *exports(alone)) if b"canary" in each] == []


CALENDAR = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//x//y//EN
BEGIN:VEVENT
UID:a@x
DTSTAMP:20260101T000000Z
DTSTART:20260310T090000Z
DTEND:20260310T100000Z
SUMMARY:Talk
ORGANIZER:mailto:canary@x.org
ATTENDEE;CN=Ann:mailto:canary@x.org
ATTENDEE:mailto:canary@x.org
ATTENDEE;CN=canary@x.org:mailto:canary@x.org
CONTACT:Jo\\, canary@x.org
CONFERENCE;VALUE=URI;LABEL=Host:mailto:canary@x.org
LINK;LINKREL=author;VALUE=URI:mailto:canary@x.org
LINK;SOURCE="mailto:canary@x.org";VALUE=URI:https://x.org
BEGIN:VALARM
ACTION:EMAIL
TRIGGER:-PT5M
ATTENDEE:mailto:canary@x.org
END:VALARM
BEGIN:PARTICIPANT
PARTICIPANT-TYPE:SPEAKER
SUMMARY:Bo
CALENDAR-ADDRESS:mailto:canary@x.org
END:PARTICIPANT
END:VEVENT
END:VCALENDAR
"""


def test_addresses_of_people_are_in_no_export() -> None:
    read = read_calendar(CALENDAR.encode(), "x.ics", "UTC", Findings())
    assert read
    for data in exports(read):
        assert b"canary" not in data.replace(b"\r\n ", b"")
        assert b"Ann" in data
        assert b"Bo" in data
