from datetime import UTC, date, datetime

from agendacli.analysis.occurrences import Cut, Expansion, expand, expansion
from agendacli.model.occurrence import Occurrence
from agendacli.model.programme import Programme, Repeat, Session
from agendacli.model.when import Days, DayWindow, Timed, When

VIENNA = "Europe/Vienna"


def timed(start: str, end: str) -> Timed:
    return Timed(datetime.fromisoformat(start), datetime.fromisoformat(end), VIENNA)


def programme(name: str, *whens: When) -> Programme:
    return Programme(name, name, f"{name}.yaml", sessions=tuple(Session(f"s{n}", "S", w) for n, w in enumerate(whens)))


MORNING = timed("2017-09-04T10:00", "2017-09-04T11:00")
LONGER = timed("2017-09-04T10:00", "2017-09-04T12:00")
DAY = Days(date(2017, 9, 4), date(2017, 9, 5), VIENNA)
MONTH = DayWindow(date(2017, 9, 1), date(2017, 10, 1), None)


def test_expand_of_nothing_is_nothing() -> None:
    assert expand([]) == ()


def test_expand_puts_the_sessions_of_all_programmes_in_order() -> None:
    found = expand([programme("b", MORNING, LONGER, DAY), programme("a", MORNING, MONTH)])

    assert [each.id for each in found] == ["a/s1", "b/s2", "b/s1", "a/s0", "b/s0"]


def test_expand_gives_each_session_with_its_programme() -> None:
    one = programme("a", MORNING)

    assert expand([one]) == (Occurrence(one, one.sessions[0], MORNING),)


def test_expansion_names_what_is_missing() -> None:
    broken = Session("s", "S", MORNING, repeat=Repeat(("FREQ=OFTEN",)))
    one = Programme("a", "A", "a.yaml", sessions=(broken,))
    message = "`FREQ=OFTEN` is not a part of a rule such as `FREQ=WEEKLY;BYDAY=TU`"
    start = datetime(2017, 9, 4, 8, tzinfo=UTC)

    assert expansion([one]) == Expansion((Occurrence(one, broken, MORNING, start),), (Cut(one, broken, message),))


def test_session_that_is_said_to_repeat_but_never_does_is_there_once() -> None:
    single = Session("s", "S", DAY, repeat=Repeat())
    one = Programme("a", "A", "a.yaml", sessions=(single,))

    assert expand([one]) == (Occurrence(one, single, DAY, date(2017, 9, 4)),)
