"""Tables whose heads say nothing that is known: what their columns hold is seen by what stands in them."""

from collections.abc import Callable

import pytest

from agendacli.formats.documents.values.told import ToldSession

Sessions = Callable[..., tuple[ToldSession, ...]]
HEADS = [
    "| Clock | Voice | Matter | Corner |\n|---|---|---|---|\n",
    "| Slot | In charge | Point | Spot |\n|---|---|---|---|\n",
]
ROWS = (
    "| 10:00 | Marguerite Obi | Bread without yeast | Main Kitchen |\n"
    "| 11:00 | Jun Takahashi | Knives | Main Kitchen |\n"
    "| 12:00 | | Lunch for all | Garden Tent |\n"
    "| 13:30 | Zoltanka Vrbin | Corn, three ways | Main Kitchen |\n"
)


@pytest.mark.parametrize("head", HEADS)
def test_columns_of_people_and_rooms_are_known_by_what_stands_in_them(sessions: Sessions, head: str) -> None:
    found = sessions(f"30 January 2026\n\n{head}{ROWS}", "forum.md")
    assert [(each.title.value, each.room and each.room.value, [one.name for one in each.people]) for each in found] == [
        ("Bread without yeast", "Main Kitchen", ["Marguerite Obi"]),
        ("Knives", "Main Kitchen", ["Jun Takahashi"]),
        ("Lunch for all", "Garden Tent", []),
        ("Corn, three ways", "Main Kitchen", ["Zoltanka Vrbin"]),
    ]
    assert all("the head of the column leaves the role open" in one.doubts for each in found for one in each.people)


def test_heads_over_titles_alone_are_those_of_rooms(sessions: Sessions) -> None:
    rows = "| 10:00 | Hinges | Twill |\n| 11:00 | Nails | Dyes |\n"
    found = sessions(f"30 January 2026\n\n| Time | Forge | Loom |\n|---|---|---|\n{rows}", "crafts.md")
    assert [(each.title.value, each.room and each.room.value) for each in found] == [
        ("Hinges", "Forge"),
        ("Twill", "Loom"),
        ("Nails", "Forge"),
        ("Dyes", "Loom"),
    ]


def test_from_and_to_are_heads_of_times(sessions: Sessions) -> None:
    rows = "| 10:00 | 10:45 | Ideen |\n| 10:45 | 12:00 | Suppe |\n"
    found = sessions(f"21. Februar 2026\n\n| Ab | Bis | Was |\n|---|---|---|\n{rows}", "werkstatt.md")
    assert [(each.start.value, each.end.value, each.title.value) for each in found] == [
        (600, 645, "Ideen"),
        (645, 720, "Suppe"),
    ]


def test_one_head_of_a_room_among_unknown_ones_makes_no_grid(sessions: Sessions) -> None:
    head = "| Hour | Bit | By whom | Which room |\n|---|---|---|---|\n"
    rows = (
        "| 9:00 | Tea | | Kitchen |\n| 10:00 | Who we are | Ida Holm | Upper Room |\n"
        "| 11:00 | Lifting | Mo Farrell | Gym |\n"
    )
    found = sessions(f"14 March 2026\n\n{head}{rows}", "induction.md")
    assert [(each.title.value, each.room and each.room.value, len(each.people)) for each in found] == [
        ("Tea", "Kitchen", 0),
        ("Who we are", "Upper Room", 1),
        ("Lifting", "Gym", 1),
    ]


def test_in_a_column_of_people_those_behind_the_one_who_leads_have_the_usual_role(sessions: Sessions) -> None:
    rows = (
        "| 9:00 | Floods | Chair: Ida Holm; Eero Mäkinen, Ben Ari |\n"
        "| 10:00 | Silt | Chairs: Ida Holm; Eero Mäkinen |\n| 11:00 | Fire | Anna |\n"
    )
    found = sessions(f"14 March 2026\n\n| Time | Title | Speakers |\n|---|---|---|\n{rows}", "deltas.md")
    assert [[(one.role, one.name) for one in each.people] for each in found] == [
        [("chair", "Ida Holm"), ("speaker", "Eero Mäkinen"), ("speaker", "Ben Ari")],
        [("chair", "Ida Holm"), ("chair", "Eero Mäkinen")],
        [("speaker", "Anna")],
    ]


@pytest.mark.parametrize(
    ("head", "role", "is_doubted"),
    [
        ("Présidence du jury", "chair", False),
        ("Présidente de jury", "chair", False),
        ("Presidente del tribunal", "chair", False),
        ("Chair of the jury", "chair", False),
        ("Prüfer", "expert", False),
        ("Chair timekeeper", "chair", True),
        ("Mitglied der Jury", "speaker", True),
        ("Directrice de thèse", "speaker", True),
        ("Betreuung", "speaker", True),
        ("Tribunal", "speaker", True),
        ("Opponent", "speaker", True),
    ],
)
def test_heads_with_a_role_of_something(sessions: Sessions, head: str, role: str, *, is_doubted: bool) -> None:
    rows = "| 9:00 | Zoé Klein | Street signs | Pr Étienne Gasc |\n| 10:00 | Ida Holm | Concrete | Laure Tissot |\n"
    text = f"9 March 2026\n\n| Heure | Candidat | Sujet | {head} |\n|---|---|---|---|\n{rows}"
    found = [(one.name, one.role, bool(one.doubts)) for each in sessions(text, "x.md") for one in each.people]
    assert ("Pr Étienne Gasc", role, is_doubted) in found
    assert ("Laure Tissot", role, is_doubted) in found


def test_what_stands_in_a_column_without_a_head_is_doubted(shown: Callable[..., list[str]]) -> None:
    text = "<p>9 March 2026</p><table><tr><td>9:00</td><td>Tides</td><td>Reefs of old</td></tr></table>"
    doubt = "`Reefs of old` stands in a column beside it, and no head says what that holds"
    assert shown(text, "x.html") == [f"2026-03-09 09:00- Tides ~Reefs of old ?{doubt}"]


@pytest.mark.parametrize(
    ("rows", "read_as"),
    [
        (
            [
                "10:00 Bread without yeast | Kiln | Marguerite Obi",
                "12:00 Lunch | Nook |",
                "13:30 Corn, fried | Kiln | Host: Jun Takahashi",
            ],
            [
                ("Bread without yeast", "", ["Marguerite Obi"]),
                ("Lunch", "", []),
                ("Corn, fried", "", ["Jun Takahashi"]),
            ],
        ),
        (
            ["10:00 Bread without yeast | Room 1", "12:00 Lunch | Garden Tent", "13:30 Corn, fried | Room 1"],
            [("Bread without yeast", "Room 1", []), ("Lunch", "Garden Tent", []), ("Corn, fried", "Room 1", [])],
        ),
        (
            [
                "10:00 Part 1 | Bread without yeast | Mo Obi",
                "12:00 Part 2 | Lunch for all | ",
                "13:30 Part 3 | Corn, fried | Jun Takahashi",
            ],
            [
                ("Bread without yeast", "", ["Mo Obi"]),
                ("Lunch for all", "", []),
                ("Corn, fried", "", ["Jun Takahashi"]),
            ],
        ),
    ],
)
def test_titles_may_stand_behind_the_times_of_rows(
    sessions: Sessions, rows: list[str], read_as: list[tuple[str, str, list[str]]]
) -> None:
    found = sessions("\n".join(("30 January 2026", "", *rows)), "forum.txt")
    told = [
        (each.title.value, each.room.value if each.room else "", [one.name for one in each.people]) for each in found
    ]
    assert told == read_as
    assert all(each.title.doubts for each in found if any(line.text == "Kiln" for line in each.notes))
