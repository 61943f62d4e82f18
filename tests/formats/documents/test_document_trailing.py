"""Agendas whose times stand at the right end of their lines."""

import re
from collections.abc import Callable

import pytest

from agendacli.formats.documents.values.told import ToldSession

Sessions = Callable[..., tuple[ToldSession, ...]]
Shown = Callable[..., list[str]]


def said(found: tuple[ToldSession, ...]) -> list[str]:
    return [f"{each.start.value // 60:02}:{each.start.value % 60:02} {each.title.value}" for each in found]


AGENDA = ["19:00 Apologies", "19:05 Minutes of 14 April", "19:15 The mill"]


@pytest.mark.parametrize(
    "items",
    [
        ("1. Apologies 7.00 pm", "2. Minutes of 14 April 7.05 pm", "3. The mill 7.15 pm"),
        ("1) Apologies 19:00", "2) Minutes of 14 April 19:05", "3) The mill 19:15"),
        ("Apologies ........ 19:00", "Minutes of 14 April ... 19:05", "The mill . . . . . 19:15"),
        ("Apologies........19:00", "Minutes of 14 April....19:05", "The mill…………19:15"),
        ("Apologies 19h00", "Minutes of 14 April 19h05", "The mill 19h15"),
        ("TOP 1: Apologies 19.00 Uhr", "TOP 2: Minutes of 14 April 19.05 Uhr", "TOP 3: The mill 19.15 Uhr"),
        ("- Apologies (19:00)", "- Minutes of 14 April (19:05)", "- The mill (19:15)"),
    ],
)
def test_times_at_the_end_of_items(sessions: Sessions, items: tuple[str, ...]) -> None:
    found = sessions("\n".join(("Council", "", "Tuesday, 12 May 2026", "", *items, "Report by Mr. Peter Anson", "")))
    assert [re.sub(r" (?:TOP )?\d[.):] ", " ", each) for each in said(found)] == AGENDA
    assert [(each.name, each.doubts) for each in found[2].people] == [
        ("Mr. Peter Anson", ("named behind other words",))
    ]


def test_times_at_the_end_are_none_where_lines_begin_with_times(sessions: Sessions) -> None:
    text = (
        "12 May 2026\n9:00 Tides\n10:00 Sand\nThe bus leaves 8:00\nThe second bus leaves 8:30\nThe last leaves 8:45\n"
    )
    assert said(sessions(text)) == ["09:00 Tides", "10:00 Sand"]


def test_two_lines_that_end_with_times_are_no_agenda(sessions: Sessions) -> None:
    assert sessions("12 May 2026\nThe bus leaves 8:00\nWe are home 18:30\n") == ()


def test_sentences_that_end_with_times_are_no_agenda(sessions: Sessions) -> None:
    text = "12 May 2026\nThe bus leaves at 8:00\nWe are home by 18:30.\nThe doors close at 19:00\nCall us until 20:00\n"
    assert sessions(text) == ()


@pytest.mark.parametrize(
    "lines",
    [
        "Lifts leave the old church at\n8.50 sharp.",
        "The desk is open from 8.00 to\n17.30 and has maps.",
        "Names to Ida Holm, bitte bis\n12.30 Uhr.",
    ],
)
def test_an_hour_with_which_a_sentence_goes_on_begins_no_session(shown: Shown, lines: str) -> None:
    read = shown(f"9 March 2026\n\n{lines}\n\n9.15 Coffee\n9.45 Tides\n")
    assert [each.split(" ?")[0] for each in read] == ["2026-03-09 09:15- Coffee", "2026-03-09 09:45- Tides"]


def test_when_a_sentence_says_that_it_ends_is_a_doubt(shown: Shown) -> None:
    (read,) = shown("9 March 2026\n\n9.15 Coffee\nWe finish at 10.30 and go.\n")
    assert read.endswith("?it may be at 10.30")
