"""What is said of every week: one day of it is read, with a doubt."""

from collections.abc import Callable
from datetime import date

import pytest

from agendacli.formats.documents.values.told import Asked, ToldSession

Sessions = Callable[..., tuple[ToldSession, ...]]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("From 2 March 2027, every Tuesday", "every Tuesday"),
        ("Ab 2. März 2027 jeden Dienstag", "jeden Dienstag"),
        ("Tous les mardis du 2 mars au 27 avril 2027", "Tous les mardis"),
        ("Todos los martes desde el 2 de marzo de 2027", "Todos los martes"),
        ("Der Kurs ist jeden zweiten Dienstag (erstmals am 2. März 2027).", "jeden zweiten Dienstag"),
        ("Dienstags, ab 2. März 2027", "Dienstags"),
    ],
)
def test_a_day_of_every_week_is_doubted(sessions: Sessions, line: str, words: str) -> None:
    found = sessions(f"# Chor\n\n{line}\n\n18:00 Probe\n", "x.md")
    assert [(each.day.value, each.day.doubts[-1:]) for each in found] == [
        (date(2027, 3, 2), (f"`{words}` is printed: of these only this day is read",))
    ]


def test_a_day_that_is_given_is_doubted_as_well(sessions: Sessions) -> None:
    (found,) = sessions("# Chor\n\nEvery week in March\n\n18:00 Probe\n", "x.md", Asked(first=date(2027, 3, 2)))
    assert found.day.doubts == ("`Every week` is printed: of these only this day is read",)


@pytest.mark.parametrize("title", ["A cake for every week", "On Sundays"])
def test_what_a_title_says_of_every_week_is_no_reason(sessions: Sessions, title: str) -> None:
    found = sessions(f"# Kitchen\n\n2 March 2027, 18:00: {title}\n\n3 March 2027, 18:00: Soup\n", "x.md")
    assert [each.day.doubts for each in found] == [(), ()]
