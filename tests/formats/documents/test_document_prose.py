"""Programmes that are told in running text."""

from collections.abc import Callable

import pytest

from agendacli.formats.documents.slots.prose import prose_slots
from agendacli.formats.documents.tokens.spoken_hours import spoken_hours
from agendacli.formats.documents.values.told import ToldSession

Shown = Callable[..., list[str]]
Sessions = Callable[..., tuple[ToldSession, ...]]

SUMMER = """Dear all,

the summer gathering is near. On Friday 12 June 2026 we meet at quarter to six in the Old Barn
for a welcome drink. At 6.30pm Nora Field talks about bees and orchards. Dinner is at 8pm in the
Dining Room. Please book your meal by 5pm on Monday 1 June. The list closes by 5pm on Tuesday 2 June.

On Saturday 13 June 2026 we open with a walk led by Ben Archer at 9.30am. From 11.00 to 12.30 there will be
a workshop on hedges with Carla Dunn in the Studio. We break for lunch at half past twelve and resume at 2pm
with a debate chaired by Ida Holm. From 4pm we have a panel on rain, in Room 2, with Nora Field and Ben Archer.

Best wishes
Paul, at home from 7pm on 14 June
"""


def short(found: tuple[ToldSession, ...]) -> list[str]:
    """Each as day, start, title, room and people."""
    return [
        " ".join(
            (
                f"{each.day.value:%d} {each.start.value // 60:02}:{each.start.value % 60:02} {each.title.value}",
                *([f"@{each.room.value}"] if each.room else []),
                *(f"+{person.name} ({person.role})" for person in each.people),
            )
        )
        for each in found
    ]


def test_sentences_of_a_letter_in_english(sessions: Sessions) -> None:
    assert short(sessions(SUMMER)) == [
        "12 17:45 welcome drink @Old Barn",
        "12 18:30 bees and orchards +Nora Field (speaker)",
        "12 20:00 Dinner @Dining Room",
        "13 09:30 walk +Ben Archer (speaker)",
        "13 11:00 workshop on hedges @Studio +Carla Dunn (speaker)",
        "13 12:30 lunch",
        "13 14:00 debate +Ida Holm (chair)",
        "13 16:00 panel on rain @Room 2 +Nora Field (panellist) +Ben Archer (panellist)",
    ]


def test_each_session_of_running_text_is_doubted(sessions: Sessions) -> None:
    assert all("read from running text" in each.title.doubts for each in sessions(SUMMER))


def test_sentences_of_a_letter_in_german(sessions: Sessions) -> None:
    text = (
        "Liebe Mitglieder,\n\nam Samstag, 9. Mai 2026, beginnen wir um 9 Uhr mit einer Begrüßung durch Karin Wolf. "
        "Um 9.30 Uhr spricht Jonas Heller\nüber den Umbau der Halle. Von 10.30 bis 11 Uhr ist Kaffeepause. "
        "Um 11 Uhr folgt ein Workshop zur Jugendarbeit\nmit Petra Lang im Sitzungszimmer. "
        "Das Mittagessen beginnt um halb eins."
    )
    assert short(sessions(text)) == [
        "09 09:00 Begrüßung +Karin Wolf (speaker)",
        "09 09:30 Umbau der Halle +Jonas Heller (speaker)",
        "09 10:30 Kaffeepause",
        "09 11:00 Workshop zur Jugendarbeit @Sitzungszimmer +Petra Lang (speaker)",
        "09 12:30 Mittagessen",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "On Friday 12 June 2026 the bus leaves at 9am. It is back at 6pm.\n",
        "We meet at 9am. We eat at 12.30. We walk at 2pm. We part at 5pm.\nCome on 12 June 2026.\n",
    ],
)
def test_few_times_or_no_day_above_them_are_no_running_text(sessions: Sessions, text: str) -> None:
    assert len(sessions(text)) <= 1


def test_a_time_with_nothing_beside_it_is_no_session(sessions: Sessions) -> None:
    text = (
        "On Friday 12 June 2026 we start with tea at 9am. At 10am. From 11am we have a walk. "
        "At 1pm there is lunch. We finish with cake at 4pm.\n"
    )
    assert short(sessions(text)) == ["12 09:00 tea", "12 11:00 walk", "12 13:00 lunch", "12 16:00 cake"]


def test_long_sentences_and_no_lines_are_no_running_text(sessions: Sessions) -> None:
    text = "On Friday 12 June 2026 we start with tea" + " and cake" * 80 + " at 9am. "
    assert prose_slots([]) == []
    assert sessions(text * 5) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("at half past nine", [570]),
        ("at quarter to one", [765]),
        ("quarter past 8 pm and half past ten", [495, 630]),
        ("um viertel vor acht", [465]),
        ("at 10 o'clock and at two o’clock", [600, 120]),
        ("half past caring", []),
    ],
)
def test_times_in_words(text: str, expected: list[int]) -> None:
    assert [each.start.plain for each in spoken_hours(text)] == expected


GRID = "| Time | Ring 1 | Ring 2 |\n|---|---|---|\n| 9:00 | Dogs | |\n| 10:00 | Cats | Hens |\n| 11:30 | Pigs | |\n"


@pytest.mark.parametrize(
    "said",
    [
        "All times are approximate.",
        "No class is judged before the time stated.",
        "Alle Zeiten sind ungefähre Anfangszeiten.",
        "Les horaires sont indicatifs.",
        "Los horarios son orientativos.",
    ],
)
def test_a_grid_of_starts_has_no_ends_where_the_document_says_so(sessions: Sessions, said: str) -> None:
    found = sessions(f"# 12 June 2026\n\n{GRID}\n{said}\n", "show.md")
    assert [each.end.value for each in found] == [None] * 4
    assert not any(each.end.doubts for each in found)


def test_a_grid_of_starts_says_no_ends(sessions: Sessions) -> None:
    assert not any(each.end.value for each in sessions(f"# 12 June 2026\n\n{GRID}", "show.md"))


def drawn(*times: str, more: str = "") -> str:
    """A page with a grid, whose first cell goes over two rows."""
    heads = "<th></th><th>Room 1</th><th>Room 2</th>"
    cells = ("<td rowspan=2>Tides</td><td>Sand</td>", "<td>Wind</td>", "<td>Close</td><td>Songs</td>")
    rows = (heads, *(f"<td>{time}</td>{each}" for time, each in zip(times, cells, strict=True)))
    return f"<p>12 June 2026</p>{more}<table>{''.join(f'<tr>{each}</tr>' for each in rows)}</table>"


def test_a_grid_that_draws_how_long_something_lasts_has_ends(sessions: Sessions) -> None:
    found = sessions(drawn("9:00", "10:00", "11:30"), "show.html")
    ends = [("Tides", 690), ("Sand", 600), ("Wind", 690), ("Close", None), ("Songs", None)]
    assert [(each.title.value, each.end.value) for each in found] == ends


def test_such_a_grid_has_none_where_it_says_so_or_its_rows_are_out_of_order(sessions: Sessions) -> None:
    approximate = drawn("9:00", "10:00", "11:30", more="<p>All times are approximate.</p>")
    assert not any(each.end.value for each in sessions(approximate, "show.html"))
    assert not any(each.end.value for each in sessions(drawn("15:00", "14:00", "13:30"), "show.html"))


ALLOTMENT = """Hello everyone,

We start on Saturday 5 September 2026 at 9am in the potting shed with bacon rolls. At 10 o'clock Gwyn Harries
shows us how to graft apples, and from 11.30 to 12.30 there is the seed swap in the big tent. Lunch follows at 12.30.

On Sunday 6 September 2026 Fr. Cormac Daly leads a short service at 10am. The annual meeting is at 12 noon in the
village hall, chaired by Beryl Otway. At 2pm we meet in the hall.
"""


def test_rooms_in_small_letters_and_those_who_show_or_lead_are_read_in_running_text(sessions: Sessions) -> None:
    assert short(sessions(ALLOTMENT)) == [
        "05 09:00 bacon rolls @potting shed",
        "05 10:00 how to graft apples +Gwyn Harries (speaker)",
        "05 11:30 seed swap @big tent",
        "05 12:30 Lunch",
        "06 10:00 short service +Fr. Cormac Daly (speaker)",
        "06 12:00 annual meeting @village hall +Beryl Otway (chair)",
        "06 14:00 in the hall @hall",
    ]


def test_who_shows_something_stands_behind_the_verb_in_german(sessions: Sessions) -> None:
    found = sessions(
        "Am Freitag, 8. Mai 2026, treffen wir uns um 17 Uhr im Gasthaus Linde. Um 18:30 Uhr gibt es Abendessen, "
        "um 20 Uhr zeigt Heiner Brodersen seine Bilder aus Lappland. Um 22 Uhr ist Schluss.\n"
    )
    assert short(found) == [
        "08 17:00 im Gasthaus Linde",
        "08 18:30 Abendessen",
        "08 20:00 seine Bilder aus Lappland +Heiner Brodersen (speaker)",
        "08 22:00 Schluss",
    ]


def test_no_part_of_a_title_is_joined_to_another_around_a_time_or_a_room(shown: Shown) -> None:
    text = (
        "Liebe Leserinnen und Leser,\n\nwir laden herzlich ein.\n\nSamstag, 21. März 2026\n\n"
        "Frühstück um 8 Uhr im Refektorium. Von 9.30 bis 11 Uhr Gespräch über „Kaltes Licht“ im Kapitelsaal, "
        "Gesprächsleitung: Ida Holm.\n\nVon 12 bis 13 Uhr Rundgang im Kapitelsaal. Um 20 Uhr Feier im Kreuzkeller.\n"
    )
    assert [each.split(" ?")[0][11:] for each in shown(text)][:2] == [
        "08:00- Frühstück @Refektorium ~im Refektorium",
        "09:30-11:00 Gespräch über „Kaltes Licht“ @Kapitelsaal +Ida Holm (speaker)",
    ]
