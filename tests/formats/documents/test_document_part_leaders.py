"""Who leads a numbered part of a programme, and where it is, by its heading or the line below it."""

from collections.abc import Callable

import pytest

from agendacli.formats.documents.drafting import read_as_draft
from agendacli.formats.documents.values.told import Asked

Shown = Callable[..., list[str]]
DAY = "Monday, 9 March 2026\n\n"
WHOLE = "named for the whole part"


@pytest.mark.parametrize(
    ("heading", "is_in"),
    [
        ("Session 1: Bark. Chair: Dr Ida Holm. Lecture Theatre", "Lecture Theatre"),
        ("Session 1: Bark – Lecture Theatre (Chair: Dr Ida Holm)", "Lecture Theatre"),
        ("Teil 1: Akut (Vorsitz: Dr Ida Holm)", ""),
        ("Sesión 1. Del plano al dato, preside: Dr Ida Holm", ""),
        ("Session 1. Du plan aux données\nPrésidence : Dr Ida Holm\n", ""),
        ("Sesión 1. Del plano al dato\nPreside: Dr Ida Holm\n", ""),
    ],
)
def test_a_heading_says_who_leads_what_is_below_it(shown: Shown, heading: str, is_in: str) -> None:
    found = shown(
        f"{DAY}9:00 Opening\nNora Weiss\n\n{heading}\n13:30-14:00 Boats\nBen Weber\n14:00-14:30 Nets\nJonas Falk\n"
    )
    at = f" @{is_in}" if is_in else ""
    doubts = f"?{WHOLE} ?{WHOLE}" if is_in else f"?{WHOLE}"
    assert found == [
        "2026-03-09 09:00- Opening +Nora Weiss (speaker)",
        f"2026-03-09 13:30-14:00 Boats{at} +Ben Weber (speaker) +Dr Ida Holm (chair) {doubts}",
        f"2026-03-09 14:00-14:30 Nets{at} +Jonas Falk (speaker) +Dr Ida Holm (chair) {doubts}",
    ]


@pytest.mark.parametrize(
    "heading", ["Séance 1 – Présidence de séance : Ida Holm", "Sesión 1. Presidenta de sesión: Ida Holm"]
)
def test_a_numbered_part_with_who_leads_it_need_not_be_set_apart(shown: Shown, heading: str) -> None:
    talks = "<p>9h – 10h <b>Marées</b></p>", "<p>10h – 11h <b>Vagues</b></p>"
    text = f"<p>9 mars 2026</p>{talks[0]}<p><i>{heading}</i></p>{talks[1]}"
    assert shown(text, "x.html") == [
        "2026-03-09 09:00-10:00 Marées",
        f"2026-03-09 10:00-11:00 Vagues +Ida Holm (chair) ?{WHOLE}",
    ]


def test_the_room_of_a_numbered_part_needs_no_leader(shown: Shown) -> None:
    found = shown(
        "# 9 March 2026\n\n## Session 2: Stone – Room 3\n\n10:00 Boats\n\n## Session 3: Sand\n\n11:00 Nets\n", "x.md"
    )
    assert [each.split(" ", 2)[2] for each in found] == [f"Boats @Room 3 ?{WHOLE}", "Nets"]


def test_a_row_over_a_table_says_who_leads(shown: Shown) -> None:
    page = (
        "<p>9 March 2026</p><table><tr><td colspan=3>Teil 1: Akut (Vorsitz: Dr. Ida Holm)"
        "<tr><td>9:00<td>Boats<td>Ben Weber<tr><td>10:00<td>Nets<td>Nora Weiss</table>"
    )
    assert all("+Dr. Ida Holm (chair)" in each for each in shown(page, "x.html"))


@pytest.mark.parametrize("head", ["MORNING SESSION – Chair: Mrs Ida Holm", "Matinée (présidence : Mrs Ida Holm)"])
def test_a_row_that_heads_a_part_of_the_day_says_who_leads(shown: Shown, head: str) -> None:
    page = (
        f"<p>9 March 2026</p><table><tr><td>9:00<td>Coffee<tr><td colspan=2>{head}"
        "<tr><td>9:30<td>Boats<tr><td>10:00<td>Nets</table>"
    )
    assert ["Mrs Ida Holm (chair)" in each for each in shown(page, "x.html")] == [False, True, True]


def test_a_leader_of_whom_no_use_is_made_is_left_over() -> None:
    text = f"{DAY}Of boats and nets of old; chair: Ida Holm\n\n9:00 Boats\nIda Holm\n10:00 Nets\nBen Weber\n"
    left = read_as_draft(text.encode(), "x.txt", Asked()).left
    assert [(each.kind, each.text) for each in left] == [("name", "Ida Holm")]


@pytest.mark.parametrize(
    "head",
    [
        "MORNING Chair: Prof. Ida Holm",
        "Vormittag. Leitung: Dr. med. Ida Holm",
        "Afternoon (Chair: Prof. Ida Holm, Kiel)",
        "Session 2: Silt. Chair: Prof. Dr. Ida Holm. Hall 3",
    ],
)
def test_a_full_stop_behind_an_honorific_ends_no_heading(shown: Shown, head: str) -> None:
    found = shown(f"{DAY}9:00 Opening\nNora Weiss\n\n{head}\n\n10:00-10:30 Boats\n10:30-11:00 Nets\n")
    assert ["Ida Holm" in each for each in found] == [False, True, True]
    assert all("(chair)" in each for each in found[1:])


HEADS = "<tr><th>Time<th>Talk<th>Who"
BOATS, NETS = "<tr><td>10:00-10:30<td>Boats<td>Ben Weber", "<tr><td>10:30-11:00<td>Nets<td>Jonas Falk"


@pytest.mark.parametrize(
    "said", ["Chair: Ida Holm", "Sitzungsleitung: Ida Holm", "Coasts — Présidence : Ida Holm (CNRS)"]
)
def test_a_row_that_says_who_leads_is_of_the_rows_below(shown: Shown, said: str) -> None:
    coffee = "<tr><td>9:30-10:00<td>Coffee break<td>"
    for above in ("", coffee):
        found = shown(f"<p>9 March 2026<table>{HEADS}{above}<tr><td colspan=3>{said}{BOATS}{NETS}</table>", "x.html")
        assert ["+Ida Holm" in each for each in found] == [False] * bool(above) + [True, True]


def test_who_leads_below_a_talk_leads_that(shown: Shown) -> None:
    found = shown(f"<p>9 March 2026<table>{HEADS}{BOATS}<tr><td colspan=3>Chair: Ida Holm{NETS}</table>", "x.html")
    assert ["+Ida Holm (chair)" in each for each in found] == [True, False]


def test_who_leads_a_part_below_a_talk_leads_what_is_below(shown: Shown) -> None:
    said = "Coasts (Chair: Ida Holm, Kiel)"
    found = shown(f"<p>9 March 2026<table>{HEADS}{BOATS}<tr><td colspan=3>{said}{NETS}</table>", "x.html")
    assert ["+Ida Holm" in each for each in found] == [False, True]


@pytest.mark.parametrize(
    "head", ["Matinée : Les mains dans le cambouis", "Afternoon: Under the crane", "Vormittag: Am Kran"]
)
def test_a_part_of_the_day_with_a_title_ends_what_is_above_it(shown: Shown, head: str) -> None:
    found = shown(f"{DAY}9:00 Opening\nNora Weiss\n\n{head}\nChair: Ida Holm\n\n10:00-10:30 Boats\n10:30-11:00 Nets\n")
    assert ["+Ida Holm (chair)" in each for each in found] == [False, True, True]
    assert head not in found[0]


def test_a_sentence_of_a_part_of_the_day_ends_nothing(shown: Shown) -> None:
    (found,) = shown(f"{DAY}9:00 Opening\nAfternoon: Bring a coat and a pen.\n")
    assert "~Afternoon: Bring a coat and a pen." in found
