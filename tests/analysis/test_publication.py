"""What may go out: every field of a session and of a programme is either on the list or stays at home."""

from dataclasses import fields
from datetime import datetime

from agendacli.analysis.occurrences import expand
from agendacli.analysis.publication import publication
from agendacli.model.people import Absence, Participant, Person
from agendacli.model.places import Place
from agendacli.model.programme import Change, Privacy, Programme, Repeat, Session
from agendacli.model.source import Citation, Source, Variant
from agendacli.model.when import Timed

CANARY = "CANARY"
WHEN = Timed(datetime.fromisoformat("2026-05-04T09:00"), datetime.fromisoformat("2026-05-04T10:00"), "Europe/Vienna")
AT_HOME = {
    "when_text",
    "relative_to",
    "join",
    "internal",
    "place_span",
    "priority",
    "reminded",
    "unsure",
    "lines",
    "span",
    "room_span",
}
"""The fields of a session that never go out; `citations` and `variants` only go with what documents say."""


def session(**given: object) -> Session:
    return Session("talk", "Talk", WHEN, **given)  # type: ignore[arg-type]


def published(one: Session, **given: object) -> Session:
    programme = Programme("tea", "Tea", "tea.yaml", sessions=(one,))
    return publication((programme,), expand((programme,)), **given).occurrences[0].session  # type: ignore[arg-type]


def test_fields_that_stay_at_home_are_empty() -> None:
    given = session(
        when_text=CANARY, relative_to=CANARY, join=(CANARY,), internal=(CANARY,), lines=(CANARY,), description="Open"
    )
    found = published(given)
    assert CANARY not in repr(found)
    assert found.description == "Open"


def test_fields_are_on_the_list_or_stay_at_home() -> None:
    """A field that is new fails here until somebody decides about it."""
    out = {
        *(
            "id",
            "title",
            "when",
            "kind",
            "status",
            "transparent",
            "room",
            "place",
            "participants",
            "description",
            "url",
        ),
        *("privacy", "notes", "categories", "citations", "variants", "repeat", "rooms", "parent", "uid", "sequence"),
        *("stamp", "numbered", "clocks"),
    }
    assert {each.name for each in fields(Session)} - out - AT_HOME == set()


def test_what_documents_say_goes_out_only_where_that_is_asked_for() -> None:
    given = session(citations=(Citation("letter", 4),), variants=(Variant(Citation("web"), "room", "Hall"),))
    assert (published(given).citations, published(given).variants) == ((), ())
    assert published(given, with_sources=True).citations == given.citations


def test_people_go_out_without_what_is_known_of_them_besides() -> None:
    absence = Absence("ann-poe", CANARY, None, None)
    person = Person("ann-poe", "Ann Poe", "Ms.", aliases=(CANARY,), others=(CANARY,), absences=(absence,))
    seat = Participant("speaker", "Ms. Ann Poe <ann@example.org>", person, position="Chair, mailto:ann@example.org")
    found = published(session(participants=(seat,))).participants[0]
    assert found == Participant("speaker", "Ms. Ann Poe", Person("ann-poe", "Ann Poe", "Ms."), position="Chair")
    assert found.person is not None
    assert (found.person.aliases, found.person.absences) == ((), ())


def test_private_sessions_stay_with_the_items_of_private_blocks() -> None:
    sessions = (
        Session("block", CANARY, WHEN, privacy=Privacy.PRIVATE),
        Session("item", CANARY, WHEN, parent="block"),
        Session("talk", "Talk", WHEN),
    )
    programme = Programme("tea", "Tea", "tea.yaml", sessions=sessions)
    found = publication((programme,), expand((programme,)))
    assert [each.id for each in found.occurrences] == ["tea/talk"]
    assert (found.private, found.sessions) == (2, 1)
    assert CANARY not in repr(found)


def test_private_occurrence_of_a_public_series_says_nothing_but_when() -> None:
    later = datetime.fromisoformat("2026-05-05T09:00")
    other = Session(
        "talk",
        CANARY,
        Timed(later, datetime.fromisoformat("2026-05-05T10:00"), "Europe/Vienna"),
        privacy=Privacy.PRIVATE,
    )
    series = session(repeat=Repeat(("FREQ=DAILY;COUNT=3",), changes=(Change(later, other),)))
    programme = Programme("tea", "Tea", "tea.yaml", sessions=(series,))
    found = publication((programme,), expand((programme,)))
    assert [each.when.start.day for each in found.occurrences if isinstance(each.when, Timed)] == [4, 6]
    assert CANARY not in repr(found)


def test_programme_goes_out_without_its_file_its_absences_and_the_ways_to_join() -> None:
    programme = Programme(
        "tea",
        "Tea",
        f"/home/{CANARY}/tea.yaml",
        place=Place("Vienna"),
        join=("https://x.zoom.us/j/1",),
        internal=(CANARY,),
        absences=(Absence("ann", CANARY, None, None),),
        sources=(Source("letter", "A letter", file=CANARY),),
        url="https://meet.google.com/abc",
        description="Come.\nPasscode: 1234",
        organizer="Tea Board, tea@example.org",
    )
    found = publication((programme,), (), with_sources=True)
    assert CANARY not in repr(found)
    [shown] = found.programmes
    assert (shown.file, shown.url, shown.description, shown.organizer) == ("", None, "Come.", "Tea Board")
    assert found.joining == 3
