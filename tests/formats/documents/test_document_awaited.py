"""What belongs to a time that stands alone, to the only day of a letter, and to a table of which one head is known."""

from collections.abc import Callable

import pytest

Shown = Callable[..., list[str]]


@pytest.mark.parametrize("title", ["Chamber music under the whale", "Midnight feast", "Noon for many"])
def test_heading_below_a_time_is_its_title_whatever_it_names(shown: Shown, title: str) -> None:
    page = f"<h1>Long Night</h1><p>16 May 2026<div>22:00</div><h3>{title}</h3><p>Bring a pen.</p>"
    assert shown(page, "x.html") == [f"2026-05-16 22:00- {title} ~Bring a pen."]


def test_word_for_midnight_in_a_title_is_no_time(shown: Shown) -> None:
    assert shown("16 May 2026\n\n22:00 Songs\nMidnight sun and other songs\n23:00 End\n") == [
        "2026-05-16 22:00- Songs ~Midnight sun and other songs ?it may be where `End` stands",
        "2026-05-16 23:00- End ?it may be no session: it says when all is over",
    ]


@pytest.mark.parametrize("word", ["approx.", "ca.", "env."])
def test_remark_that_a_time_is_not_exact_is_no_title(shown: Shown, word: str) -> None:
    assert shown(f"16 May 2026\n\n21:00 ({word}) Arrive home\n") == ["2026-05-16 21:00- Arrive home"]


@pytest.mark.parametrize(
    ("date", "below", "day"),
    [
        ("Friday 19 June 2026", "If wet: Monday 22 June.", "2026-06-19"),
        ("Friday 19 June 2026", "Reply by 5 June.", "2026-06-19"),
        ("Friday 19 June 2026", "We meet on 22 June.", "2026-06-22"),
        ("19 June 2026", "We meet on 22 June.", "2026-06-22"),
    ],
)
def test_day_above_a_letter_is_that_of_its_programme_where_no_later_one_is_told(
    shown: Shown, date: str, below: str, day: str
) -> None:
    read = shown(f"SPORTS DAY\n{date}\n\nDear parents, please come.\n\n9:30 Parade\n\n{below}\n")
    assert [each.split(" ?")[0] for each in read] == [f"{day} 09:30- Parade ~{below}"]


def test_table_below_a_head_for_rooms_is_no_grid(shown: Shown) -> None:
    rows = (("Horaire", "Intervention", "Lieu"), ("9h00", "Le sol vivant", "Amphi Curie"), ("10h00", "Pause", ""))
    cells = "".join("<tr>" + "".join(f"<td>{cell}" for cell in row) for row in rows)
    assert shown(f"<p>12 mars 2026<table>{cells}</table>", "x.html") == [
        "2026-03-12 09:00- Le sol vivant @Amphi Curie",
        "2026-03-12 10:00- Pause",
    ]


def test_items_with_a_room_before_who_speaks_are_parallel(shown: Shown) -> None:
    items = "<li>Singen (Saal 1) – Dr. Ida Holm</li><li>Malen (Saal 2) – Dr. Ben Ahlers</li>"
    page = f"<p>5. November 2026<ul><li>11:15 Gruppen<ul>{items}</ul></li></ul>"
    assert [each.split(" ?")[0] for each in shown(page, "x.html") if "Gruppen" not in each] == [
        "2026-11-05 11:15- Singen @Saal 1 +Dr. Ida Holm (speaker)",
        "2026-11-05 11:15- Malen @Saal 2 +Dr. Ben Ahlers (speaker)",
    ]


def test_tracks_with_a_room_behind_who_speaks_are_parallel(shown: Shown) -> None:
    items = "<li>Workshop A: Torf – Dr. Ida Holm, Raum 204</li><li>Workshop B: Moor – Dr. Ben Ahlers, Raum 207</li>"
    page = f"<p>5. November 2026<ul><li>11:15 Workshops<ul>{items}</ul></li></ul>"
    assert [each.split(" ?")[0] for each in shown(page, "x.html")] == [
        "2026-11-05 11:15- Workshop A: Torf @Raum 204 +Dr. Ida Holm (speaker)",
        "2026-11-05 11:15- Workshop B: Moor @Raum 207 +Dr. Ben Ahlers (speaker)",
    ]


def test_items_in_columns_with_their_times_last(shown: Shown) -> None:
    text = (
        "3 February 2027\n\n"
        "Item                      Lead             Time\n"
        "1   Welcome               Dr Ida Holm      17.30\n"
        "2   Budget monitoring     Dr Ben Ahlers    17.50\n"
        "3   Any other business                     18.10\n"
    )
    assert shown(text) == [
        "2027-02-03 17:30- 1 Welcome +Dr Ida Holm (speaker)",
        "2027-02-03 17:50- 2 Budget monitoring +Dr Ben Ahlers (speaker)",
        "2027-02-03 18:10- 3 Any other business",
    ]


def test_lettered_sessions_with_rooms_are_parallel(shown: Shown) -> None:
    items = "<li>A) Leichte Sprache (Raum 101) – Sabine Trautwein</li><li>B) Beruf (Raum 102) – Mehmet Arslan</li>"
    page = f"<p>5. November 2026<ul><li>11:15 Workshops<ul>{items}</ul></li></ul>"
    assert [each.split(" ?")[0] for each in shown(page, "x.html")] == [
        "2026-11-05 11:15- A) Leichte Sprache @Raum 101 +Sabine Trautwein (speaker)",
        "2026-11-05 11:15- B) Beruf @Raum 102 +Mehmet Arslan (speaker)",
    ]
