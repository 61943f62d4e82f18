"""Text as it is compared."""

import pytest

from agendacli.words.folded import folded, folded_words


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
