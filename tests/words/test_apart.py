import pytest
from hypothesis import given
from hypothesis import strategies as st

from agendacli.words.apart import persons_apart


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("Ann Poe; Bea Roe", ["Ann Poe", "Bea Roe"]),
        ("Ann Poe|Bea Roe\nCy Doe", ["Ann Poe", "Bea Roe", "Cy Doe"]),
        ("王先生、李女士", ["王先生", "李女士"]),
        ("Ida Holm & Jon Lie", ["Ida Holm", "Jon Lie"]),
        ("Dr. Ida Holm and Mr. Jon Lie", ["Dr. Ida Holm", "Mr. Jon Lie"]),
        ("Anna Müller und Hans Vogel, ETH", ["Anna Müller, ETH", "Hans Vogel, ETH"]),
        ("Marie Curie et Paul Kern", ["Marie Curie", "Paul Kern"]),
        ("Ana Ruiz y José Ortega y Gasset", ["Ana Ruiz y José Ortega y Gasset"]),
        ("José Ortega y Gasset", ["José Ortega y Gasset"]),
        ("Ortega y Gasset", ["Ortega y Gasset"]),
        ("João Costa e Silva", ["João Costa e Silva"]),
        ("Ida Holm / Jon Lie", ["Ida Holm", "Jon Lie"]),
        ("Ida Holm og Jon Lie", ["Ida Holm", "Jon Lie"]),
        ("Ida Holm with Jon Lie, ETH", ["Ida Holm, ETH", "Jon Lie, ETH"]),
        ("Иван Петров и Мария Ким", ["Иван Петров", "Мария Ким"]),
        ("李娜 和 王小明", ["李娜", "王小明"]),
        ("Simon & Garfunkel", ["Simon & Garfunkel"]),
        ("Jo Doe, Director of Bees and Wasps", ["Jo Doe, Director of Bees and Wasps"]),
        ("Jo Doe, Kim Lee & Al Roe", ["Jo Doe, Kim Lee & Al Roe"]),
        ("Department of Economic and Social Affairs", ["Department of Economic and Social Affairs"]),
        ("World Bank and United Nations", ["World Bank and United Nations"]),
        ("Jo Doe, Director; Chair of Bees", ["Jo Doe, Director; Chair of Bees"]),
        ("Jo Doe, Bees; ;", ["Jo Doe, Bees"]),
        ("; Jo Doe ;", ["Jo Doe"]),
    ],
)
def test_persons_of_a_text_stand_apart(text: str, persons: list[str]) -> None:
    assert [each.text for each in persons_apart(text)] == persons


@given(st.text(alphabet="AbÖ ,;|&y\n.", max_size=30))
def test_each_person_stands_where_it_is_said_to_begin(text: str) -> None:
    found = persons_apart(text)
    assert [text[each.at :].startswith(each.text.partition(",")[0]) for each in found] == [True] * len(found)
    assert [each.at for each in found] == sorted({each.at for each in found})
