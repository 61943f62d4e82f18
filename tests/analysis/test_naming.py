"""The names in the sessions of programmes, of which those of a large one are found out once."""

from array import array
from datetime import date

from agendacli.analysis.naming import names_in
from agendacli.model.lazy import LazySessions
from agendacli.model.people import Participant, Person
from agendacli.model.places import Place
from agendacli.model.programme import Change, Programme, Repeat, Session, Status
from agendacli.model.said import Names
from agendacli.model.when import Days

JO, AL = Person("jo", "Jo Doe"), Person("al", "Al Roe")
DAY = Days(date(2026, 1, 5), date(2026, 1, 6), None)
SPEAKER = Participant("speaker", "Jo Doe", person=JO)
TALK = Session("talk", "Talk", DAY, kind="panel", room="Hall", participants=(SPEAKER,))
MOVED = Change(date(2026, 1, 6), Session("series", "Series", DAY, place=Place("Rome"), status=Status.CANCELLED))
SERIES = Session("series", "Series", DAY, repeat=Repeat(changes=(MOVED,)))


def programme(*sessions: Session) -> Programme:
    chair = Participant("chair", "Al Roe", person=AL)
    return Programme("p", "P", "p.yaml", sessions=sessions, place=Place("Vienna"), room="Attic", participants=(chair,))


def test_names_are_those_of_all_sessions_and_of_how_they_differ() -> None:
    assert names_in((programme(TALK, SERIES),)) == Names(
        persons=(AL, JO),
        roles=("chair", "speaker"),
        rooms=("Attic", "Hall"),
        cities=("Rome", "Vienna"),
        kinds=("panel", "session"),
        statuses=("cancelled", "confirmed"),
    )


def test_names_of_many_sessions_are_found_out_once() -> None:
    asked: list[int] = []

    def decode(number: int) -> Session:
        asked.append(number)
        return TALK

    many = LazySessions(array("q", [0, 0]), array("q", [1, 1]), decode)
    whole = programme()
    whole = Programme("p", "P", "p.yaml", sessions=many, place=whole.place, participants=whole.participants)
    assert names_in((whole,)).rooms == ("Hall",)
    assert (asked, many.has_new_names) == ([0, 1], True)
    assert names_in((whole, whole)).rooms == ("Hall",)
    assert asked == [0, 1]


def test_names_that_are_kept_take_decoding_nothing() -> None:
    def decode(_: int) -> Session:
        raise AssertionError

    many = LazySessions(array("q", [0]), array("q", [1]), decode, lambda: Names(rooms=("Hall",)))
    assert names_in((Programme("p", "P", "p.yaml", sessions=many),)).rooms == ("Hall",)
    assert not many.has_new_names


def test_outermost_are_the_first_the_last_and_those_without_an_end() -> None:
    day = 86_400
    forever = 2**62
    firsts = array("q", [0, 100 * day, 200 * day, 50 * day, -forever])
    lasts = array("q", [day, 101 * day, 201 * day, forever, forever])
    found: list[int] = []

    def decode(number: int) -> Session:
        found.append(number)
        return TALK

    assert len(list(LazySessions(firsts, lasts, decode).outermost())) == 4
    assert found == [0, 2, 3, 4]
