"""Documents in languages that are not read are named by how they write a date, however short they are."""

import pytest

from agendacli.formats.documents.page import Line
from agendacli.formats.documents.tokens.languages import foreign_language


def language(text: str) -> str | None:
    return foreign_language([Line(each) for each in text.split("\n")])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Lunedì 9 marzo 2026\n10.00 Apertura", "Italian"),
        ("9 maggio 2026", "Italian"),
        ("9 de março de 2026\n10h00 Abertura", "Portuguese"),
        ("Segunda-feira, 9/3/2026", "Portuguese"),
        ("Dilluns, 9 de març de 2026", "Catalan"),
        ("Maandag 9 maart 2026", "Dutch"),
        ("Måndag den 9 mars 2026", "Swedish"),
        ("Mandag 9. mars 2026", "Danish or Norwegian"),
        ("Poniedziałek, 9 marca 2026 r.", "Polish"),
        ("Pondělí 9. března 2026", "Czech or Slovak"),
        ("9 Mart 2026", "Turkish"),
        ("Luni, 9 martie 2026", "Romanian"),
        ("2026. március 9.", "Hungarian"),
        ("9. maaliskuuta 2026", "Finnish"),
    ],
)
def test_a_date_says_which_language_it_is(text: str, name: str) -> None:
    assert language(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "Monday, 9 March 2026",
        "Montag, 9. März 2026",
        "Lundi 9 mars 2026\nMai 2026",
        "Lunes 9 de marzo de 2026\nSegunda sesión",
        "Monday, 9 March 2026\nLunedì 9 marzo",
        "Monday 9 March / Lunedì 9 marzo 2026",
        "9.3.2026\n12 Maja dolls",
        "Ocak 9\n10.00 Opening",
    ],
)
def test_names_beside_dates_of_a_language_that_is_read_do_not(text: str) -> None:
    assert language(text) is None
