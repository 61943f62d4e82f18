"""Documents of our own, written with what is expected of them before any of them was read."""

from pathlib import Path

import pytest
from tests.documents.checks import broken
from tests.documents.score import Score, run

from agendacli.formats.definition.write.writer import draft_definition
from agendacli.formats.documents.door import read_draft
from agendacli.formats.documents.drafting import read_as_draft
from agendacli.formats.documents.values.told import Asked
from agendacli.formats.draft import Draft, DraftAsked
from agendacli.formats.given import Given
from agendacli.formats.table import read_definition
from agendacli.model.diagnostic import has_errors
from agendacli.words.directory import Directory

HERE = Path(__file__).parent
FILES = sorted((HERE / "files").iterdir())


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


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_what_is_told_is_printed_and_what_is_printed_is_not_lost(path: Path) -> None:
    assert [*broken(read_as_draft(path.read_bytes(), path.name, Asked()), Asked())] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_draft_has_no_errors(path: Path) -> None:
    draft = read_draft(Given(path.read_bytes(), path.name), DraftAsked(), "x.yaml")
    assert isinstance(draft, Draft)
    said = read_definition(draft_definition(draft).text.encode(), "x.yaml", Directory())
    assert not has_errors(said.diagnostics)
    assert said.programme is not None
    assert {each.id for each in said.programme.sessions} == {each.id for each in draft.programme.sessions}
