"""Notices with an hour: what is due by then, and when an office or the doors open, are no sessions."""

from collections.abc import Callable

import pytest

Shown = Callable[..., list[str]]
DAY = "6 June 2026\n\n"
AGENDA = DAY + "Opening ..... 18:50\nSongs ..... 19:10\nGames ..... 20:00\n"
NOTICE = "it may be a notice: something opens, or is due"


@pytest.mark.parametrize(
    "line",
    [
        "Entries must reach us by 6 June, 8pm",
        "RSVP by Friday, 6pm",
        "Booking closes Thursday 4 June, 5pm",
        "Deadline: 5 June, 23:59",
        "Anmeldung bis 5. März, 12 Uhr",
        "Rückmeldung bis Freitag, 5. Juni, 18 Uhr",
        "Inscriptions jusqu'à 18h00",
        "Registro hasta las 19:00",
        "Office open 9:00-12:00",
        "Box office: 9:00-12:00",
        "Bürozeiten: 9-12 Uhr",
        "Secrétariat ouvert de 9h à 12h",
    ],
)
def test_what_is_due_and_hours_of_offices_are_notes(shown: Shown, line: str) -> None:
    opening, songs, games = shown(AGENDA)
    assert shown(f"{AGENDA}{line}\n") == [opening, songs, f"{games} ~{line}"]


@pytest.mark.parametrize("line", ["Doors open ..... 18:30", "Einlass 18:30", "Ouverture des portes 18:30"])
def test_doors_open_before_a_session(shown: Shown, line: str) -> None:
    assert shown(AGENDA.replace("Opening", f"{line}\nOpening")) == shown(AGENDA)


def test_what_opens_last_is_doubted(shown: Shown) -> None:
    assert shown(f"{AGENDA}Bar opens ..... 21:00\n")[3:] == [f"2026-06-06 21:00- Bar opens ?{NOTICE}"]


def test_what_opens_in_a_programme_is_doubted_but_registration_is_not(shown: Shown) -> None:
    text = (
        f"{DAY}9:00-9:30 Registration\n9:00-17:00 Office open\n18:30 Einlass\n19:00 Konzert\n23:00 Deadline for poems\n"
    )
    assert [NOTICE in each for each in shown(text)] == [False, True, True, False, True]


@pytest.mark.parametrize("line", ["8pm at the latest.", "18:00 sharp"])
def test_an_hour_below_the_day_by_which_something_is_due_is_no_session(shown: Shown, line: str) -> None:
    below = f"Entries must reach us by 5 June,\n{line}\n"
    assert shown(f"{DAY}9:00 Opening\n{below}")[0].startswith(
        f"2026-06-06 09:00- Opening ~{below.partition(chr(10))[0]}"
    )
    assert len(shown(f"{below}\n{DAY}9:00 Opening\n")) == 1


@pytest.mark.parametrize(
    ("above", "line"),
    [
        ("Please write to the office by", "5pm on 2 June"),
        ("Bitte melden Sie sich an bis", "17 Uhr, 2. Juni"),
        ("Merci de nous répondre avant", "17h le 2 juin"),
    ],
)
def test_a_date_with_the_hour_of_a_sentence_in_a_session_begins_no_day(shown: Shown, above: str, line: str) -> None:
    first, second = shown(f"{DAY}9:00 Opening\n{above}\n{line}\n10:00 Songs\n")
    assert first.startswith(f"2026-06-06 09:00- Opening ~{above}")
    assert second == "2026-06-06 10:00- Songs"


def test_sentences_of_limits_begin_no_programme(shown: Shown) -> None:
    assert shown("Fair\n\nApplications close on 5 June 2026, 8pm.\n") == []
    said = (
        "On Saturday 6 June 2026 we start at 9:30 with songs. Coffee is at 10:30. The office is open from 9:00 to 12:00"
    )
    assert len(shown(f"{said}. Please reply by Friday, 5pm. At 12:00 there is a tour. Lunch is at 13:00.\n")) == 4


@pytest.mark.parametrize("beside", ["(Einlass 19 Uhr)", ", Einlass ab 19 Uhr"])
def test_when_doors_open_is_no_title_beside_a_date(shown: Shown, beside: str) -> None:
    assert shown(f"Konzert der Lerchen\nSamstag, 6. Juni 2026, 19:30 Uhr {beside}\n") == [
        "2026-06-06 19:30- Konzert der Lerchen"
    ]


def test_a_notice_in_the_brackets_of_a_title_leaves_it_one(shown: Shown) -> None:
    assert shown(f"{DAY}14:00 Paella (inscripción hasta las 10:00)\n") == [
        "2026-06-06 14:00- Paella (inscripción hasta las 10:00)"
    ]


def test_a_remark_in_brackets_behind_a_time_is_a_note(shown: Shown) -> None:
    assert shown(f"{DAY}7.30pm (doors 7pm) Concert\n") == ["2026-06-06 19:30- Concert ~doors 7pm"]


def test_a_day_by_which_something_is_due_in_the_next_line_heads_nothing(shown: Shown) -> None:
    text = (
        "The hearing is on Tuesday 9 February 2027. Written evidence may still be sent in until\n5 February, 17.00.\n\n"
        "9.30 - 9.40 Opening\n9.40 - 10.30 Embankments\n"
    )
    assert [each.split(" ?")[0] for each in shown(text)] == [
        "2027-02-09 09:30-09:40 Opening",
        "2027-02-09 09:40-10:30 Embankments",
    ]


def test_an_hour_that_ends_a_sentence_begins_no_session(shown: Shown) -> None:
    text = (
        "9. Juli 2027\n\nDie Busse fahren um 7:25 Uhr und\num 12:50 Uhr. Die Betreuung hat offen.\n\n8:00 Uhr Lesung\n"
    )
    assert [each.split(" ?")[0] for each in shown(text)] == ["2027-07-09 08:00- Lesung"]
