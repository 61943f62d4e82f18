"""Columns whose heads say who stands in them."""

from collections.abc import Callable, Sequence

import pytest

from agendacli.formats.documents.readers.any import read_document
from agendacli.formats.documents.tokens.roles import role_heading
from agendacli.formats.documents.values.sessions import sessions_of
from agendacli.formats.documents.values.told import Asked, ToldSession

Sessions = Callable[..., tuple[ToldSession, ...]]

ROWS = (
    ("Time", "Topic", "Chair", "Speaker"),
    ("9:00-9:30", "Opening", "Ida Holm", "Paul Kern"),
    ("9:30-10:00", "Tides", "Nora Weiss", "Chair: Ida Holm"),
    ("10:00-10:30", "Coffee", "", ""),
)


def markdown(rows: Sequence[Sequence[str]]) -> str:
    head, *body = (f"| {' | '.join(row)} |" for row in rows)
    return "\n".join(("9 March 2026", "", head, "|---" * len(rows[0]) + "|", *body)) + "\n"


def page(rows: Sequence[Sequence[str]]) -> str:
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return f"<p>9 March 2026</p><table>{body}</table>"


def body(rows: Sequence[Sequence[str]]) -> str:
    def paragraph(text: str) -> str:
        return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"

    cells = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return paragraph("9 March 2026") + f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def people(found: Sequence[ToldSession]) -> list[list[str]]:
    return [sorted(f"{each.role} {each.name}" for each in session.people) for session in found]


EXPECTED = [["chair Ida Holm", "speaker Paul Kern"], ["chair Ida Holm", "chair Nora Weiss"], []]


@pytest.mark.parametrize(("write", "name"), [(markdown, "x.md"), (page, "x.html")])
def test_the_head_of_a_column_is_the_role_of_its_people(
    sessions: Sessions, write: Callable[[Sequence[Sequence[str]]], str], name: str
) -> None:
    found = sessions(write(ROWS), name)
    assert people(found) == EXPECTED
    assert [person.doubts for each in found for person in each.people] == [()] * 4


def test_the_head_of_a_column_in_a_word_file(word: Callable[..., bytes]) -> None:
    found, _ = sessions_of(read_document(word(body(ROWS)), "x.docx"), Asked())
    assert people(found) == EXPECTED


def test_one_person_may_stand_in_two_columns(sessions: Sessions) -> None:
    rows = (ROWS[0], ("9:00", "Opening", "Ida Holm", "Ida Holm"), ("10:00", "Tides", "Paul Kern", "Ida Holm"))
    assert people(sessions(page(rows), "x.html")) == [
        ["chair Ida Holm", "speaker Ida Holm"],
        ["chair Paul Kern", "speaker Ida Holm"],
    ]


@pytest.mark.parametrize(
    ("heads", "role"),
    [
        (("Uhrzeit", "Thema", "Sitzungsleitung"), "chair"),
        (("Hora", "Tema", "Presidencia"), "chair"),
        (("Hora", "Tema", "Moderador/a"), "moderator"),
        (("Heure", "Thème", "Présidence de la séance"), "chair"),
        (("Heure", "Sujet", "Animateur/trice"), "moderator"),
        (("Time", "Session", "Facilitator"), "moderator"),
        (("Time", "Session", "Session Chair(s)"), "chair"),
        (("Zeit", "Titel", "Moderator*in"), "moderator"),
        (("Time", "Item", "Rapporteur:"), "rapporteur"),
        (("Zeit", "Titel", "Mit"), "speaker"),
        (("Time", "Item", "Who"), "speaker"),
        (("Time", "Item", "Conveners"), "chair"),
        (("Time", "Item", "Facilitator / Presenter"), "speaker"),
        (("Zeit", "Titel", "Moderation und Referenten"), "speaker"),
        (("Heure", "Sujet", "Président de séance ou intervenant"), "speaker"),
        (("Hora", "Tema", "Ponente/Moderador"), "speaker"),
        (("Time", "Item", "Chair / Moderator"), "chair"),
    ],
)
def test_heads_in_four_languages(sessions: Sessions, heads: tuple[str, ...], role: str) -> None:
    rows = (heads, ("9:00", "Tides", "Ida Holm"), ("10:00", "Sand", "Paul Kern"))
    assert people(sessions(page(rows), "x.html")) == [[f"{role} Ida Holm"], [f"{role} Paul Kern"]]


@pytest.mark.parametrize("text", ["Room", "Chairs and tables", "Host institution", "Keynote", "con", ""])
def test_heads_that_name_no_role(text: str) -> None:
    assert role_heading(text) is None


def test_a_room_over_several_rows_is_that_of_each(sessions: Sessions) -> None:
    rows = "<tr><td>9:00<td>Tea<td rowspan=2>Hall 1<tr><td>10:00<td>Silt<tr><td>11:00<td>Sand<td>Room 4"
    found = sessions(f"<p>9 March 2026</p><table><tr><td>Time<td>Title<td>Room{rows}</table>", "x.html")
    assert [each.room and each.room.value for each in found] == ["Hall 1", "Hall 1", "Room 4"]


def test_a_column_is_of_people_if_their_cells_are_line_by_line(sessions: Sessions) -> None:
    cells = ("Ida Holm<br>Zoltanka Vrbin", "Modera: Paul Kern<br>Nora Weiss", "Panel: Mirko Vrbin, Anna Berg")
    rows = "".join(f"<tr><td>{n}:00<td>Tides {n}<td>{cell}" for n, cell in enumerate(cells, 9))
    found = sessions(f"<p>9 March 2026</p><table>{rows}</table>", "x.html")
    assert [[(each.role, each.name) for each in one.people] for one in found] == [
        [("speaker", "Ida Holm"), ("speaker", "Zoltanka Vrbin")],
        [("moderator", "Paul Kern"), ("speaker", "Nora Weiss")],
        [("panellist", "Mirko Vrbin"), ("panellist", "Anna Berg")],
    ]


def test_a_table_below_a_heading_for_links_is_no_programme(sessions: Sessions) -> None:
    table = "<table><tr><td>9:00<td>Tides<tr><td>10:00<td>Silt</table>"
    found = sessions(f"<h2>9 March 2026</h2>{table}<h2>Webinar links</h2>{table.replace('9:00', '8:55')}", "x.html")
    assert [each.start.value for each in found] == [540, 600]


def test_a_column_of_lengths_gives_ends_with_a_doubt(sessions: Sessions) -> None:
    rows = "<tr><td>9:00<td>Tides<td>15 mins<tr><td>9:30<td>Silt<td>1 hour<tr><td>10:00<td>Sand<td>30 min"
    found = sessions(f"<p>9 March 2026</p><table>{rows}</table>", "x.html")
    assert [(each.end.value, bool(each.end.doubts)) for each in found] == [(555, True), (630, True), (630, True)]


def test_who_stands_behind_a_known_name_may_be_the_place_of_that_one(sessions: Sessions) -> None:
    rows = "<tr><td>9:00<td>Tides<td>Ida Holm, Coast Advisers<tr><td>9:30<td>Silt<td>Paul Kern, Nora Weiss"
    found = sessions(f"<p>9 March 2026</p><table>{rows}</table>", "x.html")
    assert [[(each.name, bool(each.doubts)) for each in one.people] for one in found] == [
        [("Ida Holm", False), ("Coast Advisers", True)],
        [("Paul Kern", False), ("Nora Weiss", False)],
    ]


def test_the_place_of_a_person_may_stand_below_the_name(sessions: Sessions) -> None:
    rows = "<tr><td>9:00<td>Tides<td>Ida Holm<br>(Univ. de Nantes)<tr><td>9:30<td>Silt<td>Paul Kern"
    found = sessions(f"<p>9 March 2026</p><table><tr><td>Time<td>Title<td>Speaker{rows}</table>", "x.html")
    assert [[(each.name, each.position) for each in one.people] for one in found] == [
        [("Ida Holm", "Univ. de Nantes")],
        [("Paul Kern", "")],
    ]


def test_a_row_over_the_whole_table_heads_a_part_of_which_somebody_is_the_chair(sessions: Sessions) -> None:
    part = "<tr><td colspan=3>Séance 1. Produire – présidence : Nora Weiss"
    rows = f"<tr><td>9:00<td>Accueil<td>Ida Holm{part}<tr><td>9:30<td>Silt<td>Paul Kern<tr><td>10:00<td>Mud<td>Ida Holm"
    found = sessions(f"<p>9 March 2026</p><table>{rows}</table>", "x.html")
    assert [[(each.role, each.name) for each in one.people] for one in found] == [
        [("speaker", "Ida Holm")],
        [("speaker", "Paul Kern"), ("chair", "Nora Weiss")],
        [("speaker", "Ida Holm"), ("chair", "Nora Weiss")],
    ]
