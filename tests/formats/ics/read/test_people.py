"""Who takes part, and whom people.yaml declares of them."""

import pytest

from agendacli.formats.ics.read.calendar import read_calendar
from agendacli.model.findings import Findings
from agendacli.model.people import Participant, Person
from agendacli.words.directory import Directory

ANA = Person("lauber", "Ana Lauber", "Ms.", ("A. Lauber", "ana@example.org"))
DIRECTORY = Directory([ANA, Person("jo", "Joanna Bee")])


def participants(*lines: str) -> tuple[Participant, ...]:
    text = "\n".join(("BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:a", "DTSTART:20170904", *lines, "END:VEVENT", ""))
    programme = read_calendar(text.encode(), "x.ics", "UTC", Findings(), directory=lambda: DIRECTORY)
    assert programme
    return programme.sessions[0].participants


@pytest.mark.parametrize(
    ("said", "printed"),
    [
        ("ATTENDEE;CN=ana  lauber:mailto:x@example.org", "ana lauber"),
        ("ATTENDEE;CN=A. Lauber:mailto:x@example.org", "A. Lauber"),
        ("ATTENDEE;CN=Ms. Ana Lauber:mailto:x@example.org", "Ms. Ana Lauber"),
        ('ATTENDEE;CN="Lauber, Ana":mailto:x@example.org', "Lauber, Ana"),
        ("ATTENDEE;CN=Chief:mailto:Ana@example.org", "Chief"),
        ("ATTENDEE:mailto:ana@example.org", "ana@example.org"),
    ],
)
def test_attendee_whom_the_directory_has_is_that_person(said: str, printed: str) -> None:
    assert participants(said) == (Participant("participant", printed, ANA),)


def test_organizer_and_described_participants_are_looked_up_too() -> None:
    described = ("BEGIN:PARTICIPANT", "PARTICIPANT-TYPE:SPEAKER", "SUMMARY:Joanna Bee", "END:PARTICIPANT")
    found = participants("ORGANIZER;CN=A. Lauber:mailto:x", "ATTENDEE;CN=Al:mailto:al", *described)
    assert [(each.role, each.person and each.person.id) for each in found] == [
        ("host", "lauber"),
        ("participant", "al"),
        ("speaker", "jo"),
    ]


def test_name_that_makes_the_id_of_another_is_somebody_else() -> None:
    assert participants("ATTENDEE;CN=Jo:mailto:x") == (Participant("participant", "Jo", Person("jo-undeclared", "Jo")),)
