"""Of letters: the day on which one was written, and that of what it announces."""

from collections.abc import Callable

import pytest

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
