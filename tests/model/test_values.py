from dataclasses import FrozenInstanceError, replace
from datetime import date

import pytest

from agendacli.model.people import Participant, Person
from agendacli.model.places import City, Place, Venue
from agendacli.model.programme import Programme, Session, Status
from agendacli.model.source import Citation, Source
from agendacli.model.span import Span
from agendacli.model.when import Days

DAY = Days(date(2017, 9, 4), date(2017, 9, 5), None)


def test_span_text_is_file_line_column() -> None:
    assert str(Span("a.yaml", 3, 14, 5)) == "a.yaml:3:14"


def test_spans_are_ordered_by_place() -> None:
    spans = [Span("b", 1, 1), Span("a", 10, 1), Span("a", 2, 5), Span("a", 2, 4)]

    assert sorted(spans) == list(reversed(spans))


@pytest.mark.parametrize(("citation", "text"), [(Citation("letter", 41), "letter:41"), (Citation("letter"), "letter")])
def test_citation_text_has_the_line_where_it_is_known(citation: Citation, text: str) -> None:
    assert str(citation) == text


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (Place("Vienna", "Austria", "Vienna International Centre"), "Vienna International Centre, Vienna, Austria"),
        (Place("Vienna", "Austria"), "Vienna, Austria"),
        (Place("Vienna"), "Vienna"),
        (Place(), ""),
    ],
)
def test_place_text_leaves_out_what_is_not_known(place: Place, text: str) -> None:
    assert str(place) == text


def test_participant_is_named_by_the_person() -> None:
    person = Person("ezeilo", "Joy Ngozi Ezeilo", "Ms.")

    assert Participant("panellist", "Ms. Joy Ezeilo", person).name == "Joy Ngozi Ezeilo"


def test_participant_without_a_person_is_named_as_printed() -> None:
    assert Participant("moderator", "the moderators").name == "the moderators"


@pytest.mark.parametrize(("short", "name"), [("Vienna session", "Vienna session"), (None, "Fifth session")])
def test_programme_name_is_the_short_title_if_there_is_one(short: str | None, name: str) -> None:
    assert Programme("vienna", "Fifth session", "a.yaml", short_title=short).name == name


def test_status_text_is_lower_case() -> None:
    assert [str(each) for each in Status] == ["confirmed", "tentative", "cancelled"]


@pytest.mark.parametrize(
    "value",
    [
        Person("a", "A"),
        Participant("chair", "A"),
        City("vienna", "Vienna"),
        Venue("vic", "Centre", "vienna"),
        Source("letter", "Letter"),
        Session("a", "A", DAY),
        Programme("a", "A", "a.yaml"),
    ],
)
def test_where_a_value_stands_is_no_part_of_it(
    value: Person | Participant | City | Venue | Source | Session | Programme,
) -> None:
    elsewhere = replace(value, span=Span("other.yaml", 9))

    assert (elsewhere == value, hash(elsewhere) == hash(value), repr(elsewhere) == repr(value)) == (True, True, True)


def test_values_are_frozen() -> None:
    with pytest.raises(FrozenInstanceError):
        Person("a", "A").name = "B"  # type: ignore[misc]  # the point of the test
