"""Ways of saying things that documents have beside the usual ones: parts and leaders, heads, rooms, guests, years."""

import pytest
from tests.formats.documents.conftest import Sessions, Shown, shown_session
from tests.formats.documents.test_document_pdf import pdf

from agendacli.formats.documents.readers.any import read_document
from agendacli.formats.documents.values.sessions import sessions_of
from agendacli.formats.documents.values.told import Asked

DAY = "Monday, 9 March 2026\n\n"


def without_doubts(shown: list[str]) -> list[str]:
    return [each.partition(" ?")[0].removeprefix("2026-03-09 ") for each in shown]


def test_who_leads_a_part_may_stand_in_the_column_of_people_beside_its_heading(sessions: Sessions) -> None:
    rows = (
        "| Time | Talk | Who |\n|---|---|---|\n| 9:00 | Coffee | |\n| | Session I: Water | Chair: Ida Holm |\n"
        "| 9:30 | Sand | Nora Weiss |\n| | Session II: Floods | Chair: Paul Kern |\n| 10:00 | Eels | Ben Osei |\n"
    )
    found = sessions(f"{DAY}{rows}", "x.md")
    assert [[f"{each.name} {each.role}" for each in one.people] for one in found] == [
        [],
        ["Nora Weiss speaker", "Ida Holm chair"],
        ["Ben Osei speaker", "Paul Kern chair"],
    ]


def test_tours_have_a_title_and_a_meeting_point(shown: Shown) -> None:
    rows = (
        "| Tour | Times | Meeting point |\n|---|---|---|\n| Rooms | 11:00–11:45 | Bus stop |\n"
        "| Labs | 12:15–12:45 | S0.12 |\n"
    )
    assert without_doubts(shown(f"{DAY}{rows}", "x.md")) == ["11:00-11:45 Rooms @Bus stop", "12:15-12:45 Labs @S0.12"]


def test_a_room_may_stand_with_few_of_the_times(shown: Shown) -> None:
    text = (
        f"{DAY}08:15 to 09:00\nBriefing for delegates\n\n13:15 to 14:30\nNobody's water\n\n"
        "13:15 to 14:30, Committee Room 5\nFinancing basins\n\n18:15 to 19:30\nReception\n"
    )
    assert without_doubts(shown(text)) == [
        "08:15-09:00 Briefing for delegates",
        "13:15-14:30 Nobody's water",
        "13:15-14:30 Financing basins @Committee Room 5",
        "18:15-19:30 Reception",
    ]


def test_a_word_for_noon_in_a_cell_of_a_grid_is_of_the_title(sessions: Sessions) -> None:
    rows = (
        "| | Monday, 9 March 2026 | Tuesday, 10 March 2026 |\n|---|---|---|\n| 7:30 PM | Hut | Rack |\n"
        "| 10:00 PM | Party | Midnight Trams |\n"
    )
    assert [(each.start.value, each.title.value) for each in sessions(rows, "x.md")][-1] == (22 * 60, "Midnight Trams")


def test_four_digits_alone_begin_a_row_of_a_pdf_where_others_are_written_so() -> None:
    page = (
        (50, 50, "Saturday 7 November 2026"),
        (50, 80, "0945 - 1000"), (160, 80, "Welcome"), (300, 80, "Ballroom"),
        (50, 100, "1000 - 1045"), (160, 100, "Skiffs"), (300, 100, "Ballroom"),
        (50, 120, "1045 - 1130"), (160, 120, "Cold water"), (300, 120, "Pier Suite"),
        (50, 140, "1930"), (160, 140, "Dinner"), (300, 140, "Ballroom"),
    )  # fmt: skip
    found, _ = sessions_of(read_document(pdf(page), "x.pdf"), Asked())
    assert shown_session(found[-1]).partition(" ?")[0] == "2026-11-07 19:30- Dinner @Ballroom"


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("10:00 Mend it? — chair: Ida Holm (Room 2)", "Mend it? @Room 2 +Ida Holm (chair)"),
        (
            "10:00 Talks — host: Ida Holm, guests: Paul Kern, Nora Weiss (Room 2)",
            "Talks @Room 2 +Ida Holm (host) +Paul Kern (speaker) +Nora Weiss (speaker)",
        ),
        ("10:00 Wahlen\nWahlleitung: Ida Holm", "Wahlen +Ida Holm (chair)"),
        ("10:00 What it says\nSpeaker: Ida Holm from the office", "What it says +Ida Holm, the office (speaker)"),
        ("10:00 Clausura. D.ª Pilar Ruiz, directora.", "Clausura +D.ª Pilar Ruiz, directora (speaker)"),
        ("10:00 Quiz, The Dog & Partridge\n11:00 Talk, Main Hall\n12:00 Vote, Main Hall", "Quiz @The Dog & Partridge"),
    ],
)  # fmt: skip
def test_other_ways_of_saying_who_and_where(line: str, read: str, shown: Shown) -> None:
    assert without_doubts(shown(f"{DAY}{line}\n"))[0].partition(" ")[2] == read


def test_elements_that_a_style_sets_on_lines_of_their_own_are_apart(shown: Shown) -> None:
    text = (
        "<p>Monday, 9 March 2026</p><table><tr><th>9:00</th><td>Nobody noticed<span class=who>Ida Holm</span></td></tr>"
        "<tr><th>10:00</th><td>First pipeline<span class=who>Host: Nora Weiss</span></td></tr></table>"
    )
    assert without_doubts(shown(text, "x.html")) == [
        "09:00- Nobody noticed +Ida Holm (speaker)",
        "10:00- First pipeline +Nora Weiss (host)",
    ]


def test_the_room_of_all_ends_before_a_small_word(sessions: Sessions) -> None:
    text = "La jornada será el jueves 23 de abril de 2026 en el Salón de Actos del hospital (planta 0).\n\n9:00 Tides\n"
    assert [each.room.value for each in sessions(text) if each.room] == ["Salón de Actos"]


@pytest.mark.parametrize(
    ("below", "people"),
    [
        ("Panellists: Kasimir Lund, Paul Kern. 50 minutes", ["Kasimir Lund", "Paul Kern"]),
        ("Panellists: Nora Weiss,\nPaul Kern, Mr Ben Osei. 50 minutes", ["Nora Weiss", "Paul Kern", "Mr Ben Osei"]),
        (
            "Panellists: Nora Weiss\n(Coast Office), Dr. Paul Kern and Ben Osei. (50 min)",
            ["Nora Weiss", "Dr. Paul Kern", "Ben Osei"],
        ),
    ],
)  # fmt: skip
def test_a_length_behind_a_list_of_people_is_that_of_the_session(
    below: str, people: list[str], sessions: Sessions
) -> None:
    (found,) = sessions(f"{DAY}10:00 Panel: Noise\nModerator: Ida Holm\n{below}\n")
    assert (found.end.value, [each.name for each in found.people]) == (650, ["Ida Holm", *people])


def test_lengths_of_several_items_are_not_that_of_the_session(sessions: Sessions) -> None:
    (found,) = sessions(f"{DAY}10:00 Talks\nOld maps by Ida Holm. 20 minutes\nNew maps by Paul Kern. 30 minutes\n")
    assert found.end.value is None


def test_a_title_keeps_the_sign_of_its_question(shown: Shown) -> None:
    text = f"{DAY}10:00 Can it be planned? Moderator: Ida Holm. Panellists: Kasimir Lund, Paul Kern\n"
    assert without_doubts(shown(text))[0].startswith("10:00- Can it be planned? +Ida Holm")


@pytest.mark.parametrize(
    "said",
    [
        "Thursday 5 March 2026, The Old Observatory, Hartsdale. One track, one room (the Dome), 140 chairs.",
        "Alles in einem Raum: Dome, Etage 2.",
        "Tout se passe dans une seule salle (le Dome).",
    ],
)
def test_the_only_room_is_that_of_all(said: str, sessions: Sessions) -> None:
    found = sessions(f"# Days\n\n{said}\n\n## Thursday 5 March 2026\n\n- 9:00 Tides\n- 10:00 Gauges\n", "x.md")
    assert [each.room.value if each.room else None for each in found] == ["Dome", "Dome"]


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("Talk, 9.30 am: Twelve winters", "09:30- Twelve winters"),
        ("Vortrag 2, 9.30-10.00 Uhr: Zwölf Winter", "09:30-10:00 Zwölf Winter"),
        ("9.30 am Tides. Canteen, till 10", "09:30-10:00 Tides @Canteen"),
        ("9.30 am Tides. Until 10.15 am.", "09:30-10:15 Tides"),
        ("9.30 am Tides, until 9 am", "09:30- Tides, until 9 am"),
        ("9.30 am Silver band, conductor Ida Holm", "09:30- Silver band +Ida Holm, conductor (speaker)"),
        ("9.30 am Tides, Galerie du Pont\nlectrice : Ida Holm", "09:30- Tides @Galerie du Pont +Ida Holm (speaker)"),
        ("9.30 am Vote\nVors.: Ida Holm", "09:30- Vote +Ida Holm (chair)"),
        ("9.30 am Tides, led by Ida\nHolm (Room 2)", "09:30- Tides @Room 2 +Ida Holm (speaker)"),
    ],
)
def test_more_ways_of_saying_when_and_who(line: str, read: str, shown: Shown) -> None:
    assert without_doubts(shown(f"{DAY}{line}\n"))[0].partition(" ~")[0] == read


def test_times_of_trains_that_a_sentence_lists_are_no_sessions(sessions: Sessions) -> None:
    text = (
        f"{DAY}9:00 Tides\n10:00 Gauges\n\nTrains for London leave at 17.12,\n17.42 and 18.12. The hall has no lift.\n"
    )
    assert [each.title.value for each in sessions(text)] == ["Tides", "Gauges"]


@pytest.mark.parametrize("said", ["Jede und jeder Geladene hat fünf Minuten.", "Each witness has 5 minutes."])
def test_how_long_somebody_may_speak_is_no_length_of_a_session(said: str, sessions: Sessions) -> None:
    assert [each.end.value for each in sessions(f"{said}\n\n{DAY}9:00 Tides\n10:00 Gauges\n")] == [None, None]


def test_a_room_below_people_in_a_cell_of_a_pdf_is_no_part_of_a_name() -> None:
    page = (
        (50, 50, "Monday, 9 March 2026"),
        *((x, 80, text) for x, text in ((50, "9:00-10:00"), (150, "Pricing Clinic"))),
        (150, 92, "Coach: Ida Holm"), (150, 104, "Cedar Room"),
    )  # fmt: skip
    data = pdf(page, boxes=((45, 70, 95, 40), (140, 70, 85, 40)))
    found, _ = sessions_of(read_document(data, "x.pdf"), Asked())
    assert [shown_session(each).partition(" ?")[0] for each in found] == [
        "2026-03-09 09:00-10:00 Pricing Clinic @Cedar Room +Ida Holm (speaker)"
    ]


def test_rows_without_a_time_are_beside_the_one_above_if_they_have_a_title_and_a_room(shown: Shown) -> None:
    rows = (
        "TIME         ITEM                              WHERE\n9.45-10.00   Opening                           Hall\n"
        "11.45-12.45  Workshops (please choose one):\n             1 Damp meters                     Library\n"
        "             Leader: Ida Holm\n             2 Tribunals                       Great Room\n"
        "             Leader: Nora Weiss\n12.45-14.00  Lunch                             Hall\n"
    )
    assert without_doubts(shown(f"{DAY}{rows}")) == [
        "09:45-10:00 Opening @Hall",
        "11:45-12:45 Workshops (please choose one):",
        "11:45-12:45 1 Damp meters @Library +Ida Holm (speaker)",
        "11:45-12:45 2 Tribunals @Great Room +Nora Weiss (speaker)",
        "12:45-14:00 Lunch @Hall",
    ]


def test_what_goes_over_all_columns_may_have_a_room_that_a_sentence_says(sessions: Sessions) -> None:
    text = (
        "<p>Saturday, 5 September 2026</p><table><tr><th></th><th>Sports Hall</th><th>Classroom 4</th></tr>"
        "<tr><td>9:15 – 10:00</td><td colspan=2>Coaching</td></tr>"
        "<tr><td>10:15 – 11:15</td><td>Defence</td><td>Money</td></tr>"
        "<tr><td>11:15 – 11:45</td><td colspan=2>Coffee</td></tr></table>"
        "<p>Sessions across the full width are for everybody and take place in the Conference Suite.</p>"
    )
    rooms = [each.room.value if each.room else None for each in sessions(text, "x.html")]
    assert rooms == ["Conference Suite", "Sports Hall", "Classroom 4", "Conference Suite"]


@pytest.mark.parametrize(
    ("below", "name"),
    [("with Zurvano Rathbone (County adviser). Cedar Hut.", "Zurvano Rathbone"), ("with warm socks.", None)],
)
def test_who_stands_behind_with_below_a_title_is_read_by_the_form_of_the_name(
    below: str, name: str | None, sessions: Sessions
) -> None:
    (found,) = sessions(f"{DAY}9:00 Safeguarding refresher\n{below}\n")
    assert [(each.name, bool(each.doubts)) for each in found.people] == ([(name, True)] if name else [])
