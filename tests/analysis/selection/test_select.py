"""Which occurrences the shared options keep, and which of them left nothing."""

from datetime import UTC, date, datetime, timedelta

import pytest

from agendacli.analysis.naming import names_of
from agendacli.analysis.selection.emptied import emptied_by, missed_dates, nowhere
from agendacli.analysis.selection.select import select
from agendacli.model.asked import AskedDates, Clock, DateRange, Moment, Selection
from agendacli.model.occurrence import Occurrence
from agendacli.model.people import Participant, Person
from agendacli.model.places import Place
from agendacli.model.programme import Programme, Session, Status
from agendacli.model.when import Days, DayWindow, Timed, TimeWindow, When

VIENNA, NEW_YORK = "Europe/Vienna", "America/New_York"
LAUBER = Person("lauber", "Jürg Lauber")
EZEILO = Person("ezeilo", "Joy Ngozi Ezeilo")
TODAY = date(2017, 9, 4)
CLOCK = Clock(Moment(datetime(2017, 9, 4, 12, tzinfo=UTC)))


def timed(start: str, end: str | None, zone: str = VIENNA) -> Timed:
    return Timed(datetime.fromisoformat(start), datetime.fromisoformat(end) if end else None, zone)


IN_VIENNA = Programme(
    "vienna", "Vienna session", "v.yaml", place=Place("Vienna", "Austria"), room="Plenary Room", zone=VIENNA
)
IN_NEW_YORK = Programme("new-york", "High-level meeting", "n.yaml", place=Place("New York"), zone=NEW_YORK)

OPENING = Occurrence(
    IN_VIENNA,
    session := Session(
        "opening",
        "Opening segment",
        timed("2017-09-04T10:00", "2017-09-04T10:15"),
        kind="opening",
        participants=(Participant("co-facilitator", "Mr. Lauber", LAUBER, "Permanent Representative"),),
    ),
    session.when,
)
SIDE_EVENT = Occurrence(
    IN_VIENNA,
    session := Session(
        "data",
        "Harnessing the data revolution",
        timed("2017-09-05T13:15", "2017-09-05T14:45"),
        kind="side event",
        room="Room M2",
        status=Status.TENTATIVE,
        description="How numbers help",
    ),
    session.when,
)
SUMMARY = Occurrence(
    IN_VIENNA,
    session := Session(
        "summary",
        "Summary panel",
        timed("2017-09-05T15:00", "2017-09-05T17:50"),
        kind="summary",
        participants=(
            Participant("thematic expert", "Ms. Ezeilo", EZEILO),
            Participant("moderator", "United States"),
            Participant("moderator", "Mr. Lauber", LAUBER),
        ),
    ),
    session.when,
)
PLENARY = Occurrence(
    IN_NEW_YORK,
    session := Session("plenary", "Plenary", timed("2017-09-27T20:00", "2017-09-27T22:00", NEW_YORK), kind="plenary"),
    session.when,
)
ALL = (OPENING, SIDE_EVENT, SUMMARY, PLENARY)


def on(start: str, days: int = 1) -> Selection:
    first = date.fromisoformat(start)
    return Selection(AskedDates(((TODAY, DateRange(first, first + timedelta(days=days))),)))


def at(when: When) -> Occurrence:
    return Occurrence(IN_VIENNA, Session("s", "S", when), when)


def test_select_nothing_asked_keeps_all() -> None:
    assert select(ALL, Selection(), CLOCK) == ALL


SEARCHED = "titles, descriptions, people, rooms and categories are searched"


@pytest.mark.parametrize(
    ("selection", "expected"),
    [
        (Selection(persons=("lauber",)), (OPENING, SUMMARY)),
        (Selection(persons=("lauber", "ezeilo")), (OPENING, SUMMARY)),
        (Selection(persons=("ezeilo",)), (SUMMARY,)),
        (Selection(roles=("Moderators",)), (SUMMARY,)),
        (Selection(roles=("co-facilitators", "thematic experts")), (OPENING, SUMMARY)),
        (Selection(persons=("lauber",), roles=("moderator",)), (SUMMARY,)),
        (Selection(persons=("ezeilo",), roles=("moderator",)), ()),
        (Selection(rooms=("m2",)), (SIDE_EVENT,)),
        (Selection(rooms=("PLENARY ROOM",)), (OPENING, SUMMARY)),
        (Selection(cities=("new york",)), (PLENARY,)),
        (Selection(cities=("Vienna", "New York")), ALL),
        (Selection(kinds=("side-event",)), (SIDE_EVENT,)),
        (Selection(kinds=("plenary", "opening")), (OPENING, PLENARY)),
        (Selection(statuses=("Tentative",)), (SIDE_EVENT,)),
        (Selection(texts=("DATA  revolution",)), (SIDE_EVENT,)),
        (Selection(texts=("numbers",)), (SIDE_EVENT,)),
        (Selection(texts=("jurg",)), (OPENING, SUMMARY)),
        (Selection(texts=("permanent representative",)), (OPENING,)),
        (Selection(texts=("room m2", "united states")), (SIDE_EVENT, SUMMARY)),
        (Selection(cities=("vienna",), kinds=("summary", "plenary")), (SUMMARY,)),
    ],
)
def test_select(selection: Selection, expected: tuple[Occurrence, ...]) -> None:
    assert select(ALL, selection, CLOCK) == expected


def test_select_on_days_of_each_event() -> None:
    assert select(ALL, on("2017-09-05"), CLOCK) == (SIDE_EVENT, SUMMARY)
    assert select(ALL, on("2017-09-27"), CLOCK) == (PLENARY,)
    assert select(ALL, on("2017-09-28"), CLOCK) == ()


def test_select_on_days_of_a_zone() -> None:
    clock = Clock(CLOCK.moment, zone=VIENNA)
    assert select(ALL, on("2017-09-27"), clock) == ()
    assert select(ALL, on("2017-09-28"), clock) == (PLENARY,)


@pytest.mark.parametrize(
    ("when", "days"),
    [
        (timed("2017-09-04T22:00", "2017-09-05T00:00"), ["2017-09-04"]),
        (timed("2017-09-04T22:00", "2017-09-05T02:00"), ["2017-09-04", "2017-09-05"]),
        (timed("2017-09-04T18:00", None), ["2017-09-04"]),
        (timed("2017-09-04T00:00", "2017-09-04T00:00"), ["2017-09-04"]),
        (Days(date(2017, 9, 4), date(2017, 9, 6), VIENNA), ["2017-09-04", "2017-09-05"]),
        (Days(date(2017, 9, 5), date(2017, 9, 6), None), ["2017-09-05"]),
        (DayWindow(date(2017, 9, 3), date(2017, 9, 5), VIENNA), ["2017-09-03", "2017-09-04"]),
        (
            TimeWindow(datetime.fromisoformat("2017-09-05"), datetime.fromisoformat("2017-09-05T10:00"), VIENNA),
            ["2017-09-05"],
        ),
    ],
)
def test_select_on_every_day_that_it_touches(when: When, days: list[str]) -> None:
    tried = ("2017-09-03", "2017-09-04", "2017-09-05", "2017-09-06")
    assert [day for day in tried if select((at(when),), on(day), CLOCK)] == days


def test_select_days_stay_where_they_are() -> None:
    days = at(Days(date(2017, 9, 4), date(2017, 9, 5), VIENNA))
    assert select((days,), on("2017-09-03"), Clock(CLOCK.moment, zone=NEW_YORK)) == ()


def test_select_today_is_the_day_of_each_event() -> None:
    fourth, fifth = date(2017, 9, 4), date(2017, 9, 5)
    today = AskedDates(((fourth, DateRange(fourth, fifth)), (fifth, DateRange(fifth, date(2017, 9, 6)))))
    overseas = timed("2017-09-04T20:00", "2017-09-04T21:00", NEW_YORK)
    late = Occurrence(IN_NEW_YORK, Session("late", "Late", overseas), overseas)
    after_midnight_in_vienna = Clock(Moment(datetime(2017, 9, 4, 23, tzinfo=UTC)))
    assert select((*ALL, late), Selection(today), after_midnight_in_vienna) == (SIDE_EVENT, SUMMARY, late)


@pytest.mark.parametrize(
    ("selection", "message"),
    [
        (Selection(), None),
        (Selection(rooms=("m2",)), None),
        (
            on("2018-01-01"),
            "of 4 sessions none lies on Mon 1 January 2018; they lie on Mon 4 – Wed 27 September 2017",
        ),
        (
            Selection(AskedDates(((TODAY, DateRange(start=date(2018, 1, 1))),))),
            "of 4 sessions none lies from Mon 1 January 2018 on; they lie on Mon 4 – Wed 27 September 2017",
        ),
        (
            Selection(AskedDates(((TODAY, DateRange(end=date(2017, 1, 2))),))),
            "of 4 sessions none lies up to Sun 1 January 2017; they lie on Mon 4 – Wed 27 September 2017",
        ),
        (
            Selection(persons=("guterres",)),
            "of 4 sessions none has the person `guterres`; there are `ezeilo` and `lauber`",
        ),
        (
            Selection(persons=("ezeilo",), roles=("moderator",)),
            "of 1 session none has the role `moderator`; there is only `thematic expert`",
        ),
        (
            Selection(cities=("New York",), rooms=("m2",)),
            "of 1 session none has the city `New York`; there is only `Vienna`",
        ),
        (
            Selection(texts=("zebra",)),
            f"of 4 sessions none holds the text `zebra`; {SEARCHED}",
        ),
    ],
)
def test_emptied_by(selection: Selection, message: str | None) -> None:
    assert emptied_by(ALL, selection, CLOCK) == message


def test_emptied_by_a_field_that_nothing_has() -> None:
    selection = Selection(rooms=("m2", "m3"))
    assert emptied_by((PLENARY,), selection, CLOCK) == (
        "of 1 session none has the room `m2` or `m3`; no room is known of them"
    )


def test_emptied_by_names_near_values_first() -> None:
    assert emptied_by(ALL, Selection(kinds=("sumary",)), CLOCK) == (
        "of 4 sessions none has the kind `sumary`; there are `summary`, `opening`, `plenary` and `side event`"
    )


def test_nowhere_names_each_value_that_nothing_has() -> None:
    selection = Selection(kinds=("opening", "openning", "lunch"), cities=("Vienna",), rooms=("M3", "plenary room"))
    assert nowhere(names_of(ALL), selection) == (
        "nothing has the room `M3`; there are `Plenary Room` and `Room M2`",
        "nothing has the kind `openning`; did you mean `opening`?",
        "nothing has the kind `lunch`; there are `opening`, `plenary`, `side event` and `summary`",
    )


def test_nowhere_looks_for_a_role_among_everybody() -> None:
    assert nowhere(names_of(ALL), Selection(persons=("ezeilo",), roles=("co-facilitator", "moderator"))) == ()


@pytest.mark.parametrize(
    ("selection", "expected"),
    [(Selection(kinds=("a",), rooms=("b",)), False), (Selection(kinds=("a", "b")), True)],
)
def test_selection_has_choices_where_one_filter_has_several_values(selection: Selection, *, expected: bool) -> None:
    assert selection.has_choices is expected


def test_emptied_by_nothing_where_there_was_nothing() -> None:
    assert emptied_by((), Selection(rooms=("m2",)), CLOCK) is None


def test_no_day_was_missed_where_there_is_no_session() -> None:
    days = Selection(AskedDates(((TODAY, DateRange(TODAY, date(2017, 9, 5))),)))
    assert missed_dates(days, CLOCK, 0, ()) is None
