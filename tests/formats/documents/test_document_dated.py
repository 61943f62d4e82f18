"""Lists of dates with their hours, cards with a title above or below, hours and rooms that are said once for all."""

from collections.abc import Callable

import pytest

from agendacli.formats.documents.door import read_draft
from agendacli.formats.documents.readers.any import read_document
from agendacli.formats.documents.values.sessions import sessions_of
from agendacli.formats.documents.values.told import WHOLE_PART, Asked, ToldSession
from agendacli.formats.draft import Draft, DraftAsked
from agendacli.formats.given import Given

Sessions = Callable[..., tuple[ToldSession, ...]]
Shown = Callable[..., list[str]]


def clock(minutes: int | None) -> str:
    return "?" if minutes is None else f"{minutes // 60:02}:{minutes % 60:02}"


def said(found: tuple[ToldSession, ...]) -> list[str]:
    return [f"{each.day.value} {clock(each.start.value)}-{clock(each.end.value)} {each.title.value}" for each in found]


def rooms(found: tuple[ToldSession, ...]) -> list[str | None]:
    return [each.room.value if each.room else None for each in found]


def test_a_line_begins_with_its_day_and_hours(sessions: Sessions) -> None:
    text = "Winter 2026\n- Mon 9 March 2026, 19:00: Ferns (Main Hall)\n- Tue 10 March 2026, 18:00-19:30: Mosses\n"
    assert said(sessions(text)) == ["2026-03-09 19:00-? Ferns", "2026-03-10 18:00-19:30 Mosses"]


def test_cards_have_their_title_above(sessions: Sessions) -> None:
    text = (
        "<h1>Spring talks</h1><h3>Ferns</h3><p>📅 Monday 9 March 2026, 13:00–14:00</p><p>📍 Zoom</p>"
        "<h3>Mosses</h3><p>📅 Tuesday 10 March 2026, 13:00–14:30</p><p>🎤 Dr. Ida Holm</p>"
    )
    found = sessions(text, "page.html")
    assert said(found) == ["2026-03-09 13:00-14:00 Ferns", "2026-03-10 13:00-14:30 Mosses"]
    assert rooms(found) == ["Zoom", None]
    assert [each.name for each in found[1].people] == ["Dr. Ida Holm"]


def test_a_pin_may_stand_before_brackets(sessions: Sessions) -> None:
    text = "<h1>Spring talks</h1><p>Monday 9 March 2026</p><p>13:00 Ferns</p><p>📍 (Gate by the pond)</p>"
    assert rooms(sessions(text, "page.html")) == ["Gate by the pond"]


def test_cards_of_a_text_have_their_title_below(sessions: Sessions) -> None:
    text = "1) Mon 9 March 2026, 16:00 CET (15:00 London)\nFerns\n\n2) Tue 10 March 2026, 16:00 CET\nMosses\n"
    assert said(sessions(text)) == ["2026-03-09 16:00-? Ferns", "2026-03-10 16:00-? Mosses"]


def test_hours_of_a_day_above_those_of_its_parts_are_no_session(sessions: Sessions) -> None:
    text = "Mon 9 March 2026, 9:00-17:00\n9:00 Opening\n10:00 Ferns\n\nTue 10 March 2026, 9:00-12:00\n9:30 Mosses\n"
    assert said(sessions(text)) == [
        "2026-03-09 09:00-? Opening",
        "2026-03-09 10:00-? Ferns",
        "2026-03-10 09:30-? Mosses",
    ]


def test_hours_said_once_for_all_dates_are_doubted(sessions: Sessions) -> None:
    text = (
        "All lectures begin at 5.15 p.m. and end at 6.45 p.m.\nMon 9 March 2026  Ferns\nMon 16 March 2026  Mosses\n"
        "Mon 23 March 2026  NO LECTURE\nMon 30 March 2026  7.30 p.m. Candles\nMon 6 April 2026  Palms\n"
    )
    found = sessions(text)
    assert said(found) == [
        "2026-03-09 17:15-18:45 Ferns",
        "2026-03-16 17:15-18:45 Mosses",
        "2026-03-30 19:30-? Candles",
        "2026-04-06 17:15-18:45 Palms",
    ]
    assert [bool(each.title.doubts) for each in found] == [True, True, False, True]


@pytest.mark.parametrize(
    ("head", "room"),
    [
        ("Monday 9 March 2026, 9 a.m., Committee Room 2, Town Hall, 16 High Street", "Committee Room 2, Town Hall"),
        ("Lundi 9 mars 2026 — Maison du lac, salle 9 (1er étage), 14, rue des Trois-Maures", "salle 9"),
        ("Montag, 9. März 2026\nGroßer Saal (Eingang über den Hof, Tor 14)", "Großer Saal"),
        ("Everything takes place in Pavilion C unless another place is given.\nMonday 9 March 2026", "Pavilion C"),
        ("Spring lectures in the Orangery, 2026\nMonday 9 March 2026", "Orangery"),
        ("Monday 9 March 2026, Lake House", None),
    ],
)
def test_a_room_said_once_holds_for_all_but_what_is_elsewhere(sessions: Sessions, head: str, room: str | None) -> None:
    found = sessions(f"{head}\n\n9:00 Opening\n10:30 Coffee\n11:00 Ferns (Room 5)\n12:00 Excursion\n")
    assert rooms(found) == [room, room, "Room 5", None]
    assert all(each.room.doubts == (WHOLE_PART,) for each in found[:2] if each.room)


def test_a_room_said_once_has_one_doubt_a_day_in_the_draft() -> None:
    text = "Monday 9 March 2026, Main Hall\n9:00 Opening\n10:00 Ferns\nTuesday 10 March 2026, Main Hall\n9:00 Mosses\n"
    draft = read_draft(Given(text.encode(), "letter.txt"), DraftAsked(), "x.yaml")
    assert isinstance(draft, Draft)
    assert [each.session for each in draft.doubts if each.reason == WHOLE_PART] == ["opening", "mosses"]


def test_a_place_before_a_colon_is_the_room(sessions: Sessions) -> None:
    found = sessions("9. März 2026\n19.30 Uhr, Seebühne: Eröffnung\n22 Uhr, Rathaus, Saal 3: Gespräch\n")
    assert [(each.title.value, room) for each, room in zip(found, rooms(found), strict=True)] == [
        ("Eröffnung", "Seebühne"),
        ("Gespräch", "Rathaus, Saal 3"),
    ]


@pytest.mark.parametrize("kind", ["Teatro", "Théâtre", "Theatre", "Kino", "Cine", "Cinéma", "Concert"])
def test_a_kind_of_event_before_a_colon_is_a_part_of_the_title(sessions: Sessions, kind: str) -> None:
    found = sessions(f"9 March 2026\n19:30 {kind}: Luna\n")
    assert [(each.title.value, each.room) for each in found] == [(f"{kind}: Luna", None)]


def test_a_room_over_several_rows_is_that_of_each(sessions: Sessions) -> None:
    rows = (
        "<tr><th>Time</th><th>Title</th><th>Room</th></tr>"
        "<tr><td>9:00</td><td>Ferns</td><td rowspan=2>Room 5</td></tr><tr><td>10:00</td><td>Mosses</td></tr>"
        "<tr><td colspan=3>Break, 11.00–11.30</td></tr><tr><td>11:30</td><td>Palms</td><td>Room 6</td></tr>"
    )
    found = sessions(f"<p>9 March 2026</p><table>{rows}</table>", "page.html")
    assert [each.split(" ", 1)[1] for each in said(found)] == [
        "09:00-? Ferns",
        "10:00-? Mosses",
        "11:00-11:30 Break",
        "11:30-? Palms",
    ]
    assert rooms(found) == ["Room 5", "Room 5", None, "Room 6"]


def test_a_column_of_minutes_gives_ends(sessions: Sessions) -> None:
    rows = (
        "<tr><th>Starts</th><th>Subject</th><th>Minutes</th></tr>"
        "<tr><td>18:30</td><td>Apologies</td><td>5</td></tr><tr><td>18:35</td><td>Minutes of May</td><td>25</td></tr>"
    )
    assert said(sessions(f"<p>9 March 2026</p><table>{rows}</table>", "page.html")) == [
        "2026-03-09 18:30-18:35 Apologies",
        "2026-03-09 18:35-19:00 Minutes of May",
    ]


def test_the_year_of_a_mail_is_that_of_its_days() -> None:
    mail = b"From: a@b.example\nDate: Mon, 11 Jan 2027 16:05:12 +0100\nSubject: Talks\n\nTue 19 January\n16:00 Ferns\n"
    found, _ = sessions_of(read_document(mail, "letter.eml"), Asked())
    assert said(found) == ["2027-01-19 16:00-? Ferns"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Screenings start at 20:15 in the Potting Shed.",
        "We meet on Thursdays at 20:15 in the Potting Shed.",
        "Les projections ont lieu le jeudi à 20h15 au Foyer des Jeunes.",
        "Los jueves a las 20:15 en el Salón de Grados.",
    ],
)
def test_hours_that_a_sentence_says_of_dates_without_any(sessions: Sessions, sentence: str) -> None:
    dates = "7 January 2027 South wind\n21 January 2027 Glass\n4 February 2027 Old roses\n"
    assert [each.start.value for each in sessions(f"{sentence}\n\n{dates}")] == [1215] * 3


def test_meetings_at_a_time_are_all_at_it_but_for_those_with_a_time_of_their_own(shown: Shown) -> None:
    dates = "10 September   Lighthouses\n8 October      Supper, 7 p.m.\n12 November    Felting\n"
    read = shown(f"AUTUMN 2026\nMeetings at 7.30 p.m.\n\n{dates}")
    assert [each.split(" ?")[0] for each in read] == [
        "2026-09-10 19:30- Lighthouses",
        "2026-10-08 19:00- Supper",
        "2026-11-12 19:30- Felting",
    ]


def card(when: str, title: str, *, above: bool = False) -> str:
    parts = (f"<h3>{title}</h3>", f"<p>{when}</p>") if above else (f"<p>{when}</p>", f"<h3>{title}</h3>")
    return "".join(parts) + "<p>Ein Abend ohne Bilder und mit viel Musik.</p>"


@pytest.mark.parametrize("above", [True, False])
def test_what_stands_behind_the_hours_of_cards_with_headings_is_the_place(shown: Shown, *, above: bool) -> None:
    cards = (
        card("Sonntag, 7. Juni 2026, 11 Uhr · Betsaal", "Eröffnung", above=above),
        card("Dienstag, 9. Juni 2026, 19.30 Uhr · Alte Wache", "Das Haus am Deich", above=above),
        card("Freitag, 12. Juni 2026, 20 Uhr · Betsaal", "Lieder", above=above),
    )
    found = shown(f"<html><h1>Kulturtage</h1>{''.join(cards)}", "x.html")
    assert [each.partition(" ~")[0] for each in found] == [
        "2026-06-07 11:00- Eröffnung @Betsaal",
        "2026-06-09 19:30- Das Haus am Deich @Alte Wache",
        "2026-06-12 20:00- Lieder @Betsaal",
    ]


def test_a_heading_above_some_dates_is_no_title_of_theirs(shown: Shown) -> None:
    found = shown(
        "<html><h2>Lectures</h2><p>Sunday, 7 June 2026, 11:00 Tides</p><p>Monday, 8 June 2026, 11:00 Ferns</p>"
        "<h2>Concerts</h2><p>Friday, 12 June 2026, 20:00 Songs</p>",
        "x.html",
    )
    assert found == ["2026-06-07 11:00- Tides", "2026-06-08 11:00- Ferns", "2026-06-12 20:00- Songs"]


@pytest.mark.parametrize(
    ("below", "end"),
    [
        ("Puppets for under-fives. 40 minutes. £4.", "10:40"),
        ("Mit Ida Holm. Dauer 60 Minuten. Eintritt frei.", "11:00"),
        ("Durée : 1 h 10, sans entracte", "11:10"),
        ("Compagnie du Lavoir. Durée : 1h40. Dès 10 ans.", "11:40"),
        ("Wexbridge Players. £12. Runs until 11.15am with an interval.", "11:15"),
        ("Strenuous, 17 km, 880 m. Ferry extra.", ""),
        ("Introduction, 15 min; discussion, 30 min", ""),
        ("The 40 minutes that changed the town.", ""),
    ],
)
def test_a_length_among_what_stands_below_a_title_gives_the_end(shown: Shown, below: str, end: str) -> None:
    (found,) = shown(f"9 March 2026\n10am Tides\n{below}\n")
    assert found.startswith(f"2026-03-09 10:00-{end} Tides")


@pytest.mark.parametrize("period", ["Autumn 2026", "October", "Herbst 2026", "In October 2026"])
def test_a_month_or_a_season_above_a_date_is_no_title(shown: Shown, period: str) -> None:
    page = (
        f"<html><h2>{period}</h2><h3>Thursday 8 October 2026, 7.30 pm</h3><p>Sea-level change</p>"
        "<h3>Thursday 15 October 2026, 7.30 pm</h3><p>Volcanoes under the ice</p>"
    )
    assert shown(page, "x.html") == [
        "2026-10-08 19:30- Sea-level change",
        "2026-10-15 19:30- Volcanoes under the ice",
    ]


def test_titles_behind_hours_stay_titles_below_headings_of_months(shown: Shown) -> None:
    dates = (
        ("March", "Sat 7 March", "Clear-up"),
        ("April", "Sun 12 April", "Seed swap"),
        ("May", "Sat 16 May", "Sale"),
    )
    text = "".join(f"## {month}\n\n**{day} 2026, 2pm** – {title}\n\n" for month, day, title in dates)
    assert [each.split(maxsplit=2)[2] for each in shown(text, "x.md")] == ["Clear-up", "Seed swap", "Sale"]


def test_a_length_behind_the_hours_of_cards_gives_their_ends(shown: Shown) -> None:
    cards = (
        card("Sunday 1 March 2026, 2:00 pm (45 min) · Dome", "The autumn sky", above=True),
        card("Friday 6 March 2026, 7:30 pm (60 min) · Dome", "Black holes", above=True),
        card("Saturday 7 March 2026, 4:00 pm (90 min)", "How navigators read the sky", above=True),
    )
    found = shown(f"<html><h1>What is on</h1>{''.join(cards)}", "x.html")
    assert [each.partition(" ~")[0] for each in found] == [
        "2026-03-01 14:00-14:45 The autumn sky @Dome",
        "2026-03-06 19:30-20:30 Black holes @Dome",
        "2026-03-07 16:00-17:30 How navigators read the sky",
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ("3 March 2026: Roses, 7.30pm", "17 March 2026: Ferns, 8pm", "7 April 2026: Mosses, 7pm"),
        ("3. März 2026  Roses (19:30 Uhr)", "17. März 2026  Ferns (20 Uhr)", "7. April 2026  Mosses (19 Uhr)"),
        ("3 mars 2026 – Roses, 19h30", "17 mars 2026 – Ferns, 20h", "7 avril 2026 – Mosses, 19h"),
    ],
)
def test_dates_before_titles_and_hours_behind_them(shown: Shown, lines: tuple[str, ...]) -> None:
    assert shown("Garden club\n\n" + "\n\n".join(lines)) == [
        "2026-03-03 19:30- Roses",
        "2026-03-17 20:00- Ferns",
        "2026-04-07 19:00- Mosses",
    ]


def test_a_place_behind_the_hours_of_dates_is_their_room(shown: Shown) -> None:
    lines = ("3 March 2026: Roses, 7.30pm, Green Room", "4 March 2026: Ferns, 8pm", "5 March 2026: Sand, 8pm, Red Room")
    assert shown("Garden club\n\n" + "\n\n".join(lines)) == [
        "2026-03-03 19:30- Roses @Green Room",
        "2026-03-04 20:00- Ferns",
        "2026-03-05 20:00- Sand @Red Room",
    ]


def test_dates_by_which_something_is_due_are_no_list(sessions: Sessions) -> None:
    lines = ("3 March 2026: abstracts due by 7pm", "4 March 2026: fees due by 8pm", "5 March 2026: posters due by 8pm")
    assert sessions("Garden club\n\n" + "\n\n".join(lines)) == ()
