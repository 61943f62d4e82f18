"""Records of labelled lines, and lengths in words that a sentence gives for all sessions."""

from collections.abc import Callable

import pytest

from agendacli.formats.documents.values.told import ToldSession

Sessions = Callable[..., tuple[ToldSession, ...]]


def said(found: tuple[ToldSession, ...]) -> list[tuple[str, int, int | None, str, list[str]]]:
    return [
        (str(each.day.value), each.start.value, each.end.value, each.title.value, [one.name for one in each.people])
        for each in found
    ]


EXPECTED = [
    ("2026-03-09", 600, 690, "Ferns of the northern shore", ["Ida Holm"]),
    ("2026-03-10", 720, 780, "Mosses", ["Ben Ahlers"]),
]


@pytest.mark.parametrize(
    ("labels", "days"),
    [
        ("Date Time Title Speaker", ("Monday 9 March 2026", "Tuesday 10 March 2026")),
        ("Fecha Hora Título Ponente", ("lunes 9 de marzo de 2026", "martes 10 de marzo de 2026")),
        ("Datum Zeit Titel Referentin", ("Montag, 9. März 2026", "Dienstag, 10. März 2026")),
        ("Date Heure Titre Intervenante", ("lundi 9 mars 2026", "mardi 10 mars 2026")),
    ],
)
@pytest.mark.parametrize("first", [0, 2])
def test_records_in_four_languages(sessions: Sessions, labels: str, days: tuple[str, str], first: int) -> None:
    day, time, title, who = labels.split()
    one = [
        f"{day}: {days[0]}",
        f"{time}: 10:00 - 11:30",
        f"{title}: Ferns of the\n  northern shore",
        f"{who}: Ida Holm",
    ]
    other = [f"{day}: {days[1]}", f"{time}: 12:00 - 13:00", f"{title}: Mosses", f"{who}: Ben Ahlers"]
    records = ([*each[first:], *each[:first]] for each in (one, other))
    text = "\n\n".join("\n".join(["A talk", *each]) for each in records)
    assert said(sessions(f"Talks\n\n{text}\n")) == EXPECTED


def test_a_title_goes_on_and_no_heading_stays_with_the_session_before(sessions: Sessions) -> None:
    one = "One\nDate: 9 March 2026\nTime: 10:00\nTitle: Ferns\n"
    other = "Two\nDate: 10 March 2026\nTime: 11:00\nTitle: Sand\n"
    first, second = sessions(f"Talks\n\n{one}\n{other}")
    assert [line.text for line in first.notes] == ["One"]
    assert [line.text for line in second.notes] == ["Two"]
    assert {line.line for line in first.title.lines} | {line.last for line in first.title.lines} >= {5, 6}


@pytest.mark.parametrize(
    ("sentence", "end"),
    [
        ("All talks last an hour and a half.", 690),
        ("Alle Vorträge dauern\nanderthalb Stunden.", 690),
        ("Toutes les séances durent une heure et demie.", 690),
        ("Todas se celebran en\nlínea y duran una hora y media.", 690),
        ("Each talk lasts one hour.", 660),
    ],
)
def test_a_length_in_words_for_all(sessions: Sessions, sentence: str, end: int) -> None:
    found = sessions(f"Talks\n\n{sentence}\n\n9 March 2026\n10:00 Ferns\n")
    assert [each.end.value for each in found] == [end]
    assert all(each.end.doubts for each in found)
