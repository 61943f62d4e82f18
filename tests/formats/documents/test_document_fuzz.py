"""Documents that were cut, mixed or blown up: whatever they hold, reading them ends, and gives sessions or a reason."""

import random
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

import pytest

from agendacli.formats.documents.drafting import read_as_draft
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


@pytest.mark.parametrize("name", NAMES[:4])
def test_a_thousand_pages_end(name: str) -> None:
    text = "Monday, 9 March 2026\n" + "10:00-11:00 Tides\nMs. Ida Holm, Director\nA long text about nothing.\n\n" * 4000
    begin = perf_counter()
    read_as_draft(text.encode(), name, Asked())
    assert perf_counter() - begin < 60


@pytest.mark.parametrize("piece", ["1-", "10:00-", "Mr. A ", "a, ", "(", "und ", "– ", "9 March ", '"x" by ', "\x1f"])
def test_long_lines_end(piece: str) -> None:
    begin = perf_counter()
    read_as_draft((f"10:00 {piece * 20_000}\n" * 2).encode(), "x.txt", Asked(2026))
    assert perf_counter() - begin < 30
