"""Text as it is compared."""

import pytest

from agendacli.words.folded import folded, folded_words, normal, spelled


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gómez  CAMACHO", "gomez camacho"),
        ("Lajčák", "lajcak"),
        ("Straße", "strasse"),
        ("Jørgen Łukasz", "jorgen lukasz"),
        ("DIYARBAKIR İzmir \u0131lg\u0131n", "diyarbakir izmir ilgin"),
        (" \n ", ""),
    ],
)
def test_folded(text: str, expected: str) -> None:
    assert folded(text) == expected


def test_words_without_punctuation() -> None:
    assert folded_words("H.E. Mr. Moussa-Oumarou (tbc)") == ("h", "e", "mr", "moussa", "oumarou", "tbc")


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Gómez  CAMACHO", "gómez camacho"), ("Go\u0301mez", "gómez"), ("Hall\t1", "hall 1"), ("Straße", "strasse")],
)
def test_normal(name: str, expected: str) -> None:
    assert normal(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Crystal-A", "crystal a"),
        ("Salle – Genève", "salle genève"),
        ("C++ & C#", "c++ & c#"),
        ("कमरा 1", "कमरा 1"),
        ("q\u0303", "q\u0303"),
    ],
)
def test_spelled(name: str, expected: str) -> None:
    assert spelled(name) == expected
