"""What else may hide in titles and columns: weather, places behind a sign, roles without one, rooms with the time."""

from collections.abc import Callable

import pytest

Shown = Callable[..., list[str]]
DAY = "Monday, 9 March 2026\n\n"
HEAD = "<tr><th>Time<th>What<th>Where"
REST = "11:00 Walk\n12:00 Rest\n"


@pytest.mark.parametrize(
    ("title", "doubt"),
    [
        ("Badges and group photo, front steps if dry", "`if dry` may say where it is then"),
        ("Gruppenfoto auf der Treppe, bei Regen drinnen", "`bei Regen` may say where it is then"),
        ("Photo de groupe, s'il fait beau dehors", "`s'il fait beau` may say where it is then"),
        (
            "Workshop dinner – The Saddlers Quill, Kirkgate",
            "`The Saddlers Quill, Kirkgate` may be where it is, or who speaks",
        ),
        ("Eröffnung mit unserer Gründerin Ida Holm", "who comes along may be no part of it"),
    ],
)
def test_what_may_be_more_than_a_title_is_doubted(shown: Shown, title: str, doubt: str) -> None:
    assert f"?{doubt}" in shown(f"{DAY}9:00 {title}\n{REST}")[0]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Do we need a red list? – moderator Ida Holm", "Do we need a red list? +Ida Holm (moderator)"),
        ("Den Wald lesen – Leitung Ida Holm", "Den Wald lesen +Ida Holm (chair)"),
        ("Führung durch das Lager mit Ida Holm", "Führung durch das Lager mit Ida Holm +Ida Holm (speaker)"),
        ("Panel on floods. Panel: Dr. Ida Holm, Schwester Benedikta, Jonas Weber", "+Schwester Benedikta (panellist)"),
    ],
)
def test_people_are_read(shown: Shown, line: str, said: str) -> None:
    assert said in shown(f"{DAY}9:00 {line}\n{REST}")[0].split(" ?what")[0]


def test_rooms_that_stand_with_the_time_on_one_line_of_a_page(shown: Shown) -> None:
    each = "<p>{}.00 Uhr, {}<br>{}</p>"
    rooms = ("Großes Haus", "Foyer", "Großes Haus", "Kammerspiele", "Foyer")
    body = "".join(each.format(9 + n, room, f"Stück {n}") for n, room in enumerate(rooms))
    found = shown(f"<p>Montag, 9. März 2026</p>{body}", "x.html")
    assert [each[18:].split(" ?")[0] for each in found] == [f"Stück {n} @{room}" for n, room in enumerate(rooms)]


def test_a_deadline_in_a_table_of_the_head_is_no_day(shown: Shown) -> None:
    head = "<tr><td>When:<td>Tuesday 9 June 2026<tr><td>Book by:<td>2 June, with Ida"
    rows = "<tr><td>9:00<td>Boats<tr><td>9:30<td>Walk"
    found = shown(f"<table>{head}</table><table><tr><th>Time<th>Session{rows}</table>", "x.html")
    assert [each[:10] for each in found] == ["2026-06-09", "2026-06-09"]


def test_a_title_that_speaks_of_all_says_neither_hours_nor_lengths_of_all(shown: Shown) -> None:
    text = (
        "Sat 25 April 2026, Long Meadow Ground\n\n9.45 am Teas\n11.30 am The rules we all get wrong, 1 hr\n"
        "2.30 pm Match\n\nDues are due on 1 September: adults 145.\n"
    )
    assert [each.split(" ?")[0] for each in shown(text)] == [
        "2026-04-25 09:45- Teas",
        "2026-04-25 11:30-12:30 The rules we all get wrong",
        "2026-04-25 14:30- Match ~Dues are due on 1 September: adults 145.",
    ]


@pytest.mark.parametrize("below", ["Over by 5.30 pm, promise!", "Back by 4.00.", "Zurück gegen 16.00 Uhr."])
def test_when_all_is_over_doubts_a_missing_end(shown: Shown, below: str) -> None:
    assert "?it may be" in shown(f"{DAY}9:00 Boats\n{below}\n{REST}")[0]


@pytest.mark.parametrize(
    ("time", "hours"), [("8:30a-11:00a", "08:30-11:00"), ("1:00p–2:30p", "13:00-14:30"), ("9:00a", "09:00-")]
)
def test_a_or_p_beside_the_minutes_is_the_half_of_the_day(shown: Shown, time: str, hours: str) -> None:
    rows = f"<tr><th>Time<th>What<tr><td>{time}<td>Boats<tr><td>4:00p<td>Walk"
    assert shown(f"<p>9 March 2026</p><table>{rows}</table>", "x.html")[0].startswith(f"2026-03-09 {hours} Boats")


def test_a_length_in_a_sentence_behind_the_people_is_that_of_the_session(shown: Shown) -> None:
    text = "A las 10.30 horas, «Quién cuida». Comparece D.ª Ida Holm, portavoz de la Casa. Duración: 45 minutos.\n"
    found = shown(f"Lunes, 9 de marzo de 2026\n\n{text}A las 11.30 horas, «Qué cuesta».\nA las 12 horas, pausa.\n")
    assert found[0].startswith("2026-03-09 10:30-11:15 «Quién cuida» +D.ª Ida Holm, portavoz de la Casa (speaker)")


def test_an_unknown_place_before_colons_is_a_room_where_others_are(shown: Shown) -> None:
    lines = ("Alte Post: Eröffnung", "Alte Post: Lesung", "Weinkeller: Umtrunk", "Stadtbücherei: Werkstatt")
    text = "".join(f"{9 + n}:00 Uhr, {line}\n" for n, line in enumerate(lines))
    rooms = [each.partition("@")[2].split(" ?")[0] for each in shown(f"Freitag, 5. Juni 2026\n{text}")]
    assert rooms == ["Alte Post", "Alte Post", "Weinkeller", "Stadtbücherei"]


def test_kinds_before_colons_are_none(shown: Shown) -> None:
    lines = ("Talk: Boats", "Talk: Nets", "Weinkeller: Umtrunk", "Stadtbücherei: Werkstatt")
    text = "".join(f"{9 + n}:00 Uhr, {line}\n" for n, line in enumerate(lines))
    assert "Talk: Boats" in shown(f"Freitag, 5. Juni 2026\n{text}")[0]


def test_a_quotation_that_a_title_does_not_close_is_doubted(shown: Shown) -> None:
    found = shown(f'{DAY}9:00 "Who owned the weir? A quarrel of 1702\n{REST}')[0]
    assert "a bracket or a quotation mark in it is not closed" in found


def test_honorifics_before_one_of_a_priest_are_his(shown: Shown) -> None:
    rows = "| Time | What | Who |\n|---|---|---|\n| 9:00 | Plenary | Ida Holm (chair), Rt Revd Jonas Weber |\n"
    found = shown(f"{DAY}{rows}| 10:00 | Walk | Ida Holm |\n", "x.md")[0]
    assert "+Ida Holm (chair) +Rt Revd Jonas Weber (speaker)" in found


def test_places_in_small_letters_behind_titles_may_be_rooms_where_others_have_one(shown: Shown) -> None:
    rooms = "".join(f"{n}:00 Tides {n} (Room {n})\n" for n in range(9, 14))
    found = shown(f"{DAY}{rooms}15:00 Rope skills refresher, quarry behind the bunkhouse\n")[-1]
    assert "?`quarry behind the bunkhouse` may be a room" in found


def test_words_before_a_role_are_no_part_of_the_title(shown: Shown) -> None:
    text = 'Podium "Wer macht Ferien?", Moderation: Ida Holm;\nauf dem Podium: Jonas Weber, Ann Coyne (Saal 2)\n'
    assert shown(f"Montag, 9. März 2026\n\n9.00 Uhr: {text}{REST}")[0][18:].split(" ?")[0] == (
        'Podium "Wer macht Ferien?" @Saal 2 +Ida Holm (moderator) +Jonas Weber (panellist) +Ann Coyne (panellist)'
    )


def test_a_role_that_is_not_read_behind_a_name_is_doubted(shown: Shown) -> None:
    found = shown(f"{DAY}9:00 Talk, chair: Ida Holm, Quizzers: Jonas Weber\n{REST}")[0]
    assert "behind the name may be a role of others" in found


def test_a_list_that_goes_back_in_the_morning_is_not_at_night(shown: Shown) -> None:
    text = f"{DAY}9.30-10.45 Piano\n10.45-12.00 Brass\n10.00-11.30 Violin\n12.00-1.00 Lunch\n1.00-2.30 Folk\n"
    assert [each.split(" ?")[0][11:] for each in shown(text)] == [
        "09:30-10:45 Piano",
        "10:45-12:00 Brass",
        "10:00-11:30 Violin",
        "12:00-13:00 Lunch",
        "13:00-14:30 Folk",
    ]


def test_people_below_a_room_in_its_column_are_people(shown: Shown) -> None:
    rows = f"{HEAD}<tr><td>9:00<td>Motions<td>Main Hall<br>Chair: Ida Holm<tr><td>10:00<td>Walk<td>Yard"
    found = shown(f"<p>9 March 2026</p><table>{rows}</table>", "x.html")[0]
    assert found == "2026-03-09 09:00- Motions @Main Hall +Ida Holm (chair)"


def test_a_room_that_names_somebody_is_doubted(shown: Shown) -> None:
    rows = (
        "<tr><th>Time<th>What<th>Where<tr><td>9:00<td>Motions<td>Main Hall Chair: Ida Holm<tr><td>10:00<td>Walk<td>Yard"
    )
    assert "?somebody may be named in it" in shown(f"<p>9 March 2026</p><table>{rows}</table>", "x.html")[0]


@pytest.mark.parametrize(
    ("words", "end"),
    [
        ("an hour and a quarter", "10:15"),
        ("hora y cuarto", "10:15"),
        ("une heure et quart", "10:15"),
        ("2 hrs 30 mins", "11:30"),
    ],
)
def test_lengths_in_words(shown: Shown, words: str, end: str) -> None:
    assert shown(f"{DAY}9:00 Carving ({words})\n{REST}")[0].startswith(f"2026-03-09 09:00-{end} Carving")


def test_a_full_stop_before_brackets_is_no_part_of_a_name(shown: Shown) -> None:
    found = shown(f"{DAY}9:00 Talk: How a novice is made. Dr Ida Holm. (Chapter House)\n{REST}")[0]
    assert "+Dr Ida Holm, Chapter House" in found


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("à la Tribune : Visite", "Visite @Tribune"),
        ("dans la Nef : Concert", "Concert @Nef"),
        ("In the Bothy: Supper", "Supper @Bothy"),
        ("im Hohlweg: Führung", "Führung @Hohlweg"),
        ("en la Era: Paella", "Paella @Era"),
        ("In the news: floods", "In the news: floods"),
    ],
)
def test_a_place_behind_a_word_for_in_and_before_a_colon(shown: Shown, line: str, said: str) -> None:
    assert shown(f"{DAY}9:00, {line}\n{REST}")[0][18:].split(" ?")[0] == said


def test_brackets_that_recur_are_rooms_where_one_of_them_is_one_elsewhere(shown: Shown) -> None:
    lines = ("Coffee (la Grange)", "Opening (Pré). Chair: Ida Holm", "Law (la Grange)", "Lunch (Pré). Chair: Ida Holm")
    text = "".join(f"{9 + n}:00 {line}\n" for n, line in enumerate(lines))
    assert [each.partition("@")[2].split(" ")[0] for each in shown(f"{DAY}{text}")] == ["la", "Pré", "la", "Pré"]


def test_a_line_that_goes_on_with_a_role_is_no_part_of_the_title(shown: Shown) -> None:
    line = "De 10 h à 11 h : Visite guidée de toute l'école, départ du cloître. Guides : deux"
    found = shown(f"Lundi 9 mars 2026\n\n{line}\nélèves, Ann Coyne et Ben Ahlers.\n11 h : Pause\n12 h : Fin\n")[0]
    assert "Visite guidée de toute l'école, départ du cloître +Ann Coyne" in found


def test_who_leads_in_a_row_above_a_break_leads_what_stands_on_the_page_before(shown: Shown) -> None:
    first = "<table><tr><th>Time<th>What<tr><td>10:00-13:00<td>Panel on floods</table>"
    second = "<table><tr><td><td>Moderator: Ida Holm<tr><td>13:00-14:00<td>Lunch<tr><td>14:00-15:00<td>Walk</table>"
    found = shown(f"<p>9 March 2026</p>\n{first}\n<p>1 For further information, see the note.</p>\n{second}", "x.html")
    assert ["+Ida Holm (moderator)" in each for each in found] == [True, False, False]


def test_a_room_behind_a_title_goes_before_that_of_the_whole_where_hours_stand_in_it(shown: Shown) -> None:
    text = "All sessions are in the Plenary Room.\n\nMonday, 9 March 2026\n10:00 - 13:00 Panel on floods\n"
    found = shown(f"{text}13:00 - 15:00 Side-event: Tides Room M2, 13:15 to 14:45\n15:00 - 16:00 Summary\n")
    assert found[1].startswith("2026-03-09 13:15-14:45 Side-event: Tides @Room M2")


def test_what_stands_behind_a_length_in_brackets_is_no_part_of_the_room(shown: Shown) -> None:
    found = shown(f"{DAY}9:00 Talk by Dr Ida Holm (Conservatory, 45 mins, with time for questions)\n{REST}")[0]
    assert found.startswith("2026-03-09 09:00-09:45 Talk")
    assert "@Conservatory +Dr Ida Holm (speaker) ~with time for questions" in found
