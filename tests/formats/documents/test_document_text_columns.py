"""Texts in columns that wide gaps part, and rooms that head parts of a day."""

from collections.abc import Callable

import pytest

from agendacli.formats.documents.readers.lined_up import with_tabs
from agendacli.formats.documents.values.rooms.above import BESIDE_ROOM
from agendacli.formats.documents.values.told import WHOLE_PART, ToldSession

Sessions = Callable[..., tuple[ToldSession, ...]]

LIST = """DAILY LIST                       Tuesday 9 June 2026
Printed 08/06/2026 15:30         Sheet 1 of 1

COURT 1  - Before JUDGE HOLM

Time       Case no.        Parties                Type
10:00 AM   K03EL412        Holm v Ahlers          Trial
                                                  (part heard)
2:00 PM    L00EL1015       Re Estate of Lind      Application

COURT 2  - Before JUDGE LIND

Time       Case no.        Parties                Type
10:30 AM   L01EL001        Berg v Unknown         Claim
11:00 AM   L01EL002        Berg v Grady           Claim
"""


def test_lines_in_columns_are_rows_below_their_day_and_room(sessions: Sessions) -> None:
    found = sessions(LIST)
    assert {str(each.day.value) for each in found} == {"2026-06-09"}
    assert [(each.start.value, each.title.value) for each in found] == [
        (600, "Trial (part heard): Holm v Ahlers"),
        (840, "Application: Re Estate of Lind"),
        (630, "Claim: Berg v Unknown"),
        (660, "Claim: Berg v Grady"),
    ]
    assert [each.room.value.casefold() for each in found if each.room] == ["court 1", "court 1", "court 2", "court 2"]


def test_a_heading_beside_that_of_a_room_is_another_with_a_doubt(sessions: Sessions) -> None:
    text = (
        "# Low tide\n\n## Friday 26 June 2026\n\n### Dune Stage\n- 18:00–19:00 Ferns\n\n"
        "### Boathouse\n- 20:00–21:00 Mosses\n\n### Evening\n- 22:00–23:00 Sand\n"
    )
    rooms = [each.room for each in sessions(text, "low.md")]
    assert [each.value if each else None for each in rooms] == ["Dune Stage", "Boathouse", None]
    assert [BESIDE_ROOM in each.doubts for each in rooms if each] == [False, True]


PARTS = """<h1>Turbines</h1><table><tr><th colspan="3">Monday 4 October 2027</th></tr>
<tr><th>Time</th><th>Title</th><th>Speaker</th></tr>
<tr><td colspan="3"><strong>Block I (Moderation: Dr. Ida Holm)</strong></td></tr>
<tr><td>9:00–10:00</td><td>Screws</td><td>Bojan Lind<br>TU Maribor</td></tr>
<tr><td>10:00–11:00</td><td>Rakes</td><td>Ben Ahlers<br>University of the North</td></tr>
<tr><td>12:30–13:30</td><td colspan="2">Lunch</td></tr>
<tr><td>13:30–15:00</td><td>Gates</td><td>Eva Berg</td></tr></table>"""


def test_who_leads_a_block_leads_it_until_the_meal_with_a_doubt(sessions: Sessions) -> None:
    found = sessions(PARTS, "page.html")
    led = [[WHOLE_PART in one.doubts for one in each.people if one.name == "Dr. Ida Holm"] for each in found]
    assert led == [[True], [True], [], []]


def test_an_institution_below_a_name_is_no_person(sessions: Sessions) -> None:
    found = sessions(PARTS, "page.html")
    speakers = [[(one.name, one.position) for one in each.people if one.role == "speaker"] for each in found]
    assert speakers[:2] == [[("Bojan Lind", "TU Maribor")], [("Ben Ahlers", "University of the North")]]


COLUMNS = """OYSTER DAYS, Saturday 12 June 2027

TIME           WHAT                                WHO                 WHERE

 9:30-10:00    Coffee                                                  Foyer
10:00-10:10    Welcome                             Nora Holm           Hall 2

   Part one - Shells
10:10-10:50    Spat, and where it settles          Ida Lind,           Hall 2
                                                   Bojan Berg
10:50          Questions                                               Hall 2

That was all. Bring a    knife.
"""


def test_cells_stand_below_their_heads_and_may_be_empty_or_go_on(sessions: Sessions) -> None:
    found = sessions(COLUMNS)
    assert [(each.title.value, each.room and each.room.value) for each in found] == [
        ("Coffee", "Foyer"),
        ("Welcome", "Hall 2"),
        ("Spat, and where it settles", "Hall 2"),
        ("Questions", "Hall 2"),
    ]
    assert [[one.name for one in each.people] for each in found] == [[], ["Nora Holm"], ["Ida Lind", "Bojan Berg"], []]


@pytest.mark.parametrize(
    "rule", ["----           ----                                ---                 -----", "=" * 80]
)
def test_a_rule_below_the_heads_is_no_row(rule: str, sessions: Sessions) -> None:
    found = sessions(COLUMNS.replace("WHERE\n\n", f"WHERE\n{rule}\n"))
    assert [(each.title.value, each.room and each.room.value) for each in found][:2] == [
        ("Coffee", "Foyer"),
        ("Welcome", "Hall 2"),
    ]


def test_hours_of_four_digits_begin_a_row(sessions: Sessions) -> None:
    rows = "0900-0930  Tea    Hall 2\n0930-1000  Tides  Hall 3\n"
    found = sessions(f"Saturday 12 June 2027\n\nTIME       WHAT   WHERE\n{rows}")
    assert [(each.title.value, each.room and each.room.value) for each in found] == [
        ("Tea", "Hall 2"),
        ("Tides", "Hall 3"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Time    Title    Who\n\nno time    below    it\n",
        "10:00    Tea    Ann\n11:00    More    Ben\n",  # no head
        "Time    Title    Who\nnothing below these heads\n",
        "Time    Title\n10:00    Tea\n",  # two columns are lines
        "Time    Title    Who\n10:00    Tea that goes over the head of the next    Ann\n",
        "Time\tTitle\tWho\n10:00\tTea\tAnn\n",  # has tabs of its own
    ],
)
def test_lines_that_do_not_line_up_stay_as_they_are(text: str) -> None:
    assert "\n".join(with_tabs(text.split("\n"))) == text


def test_columns_begin_anew_at_each_head() -> None:
    lines = LIST.split("\n")
    assert [n for n, each in enumerate(with_tabs(lines)) if "\t" in each] == [5, 6, 7, 8, 12, 13, 14]


CLOCKS = """<h1>Reefs</h1><table><tr><th>Date</th><th>Bangkok</th><th>Delhi</th><th>Suva</th><th>Session</th></tr>
<tr><td>Wed 8 April 2026</td><td>14:00–15:30</td><td>12:30</td><td>19:00</td><td>Carbon</td></tr>
<tr><td>Wed 22 April</td><td>14:00–15:30</td><td>12:30</td><td>19:00</td><td>Mud</td></tr></table>"""


def test_of_several_clocks_the_first_counts(sessions: Sessions) -> None:
    found = sessions(CLOCKS, "reefs.html")
    assert [
        (str(each.day.value), each.start.value, each.end and each.end.value, each.title.value) for each in found
    ] == [
        ("2026-04-08", 840, 930, "Carbon"),
        ("2026-04-22", 840, 930, "Mud"),
    ]


ROWS = """<h1>Reefs, 9 March 2026</h1><table><tr><th>Time</th><th>What</th><th>Who</th><th>{head}</th></tr>
<tr><td>9.15 – 12</td><td>Mud</td><td>Ida Lind</td><td>Main</td></tr>
<tr><td>{noon}</td><td>Lunch</td><td></td><td>Oval</td></tr>
<tr><td>1.15 – 2.45</td><td>Sand</td><td>Ben Holm</td><td>Main</td></tr></table>"""


@pytest.mark.parametrize("head", ["Courtroom", "Hall", "Lecture Theatre", "Seminarraum"])
def test_a_head_that_ends_in_a_word_for_rooms_is_that_of_rooms(sessions: Sessions, head: str) -> None:
    found = sessions(ROWS.format(head=head, noon="12.00"), "reefs.html")
    assert [each.room and each.room.value for each in found] == ["Main", "Oval", "Main"]


@pytest.mark.parametrize(
    ("noon", "start", "end"),
    [("12 – 1", 720, 780), ("12-13", 720, 780), ("12", 720, None), ("25", None, None), ("14 – 13", None, None)],
)
def test_an_hour_without_minutes_among_times_is_one(
    sessions: Sessions, noon: str, start: int | None, end: int | None
) -> None:
    found = [
        each for each in sessions(ROWS.format(head="Room", noon=noon), "reefs.html") if each.title.value == "Lunch"
    ]
    assert [(each.start.value, each.end and each.end.value) for each in found] == ([(start, end)] if start else [])
