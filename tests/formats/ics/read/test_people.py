"""Who takes part, and whom people.yaml declares of them."""

import pytest

from agendacli.formats.ics.read.calendar import read_calendar, read_indexed
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


def people_of(*names: str, directory: Directory = DIRECTORY) -> list[str | None]:
    """The ids of those who stand so behind ATTENDEE in one session each."""
    sessions = (
        f"BEGIN:VEVENT\nUID:{number}\nDTSTART:20170904\nATTENDEE{name}\nEND:VEVENT" for number, name in enumerate(names)
    )
    text = "\n".join(("BEGIN:VCALENDAR", *sessions, "END:VCALENDAR", ""))
    programme = read_calendar(text.encode(), "x.ics", "UTC", Findings(), directory=lambda: directory)
    assert programme
    found = (seat.person for session in programme.sessions for seat in session.participants)
    return [each.id if each else None for each in found]


@pytest.mark.parametrize(
    ("names", "ids"),
    [
        (
            (';CN="Brandt, Nora":mailto:nora@example.org', ";CN=Nora Brandt:MAILTO:Nora@example.org"),
            ["nora-brandt"] * 2,
        ),
        ((";CN=N. Brandt:mailto:n@example.org", ":mailto:n@example.org"), ["n.-brandt"] * 2),
        ((";CN=Nora Bra\n ndt:mailto:n@exa\n mple.org", ";CN=Nora:mailto:n@example.org"), ["nora-brandt"] * 2),
        ((";CN=Al Roe:mailto:x@example.org", ";CN=Ana Lauber:mailto:x@example.org"), ["al-roe", "lauber"]),
        ((";CN=Nora Brandt:mailto:n@example.org", ";CN=Nora Brandt:mailto:m@example.org"), ["nora-brandt"] * 2),
    ],
)
def test_one_address_is_one_person_whatever_the_name(names: tuple[str, ...], ids: list[str]) -> None:
    assert people_of(*names) == ids


@pytest.mark.parametrize("many", [0, 1 << 20])
def test_one_address_is_one_person_in_a_large_calendar_too(many: int) -> None:
    names = (';CN="Brandt, Nora":mailto:n@example.org', ";CN=Nora Brandt:mailto:n@example.org")
    sessions = (f"BEGIN:VEVENT\nUID:{n}\nDTSTART:20170904\nATTENDEE{name}\nEND:VEVENT" for n, name in enumerate(names))
    text = "\n".join(("BEGIN:VCALENDAR", *sessions, "END:VCALENDAR", ""))
    programme = read_indexed(text.encode(), "x.ics", "UTC", Findings(), many=many).programme
    assert programme
    found = [seat.name for session in reversed(programme.sessions) for seat in session.participants]
    assert found == ["Nora Brandt"] * 2


def test_name_is_read_as_in_a_definition() -> None:
    found = participants(
        "ATTENDEE;CN=Ms. Jo Doe:mailto:a", 'ATTENDEE;CN="Dr. Al Roe, Club (tbc)":mailto:b', "ATTENDEE;CN=Staff:mailto:c"
    )
    assert found == (
        Participant("participant", "Ms. Jo Doe", Person("jo-doe", "Jo Doe", "Ms.")),
        Participant(
            "participant", "Dr. Al Roe, Club (tbc)", Person("al-roe", "Al Roe", "Dr."), "Club", confirmed=False
        ),
        Participant("participant", "Staff"),
    )


def test_described_participants_of_one_text_are_several() -> None:
    described = ("BEGIN:PARTICIPANT", "PARTICIPANT-TYPE:SPEAKER", "SUMMARY:Al Roe & Bo Lim", "END:PARTICIPANT")
    assert [each.name for each in participants(*described)] == ["Al Roe", "Bo Lim"]
