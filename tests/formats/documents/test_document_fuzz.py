"""Documents that were cut, mixed or blown up: whatever they hold, reading them ends, and gives sessions or a reason."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.steps import grows_evenly

from agendacli.formats.documents.drafting import read_as_draft
from agendacli.formats.documents.tokens.hours import hours_in
from agendacli.formats.documents.values.told import Asked

FILES = sorted((Path(__file__).parents[2] / "documents" / "files").iterdir())
NAMES = ("x.txt", "x.md", "x.html", "x.eml", "x.docx", "x.pdf")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_pieces_of_documents(path: Path) -> None:
    data, chance = path.read_bytes(), random.Random(path.name)  # noqa: S311 (no secret)
    for _ in range(25):
        begin, end = sorted(chance.randrange(len(data) + 1) for _ in range(2))
        read_as_draft(data[begin:end], chance.choice(NAMES), Asked(2026))


def test_damaged_word_files(word: Callable[[str], bytes]) -> None:
    paragraphs = "".join(f"<w:p><w:r><w:t>10:{n % 60:02} Tides {n}</w:t></w:r></w:p>" for n in range(300))
    data, chance = word(paragraphs), random.Random(1)  # noqa: S311 (no secret)
    for _ in range(60):
        damaged = bytearray(data)
        for _ in range(9):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        read_as_draft(bytes(damaged), "x.docx", Asked(2026))


def test_mixed_documents() -> None:
    chance = random.Random(17)  # noqa: S311 (no secret)
    lines = [line for path in FILES for line in path.read_bytes().splitlines(keepends=True)]
    for _ in range(40):
        data = b"".join(chance.choices(lines, k=60))
        read_as_draft(data, chance.choice(NAMES), Asked(2026))


@pytest.mark.parametrize("name", ["x.txt", "x.md"])
def test_pages_take_the_same_steps_each(name: str) -> None:
    page = "10:00-11:00 Tides\nMs. Ida Holm, Director\nA long text about nothing.\n\n"
    text = "Monday, 9 March 2026\n"
    assert grows_evenly(lambda number: read_as_draft((text + page * number).encode(), name, Asked()), 50)
    assert read_as_draft((text + page).encode(), name, Asked()).sessions


@pytest.mark.parametrize("heads", ["<th>Time<th>Title<th>Speaker", "<th>Time<th>Uno<th>Dos", "<th>Time<th>Tides<th>A"])
def test_headers_that_are_repeated_take_the_same_steps_each(heads: str) -> None:
    rows = f"<tr>{heads}<tr><td>9:00<td>Tides<td>Ms. Ida Holm"
    page = "<p>Monday, 9 March 2026</p><table>"
    assert grows_evenly(lambda number: read_as_draft((page + rows * number).encode(), "x.html", Asked()), 20)


def test_of_a_long_document_the_hours_of_a_line_are_looked_for_once() -> None:
    lines = [f"{8 + n % 12}:{n % 60:02} Tides {n}" for n in range(4500)]
    hours_in.cache_clear()
    read_as_draft("\n".join(["Monday, 9 March 2026", *lines]).encode(), "x.txt", Asked())
    assert hours_in.cache_info().misses < 3 * len(lines)  # the line and what stands behind the time in it


@pytest.mark.parametrize("name", ["x.html", "x.eml"])
def test_a_thousand_pages_without_a_line_end(name: str) -> None:
    text = "Monday, 9 March 2026\n" + "10:00-11:00 Tides\nMs. Ida Holm, Director\nA long text about nothing.\n\n" * 4000
    assert read_as_draft(text.encode(), name, Asked()).sessions == ()


@pytest.mark.parametrize("piece", ["1-", "10:00-", "Mr. A ", "a, ", "(", "und ", "– ", "9 March ", '"x" by ', "\x1f"])
def test_long_lines_end(piece: str) -> None:
    read_as_draft((f"10:00 {piece * 20_000}\n" * 2).encode(), "x.txt", Asked(2026))
