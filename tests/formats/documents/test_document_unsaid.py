"""What a document says elsewhere or in other words: feasts, weeks, lengths and ends in sentences, names in titles."""

from collections.abc import Callable

import pytest

from agendacli.formats.documents.drafting import read_as_draft
from agendacli.formats.documents.tokens.people import PeopleSense
from agendacli.formats.documents.values.told import Asked, ToldSession

Sessions = Callable[..., tuple[ToldSession, ...]]
DAY = "9 March 2026\n"


def clock(minutes: int | None) -> str:
    return "?" if minutes is None else f"{minutes // 60 % 24:02}:{minutes % 60:02}"


def said(found: tuple[ToldSession, ...]) -> list[str]:
    return [f"{each.day.value} {clock(each.start.value)}-{clock(each.end.value)} {each.title.value}" for each in found]


def test_feasts_are_days_of_their_own(sessions: Sessions) -> None:
    text = (
        "Dezember 2026\n3. Advent, 13. Dezember 2026\n10:00 Gottesdienst\nHeiligabend\n16:00 Christvesper\n"
        "2. Weihnachtstag\n10:00 Singen\n"
    )
    assert said(sessions(text)) == [
        "2026-12-13 10:00-? Gottesdienst",
        "2026-12-24 16:00-? Christvesper",
        "2026-12-26 10:00-? Singen",
    ]


def test_a_number_with_a_full_stop_before_a_month_is_no_item(sessions: Sessions) -> None:
    assert said(sessions("9. März 2026\n10:00 Auftakt\n10. März\n10:00 Schluss\n")) == [
        "2026-03-09 10:00-? Auftakt",
        "2026-03-10 10:00-? Schluss",
    ]


def test_holy_days_are_their_weekdays(sessions: Sessions) -> None:
    text = (
        "PALM SUNDAY, 21 March 2027\n10:00 Service\nHOLY SATURDAY\n20:00 Vigil\n"
        "EASTER DAY (clocks go forward)\n8:00 Feast\n"
    )
    assert [each.split()[0] for each in said(sessions(text))] == ["2027-03-21", "2027-03-27", "2027-03-28"]


def test_a_line_from_weekday_to_weekday_is_each_of_them(sessions: Sessions) -> None:
    found = sessions("Sunday, 21 March 2027\n10:00 Service\nMONDAY to WEDNESDAY\n19:30 Compline\n")
    assert [each.split()[0] for each in said(found)] == ["2027-03-21", "2027-03-22", "2027-03-23", "2027-03-24"]


def test_the_mark_behind_a_range_is_that_of_its_start(sessions: Sessions) -> None:
    assert said(sessions(DAY + "2 - 3 pm Music\n14:30 Tea\n")) == [
        "2026-03-09 14:00-15:00 Music",
        "2026-03-09 14:30-? Tea",
    ]


def test_an_end_in_a_sentence_behind_the_title(sessions: Sessions) -> None:
    found = sessions(DAY + "22:00 Concierto. Hasta las 23:30.\n00:30 Verbena. Hasta las 4:30.\n")
    assert [clock(each.end.value) for each in found] == ["23:30", "04:30"]


def test_a_length_that_is_said_once_for_all_is_doubted(sessions: Sessions) -> None:
    found = sessions("Each of them lasts 75 minutes.\n" + DAY + "16:00 Ice\n18:00 Lunch\n")
    assert said(found) == ["2026-03-09 16:00-17:15 Ice", "2026-03-09 18:00-? Lunch"]
    assert found[0].end.doubts == ("the start and the length that is printed once for all",)


def test_what_stands_below_an_empty_line_is_no_part_of_the_last_session(sessions: Sessions) -> None:
    text = DAY + "9:00 Ferns\nDr. Ida Holm\n10:00 Mosses\n11:00 Palms\n12:00 Trees\n\nSecretary: Mrs Eva Lyle\n"
    assert [[each.name for each in one.people] for one in sessions(text)] == [["Dr. Ida Holm"], [], [], []]


def test_tracks_in_bullets_below_a_time_are_parallel(sessions: Sessions) -> None:
    text = (
        "# 9 March 2026\n* 10:20-12:00 parallel tracks\n  * **Track A: Scans** [Reading Room] - Dr. Ida Holm\n"
        "  * **Track B: Texts** [Room 2.12] - Dr. Ben Kern\n"
    )
    found = sessions(text, "x.md")
    assert [(each.title.value, each.room and each.room.value) for each in found] == [
        ("Track A: Scans", "Reading Room"),
        ("Track B: Texts", "Room 2.12"),
    ]
    assert [[each.name for each in one.people] for one in found] == [["Dr. Ida Holm"], ["Dr. Ben Kern"]]


@pytest.mark.parametrize(
    "name",
    [
        "M. Patrice d’Hautefeuille",
        "Noor el-Fassi",
        "Elin ap Rhys",
        "Dra. Montserrat Puigdevall i Roca",
        "Rvdo. P. Honorio Lázaro",
    ],
)
def test_names_with_small_words(name: str) -> None:
    assert PeopleSense().people(name, "said")


def test_an_unknown_office_before_an_honorific_is_one() -> None:
    found = PeopleSense().people("Ministerialrätin Dr. Friederike zu Solms")
    assert found
    assert [(each.name, each.position) for each in found] == [("Dr. Friederike zu Solms", "Ministerialrätin")]


def test_who_comes_along_in_a_title_is_doubted(sessions: Sessions) -> None:
    (found,) = sessions("9. März 2026\n\n9:30 Uhr Orgelführung mit Kantor Jonas Brehm\n")
    assert "who comes along may be no part of it" in found.title.doubts


def test_what_spans_all_others_of_its_day_is_doubted(sessions: Sessions) -> None:
    rest = "10:00 Tides\n11:00 Nets\n12:00-13:00 Sand\n"
    found = sessions(f"9 March 2026\n\n9:30-16:30 Boat skills\n{rest}")
    assert [each.title.doubts for each in found] == [("it spans all others of its day",), (), (), ()]
    assert sessions(f"9 March 2026\n\n9:30-11:30 Boat skills\n{rest}")[0].title.doubts == ()


def test_a_title_that_names_who_plays_what_is_doubted(sessions: Sessions) -> None:
    (found,) = sessions("9 mars 2026\n\n21h30 Bal musette — avec Dédé Fournier à l’accordéon\n")
    assert "seems to name a person" in found.title.doubts


def test_a_title_that_names_somebody_of_another_session_is_doubted(sessions: Sessions) -> None:
    found = sessions(
        "9 March 2026\n\n9:00 Safety briefing: Zoltanka Vrbin, site manager\n10:00 Tour\nHost: Zoltanka Vrbin\n"
    )
    assert [each.title.doubts for each in found] == [
        ("reads as if it named a person", "it names somebody who has a part elsewhere"),
        (),
    ]


def test_a_title_that_names_somebody_who_takes_no_part_is_doubted(sessions: Sessions) -> None:
    found = sessions(
        DAY + "9:00 Past the house of Maria Tennant and home\n10:00 Vespers (Prädikantin Elfriede Oestmann)\n"
    )
    assert [each.title.doubts for each in found] == [("seems to name a person",)] * 2


def test_a_session_that_names_the_room_of_others_is_doubted(sessions: Sessions) -> None:
    found = sessions(DAY + "9:00 Opening, Potting Shed\n10:00 Seeds in the old potting shed again\n")
    assert found[1].title.doubts == ("`potting shed`, a room of others, is named with it",)


def test_known_names_without_honorific_are_left_over_too() -> None:
    text = DAY + "9:00 Breakfast\nContact: the father, best man Rory Keane\n10:00 Walk\n"
    assert [(each.kind, each.text) for each in read_as_draft(text.encode(), "x.txt", Asked()).left] == [
        ("name", "Rory Keane")
    ]


def test_a_dash_and_a_number_behind_a_start_may_be_an_end(sessions: Sessions) -> None:
    first, second = sessions(DAY + "9:15-10% Safety first\n10:30 – 2 talks\n")
    assert (first.end.value, first.end.doubts) == (None, ("`10%` behind the start may be an end",))
    assert second.end.doubts == ()
