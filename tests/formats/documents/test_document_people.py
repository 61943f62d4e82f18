"""People, roles and rooms in running text."""

from collections.abc import Callable

import pytest

from agendacli.formats.documents.tokens.full_names import full_names_in
from agendacli.formats.documents.tokens.people import PeopleSense, honored_in
from agendacli.formats.documents.tokens.roles import role_inside, role_label
from agendacli.formats.documents.tokens.rooms import names_room, room_at_end, room_label
from agendacli.formats.documents.values.sorting import BY_FORM
from agendacli.formats.documents.values.told import ToldSession

Sessions = Callable[..., tuple[ToldSession, ...]]

SENSE = PeopleSense()


def names(text: str) -> list[str] | None:
    found = SENSE.people(text)
    return [each.name for each in found] if found else None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Andy Zeng and Richard Xu", ["Andy Zeng", "Richard Xu"]),
        ("Thomas Schiex (INRAE, Toulouse)", ["Thomas Schiex"]),
        ("Ms. Anne T. Gallagher, Academic Adviser", ["Ms. Anne T. Gallagher"]),
        ("Mr. Paul Kern, Harbour Master Ms. Ida Holm, Director", ["Mr. Paul Kern", "Ms. Ida Holm"]),
        ("H.E. Ms. Ana Sá, Head of X, and H.E. Mr. Jon Lie", ["H.E. Ms. Ana Sá", "H.E. Mr. Jon Lie"]),
        ("Dr Imran Sheikh and Beth Lowe", ["Dr Imran Sheikh", "Beth Lowe"]),
        ("Mayor Linda Castillo", ["Linda Castillo"]),
        ("Schulrätin Birgit Lenz, Schülersprecher Ben Aydin", ["Birgit Lenz", "Ben Aydin"]),
        ("the artist Tom Redmond", ["Tom Redmond"]),
        (
            "Noura bint Saleh, Ousmane Ba and Khalid al-Mansouri",
            ["Noura bint Saleh", "Ousmane Ba", "Khalid al-Mansouri"],
        ),
        ("Guðrún Halldórsdóttir; Trần Quốc Bảo", ["Guðrún Halldórsdóttir", "Trần Quốc Bảo"]),
        ("Bro. Anselm, Pfr. Ulrich Wendt", ["Bro. Anselm", "Pfr. Ulrich Wendt"]),
        ("Deacon Zoltanka Vrbin", ["Zoltanka Vrbin"]),
        ("Nadia Benali, urbaniste ; Zoltanka Vrbin, maire de Givors", None),
        ("Nadia Benali ; Luc Perrin ; Zoltanka Vrbin", ["Nadia Benali", "Luc Perrin", "Zoltanka Vrbin"]),
    ],
)
def test_a_list_of_people(text: str, found: list[str] | None) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    "text", ["Coffee Break", "Digital Replicants and Mind-Uploading", "Staff", "TBC", "Room 3", "", "&", "Ida Holm; &"]
)
def test_no_people(text: str) -> None:
    assert names(text) is None


def test_a_position_stands_behind_a_name() -> None:
    found = SENSE.people("Mr. Mark Shaw, Director, Global Initiative (tbc)") or ()
    assert [(each.position, each.is_confirmed) for each in found] == [("Director, Global Initiative", False)]


def test_what_is_said_to_be_a_person_needs_no_known_name() -> None:
    assert SENSE.people("Gayannee Kedia") is None
    assert SENSE.people("Gayannee Kedia", "form") is not None


def test_names_with_an_honorific_in_a_sentence() -> None:
    assert honored_in("as Mr. Paul Kern told Dr. Nora Weiss there") == ("Mr. Paul Kern", "Dr. Nora Weiss")
    assert honored_in("habla D.ª Ida Holm, luego Dª Ana Lie") == ("D.ª Ida Holm", "Dª Ana Lie")


def test_roles() -> None:
    assert [
        (each.role, each.rest)
        for each in map(role_label, ("Moderators: Ann", "chaired by Bea", "Panelists:", "Convener: Cy"))
        if each
    ] == [
        ("moderator", "Ann"),
        ("chair", "Bea"),
        ("panellist", ""),
        ("chair", "Cy"),
    ]
    assert role_label("Keynotes of the day") is None
    assert role_inside("Learning (Hall; session chair: Ann Poe)") == len("Learning (Hall; ")


@pytest.mark.parametrize(
    "who", ["Stage crew", "Hall committee", "Library staff", "Hallentechnik", "Equipo de sala", "Équipe de la salle"]
)
def test_who_works_in_a_room_is_none(who: str) -> None:
    assert not names_room(who)


@pytest.mark.parametrize("room", ["Committee Room", "Staff Room 2", "Stage left", "Sala de personal"])
def test_a_room_may_be_that_of_people(room: str) -> None:
    assert names_room(room)


def test_rooms() -> None:
    assert (names_room("GA Hall"), names_room("Aula 3"), names_room("Roomy houses")) == (True, True, False)
    assert (room_label("Location: Level 37"), room_label("Raum: 5"), room_label("Raumplan: neu")) == (
        "Level 37",
        "Raum 5",
        None,
    )
    assert room_at_end("Reception, Main Foyer") == ("Reception", "Main Foyer")


def test_an_acronym_and_a_city_are_nobody() -> None:
    assert [SENSE.is_name(each, "said") for each in ("ENS Lyon", "KIM Anna")] == [False, True]


def test_a_name_and_a_year_in_brackets_are_of_a_film(sessions: Sessions) -> None:
    found = sessions("Monday, 9 March 2026\n19:00 South wind (Maria Tennant, 1983)\n")
    assert [each.people for each in found] == [()]


def test_a_family_name_in_a_title_is_not_another_person(sessions: Sessions) -> None:
    rows = "<tr><th>Time<th>Item<th>Speaker<tr><td>9:00<td>Motion by Cllr. Young: slow lanes<td>Cllr. Rosie Young"
    found = sessions(f"<p>9 March 2026</p><table>{rows}<tr><td>9:30<td>Vote<td></table>", "x.html")
    assert [[each.name for each in one.people] for one in found] == [["Cllr. Rosie Young"], []]


def test_a_list_of_people_goes_on_behind_a_place_in_brackets(sessions: Sessions) -> None:
    cell = "Ben Whittle<br>(Tarn Foods), Sunita Rao (ReBottle)"
    rows = f"<tr><th>Time<th>Item<th>Speaker<tr><td>9:00<td>Panel<td>{cell}<tr><td>9:30<td>Vote<td>"
    found = sessions(f"<p>9 March 2026</p><table>{rows}</table>", "x.html")
    assert [[(each.name, each.position) for each in one.people] for one in found] == [
        [("Ben Whittle", "Tarn Foods"), ("Sunita Rao", "ReBottle")],
        [],
    ]


def test_a_title_with_what_may_be_a_name_behind_a_colon_is_doubted(sessions: Sessions) -> None:
    found = sessions("Monday, 9 March 2026\n19:00 Artist talk: Tomoko Arai\n20:00 Music: all night\n")
    assert [each.title.doubts for each in found] == [("reads as if it named a person",), ()]


def test_who_is_named_in_a_title_beside_a_column_of_people_is_doubted(sessions: Sessions) -> None:
    rows = (
        "<tr><th>Time<th>Item<th>Speaker<tr><td>9:00<td>Georg Simmel: the cities<td>Tilo Brandt<tr><td>9:30<td>Vote<td>"
    )
    found = sessions(f"<p>9 March 2026</p><table>{rows}</table>", "x.html")
    assert [[(each.name, bool(each.doubts)) for each in one.people] for one in found] == [
        [("Tilo Brandt", False), ("Georg Simmel", True)],
        [],
    ]


def test_a_role_in_brackets_is_that_of_the_person(sessions: Sessions) -> None:
    cell = "Ida Holm (chair), Paul Kern"
    rows = f"<tr><th>Time<th>Item<th>Speaker<tr><td>9:00<td>Panel<td>{cell}<tr><td>9:30<td>Vote<td>"
    found = sessions(f"<p>9 March 2026</p><table>{rows}</table>", "x.html")
    assert [each.role for each in found[0].people] == ["chair", "speaker"]


def test_a_role_of_an_institution_is_a_position(sessions: Sessions) -> None:
    rows = "<tr><th>Time<th>Item<th>Speaker<tr><td>9:00<td>Water<td>Mr Bruce Tarrant, chair<tr><td>9:30<td>Vote<td>"
    found = sessions(f"<p>9 March 2026</p><table>{rows}</table>", "x.html")
    assert [(each.role, each.position) for each in found[0].people] == [("speaker", "chair")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Balboa basics with Zurtis Lund", ["Zurtis Lund"]),
        ("Künstlergespräch mit Malu Petrich", ["Malu Petrich"]),
        ("Driving with Interpretable Decision Process", []),
    ],
)
def test_a_name_of_two_words_behind_with_is_read_by_its_form_and_doubted(
    sessions: Callable[..., tuple[ToldSession, ...]], text: str, names: list[str]
) -> None:
    (found,) = sessions(f"29 May 2026\n\n18:00-18:30 {text}\n")
    assert [each.name for each in found.people] == names
    assert all("a name by its form only" in each.doubts for each in found.people if each.name == "Zurtis Lund")


@pytest.mark.parametrize(
    ("title", "people"),
    [
        (
            "Hilary Adeyemi in conversation with Zorvad Garside",
            ["Hilary Adeyemi (speaker)", "Zorvad Garside (speaker)"],
        ),
        ("Crime: Ida Holm in conversation with Rev. Peg Ash", ["Ida Holm (speaker)", "Rev. Peg Ash (speaker)"]),
        ("Tea in conversation with itself", []),
        ("Deacon Paul Ferris on Lent", ["Paul Ferris (speaker)"]),
        ("Notes on Lent", []),
        ("Lesen sie noch? Mit Léonie Faure und Karim Roe", ["Léonie Faure (speaker)", "Karim Roe (speaker)"]),
        ("Vortrag von Thibaud Lesage: Wasser", ["Thibaud Lesage (speaker)"]),
        ("Grußwort: Landrätin Mechthild Overbeck", ["Mechthild Overbeck (speaker)"]),
        ("Welcome by the director, Ing. Pavol Hrubý", ["Ing. Pavol Hrubý (speaker)"]),
        ("Welcome by the Chair of Trustees, Dame Ida Holm", ["Dame Ida Holm (speaker)"]),
        ("Führung durch das Stift, Pater Anselm Grubinger", ["Anselm Grubinger (speaker)"]),
    ],
)
def test_the_people_in_a_title(sessions: Sessions, title: str, people: list[str]) -> None:
    (found,) = sessions(f"29 May 2026\n\n18:00-18:30 {title}\n")
    assert [f"{each.name} ({each.role})" for each in found.people] == people


def test_who_stands_behind_a_comma_is_doubted_unless_that_is_usual(sessions: Sessions) -> None:
    first, *others = sessions("29 May 2026\n\n18:00 Old maps, Fiona Lunt\n19:00 Ferns\n")
    assert [(each.name, each.doubts) for each in first.people] == [("Fiona Lunt", ("behind a sign of the title",))]
    assert not any(each.people for each in others)
    found = sessions("29 May 2026\n\n18:00 Old maps, Fiona Lunt\n19:00 Ferns, Zoltanka Vrbin\n20:00 Silt, Ida Holm\n")
    assert [(each.name, each.doubts) for told in found for each in told.people] == [
        ("Fiona Lunt", ()),
        ("Zoltanka Vrbin", (BY_FORM,)),
        ("Ida Holm", ()),
    ]


def test_a_word_before_a_name_hides_it_not() -> None:
    assert full_names_in("Avec Ida Holm") == ("Ida Holm",)


def test_a_word_that_is_no_name_may_stand_inside_of_a_known_one() -> None:
    assert SENSE.is_name("Joaquín Mesa Prieto")
    assert not SENSE.is_name("Mesa Prieto Joaquín")
    assert SENSE.is_name("D. Jordi Serra")


def test_a_list_behind_a_role_goes_on_in_the_next_line(sessions: Sessions) -> None:
    text = "9 March 2026\n\n10:00 Mesa redonda\nParticipan: Dña. Rosa Gil, D. Jordi Serra y\nD. Ana El Idrissi\n"
    assert [each.name for each in sessions(text)[0].people] == ["Dña. Rosa Gil", "D. Jordi Serra", "D. Ana El Idrissi"]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Referentinnen: Ida Holm", "speaker"),
        ("Trainer/innen: Ida Holm", "speaker"),
        ("Gastgeber*innen: Ida Holm", "host"),
        ("Conférencières : Ida Holm", "speaker"),
        ("Anfitriona: Ida Holm", "host"),
        ("Readers: Ida Holm", "speaker"),
        ("Reply: Ida Holm", "panellist"),
        ("Erwiderung: Ida Holm", "panellist"),
        ("Réplica: Ida Holm", "panellist"),
    ],
)
def test_roles_in_all_their_forms(text: str, role: str) -> None:
    label = role_label(text)
    assert label is not None
    assert (label.role, label.rest) == (role, "Ida Holm")


@pytest.mark.parametrize("name", ["Bjarni á Lakjuni", "Jógvan í Dali", "Ahti vom Deich"])
def test_names_with_small_words(name: str) -> None:
    assert SENSE.is_name(name, "form")


@pytest.mark.parametrize("text", ["Sanierung von Altbauten", "Fernerkundung von Streuobst", "Archäologie von Inseln"])
def test_a_thing_of_which_is_told_is_nobody(text: str) -> None:
    assert SENSE.people(text) is None


def test_the_last_of_a_list_of_bare_names_is_one_and_doubted(sessions: Sessions) -> None:
    (found,) = sessions("9 March 2026\n\n10:00 Podium: tides\nPodium: Dr. Ida Holm, Jonas Falk, Tomke Ihde\n")
    assert [(each.name, each.position, bool(each.doubts)) for each in found.people] == [
        ("Dr. Ida Holm", "", False),
        ("Jonas Falk", "", True),
        ("Tomke Ihde", "", True),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        "Participan Ida Holm, Ainhoa Soler (redera) y Joseba\nFalk (práctico). Modera: Ann Coyne",
        "Panel: Ida Holm, Ainhoa Soler (nets) and Jonas\nFalk (pilot). Chair: Ann Coyne",
        "Mit Ida Holm, Ainhoa Soler (Netze) und Jonas\nFalk (Lotse). Moderation: Ann Coyne",
        "Intervenants : Ida Holm, Ainhoa Soler (filets), Jonas\nFalk (pilote). Modération : Ann Coyne",
    ],
)
def test_a_list_ends_its_line_within_a_name(sessions: Sessions, lines: str) -> None:
    found = sessions(f"9 March 2026\n\n10:00 Round table\n{lines}\n12:00 Tea\n")
    assert {each.name.split()[1] for each in found[0].people} == {"Holm", "Soler", "Falk", "Coyne"}


@pytest.mark.parametrize(
    ("lines", "notes"),
    [
        ("Speaker: Anna\nNets, ropes and knots", ["Nets, ropes and knots"]),
        ("Speaker: TBA\nAI and the tides", ["AI and the tides"]),
        ("Speakers: Ida Holm,\nNets, ropes and knots", ["Nets, ropes and knots"]),
    ],
)
def test_a_line_below_a_role_is_no_rest_of_a_name(sessions: Sessions, lines: str, notes: list[str]) -> None:
    (found,) = sessions(f"9 March 2026\n\n10:00 Round table\n{lines}\n")
    assert [each.text for each in found.notes] == notes


def test_panelistes_are_a_role_behind_a_sentence(sessions: Sessions) -> None:
    text = "9 mars 2026\n\n10h00 Panel\nModération : Awa Sow. Panélistes : Mamadou Camara, Pr Ousmane Ndiaye\n"
    assert [(each.name, each.role) for each in sessions(text)[0].people] == [
        ("Awa Sow", "moderator"),
        ("Mamadou Camara", "panellist"),
        ("Pr Ousmane Ndiaye", "panellist"),
    ]
