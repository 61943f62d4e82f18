from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from agendacli.analysis.occurrences import expand
from agendacli.formats.ics.items import Entry, Item, Items, read_items
from agendacli.formats.ics.uid import older_uid, programme_part
from agendacli.formats.ics.update.changes import ItemChange, ItemChangeKind, Scope, Updated, updated
from agendacli.formats.ics.write.options import CalendarOptions
from agendacli.formats.ics.write.plans import older_uids, uids
from agendacli.formats.ics.write.stamps import stamp_of
from agendacli.formats.ics.write.writer import calendar, items, whole_file
from agendacli.model.occurrence import Occurrence
from agendacli.model.places import Coordinates, Place
from agendacli.model.programme import Change, Programme, Repeat, Session, Status
from agendacli.model.when import Timed

PLAIN = CalendarOptions()
ALARM = CalendarOptions(alarm=timedelta(minutes=15))
VIENNA = "Europe/Vienna"


def timed(start: str, end: str | None = None, zone: str = VIENNA) -> Timed:
    return Timed(datetime.fromisoformat(start), datetime.fromisoformat(end) if end else None, zone)


PANEL = Session("panel", "Panel; one", timed("2017-09-04 10:15", "2017-09-04 13:00"), kind="panel")
LUNCH = Session("lunch", "Lunch", timed("2017-09-04 13:00", "2017-09-04 15:00"), kind="lunch")
PROGRAMME = Programme("vienna", "Session", "vienna.yaml", revision=date(2017, 8, 24), sessions=(PANEL, LUNCH))
OTHER = Programme("other", "Other", "other.yaml", sessions=(PANEL,))


def occurrences(*programmes: Programme) -> list[Occurrence]:
    return [*expand(programmes)]


def taken(data: bytes) -> Items:
    found = read_items(data)
    assert isinstance(found, Items)
    return found


def scope(programmes: Iterable[Programme], old: Items, options: CalendarOptions = PLAIN) -> Scope:
    whole = tuple(programmes)
    stamps = {programme_part(each): stamp_of(each, options) for each in whole}
    return Scope(stamps, uids(whole, old.by_uid, expanded=options.expanded))


def update(old: bytes, *programmes: Programme, options: CalendarOptions = PLAIN) -> Updated:
    """What exporting all of these programmes makes of an old file."""
    known = taken(old)
    return updated(items(occurrences(*programmes), options), known.by_uid, scope(programmes, known, options))


def lines(update: Updated, *names: str) -> list[str]:
    """The lines with these names of all items."""
    found = (line for item in update.items for entry in item.entries for line in entry.lines)
    return [line for line in found if line.split(":")[0].split(";")[0] in names]


BESIDE = {
    *("DTSTAMP", "UID", "SEQUENCE", "CATEGORIES", "COLOR", "DESCRIPTION", "LAST-MODIFIED", "STATUS", "TRANSP"),
    *("X-MICROSOFT-CDO-BUSYSTATUS", "X-AGENDA-TEXT"),
}


OLD = calendar(occurrences(PROGRAMME), PLAIN)


def test_update_of_the_same_keeps_every_byte() -> None:
    found = update(OLD, replace(PROGRAMME, revision=date(2017, 10, 9)))
    assert found == Updated(tuple(taken(OLD).by_uid.values()), ())


def test_update_keeps_what_an_app_wrote_in_another_order_and_added_to() -> None:
    entry = taken(OLD).by_uid["lunch.vienna@agendacli"].entries[0]
    lines_ = sorted((*entry.lines, "X-MOZ-GENERATION:3", "CREATED:20170101T000000Z"))
    resaved = "\r\n".join(("BEGIN:VCALENDAR", "BEGIN:VEVENT", *lines_, "END:VEVENT", "END:VCALENDAR", "")).encode()
    found = update(resaved, replace(PROGRAMME, sessions=(LUNCH,)))
    assert found == Updated(tuple(taken(resaved).by_uid.values()), ())


def test_update_of_a_changed_item_raises_sequence_and_stamp() -> None:
    moved = replace(PANEL, when=timed("2017-09-04 11:00", "2017-09-04 13:00"))
    found = update(OLD, replace(PROGRAMME, sessions=(moved, LUNCH), revision=date(2017, 10, 9)))
    assert found.changes == (ItemChange(ItemChangeKind.CHANGED, "panel.vienna@agendacli", "Panel; one", ("start",)),)
    assert lines(found, "UID", "SEQUENCE", "DTSTAMP", "LAST-MODIFIED") == [
        "DTSTAMP:20171009T000000Z",
        "UID:panel.vienna@agendacli",
        "SEQUENCE:1",
        "LAST-MODIFIED:20171009T000000Z",
        "DTSTAMP:20170824T000000Z",
        "UID:lunch.vienna@agendacli",
        "SEQUENCE:0",
        "LAST-MODIFIED:20170824T000000Z",
    ]


@pytest.mark.parametrize(
    ("revision", "stamp", "expected"),
    [
        pytest.param(date(2017, 8, 24), None, "20170824T000001Z", id="the same revision"),
        pytest.param(date(2017, 1, 1), None, "20170824T000001Z", id="an older revision"),
        pytest.param(None, None, "20170824T000001Z", id="no revision"),
        pytest.param(None, datetime(2017, 8, 25, 9, tzinfo=UTC), "20170825T090000Z", id="a later stamp"),
        pytest.param(date(2018, 1, 1), datetime(2017, 8, 1, tzinfo=UTC), "20170824T000001Z", id="an earlier stamp"),
    ],
)
def test_update_stamps_a_change_later_than_what_it_replaces(
    revision: date | None, stamp: datetime | None, expected: str
) -> None:
    programme = replace(PROGRAMME, sessions=(replace(PANEL, title="Other"),), revision=revision)
    found = update(
        calendar(occurrences(replace(PROGRAMME, sessions=(PANEL,))), PLAIN),
        programme,
        options=CalendarOptions(stamp=stamp),
    )
    assert lines(found, "DTSTAMP", "LAST-MODIFIED") == [f"DTSTAMP:{expected}", f"LAST-MODIFIED:{expected}"]


@pytest.mark.parametrize(
    ("old", "base", "expected"),
    [("SEQUENCE:0", 0, "1"), ("SEQUENCE:4", 0, "5"), ("SEQUENCE:1", 7, "7"), ("SEQUENCE:2147483647", 0, "2147483647")],
)
def test_update_sequence_rises_above_both(old: str, base: int, expected: str) -> None:
    alone = replace(PROGRAMME, sessions=(PANEL,))
    known = taken(calendar(occurrences(alone), PLAIN).replace(b"SEQUENCE:0", old.encode()))
    changed = replace(alone, sessions=(replace(PANEL, title="Other"),))
    found = updated(items(occurrences(changed), PLAIN, {"vienna": base}), known.by_uid, scope([changed], known))
    assert lines(found, "SEQUENCE") == [f"SEQUENCE:{expected}"]


def test_update_of_an_undated_programme_gets_a_last_modified() -> None:
    undated = replace(PROGRAMME, revision=None, sessions=(PANEL,))
    found = update(calendar(occurrences(undated), PLAIN), replace(undated, sessions=(replace(PANEL, title="Other"),)))
    assert lines(found, "DTSTAMP", "LAST-MODIFIED") == ["DTSTAMP:19700101T000001Z", "LAST-MODIFIED:19700101T000001Z"]


def test_update_ignores_stamps_that_are_none() -> None:
    data = OLD.replace(b"DTSTAMP:20170824T000000Z", b"DTSTAMP:soon").replace(
        b"LAST-MODIFIED:2017", b"LAST-MODIFIED:9999"
    )
    found = update(data, replace(PROGRAMME, sessions=(replace(PANEL, title="Other"), LUNCH)))
    assert lines(found, "DTSTAMP")[0] == "DTSTAMP:20170824T000000Z"


def test_update_adds_what_is_new() -> None:
    found = update(calendar(occurrences(replace(PROGRAMME, sessions=(PANEL,))), PLAIN), PROGRAMME)
    assert found.changes == (ItemChange(ItemChangeKind.ADDED, "lunch.vienna@agendacli", "Lunch"),)


def test_update_cancels_what_is_no_more() -> None:
    found = update(
        calendar(occurrences(PROGRAMME), ALARM),
        replace(PROGRAMME, sessions=(LUNCH,), revision=date(2017, 10, 9)),
        options=ALARM,
    )
    assert found.changes == (ItemChange(ItemChangeKind.CANCELLED, "panel.vienna@agendacli", "Panel; one"),)
    assert found.items[1].data.decode().split("\r\n") == [
        "BEGIN:VEVENT",
        "SUMMARY:Panel\\; one (CANCELLED)",
        "DTSTART;TZID=Europe/Vienna:20170904T101500",
        "DTEND;TZID=Europe/Vienna:20170904T130000",
        "DTSTAMP:20171009T000000Z",
        "UID:panel.vienna@agendacli",
        "SEQUENCE:1",
        "CATEGORIES:panel",
        "COLOR:seagreen",
        "DESCRIPTION:Session",
        "LAST-MODIFIED:20171009T000000Z",
        "STATUS:CANCELLED",
        "TRANSP:TRANSPARENT",
        "X-AGENDA-TEXT:1ff9ec48",
        "X-MICROSOFT-CDO-BUSYSTATUS:FREE",
        "END:VEVENT",
        "",
    ]


def test_update_cancels_a_foreign_looking_entry_with_what_it_lacks() -> None:
    old = b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:gone.vienna@agendacli\nSEQUENCE:\n  3\nEND:VEVENT\nEND:VCALENDAR\n"
    found = update(old, PROGRAMME)
    assert found.items[-1].data.decode().split("\r\n") == [
        "BEGIN:VEVENT",
        "UID:gone.vienna@agendacli",
        "SEQUENCE:4",
        "DTSTAMP:20170824T000000Z",
        "LAST-MODIFIED:20170824T000000Z",
        "STATUS:CANCELLED",
        "TRANSP:TRANSPARENT",
        "X-MICROSOFT-CDO-BUSYSTATUS:FREE",
        "END:VEVENT",
        "",
    ]


def test_update_leaves_a_property_that_stands_twice_once() -> None:
    event = b"BEGIN:VEVENT\nUID:gone.vienna@agendacli\nSTATUS:CONFIRMED\nSTATUS:X\nEND:VEVENT\n"
    old = b"BEGIN:VCALENDAR\n" + event + b"END:VCALENDAR\n"
    assert lines(update(old, PROGRAMME), "STATUS")[-1:] == ["STATUS:CANCELLED"]
    assert update(old, PROGRAMME).items[-1].data.count(b"\nSTATUS:") == 1


def test_update_leaves_the_cancelled_as_it_is() -> None:
    once = whole_file(occurrences(PROGRAMME), update(OLD, replace(PROGRAMME, sessions=(LUNCH,))).items, PLAIN)
    again = update(once, replace(PROGRAMME, sessions=(LUNCH,), revision=date(2018, 1, 1)))
    assert again == Updated(tuple(taken(once).by_uid.values()), ())


def test_update_of_a_session_that_the_programme_cancels_is_a_change() -> None:
    cancelled = replace(PANEL, status=Status.CANCELLED)
    found = update(OLD, replace(PROGRAMME, sessions=(cancelled, LUNCH)))
    fields = ("status", "whose time it takes")
    assert found.changes == (ItemChange(ItemChangeKind.CHANGED, "panel.vienna@agendacli", "Panel; one", fields),)


def test_update_brings_back_what_was_cancelled() -> None:
    gone = update(OLD, replace(PROGRAMME, sessions=(LUNCH,))).items
    found = update(whole_file(occurrences(PROGRAMME), gone, PLAIN), PROGRAMME)
    fields = ("status", "whose time it takes")
    assert found.changes == (ItemChange(ItemChangeKind.CHANGED, "panel.vienna@agendacli", "Panel; one", fields),)
    assert lines(found, "SEQUENCE", "STATUS")[:2] == ["SEQUENCE:2", "STATUS:CONFIRMED"]


def test_update_cancels_nothing_that_a_filter_left_out() -> None:
    known = taken(OLD)
    found = updated(items(occurrences(PROGRAMME)[1:], PLAIN), known.by_uid, scope([PROGRAMME], known))
    assert ([each.uid for each in found.items], found.changes) == (["lunch.vienna@agendacli"], ())


def test_update_cancels_nothing_that_belongs_to_another_programme() -> None:
    old = calendar(occurrences(PROGRAMME, OTHER), PLAIN).replace(
        b"UID:lunch.vienna@agendacli", b"UID:lunch@example.org"
    )
    found = update(old, replace(PROGRAMME, sessions=(PANEL,)))
    assert ([each.uid for each in found.items], found.changes) == (["panel.vienna@agendacli"], ())


@pytest.mark.parametrize(
    ("session", "options", "fields"),
    [
        pytest.param(replace(PANEL, when=timed("2017-09-04 10:15")), PLAIN, ("end", "text"), id="end"),
        pytest.param(
            replace(PANEL, room="M2", place=Place("Graz", coordinates=Coordinates(1, 2))), PLAIN, ("place",), id="place"
        ),
        pytest.param(
            replace(PANEL, kind="meeting", description="More"),
            PLAIN,
            ("text", "categories"),
            id="kind and text",
        ),
        pytest.param(replace(PANEL, url="https://example.org/"), PLAIN, ("address",), id="address"),
        pytest.param(PANEL, ALARM, ("reminder",), id="reminder"),
        pytest.param(replace(PANEL, transparent=True), PLAIN, ("whose time it takes",), id="free"),
    ],
)
def test_update_names_the_fields_that_changed(
    session: Session, options: CalendarOptions, fields: tuple[str, ...]
) -> None:
    found = update(OLD, replace(PROGRAMME, sessions=(session, LUNCH)), options=options)
    assert found.changes[0].fields == fields


def test_update_of_a_series_that_lost_an_exception_is_a_change_of_its_repeats() -> None:
    master = b"BEGIN:VEVENT\r\nUID:a.vienna@agendacli\r\nDTSTAMP:20170904T080000Z\r\nEND:VEVENT\r\n"
    special = b"BEGIN:VEVENT\r\nUID:a.vienna@agendacli\r\nRECURRENCE-ID:20170911T080000Z\r\nEND:VEVENT\r\n"
    old = Item("a.vienna@agendacli", (Entry.of(master), Entry.of(special)))
    new = Item("a.vienna@agendacli", (Entry.of(master),))
    found = updated((new,), {old.uid: old}, Scope({}, frozenset()))
    assert found.changes == (ItemChange(ItemChangeKind.CHANGED, old.uid, "", ("repeats",)),)


def test_update_address_is_that_of_the_command_line() -> None:
    change = ItemChange(ItemChangeKind.ADDED, "a%2Eb%2F20170904T080000Z.p.q@agendacli", "")
    assert change.address == "p.q/a.b/20170904T080000Z"


def test_update_carries_over_the_definition_of_a_zone_that_nobody_knows() -> None:
    own = b"BEGIN:VTIMEZONE\r\nTZID:Own\r\nBEGIN:STANDARD\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
    times = b"DTSTART;TZID=Own:20170904T080000\r\nDTEND;TZID=Lost:20170904T080000\r\n"
    event = b"BEGIN:VEVENT\r\nUID:gone.vienna@agendacli\r\n" + times + b"END:VEVENT\r\n"
    old = b"BEGIN:VCALENDAR\r\n" + own + event + b"END:VCALENDAR\r\n"
    found = update(old, PROGRAMME)
    assert taken(whole_file(occurrences(PROGRAMME), found.items, PLAIN, taken(old).timezones)).timezones.keys() == {
        VIENNA,
        "Own",
    }


SERIES = replace(PANEL, repeat=Repeat(("FREQ=DAILY;COUNT=3",)))
SNOOZED = (
    "BEGIN:VEVENT",
    "UID:panel.vienna@agendacli",
    "RECURRENCE-ID;TZID=Europe/Vienna:20170905T101500",
    "DTSTART:20170905T081500Z",
    "DURATION:PT2H45M",
    "SUMMARY:Panel\\; one",
    "CATEGORIES:panel",
    "DESCRIPTION:Session",
    "X-MOZ-SNOOZE-TIME:20170905T080000Z",
    "END:VEVENT",
    "",
)
"""An occurrence that an app parts from its series only to remember a reminder."""


def snoozed() -> bytes:
    old = calendar(occurrences(replace(PROGRAMME, sessions=(SERIES,))), PLAIN)
    return old.replace(b"END:VCALENDAR", "\r\n".join(SNOOZED).encode() + b"END:VCALENDAR")


def test_update_keeps_an_occurrence_that_stands_apart_for_a_reminder() -> None:
    found = update(snoozed(), replace(PROGRAMME, sessions=(SERIES,)))
    assert found == Updated(tuple(taken(snoozed()).by_uid.values()), ())


def test_update_says_the_news_of_a_series_in_an_occurrence_that_stands_apart_for_a_reminder() -> None:
    found = update(snoozed(), replace(PROGRAMME, sessions=(replace(SERIES, title="Other"),)))
    assert found.items[0].entries[1].lines == (
        "SUMMARY:Other",
        "DTSTAMP:20170824T000001Z",
        "UID:panel.vienna@agendacli",
        "SEQUENCE:1",
        "CATEGORIES:panel",
        "COLOR:seagreen",
        "DESCRIPTION:Session",
        "LAST-MODIFIED:20170824T000001Z",
        "STATUS:CONFIRMED",
        "TRANSP:OPAQUE",
        "X-AGENDA-TEXT:1ff9ec48",
        "X-MICROSOFT-CDO-BUSYSTATUS:BUSY",
        "DTSTART;TZID=Europe/Vienna:20170905T101500",
        "DTEND;TZID=Europe/Vienna:20170905T130000",
        "RECURRENCE-ID;TZID=Europe/Vienna:20170905T101500",
        "X-MOZ-SNOOZE-TIME:20170905T080000Z",
    )


def originals(update: Updated) -> list[str]:
    return [each.original for each in update.items[0].entries]


def test_update_moves_such_an_occurrence_with_its_series() -> None:
    later = replace(SERIES, when=timed("2017-09-04 11:15", "2017-09-04 14:00"))
    found = update(snoozed(), replace(PROGRAMME, sessions=(later,)))
    assert [each for each in found.items[0].entries[1].lines if "2017090" in each] == [
        "DTSTART;TZID=Europe/Vienna:20170905T111500",
        "DTEND;TZID=Europe/Vienna:20170905T140000",
        "RECURRENCE-ID;TZID=Europe/Vienna:20170905T111500",
        "X-MOZ-SNOOZE-TIME:20170905T080000Z",
    ]
    assert found.changes[0].lost == 0


@pytest.mark.parametrize(
    "repeat",
    [Repeat(("FREQ=DAILY;COUNT=3",), removed=frozenset({date(2017, 9, 5)})), Repeat(("FREQ=WEEKLY;COUNT=3",)), None],
    ids=["removed", "no more given", "no series"],
)
def test_update_tells_that_an_occurrence_is_no_more_of_which_somebody_had_said_something(repeat: Repeat | None) -> None:
    found = update(snoozed(), replace(PROGRAMME, sessions=(replace(SERIES, repeat=repeat),)))
    assert (originals(found), found.changes[0].lost) == ([""], 1)


def test_update_keeps_a_reminder_of_one_occurrence_when_another_is_removed() -> None:
    repeat = Repeat(("FREQ=DAILY;COUNT=3",), removed=frozenset({date(2017, 9, 6)}))
    found = update(snoozed(), replace(PROGRAMME, sessions=(replace(SERIES, repeat=repeat),)))
    assert (originals(found), found.changes[0].lost) == (["", "20170905T101500"], 0)


REMINDER = b"BEGIN:VALARM\r\nACTION:AUDIO\r\nTRIGGER:-PT5M\r\nEND:VALARM\r\n"


def exceptional(*others: bytes) -> bytes:
    """A calendar with a series whose second occurrence is an hour later, at a place of its own, and what was added."""
    moved = timed("2017-09-05 11:15", "2017-09-05 13:00")
    there = replace(
        PANEL, when=moved, url="https://example.org/x", place=Place("Graz", coordinates=Coordinates(47, 15))
    )
    repeat = Repeat(("FREQ=DAILY;COUNT=3",), changes=(Change(date(2017, 9, 5), there),))
    old = calendar(occurrences(replace(PROGRAMME, sessions=(replace(SERIES, repeat=repeat),))), PLAIN)
    head, end, tail = old.rpartition(b"END:VEVENT")
    return b"".join((head, *others, end, tail))


def test_update_keeps_what_somebody_said_of_an_occurrence_that_is_as_its_series_again() -> None:
    found = update(exceptional(REMINDER, b"COMMENT:mine\r\n"), replace(PROGRAMME, sessions=(SERIES,)))
    assert found.changes == (ItemChange(ItemChangeKind.CHANGED, found.items[0].uid, "Panel; one", ("repeats",)),)
    entry = found.items[0].entries[1]
    assert [each for each in entry.lines if each.split(":")[0].split(";")[0] not in BESIDE] == [
        "SUMMARY:Panel\\; one",
        "DTSTART;TZID=Europe/Vienna:20170905T101500",
        "DTEND;TZID=Europe/Vienna:20170905T130000",
        "RECURRENCE-ID;TZID=Europe/Vienna:20170905T101500",
        "COMMENT:mine",
    ]
    assert entry.data.endswith(REMINDER + b"END:VEVENT\r\n")


def test_update_lets_an_occurrence_go_that_is_as_its_series_again_and_of_which_nobody_said_anything() -> None:
    found = update(exceptional(), replace(PROGRAMME, sessions=(SERIES,)))
    assert (originals(found), found.changes[0].lost) == ([""], 0)


def test_update_gives_an_occurrence_that_differs_now_what_people_added_to_the_series() -> None:
    alarm = b"BEGIN:VALARM\r\nACTION:AUDIO\r\nTRIGGER:-PT5M\r\nEND:VALARM\r\n"
    old = calendar(occurrences(replace(PROGRAMME, sessions=(SERIES,))), PLAIN).replace(
        b"END:VEVENT", alarm + b"END:VEVENT"
    )
    moved = replace(PANEL, when=timed("2017-09-05 11:15", "2017-09-05 13:00"))
    repeat = Repeat(SERIES.repeat.rules if SERIES.repeat else (), changes=(Change(date(2017, 9, 5), moved),))
    found = update(old, replace(PROGRAMME, sessions=(replace(SERIES, repeat=repeat),)))
    assert [alarm in each.data for each in found.items[0].entries] == [True, True]


def test_update_knows_an_item_by_the_longer_uid_that_it_had() -> None:
    long = replace(PANEL, id="é" * 60)
    programme = replace(PROGRAMME, sessions=(long,))
    (written,) = items(occurrences(programme), PLAIN)
    then = older_uid(occurrences(programme)[0])
    named = written.data.replace(b"\r\n ", b"").replace(written.uid.encode(), then.encode())
    old = b"BEGIN:VCALENDAR\r\n" + named + b"END:VCALENDAR\r\n"
    known = taken(old)
    whole = scope([programme], known)
    aware = Scope(whole.stamps, whole.uids, older_uids(occurrences(programme), expanded=False))
    assert updated((written,), known.by_uid, aware) == Updated(tuple(known.by_uid.values()), ())
    renamed = replace(programme, sessions=(replace(long, title="Other"),))
    found = updated(items(occurrences(renamed), PLAIN), known.by_uid, aware)
    assert [(each.kind, each.uid) for each in found.changes] == [(ItemChangeKind.CHANGED, then)]
    assert lines(found, "UID") == [f"UID:{then}"]
