"""Documents: what the draft of a PDF costs beside the library that gives its words and tables."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from benchmarks.bench import Bench
from benchmarks.figures import Section, divided, most

PAGES = 24
_FIRST = date(2026, 3, 2)
_FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
_SPEAKERS = ("Ms. Ida Holm", "Mr. Paul Kern", "Dr. Nora Weiss")


def documents(bench: Bench) -> Section:
    """The draft of a PDF of many pages by pdfplumber's words and tables of it."""
    pages = PAGES // 8 if bench.quick else PAGES
    path = bench.folder / "programme.pdf"
    path.write_bytes(programme(pages))
    turns = bench.run(bench.ours("draft", "draft", str(path))).told["seconds"]
    title = f"draft of {pages} pages of PDF", turns[::2]
    figure = divided(title, ("pdfplumber's words and tables", turns[1::2]), most(1.5))
    about = "A programme in columns without rules, twenty sessions a page, in turns in one interpreter."
    return Section("documents", "Documents", about, (figure,))


def programme(pages: int) -> bytes:
    """A PDF of a day a page: times, titles, speakers and rooms in columns."""
    streams = ["\n".join(_page(_FIRST + timedelta(number))) for number in range(pages)]
    kids = " ".join(f"{number} 0 R" for number in range(4, 4 + 2 * pages, 2))
    head = ("<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {pages} >>", _FONT)
    return _file([*head, *(part for n, each in enumerate(streams) for part in _objects(5 + 2 * n, each))])


def _objects(number: int, stream: str) -> tuple[str, str]:
    box = f"/MediaBox [0 0 600 840] /Resources << /Font << /F1 3 0 R >> >> /Contents {number} 0 R"
    return f"<< /Type /Page /Parent 2 0 R {box} >>", f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream"


def _page(day: date) -> Iterator[str]:
    yield _text(50, 800, f"{day:%A}, {day.day} {day:%B %Y}")
    for n in range(20):
        top = 770 - 36 * n
        yield _text(50, top, f"{8 + n // 2}:{n % 2 * 3}0-{8 + (n + 1) // 2}:{(n + 1) % 2 * 3}0")
        yield _text(140, top, f"Talk {n} on tides and gauges in the harbour,")
        yield _text(140, top - 12, "with remarks on the ferry")
        yield _text(400, top, _SPEAKERS[n % 3])
        yield _text(520, top, f"Room {n % 4}")


def _text(x: int, y: int, text: str) -> str:
    return f"BT /F1 10 Tf {x} {y} Td ({text}) Tj ET"


def _file(objects: Sequence[str]) -> bytes:
    """The objects of a PDF as a file, with the table of where they begin."""
    text, places = "%PDF-1.4\n", list[int]()
    for number, each in enumerate(objects, 1):
        places.append(len(text))
        text += f"{number} 0 obj\n{each}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{len(text)}\n%%EOF"
    return f"{text}xref\n0 {size}\n0000000000 65535 f \n{table}{end}".encode("ascii")
