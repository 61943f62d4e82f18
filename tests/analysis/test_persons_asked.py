"""A name that may be several persons' means all of them, an id one."""

from datetime import datetime

import pytest

from agendacli.analysis.persons_asked import persons_asked
from agendacli.model.asked import Refusal
from agendacli.model.occurrence import Occurrence
from agendacli.model.people import Participant, Person
from agendacli.model.programme import Programme, Session
from agendacli.model.span import Span
from agendacli.model.when import Timed

WHEN = Timed(datetime(2026, 3, 10, 9), datetime(2026, 3, 10, 10), "UTC")  # noqa: DTZ001 - wall time
DECLARED = Span("people.yaml", 1)
PERSONS = (
    Person("josé-núñez", "José Núñez"),
    Person("jose-nunez", "Jose Nunez"),
    Person("jan-lauber", "Jan Lauber"),
    Person("jürg-lauber", "Jürg Lauber"),
    Person("j.-lauber", "J. Lauber"),
    Person("one", "Anna Müller", span=DECLARED),
    Person("other", "Anna Mueller", span=DECLARED),
)


def sessions() -> tuple[Occurrence, ...]:
    made = (
        Session(f"s{n}", "S", WHEN, participants=(Participant("speaker", each.name, each),))
        for n, each in enumerate(PERSONS)
    )
    programme = Programme("fair", "Fair", "fair.yaml", sessions=tuple(made))
    return tuple(Occurrence(programme, each, WHEN) for each in programme.sessions)


@pytest.mark.parametrize(
    ("text", "ids", "is_doubtful"),
    [
        ("José Núñez", ["josé-núñez", "jose-nunez"], True),
        ("nunez", ["josé-núñez", "jose-nunez"], True),
        ("jose-nunez", ["jose-nunez"], False),
        ("Jan Lauber", ["jan-lauber", "j.-lauber"], True),
        ("one", ["one"], False),
        ("Anna Mueller", ["other"], False),
    ],
)
def test_name_means_everybody_who_may_be_meant(text: str, ids: list[str], is_doubtful: bool) -> None:  # noqa: FBT001
    found = persons_asked([text], PERSONS, sessions)
    assert not isinstance(found, Refusal)
    assert ([each.id for each in found.persons], bool(found.doubtful)) == (ids, is_doubtful)


@pytest.mark.parametrize("text", ["lauber", "anna", "Kim Doe"])
def test_name_of_several_or_nobody_is_refused(text: str) -> None:
    assert isinstance(persons_asked([text], PERSONS, sessions), Refusal)
