"""Of letters: the day on which one was written, and that of what it announces."""

from collections.abc import Callable

import pytest

from agendacli.formats.documents.slots.letters import closes_letter
from agendacli.formats.documents.values.told import ToldSession

Sessions = Callable[..., tuple[ToldSession, ...]]


def days(found: tuple[ToldSession, ...]) -> set[str]:
    return {str(each.day.value) for each in found}


@pytest.mark.parametrize(
    ("top", "greeting", "announced"),
    [
        (
            "Verein für Stadtgeschichte e. V. · Regensburg, den 3. Februar 2026",
            "Sehr geehrte Mitglieder,",
            "wir laden Sie zu unserem Treffen am Samstag, den 21. März 2026, ein.",
        ),
        (
            "The Harbour Club of the Old Town | Lisbon, 3 February 2026",
            "Dear members,",
            "our spring meeting takes place on 21 March 2026.",
        ),
        (
            "Association des amis du vieux port, Lyon, le 3 février 2026",
            "Chers amis,",
            "notre rencontre aura lieu le 21 mars 2026.",
        ),
    ],
)
def test_a_letterhead_with_place_and_date(sessions: Sessions, top: str, greeting: str, announced: str) -> None:
    found = sessions(f"{top}\n\n{greeting}\n\n{announced}\n\n9:30 Tides\n10:30 Sand\n")
    assert days(found) == {"2026-03-21"}


def test_a_heading_with_place_and_date_is_the_day_where_no_later_one_stands_below(sessions: Sessions) -> None:
    top = "Spring meeting of the friends of the harbour · Lisbon, 21 March 2026"
    found = sessions(
        f"{top}\n\nDear members,\n\nthe minutes of 10 January 2026 are attached.\n\n9:30 Tides\n10:30 Sand\n"
    )
    assert days(found) == {"2026-03-21"}


@pytest.mark.parametrize(
    "head",
    [
        "Bern, 3. Februar 2027\n\n# Frühlingstreffen\n\nWir laden ein für den 12. März.",
        "**Bern, den 3. Februar 2027**\n\n**Frühlingstreffen**\n\nTermin: 12. März 2027",
        "London, 3 February 2027\n\n# Spring meeting\n\nDate: 12 March 2027",
        "3.2.2027\n\n# Schulfest\n\nAm 12. März findet das Schulfest statt.",
        "# Réunion\n\nLyon, le 3 février 2027\n\nLa réunion aura lieu le 12 mars 2027.",
        "# Fiesta\n\nMadrid, 3 de febrero de 2027\n\nFecha: 12 de marzo de 2027",
    ],
)
def test_the_day_of_a_letter_that_greets_nobody_is_none_of_its_programme(sessions: Sessions, head: str) -> None:
    for name in ("x.md", "x.txt"):
        found = sessions(f"{head}\n\n19:00 Welcome\n\n19:30 Budget\n", name)
        assert [str(each.day.value) for each in found] == ["2027-03-12", "2027-03-12"]


def test_place_and_date_above_a_day_of_its_own_is_that_of_a_programme(sessions: Sessions) -> None:
    text = "Bern, 3 February 2027\n\n19:00 Welcome\n\n12 March 2027\n\n19:30 Budget\n"
    assert [str(each.day.value) for each in sessions(text)] == ["2027-02-03", "2027-03-12"]


def test_times_below_a_label_of_day_and_hours_are_of_that_day(sessions: Sessions) -> None:
    text = "3 February 2027\n\n# Spring\n\nTermin: 12 March 2027, 10:00-12:00\n\n10:00-11:00 Tea\n\n11:00-12:00 Walk"
    found = sessions(text, "x.md")
    assert [(str(each.day.value), each.title.value) for each in found] == [
        ("2027-03-12", "Tea"),
        ("2027-03-12", "Walk"),
    ]


@pytest.mark.parametrize("line", ["With warmest wishes,", "In solidarity,", "Herzliche Grüße, Eva", "Warm wishes"])
def test_words_that_take_leave(line: str) -> None:
    assert closes_letter(line)


def test_words_that_only_begin_as_leave_does_are_a_title() -> None:
    assert not closes_letter("Warm wishes and songs of the north")


def test_a_letter_is_dated_above_the_last_of_its_greetings(sessions: Sessions) -> None:
    text = (
        "Lindenhof eG\nAn alle Mitglieder\n\nLeipzig, den 20. Mai 2027\n\nSehr geehrte Mitglieder,\n\n"
        "wir laden zur Versammlung am 17. Juni 2027 ein.\n\n17.00 Uhr Einlass\n17.30 Uhr Bericht\n"
    )
    assert days(sessions(text)) == {"2027-06-17"}


def test_a_weekday_and_date_above_a_greeting_is_the_day_unless_a_later_one_is_announced(sessions: Sessions) -> None:
    head = "Induction Day\n\nThursday, February 11, 2027\n\nDear volunteer,\n\n{}\n\n9:15 Badges\n9:30 Welcome\n"
    again = head.format("Please bring a photo. We repeat the afternoon on Thursday, February 25.")
    assert days(sessions(again)) == {"2027-02-11"}
    invited = head.format("We invite you to the day of volunteers on Thursday, February 25, 2027.")
    assert days(sessions(invited)) == {"2027-02-25"}
