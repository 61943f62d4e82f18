"""Values of the model as JSON and back."""

import json
from datetime import UTC, date, datetime, timedelta

import pytest

from agendacli.load.cache.packing import Packer, Unpacker
from agendacli.model.codes import EMPTY
from agendacli.model.diagnostic import Diagnostic, Note
from agendacli.model.people import Absence, Participant, Person
from agendacli.model.places import City, Coordinates, DeclaredRoom, Gazetteer, Place, Transfer, Venue
from agendacli.model.programme import Change, Programme, Repeat, Session, Status
from agendacli.model.source import Citation, Source, Variant
from agendacli.model.span import Span
from agendacli.model.when import Days, DayWindow, Hours, Timed, TimeWindow

VIENNA = "Europe/Vienna"
NINE = datetime.fromisoformat("2026-10-25T02:30").replace(fold=1)
AWAY = Absence("jo", "until 02:30 second on 2026-10-25", None, NINE, Span("people.yaml", 4, 5, 7))
PERSON = Person("jo", "Jo Döe \ud800", "Dr", ("J. D.",), ("Al Doe",), (AWAY,), Span("people.yaml", 3, 5, 7))
SESSION = Session(
    "a",
    "A\n\u202e",
    Timed(NINE, None, VIENNA),
    status=Status.CANCELLED,
    place=Place("Wien", coordinates=Coordinates(48.2, 16.4)),
    participants=(
        Participant("chair", "Jo", PERSON, citations=(Citation("L", 3),)),
        Participant("chair", "Jo", PERSON),
    ),
    variants=(Variant(Citation("L"), "title", "B"),),
    repeat=Repeat(
        ("FREQ=DAILY",),
        (Days(date(2026, 1, 1), date(2026, 1, 2), None, Hours.ALL),),
        frozenset({date(2026, 1, 3), datetime.fromisoformat("2026-01-04T09:00"), datetime(2026, 1, 5, tzinfo=UTC)}),
        (Change(datetime(2026, 1, 6, tzinfo=UTC), Session("a", "C", Timed(NINE, NINE, VIENNA)), onwards=True),),
        exact=True,
    ),
    span=Span("a.yaml", 8),
)
VALUES = [
    SESSION,
    Programme("p", "P", "p.yaml", dates=DayWindow(date(2026, 1, 1), date(2026, 2, 1), None, 3), sessions=()),
    Programme(
        "p", "P", "p.yaml", older=True, revision=date(2026, 1, 1), sources=(Source("L", "Letter", span=Span("x")),)
    ),
    Session("t", "T", TimeWindow(NINE, NINE + timedelta(hours=5), VIENNA, timedelta(minutes=90, microseconds=5))),
    Diagnostic(
        EMPTY, "the file is empty", Span("a.yaml"), (Note("see"), Note("there", Span("b.xlsx", 2, 3, 1, "Rows")))
    ),
    Gazetteer(
        (City("w", "Wien"),),
        (Venue("v", "V", "w", rooms=(DeclaredRoom("M1", ("1",), ("A", "B"), many=True, others=("M2",)),)),),
        (Transfer(("a", "b"), timedelta(hours=1)),),
    ),
    (None, True, 5, 2.5, "x", (), ((),)),
]


def there_and_back(value: object) -> object:
    packer = Packer()
    packed = packer.pack(value)
    files, shared, read = json.loads(json.dumps([list(packer.files), packer.shared, packed]))
    return Unpacker(files, shared).unpack(read)


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_value_is_the_same_after_packing(value: object) -> None:
    found = there_and_back(value)
    assert (found, repr(found)) == (value, repr(value))


def test_spans_and_what_the_clock_shows_twice_are_kept() -> None:
    found = there_and_back(SESSION)
    assert isinstance(found, Session)
    assert (found.span, found.when.start) == (SESSION.span, NINE)
    assert isinstance(found.when, Timed)
    assert found.when.start.fold == 1
    assert [each.person and each.person.span for each in found.participants] == [PERSON.span] * 2


def test_person_of_many_sessions_is_one_and_equal_persons_elsewhere_are_not() -> None:
    elsewhere = Person("jo", "Jo", span=Span("b.yaml"))
    here = Person("jo", "Jo", span=Span("a.yaml"))
    found = there_and_back((here, here, elsewhere))
    assert isinstance(found, tuple)
    assert found[0] is found[1]
    assert [each.span for each in found] == [here.span, here.span, elsewhere.span]


def test_value_of_no_kind_of_the_model_is_refused() -> None:
    with pytest.raises(KeyError):
        Packer().pack(object())
