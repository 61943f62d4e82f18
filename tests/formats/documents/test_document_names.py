"""People by what their names look like: degrees and ranks before them, letters of all kinds, where they stand."""

from collections.abc import Callable

import pytest

from agendacli.formats.documents.tokens.groups import is_group
from agendacli.formats.documents.tokens.offices import letters_apart
from agendacli.formats.documents.tokens.people import PeopleSense
from agendacli.formats.documents.values.told import ToldSession

Sessions = Callable[..., tuple[ToldSession, ...]]
Shown = Callable[..., list[str]]
NAMES = [
    "Dipl.-Rest. Agnieszka Zielińska",
    "Dipl.-Geol. Franziska Uhlig",
    "Dr.-Ing. Thorben Jahnke",
    "Dr. rer. nat. Ottokar Freund",
    "Prof. em. Dr. h.c. Ottokar Freund",
    "Mag. (FH) Karl Maier",
    "Eng. (Dr.) Nimal Jayawardena",
    "Dr. (Mrs) Funke Ojo",
    "Ir. Nurul Huda binti Ismail",
    "Assoc. Prof. Grace Nakato-Ssali",
    "Asst. Prof. Zeynep Yavuz",
    "Ilma. Sra. D.ª María del Carmen Ortega Villalobos",
    "Mrs Okafor-Hughes",
    "Þórdís Guðmundsdóttir",
    "Nguyễn Minh Châu",
    "Jiří Novotný",
]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_with_what_stands_before_it_is_one_person(name: str) -> None:
    assert [each.name for each in PeopleSense().people(name) or ()] == [name]


@pytest.mark.parametrize("name", NAMES)
def test_several_are_people_one_by_one(name: str) -> None:
    both = PeopleSense().people(f"{name}; Dr. Ida Holm") or ()
    assert [each.name for each in both] == [name, "Dr. Ida Holm"]


@pytest.mark.parametrize(
    "text", ["Werke von Buxtehude", "Kantaten von Bach", "Assoc. of Harbour Friends", "Assistant Professor at Bonn"]
)
def test_works_and_societies_are_no_people(text: str) -> None:
    assert PeopleSense().people(text) is None


def test_unknown_names_behind_a_dash_with_their_towns_are_people_where_all_stand_so(
    shown: Callable[..., list[str]],
) -> None:
    text = (
        "Logic Days, 3 June 2025\n\n10:00 Welcome — Marit Bjørnstad (Bergen)\n10:15 Fixpoints — Li Wei (NUS)\n"
        "11:30 Minors — Oluwaseun Adeyemi (Ibadan)\n14:00 Games — Anand Krishnamurthy (Chennai)\n"
    )
    assert [each.split(" +")[1].replace(" ?who gives it may be a part of it", "") for each in shown(text)] == [
        "Marit Bjørnstad, Bergen (speaker)",
        "Li Wei, NUS (speaker)",
        "Oluwaseun Adeyemi, Ibadan (speaker)",
        "Anand Krishnamurthy, Chennai (speaker) ?a name by its form only",
    ]


def test_unknown_names_before_a_colon_are_people_where_known_ones_stand_so(shown: Callable[..., list[str]]) -> None:
    page = (
        "<h1>Journée du 1er avril 2025</h1><table><tr><td>9h30-10h00</td><td>Yacine Benkhelifa : Des densités</td></tr>"
        "<tr><td>10h00-10h30</td><td>Oluwaseun Adeyemi : Des feux de forêt</td></tr>"
        "<tr><td>11h00-11h30</td><td>Inès de la Bretèche : Un théorème</td></tr></table>"
    )
    assert [each.split(" +")[1] for each in shown(page, "page.html")] == [
        "Yacine Benkhelifa (speaker)",
        "Oluwaseun Adeyemi (speaker)",
        "Inès de la Bretèche (speaker)",
    ]


def test_kinds_of_sessions_before_a_colon_are_no_people(shown: Callable[..., list[str]]) -> None:
    text = (
        "Forum, 3 June 2025\n\n09:20 Fireside Chat: The Bus of 2040\n10:45 Breakout A: Safe Streets for Schools\n"
        "11:45 Breakout B: Freight at Night\n"
    )
    assert [" +" in each for each in shown(text)] == [False] * 3


def test_a_head_is_welcomed_by_the_family_name_alone(shown: Callable[..., list[str]]) -> None:
    text = "Sports Day, 19 June 2026\n\n9.30 Opening parade and welcome by the Head, Mrs Okafor-Hughes\n"
    assert [each.split(" ?")[0] for each in shown(text)] == [
        "2026-06-19 09:30- Opening parade and welcome +Mrs Okafor-Hughes (speaker)"
    ]


@pytest.mark.parametrize(
    "name", ["Huw Pritchard", "Vreni Aeschlimann", "Jaume Orts", "Fatoumata Sy", "Ffion Rhydderch"]
)
def test_given_names_that_are_rare_in_lists_are_known(name: str) -> None:
    assert PeopleSense().is_name(name)


@pytest.mark.parametrize(
    "name", ["Grupo Cantareros", "Bergwacht Hochried", "Peña El Pucherico", "Musée du Phare", "Banda Vieja"]
)
def test_groups_and_houses_are_no_people(name: str) -> None:
    assert is_group(name)


@pytest.mark.parametrize("name", ["Jorge Luis Peña", "Ute Bote", "Ana Coral"])
def test_words_for_groups_that_are_family_names(name: str) -> None:
    assert not is_group(name)
    assert PeopleSense().is_name(name)


@pytest.mark.parametrize(
    "text",
    [
        "the choir Blue Ravens",
        "the band of the Blue Ravens",
        "la fanfare des Cheveux Blancs",
        "la chorale Jean Moulin",
        "la banda de los Pelos Canos",
        "el coro Santa Cecilia",
        "die Gruppe Rote Nasen",
    ],
)
def test_a_name_behind_a_word_for_a_group_is_no_person(text: str) -> None:
    assert PeopleSense().people(text, "form") is None


@pytest.mark.parametrize("text", ["Awa Sow. Zorbistes", "Ida Holm. Panelists", "Luis Gil. Modera"])
def test_no_name_goes_over_the_end_of_a_sentence(text: str) -> None:
    assert not PeopleSense().is_name(text, "said")


def test_a_saint_inside_of_a_name_ends_no_sentence() -> None:
    assert PeopleSense().is_name("Ida St. John")


@pytest.mark.parametrize(
    "letters", ["BL", "KC", "SC", "JP", "MP", "OBE", "FRS", "LL.M.", "M.A.", "Ph.D.", "B.Sc. M.Sc.", "NABU", "SJ"]
)
def test_letters_behind_a_name_part_no_list(letters: str) -> None:
    found = PeopleSense().people(f"Prof. Máire Hession (Galway), Ida Holm {letters} and Detective Sergeant Ann Coyne")
    assert found
    assert [(each.name, each.position) for each in found] == [
        ("Prof. Máire Hession", "Galway"),
        ("Ida Holm", letters),
        ("Ann Coyne", "Detective Sergeant"),
    ]


def test_letters_behind_one_word_are_no_degree() -> None:
    assert letters_apart("Holm MP") == ("Holm MP", "")
    assert letters_apart("Zorb Quint NABU") == ("Zorb Quint NABU", "")


@pytest.mark.parametrize("text", ["Mrs Delany’s Neighbours", "Öffentlicher Abendvortrag", "Großer Festgottesdienst"])
def test_what_somebody_has_and_kinds_of_sessions_are_no_names(text: str) -> None:
    assert not PeopleSense().is_name(text, "form")


def test_a_title_behind_a_name_and_a_colon_is_that_line(shown: Shown) -> None:
    (read,) = shown(
        "9 March 2026\n\n13:45 – 14:30 Prof. Dr. Ida Holm (Kiel): Hundert Jahre Zettelkasten\nSitzungssaal\n"
    )
    assert read.startswith("2026-03-09 13:45-14:30 Prof. Dr. Ida Holm (Kiel): Hundert Jahre Zettelkasten @Sitzungssaal")


def test_who_is_beside_things_in_a_title_is_what_it_is_about(sessions: Sessions) -> None:
    (found,) = sessions("9 March 2026\n\n10:00 Talk: Ida Holm and the village choir\n")
    assert found.people == ()


def test_last_lines_of_cells_are_rooms_where_some_are(sessions: Sessions) -> None:
    cells = (
        "Pregón<br>Balcón del Alcalde",
        "Pisada<br>Plaza Mayor",
        "Racimos<br>Viña del Cerro",
        "Misa<br>Iglesia de San Roque",
        "Charla<br>Salón de actos",
    )
    rows = "".join(f"| {n}:00 | {each} |\n" for n, each in enumerate(cells, 10))
    found = sessions(f"# 9 March 2026\n\n| Hora | Acto |\n|---|---|\n{rows}", "a.md")
    assert [each.people for each in found] == [()] * 5


def test_firms_behind_who_speaks_are_no_known_people(sessions: Sessions) -> None:
    text = (
        "# 9 March 2026\n\n| Time | Title | Speaker |\n|---|---|---|\n"
        "| 10:00 | Tides | Ida Holm, Armaturenwerk Zeitz |\n"
        "| 11:00 | Sands | Jon Lie, Prüfstelle Hagen |\n"
    )
    doubted = [each.name for one in sessions(text, "a.md") for each in one.people if each.doubts]
    assert doubted == ["Armaturenwerk Zeitz", "Prüfstelle Hagen"]


def test_a_title_with_a_remark_above_who_gives_it_is_no_name(sessions: Sessions) -> None:
    (found,) = sessions("9 March 2026\n\n10:00\nFinishing Things (repeat)\nWorkshop with Ida Holm\n")
    assert (found.title.value, [each.name for each in found.people]) == ("Finishing Things (repeat)", ["Ida Holm"])


def test_a_name_by_its_form_with_a_remark_is_doubted_as_one(sessions: Sessions) -> None:
    (found,) = sessions("9 March 2026\n\n10:00\nGaren Chiloyan (online)\nTides of the north\n")
    assert found.title.doubts == ("the first line reads like a person, the next like a title",)


@pytest.mark.parametrize("second", ["Baltic Grain Holding", "Zoltanka Vrbin"])
def test_below_a_person_in_a_column_what_only_looks_like_a_name_is_doubted(sessions: Sessions, second: str) -> None:
    rows = f"<tr><th>Time<th>Talk<th>Speaker<tr><td>9:00<td>Tides<td>Ida Holm<br>{second}<br>Dr. Ben Ahlers"
    (found,) = sessions(f"<p>9 March 2026</p><table>{rows}</table>", "x.html")
    assert [(each.name, bool(each.doubts)) for each in found.people] == [
        ("Ida Holm", False),
        (second, True),
        ("Dr. Ben Ahlers", False),
    ]


def test_below_somebody_unknown_in_a_column_it_is_doubted_as_well(sessions: Sessions) -> None:
    rows = "<tr><th>Time<th>Talk<th>Speaker<tr><td>9:00<td>Tides<td>Zoltanka Vrbin<br>Baltic Grain Holding"
    (found,) = sessions(f"<p>9 March 2026</p><table>{rows}</table>", "x.html")
    assert [bool(each.doubts) for each in found.people] == [False, True]


def test_what_stands_in_brackets_where_others_name_people_is_doubted(sessions: Sessions) -> None:
    talks = "9:00 Tides (Ida Holm)\n10:00 Silt (Jonas Falk, Kiel)\n11:00 Gulls (Ann Poe)\n"
    found = sessions(f"9 March 2026\n\n{talks}12:00 Sheep (Bjarni under Lakjuni, Havn)\n13:00 Eels (Film)\n")
    assert [each.title.doubts for each in found] == [
        *[()] * 3,
        ("`Bjarni under Lakjuni, Havn` stands where others name people",),
        (),
    ]


def test_a_word_behind_a_title_that_may_be_a_role_is_doubted(sessions: Sessions) -> None:
    text = "9:00 Tides\nChair: Ida Holm\n10:00 Prizes Mistress: Ida Holm\n"
    found = sessions(f"9 March 2026\n\n{text}")
    assert [(each.name, bool(each.doubts)) for one in found for each in one.people] == [
        ("Ida Holm", False),
        ("Ida Holm", True),
    ]
