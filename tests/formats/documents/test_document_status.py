"""Sessions that do not take place, are put off or may not take place, as people write it."""

from collections.abc import Callable

import pytest

from agendacli.formats.documents.door import read_draft
from agendacli.formats.draft import Draft, DraftAsked
from agendacli.formats.given import Given
from agendacli.model.programme import Status
from agendacli.model.source import Citation

DAY = "Spring Fair in Lisbon\n\nMonday, 9 March 2026\n9:00 - 10:00 Opening words\n"
BEHIND = "12:00 - 13:00 Lunch\n"
Told = tuple[str, Status, list[str]]


def drafted(text: str, name: str = "letter.txt") -> Draft:
    found = read_draft(Given(text.encode(), name), DraftAsked(), "x.yaml")
    assert isinstance(found, Draft)
    return found


def told(text: str, name: str = "letter.txt") -> list[Told]:
    """The title, the status and its doubts of each session."""
    draft = drafted(text, name)
    doubts = [each for each in draft.doubts if each.field == "status"]
    return [
        (each.title, each.status, [one.reason for one in doubts if one.session == each.id])
        for each in draft.programme.sessions
    ]


def second(line: str) -> Told:
    return told(f"{DAY}10:00 - 11:00 {line}\n{BEHIND}")[1]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Brahms (cancelled)", "Brahms"),
        ("CANCELLED: Reading", "Reading"),
        ("CANCELLED - Reading", "Reading"),
        ("- CANCELLED - Reading", "Reading"),
        ("CANCELED Reading", "Reading"),
        ("(cancelled) Reading", "Reading"),
        ("*CANCELLED* Reading", "Reading"),
        ("Warm up CANCELLED", "Warm up"),
        ("Reading – cancelled", "Reading"),
        ("Reading. Cancelled!", "Reading"),
        ("Reading, cancelled", "Reading"),
        ("!!! CANCELLED !!! Reading", "Reading"),
        ("CANCELADO. Taller", "Taller"),
        ("Probe (entfällt)", "Probe"),
        ("Probe – entfällt!", "Probe"),
        ("Probe (fällt leider aus)", "Probe"),
        ("ABGESAGT: Probe", "Probe"),
        ("Atelier (annulé)", "Atelier"),
        ("ANNULÉE : Visite", "Visite"),
        ("Atelier : annulé", "Atelier"),
        ("SUSPENDIDO: Taller", "Taller"),
        ("Taller [cancelado]", "Taller"),
    ],
)
def test_what_is_plainly_cancelled_is_so_and_its_title_does_not_say_it(line: str, title: str) -> None:
    assert second(line) == (title, Status.CANCELLED, [])


@pytest.mark.parametrize(
    "line", ["Reading – CANCELLED, Room 4", "Reading, Room 4 (cancelled)", "Reading (abgesagt), Room 4"]
)
def test_the_room_beside_it_is_read(line: str) -> None:
    found = drafted(f"{DAY}10:00 - 11:00 {line}\n{BEHIND}").programme.sessions[1]
    assert (found.title, found.room, found.status) == ("Reading", "Room 4", Status.CANCELLED)
    assert found.citations == (Citation("letter", 3), Citation("letter", 5))


@pytest.mark.parametrize(
    ("line", "title", "words"),
    [
        ("Cancelled: a history of flights", "a history of flights", "Cancelled"),
        ("Entfällt - Probe", "Probe", "Entfällt"),
        ("Lesung (krankheitsbedingt abgesagt)", "Lesung", "krankheitsbedingt abgesagt"),
        ("Reading is cancelled", "Reading", "is cancelled"),
        ("Reading (cancelled due to illness)", "Reading", "cancelled due to illness"),
        ("Keynote has been cancelled", "Keynote", "has been cancelled"),
        ("Probe entfällt", "Probe", "entfällt"),
        ("Vortrag fällt wegen Krankheit aus", "Vortrag", "fällt wegen Krankheit aus"),
        ("Vortrag findet nicht statt", "Vortrag", "findet nicht statt"),
        ("Visite annulée en raison de la pluie", "Visite", "annulée en raison de la pluie"),
        ("Taller: SUSPENDIDO por lluvia", "Taller", "SUSPENDIDO por lluvia"),
    ],
)
def test_what_says_more_or_hangs_on_no_sign_is_doubted(line: str, title: str, words: str) -> None:
    assert second(line) == (title, Status.CANCELLED, [f"`{words}` is printed with it"])


@pytest.mark.parametrize(
    ("line", "title", "words"),
    [
        ("Postponed: Walk", "Walk", "Postponed"),
        ("Walk (postponed)", "Walk", "postponed"),
        ("Walk (moved to Friday)", "Walk", "moved to Friday"),
        ("Walk (moved to 14:00)", "Walk", "moved to 14:00"),
        ("Vortrag (verschoben auf Freitag)", "Vortrag", "verschoben auf Freitag"),
        ("Visite – reportée au vendredi", "Visite", "reportée au vendredi"),
        ("Paseo (aplazado)", "Paseo", "aplazado"),
        ("Debate aplazado al martes", "Debate", "aplazado al martes"),
        ("Walk (moved to Tuesday, 10 March)", "Walk", "moved to Tuesday, 10 March"),
        ("Walk (postponed to Tuesday, 10 March, 14.00)", "Walk", "postponed to Tuesday, 10 March, 14.00"),
        ("Walk – moved to Tuesday, 10 March", "Walk", "moved to Tuesday, 10 March"),
        ("Vortrag (verschoben auf Di, 10. März, 14 Uhr)", "Vortrag", "verschoben auf Di, 10. März, 14 Uhr"),
        ("Vortrag auf den 10. März verschoben", "Vortrag", "auf den 10. März verschoben"),
        ("Vortrag verschoben auf unbestimmte Zeit", "Vortrag", "verschoben auf unbestimmte Zeit"),
        ("Concert - reporté à une date ultérieure", "Concert", "reporté à une date ultérieure"),
        ("Visite (reportée au mardi, 10 mars)", "Visite", "reportée au mardi, 10 mars"),
        ("Paseo (aplazado al martes, 10 de marzo)", "Paseo", "aplazado al martes, 10 de marzo"),
        ("Talk postponed to a later date", "Talk", "postponed to a later date"),
    ],
)
def test_what_is_put_off_does_not_take_place_then_and_may_at_another_time(line: str, title: str, words: str) -> None:
    doubts = [f"`{words}` is printed with it: it may take place at another time"]
    assert second(line) == (title, Status.CANCELLED, doubts)


@pytest.mark.parametrize(
    ("line", "title", "words"),
    [
        ("Visit (tbc)", "Visit", "(tbc)"),
        ("TBC: Visit", "Visit", "TBC"),
        ("Ausflug (unter Vorbehalt)", "Ausflug", "(unter Vorbehalt)"),
        ("Visite – à confirmer", "Visite", "à confirmer"),
        ("Visita (por confirmar)", "Visita", "(por confirmar)"),
        ("Paseo (pendiente de confirmar)", "Paseo", "(pendiente de confirmar)"),
        ("Clausura (pendiente de confirmación)", "Clausura", "(pendiente de confirmación)"),
        ("Lunch TBC", "Lunch", "TBC"),
        ("Lunch, to be confirmed", "Lunch", "to be confirmed"),
        ("Séance sous réserve", "Séance", "sous réserve"),
        ("Felt (vorbehaltlich)", "Felt", "(vorbehaltlich)"),
        ("Essen - muss noch bestätigt werden", "Essen", "muss noch bestätigt werden"),
        ("Konzert unter Vorbehalt", "Konzert", "unter Vorbehalt"),
    ],
)
def test_what_is_to_be_confirmed_is_tentative(line: str, title: str, words: str) -> None:
    assert second(line) == (title, Status.TENTATIVE, [f"`{words}` may be said of a part of it"])


@pytest.mark.parametrize(
    "line",
    [
        "Cancelled flights: a history",
        "CANCELLED FLIGHTS",
        "The cancelled queen",
        "Why the fair was cancelled",
        "Warum das Fest abgesagt wurde",
        "Walk, cancelled if it rains",
        "Walk (if wet, cancelled)",
        "Wanderung, bei Regen abgesagt",
        "Moved and cancelled",
        "Walk (moved from Friday)",
        "Suspended bridges: a tour",
        "TBC patients and their doctors",
        "Talk, title TBC",
        "Welcome by a speaker tbc",
    ],
)
def test_what_only_speaks_of_it_takes_place(line: str) -> None:
    assert second(line) == (line, Status.CONFIRMED, [])


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("Cancelled (was: Tour)", "Cancelled"),
        ("Tour of the CANCELLED mill", "CANCELLED"),
        ("Tour (not cancelled)", "cancelled"),
        ("Cancelled flights", ""),
        ("CANCELLED FLIGHTS", ""),
        ("The cancelled queen (live)", ""),
    ],
)
def test_a_word_that_may_say_it_and_was_not_read_is_a_doubt(line: str, word: str) -> None:
    draft = drafted(f"{DAY}10:00 - 11:00 {line}\n{BEHIND}")
    assert (draft.programme.sessions[1].title, draft.programme.sessions[1].status) == (line, Status.CONFIRMED)
    assert (f"title: `{word}` stands in it" in [each.reason for each in draft.doubts]) is bool(word)


@pytest.mark.parametrize("line", ["Yarn, Room 3 (tbc)", "Yarn (tbc), Room 3", "Yarn, Room 3 - tbc"])
def test_what_is_to_be_confirmed_may_stand_on_either_side_of_its_room(line: str) -> None:
    found = drafted(f"{DAY}10:00 - 11:00 {line}\n{BEHIND}").programme.sessions[1]
    assert (found.title, found.room, found.status) == ("Yarn", "Room 3", Status.TENTATIVE)


def test_what_moves_to_another_room_takes_place() -> None:
    assert second("Walk (moved to Room 5)")[1] is Status.CONFIRMED


def test_the_word_may_stand_before_the_hours() -> None:
    assert told(f"{DAY}CANCELLED 10:00 - 11:00 Reading\n{BEHIND}")[1] == ("Reading", Status.CANCELLED, [])


@pytest.mark.parametrize("line", ["Cancelled", "Entfällt!", "(annulé)", "Status: cancelled"])
def test_a_line_below_the_title_says_it(line: str) -> None:
    found = drafted(f"{DAY}10:00 - 11:00 Lesung\n{line}\n{BEHIND}").programme.sessions[1]
    assert (found.title, found.status, found.internal) == ("Lesung", Status.CANCELLED, ())
    assert Citation("letter", 6) in found.citations


@pytest.mark.parametrize(
    ("line", "doubt"),
    [
        ("This session is cancelled.", "`is cancelled` is printed with it"),
        ("Frau Holm ist krank. Der Vortrag entfällt leider.", "`entfällt leider` is printed with it"),
        ("The reading: CANCELLED.", "`: CANCELLED.` stands below it"),
    ],
)
def test_a_sentence_below_the_title_says_it_and_is_kept(line: str, doubt: str) -> None:
    draft = drafted(f"{DAY}10:00 - 11:00 Lesung\n{line}\n{BEHIND}")
    found = draft.programme.sessions[1]
    assert (found.title, found.status, found.internal) == ("Lesung", Status.CANCELLED, (line,))
    assert doubt in [each.reason for each in draft.doubts if each.field == "status"]


@pytest.mark.parametrize(
    "line",
    [
        "If it rains, the walk is cancelled.",
        "Bei Regen entfällt der Vortrag.",
        "En caso de lluvia queda suspendido.",
        "The story of a journey across the sea that was cancelled.",
    ],
)
def test_other_sentences_below_the_title_do_not(line: str) -> None:
    assert told(f"{DAY}10:00 - 11:00 Lesung\n{line}\n{BEHIND}")[1][1] is Status.CONFIRMED


def test_what_stands_below_the_word_is_the_title() -> None:
    draft = drafted(f"{DAY}10:00 - 11:00 CANCELLED\nReading in the park\n{BEHIND}")
    assert (draft.programme.sessions[1].title, draft.programme.sessions[1].status) == (
        "Reading in the park",
        Status.CANCELLED,
    )
    assert "title: it stands below what says that it does not take place" in [each.reason for each in draft.doubts]


def test_the_word_alone_stays_a_title_that_is_doubted() -> None:
    draft = drafted(f"{DAY}10:00 - 11:00 Cancelled\n{BEHIND}")
    assert (draft.programme.sessions[1].title, draft.programme.sessions[1].status) == ("Cancelled", Status.CANCELLED)
    assert "title: it may be no title" in [each.reason for each in draft.doubts]


def test_a_day_that_is_cancelled_is_so_with_all_its_sessions() -> None:
    text = f"{DAY}\nTuesday, 10 March 2026 – CANCELLED\n10:00 - 11:00 Reading\n11:00 - 12:00 Walk\n"
    doubts = ["`– CANCELLED` stands with its day"]
    assert told(text) == [
        ("Opening words", Status.CONFIRMED, []),
        ("Reading", Status.CANCELLED, doubts),
        ("Walk", Status.CANCELLED, doubts),
    ]


def test_a_list_of_dates_says_it_of_one_alone() -> None:
    text = "Termine 2026\n\nDi, 3. März, 19.00 Uhr: Farne (entfällt)\nDi, 10. März, 19.00 Uhr: Moose\n"
    assert [each[:2] for each in told(text)] == [("Farne", Status.CANCELLED), ("Moose", Status.CONFIRMED)]


def test_what_is_said_behind_a_name_may_be_said_of_that_person() -> None:
    assert second("Reading with Dr Ida Holm (cancelled)")[1:] == (
        Status.CANCELLED,
        ["`(cancelled)` may be said of who is named there"],
    )


def test_a_column_or_a_part_of_a_cell_says_it() -> None:
    rows = "| 9:00 | Opening | Hall | |\n| 10:00 | Reading | Hall | cancelled |\n| 11:00 | ABGESAGT: Probe | Hall | |\n"
    text = f"# Fair\n\n## Monday, 9 March 2026\n\n| Time | Title | Room | Status |\n|--|--|--|--|\n{rows}"
    assert told(text, "x.md") == [
        ("Opening", Status.CONFIRMED, []),
        ("Reading", Status.CANCELLED, []),
        ("Probe", Status.CANCELLED, []),
    ]


def test_the_columns_of_a_grid_say_it_each_of_its_own() -> None:
    text = (
        "# Fair\n\n## Monday, 9 March 2026\n\n| Zeit | Raum 1 | Raum 2 |\n|--|--|--|\n"
        "| 9:00-10:00 | Opening | Weg |\n| 10:00-11:00 | Reading (entfällt) | Probe |\n"
    )
    assert [each[1] is Status.CANCELLED for each in told(text, "x.md")] == [False, False, True, False]


def test_a_part_that_is_set_apart_says_it() -> None:
    text = (
        "<h2>Monday, 9 March 2026</h2><p>9:00 <span>Cancelled</span> <b>Reading at sea</b></p>"
        "<p>10:00 <b>Probe</b> <em>annulé</em></p><p>11:00 <i>Walk</i> in the <b>woods</b> (entfällt)</p>"
    )
    assert told(text, "x.html") == [
        ("Reading at sea", Status.CANCELLED, ["`Cancelled` is printed with it"]),
        ("Probe", Status.CANCELLED, ["`annulé` is printed with it"]),
        ("Walk in the woods", Status.CANCELLED, []),
    ]


@pytest.mark.parametrize("line", ["- Falling stars (cancelled)", "The stars at sea (cancelled)"])
def test_what_is_said_of_one_of_several_talks_stays_with_it(line: str) -> None:
    text = f"{DAY}10:00 - 11:00 Short talks\n- Rising tides\n{line}\n{BEHIND}"
    assert told(text)[1][:2] == ("Short talks", Status.CONFIRMED)
    assert "(cancelled)" in str(drafted(text).programme.sessions[1])


def test_a_day_beside_others_says_it_of_what_stands_in_its_cell() -> None:
    rows = "| 9:00 Opening<br>10:00 Reading (cancelled) | 9:00 Walk |\n| 11:00 Lunch | 11:00 Tea |\n"
    text = f"# Fair\n\n| Monday, 9 March 2026 | Tuesday, 10 March 2026 |\n|--|--|\n{rows}"
    assert [each[0] for each in told(text, "x.md") if each[1] is Status.CANCELLED] == ["Reading"]


def test_a_line_below_it_says_to_when_it_is_moved() -> None:
    found = told(f"{DAY}10:00 - 11:00 Walk\n(moved to 14:00)\n{BEHIND}")
    doubts = ["`moved to 14:00` is printed with it: it may take place at another time"]
    assert found[1] == ("Walk", Status.CANCELLED, doubts)


def test_a_badge_beside_a_title_of_its_own_line_says_it() -> None:
    text = "<h2>Monday, 9 March 2026</h2><p>9:00</p><p><span>Annulé</span> <b>Visite du port</b></p>"
    assert told(text, "x.html") == [("Visite du port", Status.CANCELLED, ["`Annulé` is printed with it"])]


def test_a_line_with_several_hours_says_it_of_its_session() -> None:
    text = f"{DAY}10:00 Reading (cancelled) 11:00 Walk\n"
    assert told(text)[1:] == [("Reading 11:00 Walk", Status.CANCELLED, [])]


def test_a_session_that_is_said_twice_keeps_its_status(shown: Callable[..., list[str]]) -> None:
    text = f"{DAY}10:00 - 11:00 Reading\n10:00 - 11:00 Reading (cancelled)\n"
    assert len(shown(text)) == 3


HEADS = "# Fair\n\n## Monday, 9 March 2026\n\n| Zeit | Titel | Raum | Leitung | Status |\n|--|--|--|--|--|\n"


def beside(cells: str) -> Draft:
    """The draft of a table whose second row has those cells for its room, its leader and its status."""
    return drafted(f"{HEADS}| 9:00 | Opening | Hall | Ida Holm | |\n| 10:00 | Lesung | {cells} |\n", "x.md")


@pytest.mark.parametrize(
    "words", ["entfällt", "cancelled", "Cancelled", "(abgesagt)", "fällt aus", "annulé", "cancelado", "verschoben"]
)
@pytest.mark.parametrize("cells", ["{} | Ida Holm |", "Hall | {} |", "Hall | Ida Holm | {}"])
def test_a_column_of_rooms_or_people_says_it_and_is_no_room(words: str, cells: str) -> None:
    found = beside(cells.format(words)).programme.sessions[1]
    assert (found.title, found.status, found.internal) == ("Lesung", Status.CANCELLED, ())
    assert found.room in {None, "Hall"}
    assert [each.printed for each in found.participants] in ([], ["Ida Holm"])


@pytest.mark.parametrize(
    ("cells", "room", "people"),
    [("Hall | Ida Holm (cancelled) |", "Hall", ["Ida Holm"]), ("Hall – entfällt | Ida Holm |", "Hall", ["Ida Holm"])],
)
def test_what_stands_behind_a_room_or_a_name_may_be_said_of_that(cells: str, room: str, people: list[str]) -> None:
    draft = beside(cells)
    found = draft.programme.sessions[1]
    assert (found.status, found.room, [each.printed for each in found.participants]) == (
        Status.CANCELLED,
        room,
        people,
    )
    assert any("may be said of `" in each.reason for each in draft.doubts if each.field == "status")


@pytest.mark.parametrize(
    ("cells", "room", "doubt"),
    [
        ("tbc | Ida Holm |", None, "title: `tbc` stands where its room is named"),
        ("Hall (tbc) | Ida Holm |", "Hall", "title: `(tbc)` stands with its room"),
        ("Hall | TBC |", "Hall", "title: `TBC` stands where people are named"),
    ],
)
def test_a_room_or_a_leader_to_be_confirmed_is_a_doubt(cells: str, room: str | None, doubt: str) -> None:
    draft = beside(cells)
    found = draft.programme.sessions[1]
    assert (found.status, found.room) == (Status.CONFIRMED, room)
    assert doubt in [each.reason for each in draft.doubts if each.session == "lesung"]


@pytest.mark.parametrize("words", ["to be confirmed", "tbc", "à confirmer", "por confirmar", "unter Vorbehalt"])
def test_a_column_of_its_own_says_that_it_is_to_be_confirmed(words: str) -> None:
    draft = beside(f"Hall | Ida Holm | {words}")
    assert draft.programme.sessions[1].status is Status.TENTATIVE
    assert draft.programme.sessions[1].internal == ()
    assert f"`{words}` may be said of a part of it" in [each.reason for each in draft.doubts]


def test_a_column_that_is_headed_by_a_role_says_it() -> None:
    rows = "| 9:00 | Opening | Ida Holm |\n| 10:00 | Reading | cancelled |\n| 11:00 | Tour | tbc |\n"
    text = f"# Fair\n\n## Monday, 9 March 2026\n\n| Time | Title | Chair |\n|--|--|--|\n{rows}"
    assert [each[1] for each in told(text, "x.md")] == [Status.CONFIRMED, Status.CANCELLED, Status.CONFIRMED]
    assert "title: `tbc` stands where people are named" in [each.reason for each in drafted(text, "x.md").doubts]
