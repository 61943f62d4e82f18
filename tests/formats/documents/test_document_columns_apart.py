"""Columns of a plain text whose rows lack a time, whose times lack a head, or stand one blank behind the days."""

import pytest
from tests.formats.documents.conftest import Sessions, Shown

DAY = "School, Monday, 9 March 2026\n\n"


def without_doubts(shown: list[str]) -> list[str]:
    return [each.partition(" ?")[0] for each in shown]


def test_a_row_without_a_time_is_no_head_of_the_rows_below_it(shown: Shown) -> None:
    rows = (
        "Time           Session              Speaker            Room\n"
        "09:00-10:00    Opening              Ida Holm           Hall A\n"
        "10:00-11:00    Reading              Keith Dale         Hall B\n"
        "               Discussion           Ben Osei           Hall C\n"
        "11:00-12:00    Tour                 Nora Weiss         Hall A\n"
    )
    assert without_doubts(shown(f"{DAY}{rows}")) == [
        "2026-03-09 09:00-10:00 Opening @Hall A +Ida Holm (speaker)",
        "2026-03-09 10:00-11:00 Reading @Hall B +Keith Dale (speaker)",
        "2026-03-09 10:00-11:00 Discussion @Hall C +Ben Osei (speaker)",
        "2026-03-09 11:00-12:00 Tour @Hall A +Nora Weiss (speaker)",
    ]


def test_a_whole_row_without_a_time_is_no_rest_of_the_one_above(shown: Shown) -> None:
    rows = (
        "09:00-10:00  Opening        Hall A\n10:00-11:00  Reading        Hall B\n"
        "             Discussion     Hall C\n11:00-12:00  Tour           Hall A\n"
    )
    assert without_doubts(shown(f"{DAY}{rows}"))[1:3] == [
        "2026-03-09 10:00-11:00 Reading @Hall B",
        "2026-03-09 10:00-11:00 Discussion @Hall C",
    ]


@pytest.mark.parametrize(
    ("rows", "read"),
    [
        (
            (
                "          Main Hall            Annex              Garden\n"
                "10:00     Welcome              Crafts             Planting\n"
                "11:00     Choir                Pottery            Bees\n"
                "12:00     Lunch                Games              Soup\n"
            ),
            ["Welcome @Main Hall", "Crafts @Annex", "Planting @Garden", "Choir @Main Hall"],
        ),
        (
            "      Hall A       Hall B\n10:00 Welcome      Crafts\n11:00 Choir        Pottery\n",
            ["Welcome @Hall A", "Crafts @Hall B", "Choir @Hall A", "Pottery @Hall B"],
        ),
    ],
)
def test_rooms_over_columns_need_no_head_over_the_times(rows: str, read: list[str], shown: Shown) -> None:
    assert [each.split("- ")[1] for each in without_doubts(shown(f"{DAY}{rows}"))][:4] == read


def test_a_time_may_stand_one_blank_behind_its_day(shown: Shown) -> None:
    rows = (
        "Day            Time          Topic        Room\nMon 09.03.2026 09:00-10:30   Weaving      Aula\n"
        "Tue 10.03.2026 09:00-10:30   Spinning     Aula\nWed 11.03.2026 14:00         Exhibition   Aula\n"
    )
    assert without_doubts(shown(f"Course\n\n{rows}")) == [
        "2026-03-09 09:00-10:30 Weaving @Aula",
        "2026-03-10 09:00-10:30 Spinning @Aula",
        "2026-03-11 14:00- Exhibition @Aula",
    ]


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("10:00 Führung, 1,5 Std.", "10:00-11:30 Führung"),
        ("10:00 Lesung (1,5 Stunden)", "10:00-11:30 Lesung"),
        ("10:00 Coffee, 25 min (Long Room)", "10:00-10:25 Coffee @Long Room"),
        ("10:00 (45 min)\nMorse for all — Ida Holm", "10:00-10:45 Morse for all +Ida Holm (speaker)"),
        ("10:00 Begrüßung bis 10.30 Uhr", "10:00-10:30 Begrüßung"),
        ("10:00 Visite jusqu'à 16h", "10:00-16:00 Visite"),
        ("10:00 Vote\nIn the chair: Professor\nIda Holm", "10:00- Vote +Professor Ida Holm (chair)"),
        ("10:00 Net zero, by the Ven. Piers Holm", "10:00- Net zero +Ven. Piers Holm (speaker)"),
        ("10:00 ¿De quién es el mar? Sala Capitular. Modera: Ida Holm", "10:00- ¿De quién es el mar? @Sala Capitular"),
    ],
)
def test_lengths_ends_and_people_in_other_places(line: str, read: str, shown: Shown) -> None:
    assert without_doubts(shown(f"{DAY}{line}\n"))[0].removeprefix("2026-03-09 ").startswith(read)


def test_a_place_below_an_empty_line_at_the_end_is_not_that_of_the_last_session(shown: Shown) -> None:
    text = f"{DAY}10:00 Welcome\n11:00 Choir\n\nVenue: the old brewery\n"
    assert without_doubts(shown(text)) == ["2026-03-09 10:00- Welcome", "2026-03-09 11:00- Choir"]


def test_the_year_of_a_founding_is_not_that_of_the_programme(shown: Shown) -> None:
    text = "Reading group\n(since 1987, and still no constitution)\nLent Term 2026\n\n22 January\n10:00 Aristotle\n"
    assert without_doubts(shown(text)) == ["2026-01-22 10:00- Aristotle"]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("10:00 Beck. Leaders: Dr Ida Holm\nand Ben Osei. Boots.", "Beck +Dr Ida Holm (speaker) +Ben Osei (speaker)"),
        (
            "10:00 Revue à mi-parcours. Animation : Ilse\nvan Dorp ; rapporteur : Ben Osei",
            "Revue à mi-parcours +Ilse van Dorp (moderator) +Ben Osei (rapporteur)",
        ),
        ("10:00 Cien años. Lugar: Museo\ndel Agua. Entrada libre.", "Cien años @Museo del Agua"),
        ("10:00 Pause, 25 Minuten (Würstchen am Stand)", "Pause, 25 Minuten (Würstchen am Stand)"),
    ],
)  # fmt: skip
def test_what_stands_behind_a_role_or_a_place_goes_on_in_the_next_line(text: str, read: str, shown: Shown) -> None:
    found = without_doubts(shown(f"{DAY}{text}\n"))[0].split("- ")[1]
    assert found.partition(" ~")[0] == read


def test_an_end_that_is_a_number_has_a_doubt(shown: Shown) -> None:
    assert shown(f"{DAY}8am Porridge. Canteen, till 10\n")[0].endswith("@Canteen ?a number behind other words: 10")


def test_numbers_of_items_are_no_titles(shown: Shown) -> None:
    rows = "| TOP | Beginn | Gegenstand |\n|---|---|---|\n| 1 | 10:00 | Eröffnung |\n| 2 | 11:00 | Wahlen |\n"
    assert [each.split("- ")[1] for each in without_doubts(shown(f"{DAY}{rows}", "x.md"))] == ["Eröffnung", "Wahlen"]


@pytest.mark.parametrize(
    ("head", "room"),
    [
        ("Morning in the Ballroom:", "Ballroom"),
        ("ASSEMBLÉE GÉNÉRALE (matin, grande salle)", "grande salle"),
        ("Nachmittag im Großen Saal", "Großen Saal"),
        ("Morning in the rain:", None),
    ],
)
def test_a_part_of_the_day_may_say_its_room(head: str, room: str | None, sessions: Sessions) -> None:
    found = sessions(f"{DAY}8:00 Welcome (Foyer)\n\n{head}\n\n9:00 Tides\n10:00 Gauges\n")
    assert [each.room.value if each.room else None for each in found] == ["Foyer", room, room]


@pytest.mark.parametrize(
    ("line", "read"),
    [
        (
            "10:00 Piéger le frelon. Modératrice :\nNadège Lorieux. Intervenants : Ida Holm",
            "Piéger le frelon +Nadège Lorieux (moderator) +Ida Holm (speaker)",
        ),
        ("10:00 Welcome by our President, Dr Ida Holm", "Welcome +Dr Ida Holm (speaker)"),
        ("10:00 Sherry (Old Library if wet)", "Sherry (Old Library if wet)"),
    ],
)  # fmt: skip
def test_offices_labels_at_ends_and_rooms_for_bad_weather(line: str, read: str, shown: Shown) -> None:
    assert without_doubts(shown(f"{DAY}{line}\n"))[0].split("- ")[1] == read


def test_starts_and_ends_in_columns_of_their_own_need_no_heads(shown: Shown) -> None:
    rows = (
        "09:30  10:15  Library tour              Entrance Desk     Ida Holm\n"
        "11:00  12:30  Shut up and write!        Reading Room      Paul Kern\n"
        "14:00         Zotero from scratch       PC Lab 1          Nora Weiss\n"
    )
    assert without_doubts(shown(f"{DAY}{rows}")) == [
        "2026-03-09 09:30-10:15 Library tour @Entrance Desk +Ida Holm (speaker)",
        "2026-03-09 11:00-12:30 Shut up and write! @Reading Room +Paul Kern (speaker)",
        "2026-03-09 14:00- Zotero from scratch @PC Lab 1 +Nora Weiss (speaker)",
    ]


def test_a_row_with_a_time_and_no_day_is_of_the_day_above(shown: Shown) -> None:
    rows = (
        "Tag         Uhrzeit   Was               Wo             Wer\n"
        "So 29.3.    10.00     Gottesdienst      Marienkirche   Pfrn. Ida Holm\n"
        "            11.15     Kirchenkaffee     Gemeindehaus\n"
        "Mo 30.3.    19.00     Andacht           Marienkirche   Paul Kern\n"
    )
    assert without_doubts(shown(f"Ostern 2026\n\n{rows}"))[1] == "2026-03-29 11:15- Kirchenkaffee @Gemeindehaus"


def test_a_head_of_a_talk_and_who_leads_is_that_of_people(shown: Shown) -> None:
    heads = "| Zeit | Thema | Vortrag / Leitung |\n|---|---|---|\n"
    rows = f"{heads}| 9:00 | Haushalt | Ida Holm |\n| 10:00 | Wärme | Nora Weiss |\n"
    assert [each.split("- ")[1] for each in without_doubts(shown(f"{DAY}{rows}", "x.md"))] == [
        "Haushalt +Ida Holm (speaker)",
        "Wärme +Nora Weiss (speaker)",
    ]


@pytest.mark.parametrize(
    "line", ["10:00 Solder by hand – Ida Holm, 30 min, Bench A", "10:00 The crane (1978, 30 min), with Ida Holm"]
)
def test_no_part_of_a_title_is_joined_around_a_length(line: str, shown: Shown) -> None:
    (found,) = shown(f"{DAY}{line}\n")
    title = found.split("10:30 ")[1].partition(" +")[0].partition(" @")[0].partition(" ?")[0]
    assert found.startswith("2026-03-09 10:00-10:30")
    assert title in line


def test_columns_typed_by_hand_may_stand_one_apart(shown: Shown) -> None:
    rows = (
        "09:30   Registration                                          Common Room\n"
        "10:00   Persistent homology, lecture 1     T. Abernethy-Wolde  Euler Room\n"
        "12:00   Sheaves for engineers, lecture 1   C. Marchetti-Blum   Euler Room\n"
        "14:00   Knots in proteins                  Y. Hasegawa         Euler Room\n"
        "15:00   Holes in traffic                   D. Oyelaran         Euler Room\n"
        "16:00   Goodbye and sandwiches                                Common Room\n"
    )
    found = without_doubts(shown(f"{DAY}{rows}"))
    assert found[1].endswith("lecture 1 @Euler Room +T. Abernethy-Wolde (speaker)")
    assert found[2].endswith("lecture 1 @Euler Room +C. Marchetti-Blum (speaker)")
    assert found[0].endswith("Registration @Common Room")


def test_a_column_of_lengths_holds_no_times(shown: Shown) -> None:
    rows = (
        "| Heure | Film | Durée | Salle |\n|--|--|--|--|\n"
        "| 14 h 30 | Le Hérisson voyageur | 1 h 05 | Le Rex |\n"
        "| 16 h | Atelier flip-book | 1 h 30 | Médiathèque |\n"
        "| 20 h | Un été sans Paul | 1 h 42 | Le Rex |\n"
    )
    assert without_doubts(shown(f"4 février 2026\n\n{rows}", "x.md")) == [
        "2026-02-04 14:30-15:35 Le Hérisson voyageur @Le Rex",
        "2026-02-04 16:00-17:30 Atelier flip-book @Médiathèque",
        "2026-02-04 20:00-21:42 Un été sans Paul @Le Rex",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "10:00 Tides, 75 mins (facilitators: Ida Holm and Paul Kern)",
        "10:00 Tides (facilitators: Ida Holm and Paul Kern). 75 mins",
        "10:00 Tides\nWith Ida Holm and Paul Kern. 75 minutes including questions",
        "10:00 Tides, 75 min, inkl. Diskussion",
    ],
)
def test_a_length_before_who_leads_and_with_what_it_includes(line: str, shown: Shown) -> None:
    assert shown(f"{DAY}{line}\n")[0].startswith("2026-03-09 10:00-11:15 Tides")


@pytest.mark.parametrize(
    ("line", "people"),
    [
        (
            "10:00 Debatte (Aula), Moderation: Paul Kern, Podium: Ida Holm, Nora Weiss",
            "+Paul Kern (moderator) +Ida Holm (panellist) +Nora Weiss (panellist)",
        ),
        ("10:00 Paper or cloud? – Ida Holm; moderator Paul Kern", "+Ida Holm (speaker) +Paul Kern (moderator)"),
    ],
)
def test_another_role_begins_behind_names(line: str, people: str, shown: Shown) -> None:
    assert without_doubts(shown(f"{DAY}{line}\n"))[0].endswith(people)


@pytest.mark.parametrize("head", ["Le matin, salle Bonnefoy :", "In the morning (Great Hall)", "Am Vormittag, Aula:"])
def test_a_part_of_the_day_with_an_article_says_its_room(head: str, sessions: Sessions) -> None:
    found = sessions(f"{DAY}8:00 Welcome\n\n{head}\n9:45 Assemblée générale\n")
    assert found[1].room
    assert found[1].room.value in head


@pytest.mark.parametrize("said", ["Publicado el 2 de febrero de 2026 por", "Veröffentlicht am 2. Februar 2026 von"])
def test_the_day_of_publication_is_none_of_the_programme(said: str, sessions: Sessions) -> None:
    prose = "El próximo sábado 14 de marzo, los catequistas estamos convocados en Almoraz."
    found = sessions(f"{said} Ida Holm\n\n{prose}\n\nA las 9:30, acogida\nA las 10:00, oración\n")
    assert {str(each.day.value) for each in found} == {"2026-03-14"}
