from dataclasses import replace
from datetime import date, datetime

import pytest

from agendacli.formats.ics.write.split import Split, SplitPart, split
from agendacli.model.asked import SplitBy
from agendacli.model.occurrence import Occurrence
from agendacli.model.people import Participant, Person
from agendacli.model.places import Place
from agendacli.model.programme import Programme, Session
from agendacli.model.when import Days, Timed

ADA, BEN = Person("ada", "Ada"), Person("ben", "Ben")
LATE = Timed(datetime.fromisoformat("2026-03-10 22:00"), datetime.fromisoformat("2026-03-11 02:00"), "Europe/Vienna")
PANEL = Session(
    "panel",
    "Panel",
    LATE,
    room="M2",
    participants=(
        Participant("chair", "Ada", ADA),
        Participant("panellist", "Dr. Ada", ADA),
        Participant("panellist", "Ben", BEN),
    ),
)
WALK = Session(
    "walk", "Walk", Days(date(2026, 3, 11), date(2026, 3, 13), None), participants=(Participant("guide", "?"),)
)
SCHOOL = Programme(
    "school", "Spring School", "s.yaml", "School", place=Place("Vienna", venue="Centre"), sessions=(PANEL, WALK)
)
FAIR = Programme("Fair", "Fair", "f.yaml", place=Place("Graz"), sessions=(replace(PANEL, participants=()),))
PANEL_1, WALK_1, PANEL_2 = (
    Occurrence(each, session, session.when) for each in (SCHOOL, FAIR) for session in each.sessions
)
EVERYTHING = PANEL_1, WALK_1, PANEL_2


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        pytest.param(
            SplitBy.EVENT,
            Split(
                (
                    SplitPart("school.ics", "School", (PANEL_1, WALK_1)),
                    SplitPart("fair~f7b19afcde965ea4.ics", "Fair", (PANEL_2,)),
                ),
                (),
            ),
            id="event",
        ),
        pytest.param(
            SplitBy.DAY,
            Split(
                (
                    SplitPart("2026-03-10.ics", "10 March 2026", (PANEL_1, PANEL_2)),
                    SplitPart("2026-03-11.ics", "11 March 2026", (WALK_1,)),
                ),
                (),
            ),
            id="day",
        ),
        pytest.param(
            SplitBy.PERSON,
            Split(
                (SplitPart("ada.ics", "Ada", (PANEL_1,)), SplitPart("ben.ics", "Ben", (PANEL_1,))), (WALK_1, PANEL_2)
            ),
            id="person",
        ),
        pytest.param(
            SplitBy.ROOM,
            Split(
                (
                    SplitPart("m2-centre-vienna~51487c7a670693bc.ics", "M2, Centre, Vienna", (PANEL_1,)),
                    SplitPart("m2-graz~6f95435e3bf040a6.ics", "M2, Graz", (PANEL_2,)),
                ),
                (WALK_1,),
            ),
            id="room",
        ),
    ],
)
def test_split_has_a_part_for_each(by: SplitBy, expected: Split) -> None:
    assert split(EVERYTHING, by) == expected


def test_split_has_no_file_for_who_is_known_by_an_address_alone() -> None:
    person = Person("ada-example.org", "ada@example.org")
    seat = Participant("chair", person.name, person)
    session = replace(PANEL_1.session, participants=(seat,))
    assert split((replace(PANEL_1, session=session),), SplitBy.PERSON).parts == ()


def test_split_by_day_follows_the_zone_that_is_asked_for() -> None:
    assert [each.file for each in split(EVERYTHING, SplitBy.DAY, "Asia/Tokyo").parts] == ["2026-03-11.ics"]
