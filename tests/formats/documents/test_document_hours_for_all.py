"""Hours that are printed once for all dates of a list or a table."""

from collections.abc import Callable

import pytest

from agendacli.formats.documents.values.told import ToldSession

Sessions = Callable[..., tuple[ToldSession, ...]]
Shown = Callable[..., list[str]]

ONCE = "the hours are printed once for all"
EXPECTED = [
    f"2027-03-{day} 19:30- {title} ?{ONCE}" for day, title in (("03", "Ferns"), ("10", "Moors"), ("17", "Sand"))
]
ROWS = "| Date | Talk |\n|-|-|\n| 3 March 2027 | Ferns |\n| 10 March 2027 | Moors |\n| 17 March 2027 | Sand |\n"
LIST = "- 3 March 2027: Ferns\n- 10 March 2027: Moors\n- 17 March 2027: Sand\n"
SAID = [
    "All evenings begin at 7.30pm.",
    "Wednesdays, 7.30pm",
    "Mittwochs, 19.30 Uhr",
    "Beginn: 19.30 Uhr",
    "Time: 7.30pm",
    "Entrée libre. Début à 19h30.",
    "## 19:30",
]


@pytest.mark.parametrize("said", SAID)
@pytest.mark.parametrize("dates", [ROWS, LIST])
def test_hours_above_dates_are_those_of_all(shown: Shown, said: str, dates: str) -> None:
    assert shown(f"# Spring talks\n\n{said}\n\n{dates}", "x.md") == EXPECTED


@pytest.mark.parametrize("dates", [ROWS, LIST])
def test_hours_below_dates_are_those_of_all(shown: Shown, dates: str) -> None:
    assert shown(f"# Spring talks\n\n{dates}\n\nWe begin at 7.30pm.\n", "x.md") == EXPECTED


def test_hours_above_columns_of_a_text_are_those_of_all(shown: Shown) -> None:
    rows = (("Date", "Talk", "Room"), ("3 March 2027", "Ferns", "Red Room"), ("10 March 2027", "Moors", "Red Room"))
    text = "\n".join(f"{one:18}{two:12}{three}" for one, two, three in (*rows, ("17 March 2027", "Sand", "Red Room")))
    assert [each.replace(" @Red Room", "") for each in shown(f"Talks\n\nWednesdays, 7.30pm\n\n{text}\n")] == EXPECTED


def test_titles_below_dates_that_stand_alone(shown: Shown) -> None:
    dates = "".join(f"## {day} March 2027\n\n{title}\n\n" for day, title in ((3, "Ferns"), (10, "Moors"), (17, "Sand")))
    assert shown(f"# Spring talks\n\nWednesdays, 7.30pm\n\n{dates}", "x.md") == EXPECTED


def test_a_room_with_the_hours_is_that_of_all_rows(shown: Shown) -> None:
    found = shown(f"# Spring talks\n\nWednesdays, 7.30pm, Green Room\n\n{ROWS}", "x.md")
    assert found == [each.replace(" ?", " @Green Room ?") for each in EXPECTED]


def test_each_table_has_the_hours_above_it(shown: Shown) -> None:
    other = ROWS.replace("Ferns", "Pond").replace("Moors", "Hill").replace("Sand", "Lake")
    found = shown(f"## Wednesdays, 7.30pm\n\n{ROWS}\n## Walks, always at 6pm\n\n{other}", "x.md")
    assert [each[11:].partition(" ?")[0] for each in found] == [
        *("19:30- Ferns", "19:30- Moors", "19:30- Sand"),
        *("18:00- Pond", "18:00- Hill", "18:00- Lake"),
    ]


def test_a_row_with_hours_of_its_own_keeps_them(shown: Shown) -> None:
    rows = ROWS.replace("17 March 2027", "17 March 2027, 6pm")
    assert shown(f"# Talks\n\nWednesdays, 7.30pm\n\n{rows}", "x.md") == [*EXPECTED[:2], "2027-03-17 18:00- Sand"]


def test_a_date_on_which_nothing_is_has_no_hours(shown: Shown) -> None:
    rows = f"{ROWS}| 24 March 2027 | No talk |\n"
    assert shown(f"# Talks\n\nWednesdays, 7.30pm\n\n{rows}", "x.md") == EXPECTED


@pytest.mark.parametrize(
    "said",
    [
        "Please register by 6pm on the day before.",
        "Tickets from 6pm at the door.",
        "The office is open 9:00-12:00.",
        "AGM: 5 February 2027, 6pm",
        "",
    ],
)
def test_other_hours_are_not_those_of_a_table(sessions: Sessions, said: str) -> None:
    assert not any(each.title.value == "Ferns" for each in sessions(f"# Talks\n\n{said}\n\n{ROWS}", "x.md"))


def test_two_dates_are_no_table_of_dates(sessions: Sessions) -> None:
    rows = "| Date | Talk |\n|-|-|\n| 3 March 2027 | Ferns |\n| 10 March 2027 | Moors |\n"
    assert not any(each.title.value == "Ferns" for each in sessions(f"# Talks\n\nIt is at 7.30pm.\n\n{rows}", "x.md"))


@pytest.mark.parametrize(
    ("said", "room"),
    [
        ("Wednesdays at 7.30pm in Room 4", "Room 4"),
        ("Mittwochs um 19.30 Uhr im Saal 2", "Saal 2"),
        ("Le mercredi à 19h30 en salle 4", "salle 4"),
        ("Los miércoles a las 19.30 en la Sala 3", "Sala 3"),
    ],
)
@pytest.mark.parametrize("dates", [ROWS, LIST])
def test_a_room_in_the_sentence_with_the_hours_is_that_of_all(shown: Shown, said: str, room: str, dates: str) -> None:
    found = shown(f"# Spring talks\n\n{said}\n\n{dates}", "x.md")
    assert [each.partition(" ?")[0] for each in found] == [f"{each.partition(' ?')[0]} @{room}" for each in EXPECTED]
