"""Paragraphs with a title above, and its time on a line of its own."""

from collections.abc import Callable

import pytest

Shown = Callable[..., list[str]]

TALKS = ["2026-03-13 19:00-19:45 Tides", "2026-03-13 20:00-20:45 Bones", "2026-03-13 21:00- Owls"]


@pytest.mark.parametrize(
    ("name", "page"),
    [
        ("x.txt", "Tides\n{0}\n\nBones\n{1}\n\nOwls\n{2}\n"),
        ("x.md", "**Tides**\n{0}\n\n**Bones**\n{1}\n\n**Owls**\n{2}\n"),
        ("x.html", "<p><b>Tides</b></p><p>{0}</p><p><b>Bones</b></p><p>{1}</p><p><b>Owls</b></p><p>{2}</p>"),
    ],
)
@pytest.mark.parametrize("hours", [("7 pm - 7.45 pm", "8 pm - 8.45 pm", "9 pm"), ("19h-19h45", "20h-20h45", "21h")])
def test_a_title_may_stand_above_its_time(shown: Shown, name: str, page: str, hours: tuple[str, ...]) -> None:
    head = "<p>13 March 2026</p>" if name == "x.html" else "13 March 2026\n\n"
    assert shown(head + page.format(*hours), name) == TALKS


def test_people_a_place_and_bare_hours_may_stand_there(shown: Shown) -> None:
    text = "Tides\nIda Holm\n10.30 to 12\n\nLunch\n12 to 1\n\nOwls\n1 to 2.30, Library\nLed by Peter Abel\n"
    assert [each.partition(" ?")[0] for each in shown(f"13 March 2026\n\n{text}")] == [
        "2026-03-13 10:30-12:00 Tides +Ida Holm (speaker)",
        "2026-03-13 12:00-13:00 Lunch",
        "2026-03-13 13:00-14:30 Owls @Library +Peter Abel (speaker)",
    ]


def test_titles_below_times_stay_there(shown: Shown) -> None:
    bold = "19:00\n\n**Tides**\n20:00\n\n**Bones**\n21:00\n\n**Owls**\n"
    assert [each.split(" ", 2)[2] for each in shown(f"13 March 2026\n\n{bold}", "x.md")] == ["Tides", "Bones", "Owls"]
    after = "<p><b>Evening</b></p><p>19:00</p><p><b>Tides</b></p><p>20:00</p><p><b>Bones</b></p>"
    assert [each.split(" ", 2)[2] for each in shown(f"<p>13 March 2026</p>{after}", "x.html")] == ["Tides", "Bones"]


def test_a_break_behind_a_time_is_no_place_beside_it(shown: Shown) -> None:
    talks = "<p>9h – 10h <b>Marées</b><br>Ida Holm</p><p>10h – 11h <b>Pause café</b></p>"
    more = "<p>11h – 12h <b>Vagues</b><br>Jonas Falk</p><p>12h – 13h <b>Pause café</b></p>"
    assert shown(f"<p>13 mars 2026</p>{talks}{more}", "x.html") == [
        "2026-03-13 09:00-10:00 Marées +Ida Holm (speaker)",
        "2026-03-13 10:00-11:00 Pause café",
        "2026-03-13 11:00-12:00 Vagues +Jonas Falk (speaker)",
        "2026-03-13 12:00-13:00 Pause café",
    ]
