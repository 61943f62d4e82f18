"""Documents as sessions: whole texts of each layout, and what is inferred with its doubt."""

from collections.abc import Callable
from datetime import date

import pytest

from agendacli.formats.documents.values.told import Asked, ToldSession

Sessions = Callable[..., tuple[ToldSession, ...]]


def clock(minutes: int | None) -> str:
    return "?" if minutes is None else f"{minutes // 60:02}:{minutes % 60:02}"


def said(found: tuple[ToldSession, ...]) -> list[str]:
    return [f"{each.day.value} {clock(each.start.value)}-{clock(each.end.value)} {each.title.value}" for each in found]


def doubts(session: ToldSession) -> list[str]:
    return [*session.day.doubts, *session.start.doubts, *session.end.doubts, *session.title.doubts]


def test_paragraphs(sessions: Sessions) -> None:
    text = "Monday, 9 March 2026\n10:00-10:30 Opening\nWords by the host.\n10:30 - 12:00\nTides\nChair: Ms. Ida Holm\n"
    found = sessions(text)
    assert said(found) == ["2026-03-09 10:00-10:30 Opening", "2026-03-09 10:30-12:00 Tides"]
    assert [(each.role, each.name) for each in found[1].people] == [("chair", "Ms. Ida Holm")]
    assert [each.text for each in found[0].notes] == ["Words by the host."]


def test_the_time_may_stand_behind_the_title(sessions: Sessions) -> None:
    text = "9 March 2026\nOpening (9:00-9:30)\nTides (9:30-10:30)\nLunch (10:30-11:30)\n"
    assert [each.split(" ", 1)[1] for each in said(sessions(text))] == [
        "09:00-09:30 Opening",
        "09:30-10:30 Tides",
        "10:30-11:30 Lunch",
    ]


def test_rows_without_a_time_belong_to_the_one_above(sessions: Sessions) -> None:
    found = sessions("9 March 2026\n10:00\tTides\n\tModerator: Mr. Paul Kern\n11:00\tLunch\n")
    assert [each.name for each in found[0].people] == ["Mr. Paul Kern"]
    assert doubts(found[0]) == ["rows without a time below it are taken as part of it"]


def test_the_half_of_the_day_follows_what_stands_before(sessions: Sessions) -> None:
    found = sessions("9 March 2026\n9:30-12:00 Talks\n1:00 Lunch\n2:30-5:00 More talks\n7:00 Dinner at the inn\n")
    assert [each.split(" ", 2)[1] for each in said(found)] == ["09:30-12:00", "13:00-?", "14:30-17:00", "19:00-?"]
    assert [bool(each.start.doubts) for each in found] == [False, True, True, True]


def test_no_time_is_turned_where_one_is_of_the_whole_day(sessions: Sessions) -> None:
    assert [clock(each.start.value) for each in sessions("9 March 2026\n9:00 Early\n14:00 Late\n7:00 Next\n")] == [
        "09:00",
        "14:00",
        "07:00",
    ]


def test_a_year_that_stands_elsewhere_is_a_doubt_unless_the_weekday_agrees(sessions: Sessions) -> None:
    head = "Spring School 2026\nWritten on 1 October 2026\n"
    assert sessions(f"{head}9 March\n10:00 Tea\n")[0].day.doubts
    assert not sessions(f"{head}Monday, 9 March\n10:00 Tea\n")[0].day.doubts


def test_days_that_are_counted(sessions: Sessions) -> None:
    found = sessions("Port Lindow, 9-10 March 2026\nDay 1\n10:00 Tea\nDay 2\n10:00 Talks\n")
    assert [each.day.value for each in found] == [date(2026, 3, 9), date(2026, 3, 10)]
    assert all(each.day.doubts for each in found)


def test_dates_in_numbers_are_read_the_way_they_lie_together(sessions: Sessions) -> None:
    found = sessions("8/1/2015\n10:00 Tea\n8/2/2015\n10:00 Talks\n")
    assert [each.day.value for each in found] == [date(2015, 8, 1), date(2015, 8, 2)]


def test_a_weekday_that_disagrees_is_a_doubt(sessions: Sessions) -> None:
    found = sessions("Tuesday, 9 March 2026\n10:00 Tea\n")
    assert found[0].day.doubts == ("`Tuesday, 9 March 2026` is printed, but that day is a Monday",)


@pytest.mark.parametrize(
    ("asked", "days"),
    [(Asked(), [None, None]), (Asked(first=date(2026, 3, 9)), [date(2026, 3, 9), date(2026, 3, 10)])],
)
def test_days_that_the_document_does_not_say(sessions: Sessions, asked: Asked, days: list[date | None]) -> None:
    found = sessions("MONDAY\n10:00 Tea\nTUESDAY\n10:00 Talks\n", asked=asked)
    assert [each.day.value for each in found] == days


def test_a_year_that_is_given(sessions: Sessions) -> None:
    assert said(sessions("9 March\n10:00 Tea\n", asked=Asked(2026))) == ["2026-03-09 10:00-? Tea"]


def test_hours_over_a_whole_day_frame_what_is_inside(sessions: Sessions) -> None:
    found = sessions("9 March 2026\n3:30 pm to 5:30 pm\n3:30-4:00 Tea\n4:00-5:30 Talks\n")
    assert said(found) == ["2026-03-09 15:30-16:00 Tea", "2026-03-09 16:00-17:30 Talks"]


def test_parallel_sessions_of_one_slot(sessions: Sessions) -> None:
    found = sessions("9 March 2026\n9:00-10:00 PAPER SESSIONS\nTides (Room 1)\nGauges (Room 2; chair: Ann Poe)\n")
    assert [(each.title.value, each.room and each.room.value) for each in found] == [
        ("Tides", "Room 1"),
        ("Gauges", "Room 2"),
    ]
    assert [each.name for each in found[1].people] == ["Ann Poe"]


def test_an_own_time_inside_the_slot(sessions: Sessions) -> None:
    found = sessions("9 March 2026\n13:00-15:00 Side event: Data Room M2, 13:15 to 14:45\n")
    assert said(found) == ["2026-03-09 13:15-14:45 Side event: Data"]
    assert [each.room and each.room.value for each in found] == ["Room M2"]


def test_grid_of_days(sessions: Sessions) -> None:
    page = (
        "<table><tr><th></th><th>Mon 9 March 2026</th><th>Tue 10 March 2026</th></tr>"
        "<tr><td>9:00-10:00</td><td rowspan=2>Boats</td><td>Nets</td></tr>"
        "<tr><td>10:00-11:00</td><td>Knots</td></tr></table>"
    )
    assert sorted(said(sessions(page, "x.html"))) == [
        "2026-03-09 09:00-11:00 Boats",
        "2026-03-10 09:00-10:00 Nets",
        "2026-03-10 10:00-11:00 Knots",
    ]


def test_grid_of_rooms(sessions: Sessions) -> None:
    page = (
        "<p>9 March 2026</p><table><tr><th>Time</th><th>Main Hall</th><th>Room A</th></tr>"
        "<tr><td>9:00</td><td colspan=2>Welcome</td></tr>"
        "<tr><td>9:30</td><td>Boats</td><td>Nets (9:45-10:00)</td></tr></table>"
    )
    found = sessions(page, "x.html")
    assert [(each.title.value, each.room and each.room.value) for each in found] == [
        ("Welcome", None),
        ("Boats", "Main Hall"),
        ("Nets", "Room A"),
    ]
    assert [clock(each.start.value) for each in found] == ["09:00", "09:30", "09:45"]


def test_a_time_may_stand_below_its_title_behind_a_word(sessions: Sessions) -> None:
    page = (
        "<p>Herbstschule 2026</p><h3>Noten lesen</h3><h4>Dozent: Paul Kern</h4>"
        "<h4>Zeit: Mo. (21. 9.), 9:00–12:30 Uhr</h4>"
        "<h4>Raum: F0.231</h4><p>Wie man liest.</p><h3>Noten schreiben</h3><h4>Zeit: Di. (22. 9.), 14:00 Uhr</h4>"
    )
    found = sessions(page, "x.html")
    assert said(found) == ["2026-09-21 09:00-12:30 Noten lesen", "2026-09-22 14:00-? Noten schreiben"]
    assert [(each.room and each.room.value, [person.name for person in each.people]) for each in found] == [
        ("F0.231", ["Paul Kern"]),
        (None, []),
    ]


def test_a_meeting_that_only_a_sentence_names(sessions: Sessions) -> None:
    text = "Dear all,\n\nThe spring meeting will be held on Saturday, 7 March 2026, at 9:30 a.m. in the hall.\n"
    found = sessions(text)
    assert said(found) == ["2026-03-07 09:30-? spring meeting"]
    assert "read from a sentence" in found[0].title.doubts


def test_the_day_of_a_letter_is_not_that_of_its_programme(sessions: Sessions) -> None:
    text = (
        "Paris, 2 October 2026\nDear Ms. Holm,\nthe meeting takes place on 4 November 2026.\n10:00 Tides\n11:00 Sand\n"
        "Kind regards,\nPaul Kern\nOffice: 8:00-12:00\n"
    )
    found = sessions(text)
    assert said(found) == ["2026-11-04 10:00-? Tides", "2026-11-04 11:00-? Sand"]
    assert [each.people for each in found] == [(), ()]


def test_a_heading_may_be_of_several_days(sessions: Sessions) -> None:
    found = sessions(
        "# Course\n## Monday 8 and Tuesday 9 June 2026\n- 9:00 Theory\n## 10 June 2026\n- 9:00 Test\n", "x.md"
    )
    assert said(found) == ["2026-06-08 09:00-? Theory", "2026-06-09 09:00-? Theory", "2026-06-10 09:00-? Test"]


def test_a_month_above_says_which_days_are_meant(sessions: Sessions) -> None:
    found = sessions("# Congress, July 2026\n## Friday 3rd\n- 9:00 Pairs\n## Saturday 4th\n- 9:00 Teams\n", "x.md")
    assert [str(each.day.value) for each in found] == ["2026-07-03", "2026-07-04"]
    assert [each.day.doubts for each in found] == [(), ()]


def test_a_heading_may_be_the_room_of_a_part(sessions: Sessions) -> None:
    text = "## 3 July 2026\n### Main Stage\n- 9:00 Song\n- 10:00 Break\n### Zeltbühne\n- 9:00 Tale\n"
    rooms = [each.room for each in sessions(text, "x.md")]
    assert [(each.value, each.doubts) for each in rooms if each] == [
        ("Main Stage", ()),
        ("Main Stage", ()),
        ("Zeltbühne", ()),
    ]


def test_times_below_a_heading_for_notes_are_no_sessions(sessions: Sessions) -> None:
    notes = "## Practical information\n### Bus\n- 8:00 Bus\n"
    text = f"# 3 July 2026\n## Morning\n- 9:00 Song\n{notes}## Evening\n- 19:00 Tale\n"
    assert [each.split(" ", 1)[1] for each in said(sessions(text, "x.md"))] == ["09:00-? Song", "19:00-? Tale"]


def test_the_end_may_stand_behind_the_title(sessions: Sessions) -> None:
    found = sessions("3 July 2026\n21:00 Choir\n23:15 Disco (until 2 a.m.)\n")
    assert said(found)[1] == "2026-07-03 23:15-26:00 Disco"
    assert found[1].end.doubts == ("read from the brackets behind the title",)


def test_hours_that_read_like_years_with_their_word(sessions: Sessions) -> None:
    found = sessions("3 July 2026\n1415–1600 hrs Visit\n1930–2200 hrs Dinner\n")
    assert [(each.start.value, each.end.value) for each in found] == [(855, 960), (1170, 1320)]


@pytest.mark.parametrize("to", ["-", " to ", " bis ", " à "])
def test_times_of_four_digits_beside_ranges_of_them(sessions: Sessions, to: str) -> None:
    rows = f"<tr><td>0830<td>Briefing<tr><td>0900{to}1000<td>Race<tr><td>1000{to}1100<td>Tea<tr><td>1530<td>Home"
    found = sessions(f"<p>3 July 2026</p><table>{rows}</table>", "x.html")
    assert [each.title.value for each in found] == ["Briefing", "Race", "Tea", "Home"]


def test_four_digits_are_times_where_several_lines_begin_so(sessions: Sessions) -> None:
    found = sessions("3 July 2026\n0830 Briefing\n1000 Race\n1830 Drinks\n2000 Dinner\n")
    assert [clock(each.start.value) for each in found] == ["08:30", "10:00", "18:30", "20:00"]


def test_a_sentence_says_the_room(sessions: Sessions) -> None:
    (found,) = sessions(
        "Einladung zur 14. Sitzung des Rates\nDie Sitzung findet am 15. Januar 2026 um 18.30 Uhr im Sitzungssaal des "
        "Rathauses statt.\n"
    )
    assert found.room is not None
    assert (found.title.value, found.room.value) == (
        "Einladung zur 14. Sitzung des Rates",
        "Sitzungssaal des Rathauses",
    )


def people(found: ToldSession) -> list[str]:
    return [f"{each.role} {each.name}{'?' * bool(each.doubts)}" for each in found.people]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10:00 Tides (examiners: Ida Holm and Paul Kern)", ["expert Ida Holm?", "expert Paul Kern?"]),
        ("10:00 Tides (Dr. Eva Huber, Raum 104)", ["speaker Dr. Eva Huber"]),
        ("10:00 Start by the co-chairs, Ms. Ida Holm, Mr. Jon Lie", ["co-chair Ms. Ida Holm", "co-chair Mr. Jon Lie"]),
        ("10:00 Tides for Mr. Paul Kern", ["speaker Mr. Paul Kern?"]),
        ("10:00 Panel | Ida Holm (Coast). Moderated by Anna Wolf", ["moderator Anna Wolf", "speaker Ida Holm"]),
        ("10:00 Tides\nRemarks by Ms. Ida Holm,\nand Mr. Jon Lie", ["speaker Ms. Ida Holm", "speaker Mr. Jon Lie"]),
        ("10:00 Tides, présidence de M. Olivier Brun", ["chair M. Olivier Brun"]),
        ("10:00 Tides\n- Report: Julian Cobos", ["speaker Julian Cobos?"]),
        ("10:00 Lunch\nSpeaker: Ida Holm", ["speaker Ida Holm?"]),
    ],
)  # fmt: skip
def test_people_and_their_roles(sessions: Sessions, text: str, expected: list[str]) -> None:
    assert people(sessions(f"3 July 2026\n{text}\n")[0]) == expected


def test_who_stands_first_is_no_title_where_others_name_people(sessions: Sessions) -> None:
    talks = "".join(f"{hour}:00\tTalk {hour}\tPaul Kern\n" for hour in range(9, 16))
    found = sessions(f"3 July 2026\nTime\tTitle\tSpeaker\n{talks}16:00\tZoltan Vrbin\nOn sand\n17:00\tSand\t\n")
    assert found[-1].title.doubts == ("most others name people",)


def test_who_leads_a_part_leads_its_talks(sessions: Sessions) -> None:
    text = "# 3 July 2026\n### Session 1 (Chair: Ida Holm)\n- 9:00 Tides\n- 10:00 Coffee\n### Demos\n- 11:00 Sand\n"
    assert [people(each) for each in sessions(text, "x.md")] == [["chair Ida Holm?"], [], []]


def test_who_leads_a_part_of_the_day_has_a_doubt(sessions: Sessions) -> None:
    found = sessions("3 juillet 2026\nMatinée – présidence : Anne Lacroix\n9h00 Marées\n")
    assert people(found[0]) == ["chair Anne Lacroix?"]


def test_the_small_hours_behind_an_evening_are_of_the_next_day(sessions: Sessions) -> None:
    found = sessions("3 July 2026\n21:45 Dancing\n00:30 Carriages\n01:00 Breakfast\n")
    assert [str(each.day.value) for each in found] == ["2026-07-03", "2026-07-04", "2026-07-04"]
    assert found[1].day.doubts == ("after midnight, and so on the day after that above",)


def test_the_sentences_behind_a_title_are_read_by_themselves(sessions: Sessions) -> None:
    found = sessions("3 July 2026\n10:00 Kite workshop. Place: River Green. Bring paper.\n11:00 Fund. Laboral\n")
    assert [each.title.value for each in found] == ["Kite workshop", "Fund. Laboral"]


def test_a_room_at_the_left_of_a_gap(sessions: Sessions) -> None:
    (found,) = sessions("3 July 2026\n10 a.m.-1 p.m.     Tides\nConference Room 7     Organized by the harbour\n")
    assert found.room is not None
    assert (found.title.value, found.room.value) == ("Tides", "Conference Room 7")


def test_headers_that_name_people_head_no_grid(sessions: Sessions) -> None:
    page = "<table><tr><th>Zeit</th><th>Unbekanntes</th><th>Referent*in</th></tr>"
    (found,) = sessions(
        f"<p>3. Juli 2026</p>{page}<tr><td>9.30 Uhr</td><td>Gezeiten</td><td>Ida Holm</td></tr></table>", "x.html"
    )
    assert (found.title.value, people(found)) == ("Gezeiten", ["speaker Ida Holm"])


def test_a_line_says_the_role_of_those_below(sessions: Sessions) -> None:
    found = sessions("3 July 2026\n10:00 Opening\nWelcoming remarks by the co-facilitators\n- Ms. Ida Holm, Envoy\n")
    assert people(found[0]) == ["co-facilitator Ms. Ida Holm"]


def test_a_part_may_stand_in_a_position(sessions: Sessions) -> None:
    text = "3 July 2026\n10:00 Tides\n- Ms. Ida Holm, Coast Office, thematic expert provides a summary\n"
    assert people(sessions(text)[0]) == ["thematic expert Ms. Ida Holm"]


@pytest.mark.parametrize(
    ("title", "room"),
    [
        ("Gala im Bürgersaal mit Musik", "Bürgersaal?"),
        ("Concert in the village church", "village church?"),
        ("Sesión, en el Salón de Plenos", "Salón de Plenos?"),
        ("Games (bad weather: in the barn)", None),
        ("Tides, Main Hall", "Main Hall?"),
        ("Tides (Main Hall)", "Main Hall"),
    ],
)
def test_rooms_in_titles(sessions: Sessions, title: str, room: str | None) -> None:
    found = sessions(f"3 July 2026\n10:00 {title}\n")[0].room
    assert (f"{found.value}{'?' * bool(found.doubts)}" if found else None) == room
