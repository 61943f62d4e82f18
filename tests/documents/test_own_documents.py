"""Documents of our own, written with what is expected of them before any of them was read."""

from pathlib import Path

import pytest
from tests.documents.score import Score, run

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def total() -> Score:
    *_, (_, _, found) = run(HERE, [])
    return found


@pytest.mark.parametrize("field", ["day, start, end", "with title", "people with role", "room"])
def test_every_kind_of_value_is_read(total: Score, field: str) -> None:
    assert (total.f1(field) or 0) >= 0.95


def test_hardly_a_wrong_value_goes_without_a_doubt(total: Score) -> None:
    assert sum(not told for _, told in total.wrong) <= total.values / 100
    assert total.doubted <= 0.15 * total.values
