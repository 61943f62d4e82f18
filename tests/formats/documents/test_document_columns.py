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
    ],
)
def test_heads_in_four_languages(sessions: Sessions, heads: tuple[str, ...], role: str) -> None:
    rows = (heads, ("9:00", "Tides", "Ida Holm"), ("10:00", "Sand", "Paul Kern"))
    assert people(sessions(page(rows), "x.html")) == [[f"{role} Ida Holm"], [f"{role} Paul Kern"]]


@pytest.mark.parametrize("text", ["Room", "Chairs and tables", "Host institution", "Keynote", "con", ""])
def test_heads_that_name_no_role(text: str) -> None:
    assert role_heading(text) is None
