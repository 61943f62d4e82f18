"""Documents of our own, written with what is expected of them before any of them was read."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from tests.documents.score import Score, run

from agendacli.formats.definition.write.writer import draft_definition
from agendacli.formats.documents.door import read_draft
from agendacli.formats.documents.drafting import read_as_draft
from agendacli.formats.documents.page import Document, Line
from agendacli.formats.documents.tokens.people import honored_in
from agendacli.formats.documents.values.told import Asked
from agendacli.formats.draft import Draft, DraftAsked
from agendacli.formats.given import Given
from agendacli.formats.table import read_definition
from agendacli.model.diagnostic import has_errors
from agendacli.words.directory import Directory
from agendacli.words.folded import folded_words

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


def words(text: str) -> str:
    return f" {' '.join(folded_words(text))} "


def cited(document: Document, lines: Iterable[Line]) -> str:
    """The text of the whole lines on which those stand."""
    places = {(each.page, each.line) for each in lines}
    return words(" ".join(each.text for each in document.lines() if (each.page, each.line) in places))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_value_stands_in_its_lines(path: Path) -> None:
    drafted = read_as_draft(path.read_bytes(), path.name, Asked())
    told = [each for session in drafted.sessions for each in (session.title, session.room) if each and each.value]
    assert [each.value for each in told if words(each.value) not in cited(drafted.document, each.lines)] == []
    people = [each for session in drafted.sessions for each in session.people]
    assert [each.name for each in people if words(each.name) not in cited(drafted.document, (each.line,))] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_nobody_with_an_honorific_is_lost(path: Path) -> None:
    drafted = read_as_draft(path.read_bytes(), path.name, Asked())
    known = words(
        " ".join((*(p.name for s in drafted.sessions for p in s.people), *(each.text for each in drafted.left)))
    )
    honored = [each for line in drafted.document.lines() for each in honored_in(line.text)]
    assert [each for each in honored if words(each) not in known] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_draft_has_no_errors(path: Path) -> None:
    draft = read_draft(Given(path.read_bytes(), path.name), DraftAsked(), "x.yaml")
    assert isinstance(draft, Draft)
    said = read_definition(draft_definition(draft).text.encode(), "x.yaml", Directory())
    assert not has_errors(said.diagnostics)
    assert said.programme is not None
    assert {each.id for each in said.programme.sessions} == {each.id for each in draft.programme.sessions}
