"""Tables with parallel sessions beside one time, on a clock of twelve hours without marks."""

from collections.abc import Callable

import pytest

from agendacli.formats.documents.values.told import ToldSession

DAYS = """<h1>Teaching Large Classes</h1><p>Makerere University, {when}</p>
<table><tr><td>{first}</td><td>{room}</td><td>{title}</td><td>{chair}</td></tr>
<tr><td>8.45–9.00</td><td>Main Hall</td><td>Anthem</td><td></td></tr>
<tr><td rowspan="2">10.45–12.30</td><td>Room 4</td><td>1A: Marking with peers</td><td>Dr. Hirut Tesfaye</td></tr>
<tr><td>Room 5</td><td>1B: Labs without benches</td><td>Ms. Zainab Sani</td></tr>
<tr><td>2.00–4.00</td><td>Main Hall</td><td>Exhibition</td><td></td></tr>
<tr><td>{second}</td><td>{room}</td><td>{title}</td><td>{chair}</td></tr>
<tr><td rowspan="2">9.00–10.30</td><td>Room 4</td><td>2A: Language</td><td>Dr. Jean Habimana</td></tr>
<tr><td>Room 5</td><td>2B: Forty theses</td><td>Prof. Beate Kühn</td></tr>
<tr><td>12.30</td><td>Guest House</td><td>Lunch</td><td></td></tr></table>"""


@pytest.mark.parametrize(
    ("when", "first", "second", "heads"),
    [
        ("21st & 22nd May 2026", "Thu 21 May", "Fri 22 May", ("Where", "Session", "Chair")),
        ("21–22 May 2026", "Thursday", "Friday", ("Room", "Title", "Chair")),
        ("21.–22. Mai 2026", "Do, 21.05.", "Fr, 22.05.", ("Ort", "Thema", "Leitung")),
        ("21 et 22 mai 2026", "Jeudi 21 mai", "Vendredi 22 mai", ("Salle", "Titre", "Présidence")),
        ("21 y 22 de mayo de 2026", "Jueves 21 de mayo", "Viernes 22 de mayo", ("Sala", "Título", "Modera")),
        ("21 & 22 May 2026", "Day 1", "Day 2", ("Venue", "Topic", "Moderator")),
    ],
)
def test_a_head_of_columns_may_begin_with_its_day(
    when: str, first: str, second: str, heads: tuple[str, str, str], shown: Callable[..., list[str]]
) -> None:
    room, title, chair = heads
    page = DAYS.format(when=when, first=first, second=second, room=room, title=title, chair=chair)
    assert [" ".join(each.split(" ?")[0].split(" +")[0].split()) for each in shown(page, "page.html")] == [
        "2026-05-21 08:45-09:00 Anthem @Main Hall",
        "2026-05-21 10:45-12:30 1A: Marking with peers @Room 4",
        "2026-05-21 10:45-12:30 1B: Labs without benches @Room 5",
        "2026-05-21 14:00-16:00 Exhibition @Main Hall",
        "2026-05-22 09:00-10:30 2A: Language @Room 4",
        "2026-05-22 09:00-10:30 2B: Forty theses @Room 5",
        "2026-05-22 12:30- Lunch @Guest House",
    ]


PARALLEL = """<h1>Large Classes, 21 May 2026</h1><table>
<tr><th>Time</th><th>Room</th><th>Session</th></tr>
{}</table>"""


@pytest.mark.parametrize(
    ("times", "expected"),
    [
        (
            "8.30-10.00 10.00-10.30 10.30-12.00 12.00-1.30 1.30-3.00 3.00-4.30",
            "08:30 10:00 10:30 10:30 12:00 13:30 13:30 15:00",
        ),
        ("9:00 10:30 11:00 12:30 2:00 5:00", "09:00 10:30 11:00 11:00 12:30 14:00 14:00 17:00"),
        ("9-10.30 10.30-11 11-1 1-2 2-3.30 3.30-4", "09:00 10:30 11:00 11:00 13:00 14:00 14:00 15:30"),
    ],
)
def test_twelve_hours_without_marks_go_on_after_parallel_rows(
    times: str, expected: str, sessions: Callable[..., tuple[ToldSession, ...]]
) -> None:
    first, second, third, fourth, fifth, sixth = times.split()
    rows = [
        f"<tr><td>{first}</td><td>Hall</td><td>Keynote</td></tr>",
        f"<tr><td>{second}</td><td>Foyer</td><td>Tea</td></tr>",
        f"<tr><td rowspan=2>{third}</td><td>Room 4</td><td>Marking</td></tr><tr><td>Room 5</td><td>Labs</td></tr>",
        f"<tr><td>{fourth}</td><td>Foyer</td><td>Lunch</td></tr>",
        f"<tr><td rowspan=2>{fifth}</td><td>Room 4</td><td>Phones</td></tr><tr><td>Room 5</td><td>Theses</td></tr>",
        f"<tr><td>{sixth}</td><td>Hall</td><td>Closing</td></tr>",
    ]
    read = sessions(PARALLEL.format("".join(rows)), "page.html")
    assert " ".join(f"{each.start.value // 60:02}:{each.start.value % 60:02}" for each in read) == expected
