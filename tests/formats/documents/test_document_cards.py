"""Cards on a page: a heading, below it the hours and the place; parts of a line that the page sets apart."""

from collections.abc import Callable

Shown = Callable[..., list[str]]


def test_a_heading_above_hours_and_place_is_the_title(shown: Shown) -> None:
    cards = (
        ("Kickoff", "8:30 a.m. – 9:00 a.m., Founders Quad"),
        ("What rivers remember", "4:00 p.m. – 5:15 p.m., Alder Hall 110"),
        ("Concert", "7:30 p.m., Kessler Auditorium"),
    )
    page = "".join(f"<h3>{title}</h3><p>{when}</p><p>All are welcome, and it is free.</p>" for title, when in cards)
    found = shown(f"<html><h2>Monday, September 14, 2026</h2>{page}", "x.html")
    assert [each.partition(" ~")[0] for each in found] == [
        "2026-09-14 08:30-09:00 Kickoff @Founders Quad",
        "2026-09-14 16:00-17:15 What rivers remember @Alder Hall 110",
        "2026-09-14 19:30- Concert @Kessler Auditorium",
    ]


def test_a_heading_above_hours_and_title_is_that_of_a_part(shown: Shown) -> None:
    parts = (("Part one", "9:00 Tides"), ("Part two", "10:00 Ferns"), ("Part three", "11:00 Songs"))
    page = "".join(f"<h3>{part}</h3><p>{said}</p>" for part, said in parts)
    assert [each[:22] for each in shown(f"<html><h2>Monday, 14 September 2026</h2>{page}", "x.html")] == [
        "2026-09-14 09:00- Tide",
        "2026-09-14 10:00- Fern",
        "2026-09-14 11:00- Song",
    ]


def test_a_room_that_the_page_sets_apart_behind_a_title_is_its_room(shown: Shown) -> None:
    items = (
        "<b>17.30 h</b><br>Entrega de carpetas. <i>Vestíbulo</i>",
        "<b>18.30 h</b><br>Conferencia: «Escribir lejos» <i>Auditorio</i>",
        "<b>20.30 h</b><br>Vino de honor. <i>Patio de los Naranjos</i>",
    )
    page = "".join(f"<li>{each}</li>" for each in items)
    assert shown(f"<html><p>Martes 6 de octubre de 2026</p><ul>{page}</ul>", "x.html") == [
        "2026-10-06 17:30- Entrega de carpetas @Vestíbulo",
        "2026-10-06 18:30- Conferencia: «Escribir lejos» @Auditorio",
        "2026-10-06 20:30- Vino de honor @Patio de los Naranjos",
    ]


def test_what_recurs_first_below_titles_may_be_a_room(shown: Shown) -> None:
    said = [("11:00", "Ceremony", "Town Common"), ("12:00", "Laying of wreaths", "Town Common")]
    said += [("13:00", "Barbecue", "Fire Station 1"), ("15:00", "Moment of silence", "Town Common")]
    rows = "".join(f"<tr><td>{time}</td><td>{title}<br>{place}</td></tr>" for time, title, place in said)
    assert shown(f"<html><p>Monday, 25 May 2026</p><table>{rows}</table>", "x.html") == [
        "2026-05-25 11:00- Ceremony @Town Common ?it stands where others have their room",
        "2026-05-25 12:00- Laying of wreaths @Town Common ?it stands where others have their room",
        "2026-05-25 13:00- Barbecue @Fire Station 1",
        "2026-05-25 15:00- Moment of silence @Town Common ?it stands where others have their room",
    ]
