"""Persons: who is meant by a name, and who does what when."""

from datetime import date, datetime, time

import pytest

from agendacli.analysis.people import (
    Engagement,
    Involvement,
    engagements,
    find_person,
    find_persons,
    involvements,
    persons_in,
    persons_meant,
)
from agendacli.model.asked import Refusal
from agendacli.model.occurrence import Occurrence
from agendacli.model.people import Participant, Person
from agendacli.model.programme import Programme, Session, Status
from agendacli.model.when import Timed

LAUBER = Person("lauber", "Jürg Lauber", "H.E. Mr.")
GOMEZ = Person("gomez-camacho", "Juan José Gómez Camacho", "H.E. Mr.")
EZEILO = Person("ezeilo", "Joy Ngozi Ezeilo", "Ms.", ("Joy Ezeilo",))
GIAMMARINARO = Person("giammarinaro", "Maria Grazia Giammarinaro", "Ms.")
SORVINO = Person("sorvino", "Mira Sorvino", "Ms.")
MARIA = Person("perez", "Maria Pérez")
ALL = (LAUBER, GOMEZ, EZEILO, GIAMMARINARO, SORVINO, MARIA, LAUBER)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("lauber", LAUBER),
        ("LAUBER", LAUBER),
        ("juerg lauber", None),
        ("Jurg Lauber", LAUBER),
        ("H.E. Mr. Jürg Lauber", LAUBER),
        ("Mr. Lauber", LAUBER),
        ("gomez camacho", GOMEZ),
        ("Gómez", GOMEZ),
        ("gomez-camacho", GOMEZ),
        ("Ezeilo", EZEILO),
        ("Joy Ezeilo", EZEILO),
        ("grazia", GIAMMARINARO),
        ("maria perez", MARIA),
    ],
)
def test_find_person(text: str, expected: Person | None) -> None:
    found = find_person(text, ALL)
    assert (None if isinstance(found, Refusal) else found) == expected


def test_find_person_by_id_before_name() -> None:
    other = Person("joy", "Somebody Else")
    assert find_person("joy", (EZEILO, other)) == other


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "maria",
            (
                "`maria` could be `Maria Grazia Giammarinaro (giammarinaro)` or `Maria Pérez (perez)`: "
                "write more of the name, or the id"
            ),
        ),
        ("lober", "nobody is called `lober`; did you mean `Jürg Lauber (lauber)`?"),
        ("giamarinaro", "nobody is called `giamarinaro`; did you mean `Maria Grazia Giammarinaro (giammarinaro)`?"),
        ("xyz", "nobody is called `xyz`; `agenda people` lists everybody"),
        ("Mr.", "nobody is called `Mr.`; `agenda people` lists everybody"),
        ("", "nobody is called ``; `agenda people` lists everybody"),
    ],
)
def test_find_person_nobody_or_several(text: str, message: str) -> None:
    assert find_person(text, ALL) == Refusal(message)


def test_find_persons_each() -> None:
    assert find_persons(("lauber", "ezeilo"), ALL) == (LAUBER, EZEILO)


def test_find_persons_first_refusal() -> None:
    expected = Refusal("nobody is called `xyz`; `agenda people` lists everybody")
    assert find_persons(("lauber", "xyz", "maria"), ALL) == expected


def seat(role: str, person: Person | None, printed: str = "") -> Participant:
    return Participant(role, printed or (person.name if person else ""), person)


def session(id_: str, day: int, *seats: Participant, status: Status = Status.CONFIRMED) -> Session:
    start = datetime.combine(date(2017, 9, day), time(10))
    when = Timed(start, start.replace(hour=11), "Europe/Vienna")
    return Session(id_, id_, when, participants=seats, status=status)


def programme(id_: str, *sessions: Session, participants: tuple[Participant, ...] = ()) -> Programme:
    return Programme(id_, id_, f"{id_}.yaml", sessions=sessions, participants=participants)


def occurrences(*programmes: Programme) -> tuple[Occurrence, ...]:
    return tuple(Occurrence(each, one, one.when) for each in programmes for one in each.sessions)


UNITED_STATES = seat("moderator", None, "United States")
PANEL = session("panel", 5, seat("panellist", GIAMMARINARO), seat("moderator", SORVINO), UNITED_STATES)
OPENING = session("opening", 4, seat("co-facilitator", LAUBER), seat("co-facilitator", GOMEZ))
CANCELLED = session("dialogue", 6, seat("co-facilitator", LAUBER), status=Status.CANCELLED)
CLOSING = session("closing", 7, seat("speaker", LAUBER))
VIENNA = programme(
    "vienna",
    *(PANEL, OPENING, CANCELLED, CLOSING),
    participants=(seat("co-facilitator", LAUBER), seat("expert", EZEILO), seat("host", None, "Austria")),
)
BY_TIME = tuple(Occurrence(VIENNA, each, each.when) for each in (OPENING, PANEL, CANCELLED, CLOSING))


def test_engagements_in_order_of_time() -> None:
    opening, panel, cancelled, closing = BY_TIME
    assert engagements(occurrences(VIENNA)) == (
        Engagement(VIENNA.participants[1], VIENNA),
        Engagement(VIENNA.participants[2], VIENNA),
        *(Engagement(each, VIENNA, opening) for each in OPENING.participants),
        *(Engagement(each, VIENNA, panel) for each in PANEL.participants),
        Engagement(CANCELLED.participants[0], VIENNA, cancelled),
        Engagement(CLOSING.participants[0], VIENNA, closing),
    )


def test_engagements_of_a_role_keep_seats_without_name() -> None:
    assert engagements(occurrences(VIENNA), roles=("Moderators",)) == (
        Engagement(PANEL.participants[1], VIENNA, BY_TIME[1]),
        Engagement(UNITED_STATES, VIENNA, BY_TIME[1]),
    )


def test_engagements_of_a_person_and_role() -> None:
    assert engagements(occurrences(VIENNA), {"lauber"}, ["speaker"]) == (
        Engagement(CLOSING.participants[0], VIENNA, BY_TIME[3]),
    )


def test_involvements_count_roles_without_cancelled_sessions() -> None:
    opening, _, cancelled, closing = BY_TIME
    assert involvements(occurrences(VIENNA), {"lauber"}) == (
        Involvement(
            LAUBER,
            (
                Engagement(OPENING.participants[0], VIENNA, opening),
                Engagement(CANCELLED.participants[0], VIENNA, cancelled),
                Engagement(CLOSING.participants[0], VIENNA, closing),
            ),
            (("co-facilitator", 1), ("speaker", 1)),
        ),
    )


def test_involvements_by_name() -> None:
    names = [each.person.name for each in involvements(occurrences(VIENNA))]
    assert names == [
        "Joy Ngozi Ezeilo",
        "Juan José Gómez Camacho",
        "Jürg Lauber",
        "Maria Grazia Giammarinaro",
        "Mira Sorvino",
    ]


def test_involvements_across_programmes_are_one_person() -> None:
    later = programme("new-york", session("panel-2", 27, seat("panellist", EZEILO)))
    (found,) = involvements(occurrences(later, VIENNA), {"ezeilo"})
    assert found.roles == (("expert", 1), ("panellist", 1))


def test_persons_in_each_once() -> None:
    assert persons_in(occurrences(VIENNA)) == (EZEILO, LAUBER, GOMEZ, GIAMMARINARO, SORVINO)


@pytest.mark.parametrize(
    ("text", "expected"), [("maria", (GIAMMARINARO, MARIA)), ("lauber", (LAUBER,)), ("nobody", ()), ("", ())]
)
def test_persons_meant_everybody_who_fits(text: str, expected: tuple[Person, ...]) -> None:
    assert persons_meant(text, ALL) == expected
