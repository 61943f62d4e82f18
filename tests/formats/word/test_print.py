"""What a secretariat prints."""

import re
from collections.abc import Callable

from agendacli.formats.exported import Exported
from agendacli.model.programme import Programme

ODD = """\
title: Spring school on odd things
place: Vienna
zone: Europe/Vienna
symbol: A/71/L.58
stage: provisional
revision: 2026-03-01
url: https://example.org/x
organizer: Institute of Odd Things
chair: Ms. Ann Poe, Director of Things
description: What it is.
notes: [Badges are to be worn.]
days:
  2026-03-09:
    - 9:00-: Opening
      room: Hall A
      chair: Ms. Ann Poe, Director of Things (tbc)
      notes: [Doors open, Come]
      description: Not printed.
    - 10:00-12:00: On seas
      room: Hall A
      items:
        - 10:00-10:30: First talk
          speaker: Mr. Carl Moe, University of Graz
        - 10:30-11:00: Second talk
          speakers: [Ms. Dee Fox, Ms. Eve Hall]
    - 12:00-13:00: Lunch
    - before 18:00: Posters
      rooms: [Hall B, Hall C]
    - 20:00-02:00 +1: Ball
      place: Graz
      status: cancelled
    - hours unknown: Excursion
      status: tentative
    - all day: Exhibition
    - hours unknown: Report
      kind: document
  some day in 2026-04:
    - hours unknown: Follow-up
"""


def test_everything_that_is_known_and_what_is_not(
    programme: Callable[[str], Programme], printed: Callable[..., Exported], lines: Callable[[bytes], list[str]]
) -> None:
    found = printed(programme(ODD))
    assert lines(found.data) == [
        "Title: Spring school on odd things",
        "Subtitle: 9 March 2026; Vienna",
        "AgendaHead: Institute of Odd Things",
        "AgendaHead: A/71/L.58, provisional, as of 1 March 2026",
        "AgendaHead: Times are those of Europe/Vienna (UTC+1).",
        "AgendaHead: https://example.org/x",
        "AgendaHead: What it is.",
        "AgendaHead: Chair: Ms. Ann Poe, Director of Things",
        "Heading1: Monday, 9 March 2026",
        "Time | Programme | Room",
        "time to be confirmed | Excursion (to be confirmed) | ",
        "all day | Exhibition | ",
        " | Report | ",
        "before 18:00 | Posters | Hall B / Hall C",
        "09:00– | Opening / Chair: Ms. Ann Poe, Director of Things (to be confirmed) / Doors open / Come | Hall A",
        "10:00–12:00 | On seas | Hall A",
        "10:00–10:30 | First talk / Speaker: Mr. Carl Moe, University of Graz | Hall A",
        "10:30–11:00 | Second talk / Speakers: / Ms. Dee Fox / Ms. Eve Hall | Hall A",
        "12:00–13:00 | Lunch | ",
        "20:00–02:00 +1 | Ball | Graz",
        "Heading1: Some day in April 2026",
        "Time | Programme | Room",
        "time to be confirmed | Follow-up | ",
        "Heading1: Notes",
        "AgendaHead: Badges are to be worn.",
        "AgendaHead: ",
    ]
    assert found.left_out == ("left out, as a printed programme has no place for it: 1 description",)


def test_what_is_cancelled_is_struck_through(
    programme: Callable[[str], Programme],
    printed: Callable[..., Exported],
    parts: Callable[[bytes], dict[str, bytes]],
) -> None:
    text = parts(printed(programme(ODD)).data)["word/document.xml"].decode()
    struck = re.findall(r"<w:strike />.*?<w:t [^>]*>([^<]*)", text)
    assert struck == ["20:00–02:00 +1", "Ball", "Graz"]


def test_what_is_read_from_right_to_left_is_marked(
    printed: Callable[..., Exported], parts: Callable[[bytes], dict[str, bytes]]
) -> None:
    title = "שלום עולם 2026 (part 2)"
    text = parts(printed(Programme("x", title, "x.yaml")).data)["word/document.xml"].decode()
    assert '<w:pStyle w:val="Title" /><w:bidi />' in text
    assert '<w:rtl /></w:rPr><w:t xml:space="preserve">שלום עולם</w:t>' in text
    assert '<w:rPr /><w:t xml:space="preserve"> 2026 (part 2)</w:t>' in text


def test_a_programme_without_rooms_has_no_column_for_them(
    programme: Callable[[str], Programme], printed: Callable[..., Exported], lines: Callable[[bytes], list[str]]
) -> None:
    said = "title: Tea\nzone: Europe/Vienna\ndays:\n  2026-03-09:\n    - 9:00-10:00: Tea\n"
    assert lines(printed(programme(said)).data)[-3:] == ["Time | Programme", "09:00–10:00 | Tea", "AgendaHead: "]


def test_times_of_several_zones_say_so_each(
    programme: Callable[[str], Programme], printed: Callable[..., Exported], lines: Callable[[bytes], list[str]]
) -> None:
    said = (
        "title: Tea\nzone: Europe/Vienna\ndays:\n  2026-03-09:\n    - 9:00-10:00: Tea\n    - 11:00-12:00: Cake\n"
        "      zone: Asia/Tokyo\n"
    )
    found = printed(programme(said))
    assert lines(found.data)[-3:-1] == ["11:00–12:00 / Asia/Tokyo | Cake", "09:00–10:00 / Europe/Vienna | Tea"]
    shown = printed(programme(said), zone="Asia/Tokyo")
    assert lines(shown.data)[2:-1] == [
        "AgendaHead: Times are those of Asia/Tokyo (UTC+9).",
        "Heading1: Monday, 9 March 2026",
        "Time | Programme",
        "11:00–12:00 | Cake",
        "17:00–18:00 | Tea",
    ]


def test_equal_input_gives_equal_bytes(
    programme: Callable[[str], Programme], printed: Callable[..., Exported], parts: Callable[[bytes], dict[str, bytes]]
) -> None:
    first, second = (printed(programme(ODD)).data for _ in range(2))
    assert first == second
    assert b"<dc:title>Spring school on odd things</dc:title>" in parts(first)["docProps/core.xml"]


def test_the_licence_stands_at_the_end(
    programme: Callable[[str], Programme], printed: Callable[..., Exported], lines: Callable[[bytes], list[str]]
) -> None:
    said = "title: Tea\nlicense: CC BY 4.0\nzone: UTC\ndays:\n  2026-03-09:\n    - 9:00-10:00: Tea\n"
    assert lines(printed(programme(said)).data)[-1] == "AgendaHead: Licence: CC BY 4.0"
