from collections.abc import Callable
from datetime import date
from itertools import pairwise

import pytest

from agendacli.model.places import City, DeclaredRoom, Gazetteer, Place, Venue
from agendacli.model.programme import Programme, Session, Status
from agendacli.model.span import Span
from agendacli.model.when import Days, DayWindow, Timed
from agendacli.words.directory import Directory

Decode = Callable[..., tuple[Programme, list[str]]]
HEAD = "title: Bees\nzone: Europe/Vienna\n"
CITIES = (City("graz", "Graz", None, "Europe/Vienna"), City("london", "London", None, "Europe/London"))
DIRECTORY = Directory((), Gazetteer(CITIES, (Venue("hall", "Town Hall", "graz", rooms=(DeclaredRoom("Green Room"),)),)))


def day(*items: str, head: str = HEAD, key: str = "2026-03-10") -> str:
    return "\n".join([f"{head}days:", f"  {key}:", *(f"    {line}" for line in items), ""])


def titles(programme: Programme) -> list[str]:
    return [session.title for session in programme.sessions]


def only(programme: Programme) -> Session:
    (session,) = programme.sessions
    return session


def test_sessions_stand_in_the_printed_order(decode: Decode) -> None:
    keys = ("1 day after b", "2026-03-11", "2026-03-10")
    text = f"{HEAD}days:\n" + "".join(
        f"  {key}:\n    - all day: {name}\n" for key, name in zip(keys, "ABC", strict=True)
    )
    assert titles(decode(text)[0]) == ["A", "B", "C"]


@pytest.mark.parametrize(
    ("title", "kind", "transparent"),
    [
        ("Opening segment", "opening", False),
        ("Closing of the plenary", "closing", False),
        ("SUMMARY PANEL", "summary", False),
        ("Plenary meeting", "plenary", False),
        ("Panel 1", "panel", False),
        ("Lunch / Space for side events", "lunch", True),
        ("Bees in the city", "session", False),
    ],
)
def test_kind_is_inferred_from_plain_words_of_the_title(
    decode: Decode, title: str, kind: str, *, transparent: bool
) -> None:
    session = only(decode(day(f"- 10:00-11:00: {title}"))[0])
    assert (session.kind, session.transparent) == (kind, transparent)


@pytest.mark.parametrize(
    ("stated", "kind", "transparent", "told"),
    [
        ("document", "document", True, []),
        ("Side-Event", "side event", False, []),
        ("walk", "walk", False, []),
        (
            "documnt",
            "documnt",
            False,
            ["6:13 unknown-kind: `documnt` is nearly a known kind; did you mean `document`?"],
        ),
    ],
)
def test_kind_is_as_stated(decode: Decode, stated: str, kind: str, told: list[str], *, transparent: bool) -> None:
    programme, found = decode(day("- 10:00-11:00: Panel", f"  kind: {stated}"))
    assert (only(programme).kind, only(programme).transparent, found) == (kind, transparent, told)


@pytest.mark.parametrize(("word", "transparent"), [("yes", True), ("no", False)])
def test_transparent_is_as_stated(decode: Decode, word: str, *, transparent: bool) -> None:
    assert only(decode(day("- 10:00-11:00: Lunch", f"  transparent: {word}"))[0]).transparent is transparent


@pytest.mark.parametrize(
    ("item", "id_"),
    [('"PANEL 1: Bees"', "panel-1"), ("Lunch / Tea", "lunch-tea"), ("…", "item"), ("Bees\n      id: b.1", "b.1")],
)
def test_id_is_stated_or_the_beginning_of_the_title(decode: Decode, item: str, id_: str) -> None:
    assert only(decode(day(f"- 10:00-11:00: {item}"))[0]).id == id_


def test_session_keeps_the_printed_words_of_its_time_and_its_place_in_the_file(decode: Decode) -> None:
    session = only(decode(day("- hours unknown: Bees", key="some day in 2026-03"))[0])
    assert (session.when_text, session.span) == ("some day in 2026-03, hours unknown", Span("meeting.yaml", 5, 7, 13))


def test_session_takes_zone_and_place_from_itself_before_the_programme(decode: Decode) -> None:
    head = "title: Bees\nplace: Graz\nroom: Hall\n"
    programme, told = decode(
        day(
            "- 10:00-11:00: Bees",
            "- 11:00-12:00: Wasps",
            "  place: London",
            "- 12:00-13:00: Ants",
            "  place: London",
            "  zone: UTC",
            "- 13:00-14:00: Flies",
            "  place: Somewhere",
            "  room: Cellar",
            head=head,
        ),
        DIRECTORY,
    )
    found = [(each.when.zone, each.place and each.place.city, each.room) for each in programme.sessions]
    assert told == []
    assert found == [
        ("Europe/Vienna", None, None),
        ("Europe/London", "London", None),
        ("UTC", "London", None),
        ("Europe/Vienna", "Somewhere", "Cellar"),
    ]


@pytest.mark.parametrize(
    ("items", "told"),
    [
        (["Bees"], "5:5 wrong-type: expected a list of items such as `- 10:15-13:00: Title`, not a text"),
        (["- Bees"], "5:7 wrong-type: expected an item such as `10:15-13:00: Title`, not a text"),
        (["- {}"], "5:7 wrong-type: expected an item such as `10:15-13:00: Title`, not keys with values"),
        (
            ["- 10:00-11:00:"],
            "5:19 wrong-type: expected the title of the item, not nothing; write it, or delete the key",
        ),
        (["- room: Hall"], "5:7 bad-time: an item begins with its time, not with `room`: `- 10:15-13:00: Title`"),
        (["- 10:00-11:70: Bees"], "5:13 bad-time: `11:70` is not a time of day; write `00:00` to `24:00`"),
    ],
)
def test_item_that_cannot_be_read_is_told_and_left_out(decode: Decode, items: list[str], told: str) -> None:
    programme, found = decode(day(*items))
    assert (programme.sessions, found) == ((), [told])


def test_days_that_are_no_mapping_are_told(decode: Decode) -> None:
    programme, told = decode("title: Bees\ndays: [2026-03-10]\n")
    assert programme.sessions == ()
    assert told == ["2:7 wrong-type: expected items under days such as `2017-09-04:`, not a list"]


def test_faults_of_an_item_without_readable_time_are_told_all_the_same(decode: Decode) -> None:
    _, told = decode(day("- 1-2: Bees", "  status: odd", "  from: letter", key="tomorrow"))
    assert [each.split(":")[1].split()[1] for each in told] == [
        "bad-date",
        "bad-time",
        "not-a-choice",
        "unknown-source",
    ]


def test_people_of_an_item_without_readable_time_are_still_referred_to(decode: Decode) -> None:
    items = ("- 1-2: Bees", "  moderator: Ms. Jo Doe", "- 12:00-13:00: Summary", "  speakers: the moderators")
    programme, told = decode(day(*items))
    assert [seat.name for seat in only(programme).participants] == ["Jo Doe"]
    assert len(told) == 1


def test_missing_zone_is_told_once_for_all_sessions(decode: Decode) -> None:
    programme, told = decode(day("- 10:00-11:00: A", "- 11:00-12:00: B", "- all day: C", head="title: Bees\n"))
    message = "no time zone is known here; give the programme a `zone`, or a `place` that has one"
    assert (titles(programme), told) == (["C"], [f"4:7 no-zone: {message}"])


def test_unknown_zone_of_one_session_leaves_that_one_out(decode: Decode) -> None:
    programme, told = decode(day("- 10:00-11:00: A", "  zone: Mars", "- 11:00-12:00: B"))
    assert titles(programme) == ["B"]
    assert told == ["6:13 unknown-zone: `Mars` is not an IANA time zone; write one like `Europe/Vienna`"]


def test_session_of_its_own_zone_is_read_though_the_programme_has_a_wrong_one(decode: Decode) -> None:
    items = ("- 10:00-11:00: A", "- 11:00-12:00: B", "  zone: UTC", "- 12:00-13:00: C", "  place: London")
    programme, told = decode(day(*items, head="title: Bees\nzone: Mars\n"), DIRECTORY)
    assert (titles(programme), len(told)) == (["B", "C"], 1)


def test_id_that_is_stated_twice_is_told(decode: Decode) -> None:
    items = ("- 10:00-11:00: Bees", "  id: bees", "- 11:00-12:00: Wasps", "  id: bees")
    programme, told = decode(day(*items))
    message = "duplicate-id: the id `bees` is taken; give this session an `id` of its own"
    assert (titles(programme), told) == (["Bees"], [f"7:7 {message}"])


def test_ids_that_depend_on_other_items_are_told_once_for_each_title(decode: Decode) -> None:
    bees = [f"- {hour}:00-{hour + 1}:00: Bees" for hour in (10, 11, 12)]
    programme, told = decode(day(*bees, "- 13:00-14:00: Lunch", "- 14:00-15:00: Lunch"))
    assert [each.id for each in programme.sessions] == ["bees", "bees-2", "bees-3", "lunch", "lunch-2"]
    message = "derived-id: the id `bees` is taken, so this is `bees-2` (and 1 more like it)"
    assert told == [f"6:7 {message}; write `id: bees-2` to keep that when items are added"]


def test_item_that_begins_with_a_key_has_no_id_to_be_taken(decode: Decode) -> None:
    _, told = decode(day("- room: X", "- room: X", "- 10:00-11:00: X"))
    message = "bad-time: an item begins with its time, not with `room`: `- 10:15-13:00: Title`"
    assert told == [f"5:7 {message}", f"6:7 {message}"]


RELATIVE = f"{HEAD}days:\n  {{key}}:\n    - hours unknown: Report\n  {{anchor}}:\n    - {{time}}: Meeting\n"


@pytest.mark.parametrize(
    ("key", "anchor", "time", "when"),
    [
        (
            "2 weeks before meeting",
            "2026-03-17",
            "10:00-11:00",
            Days(date(2026, 3, 3), date(2026, 3, 4), "Europe/Vienna"),
        ),
        ("3 days after meeting", "2026-03-17", "10:00-", Days(date(2026, 3, 20), date(2026, 3, 21), "Europe/Vienna")),
        (
            "1 day after meeting",
            "2026-03-17 to 2026-03-19",
            "all day",
            Days(date(2026, 3, 20), date(2026, 3, 21), "Europe/Vienna"),
        ),
        (
            "1 day before meeting",
            "2026-03-17 to 2026-03-19",
            "all day",
            Days(date(2026, 3, 16), date(2026, 3, 17), "Europe/Vienna"),
        ),
        (
            "2 weeks before meeting",
            "some 2 days in 2026-03",
            "hours unknown",
            DayWindow(date(2026, 2, 15), date(2026, 3, 18), "Europe/Vienna", 2),
        ),
    ],
)
def test_relative_day_is_counted_from_its_session(
    decode: Decode, key: str, anchor: str, time: str, when: Days | DayWindow
) -> None:
    programme, told = decode(RELATIVE.format(key=key, anchor=anchor, time=time))
    report = programme.sessions[0]
    assert (report.when, report.relative_to, told) == (when, "meeting", [])


def test_relative_days_hang_on_each_other_in_any_order(decode: Decode) -> None:
    keys = ("1 day after c", "1 day after b", "1 day after a", "2026-03-10")
    text = (
        HEAD + "days:\n" + "".join(f"  {key}:\n    - all day: {name}\n" for key, name in zip(keys, "dcba", strict=True))
    )
    programme, told = decode(text)
    starts = [each.when.start.day for each in programme.sessions if isinstance(each.when, Days)]
    assert (titles(programme), starts, told) == (["d", "c", "b", "a"], [13, 12, 11, 10], [])


def test_clock_time_on_a_relative_day_is_read(decode: Decode) -> None:
    text = f"{HEAD}days:\n  1 day after a:\n    - 10:00-11:00: b\n  2026-03-10:\n    - all day: a\n"
    when = decode(text)[0].sessions[0].when
    assert isinstance(when, Timed)
    assert when.start.date() == date(2026, 3, 11)


@pytest.mark.parametrize(
    ("target", "hint"), [("meetin", "; did you mean `meeting`?"), ("x", "; write the id of one that has")]
)
def test_relative_day_of_an_unknown_session_is_told(decode: Decode, target: str, hint: str) -> None:
    programme, told = decode(RELATIVE.format(key=f"1 day after {target}", anchor="2026-03-17", time="all day"))
    message = f"`{target}` is not a session of this programme with days of its own{hint}"
    assert (titles(programme), told) == (["Meeting"], [f"4:3 unknown-session: {message}"])


def test_relative_days_in_a_circle_are_told(decode: Decode) -> None:
    text = f"{HEAD}days:\n  1 day after a:\n    - all day: b\n  1 day after b:\n    - all day: a\n"
    programme, told = decode(text)
    assert programme.sessions == ()
    assert [each.partition(":")[0] for each in told] == ["4", "6"]


def test_relative_day_of_a_session_without_readable_time_is_not_told_again(decode: Decode) -> None:
    programme, told = decode(RELATIVE.format(key="1 day after meeting", anchor="2026-03-17", time="25:00-26:00"))
    assert (programme.sessions, [each.split()[1] for each in told]) == ((), ["bad-time:"])


def test_relative_day_beyond_the_calendar_is_told(decode: Decode) -> None:
    names = [f"a{number}" for number in range(60)]
    days = "".join(f"  9999 weeks after {anchor}:\n    - all day: {name}\n" for anchor, name in pairwise(names))
    programme, told = decode(f"{HEAD}days:\n  2026-03-10:\n    - all day: a0\n{days}")
    assert len(programme.sessions) == 42
    assert told == ["88:3 bad-date: `9999 weeks after a41` is beyond the calendar; count fewer days"]


def test_relative_day_before_the_first_year_is_told(decode: Decode) -> None:
    days = "".join(f"  9999 weeks before a{number}:\n    - all day: a{number + 1}\n" for number in range(10))
    programme, told = decode(f"{HEAD}days:\n  2026-03-10:\n    - all day: a0\n{days}")
    assert (len(programme.sessions), [each.split()[1] for each in told]) == (11, [])
    far = "".join(f"  9999 weeks before a{number}:\n    - all day: a{number + 1}\n" for number in range(12))
    assert [each.split()[1] for each in decode(f"{HEAD}days:\n  2026-03-10:\n    - all day: a0\n{far}")[1]] == [
        "bad-date:"
    ]


@pytest.mark.parametrize(
    ("key", "item", "is_told"),
    [
        ("2026-03-09", "10:00-11:00: A", True),
        ("2026-03-10", "10:00-11:00: A", False),
        ("2026-03-11", "22:00-24:00: A", False),
        ("2026-03-11", "22:00-01:00 +1: A", True),
        ("2026-03-11", "18:00-: A", False),
        ("2026-03-12", "all day: A", True),
        ("2026-03-12", "all day: Lunch", False),
        ("2026-03-12", "{all day: A, status: cancelled}", False),
        ("2026-03-10 to 2026-03-11", "all day: A", False),
        ("some day in 2026-03", "hours unknown: A", True),
    ],
)
def test_session_that_takes_time_outside_the_dates_is_told(
    decode: Decode, key: str, item: str, *, is_told: bool
) -> None:
    _, told = decode(day(f"- {item}", head=f"{HEAD}dates: 2026-03-10 to 2026-03-11\n", key=key))
    message = "`a` lies outside the programme's dates, 2026-03-10 to 2026-03-11; correct its day or `dates`"
    column = 8 if item.startswith("{") else 7
    assert told == ([f"6:{column} outside-dates: {message}"] if is_told else [])


def test_place_of_a_session_is_none_where_the_programme_has_it(decode: Decode) -> None:
    programme, _ = decode(
        day("- all day: A", "- all day: B", "  place: Graz", head="title: Bees\nplace: Graz\n"), DIRECTORY
    )
    graz = Place("Graz", zone="Europe/Vienna")
    assert [each.place for each in programme.sessions] == [None, graz]


def test_status_of_a_session_is_confirmed_unless_it_says_otherwise(decode: Decode) -> None:
    programme, _ = decode(day("- all day: A", "- all day: B", "  status: tentative"))
    assert [each.status for each in programme.sessions] == [Status.CONFIRMED, Status.TENTATIVE]
