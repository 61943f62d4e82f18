"""How the PDF files in `files` were made of what stands in `printed`: `python tests/documents/printing.py`.

Text files are set by reportlab, which is no dependency of the project; web pages were printed by
`chromium --headless --no-pdf-header-footer --print-to-pdf=files/NAME.pdf printed/NAME.html`.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, FrameBreak, PageTemplate, Paragraph, SimpleDocTemplate, Table

HERE = Path(__file__).parent
WIDE = landscape(A4)
TEXT = ParagraphStyle("text", fontName="Times-Roman", fontSize=10, leading=12)
HEAD = ParagraphStyle("head", TEXT, fontName="Times-Bold", fontSize=12, spaceBefore=10, spaceAfter=6)
HANGING = ParagraphStyle("hanging", TEXT, leftIndent=62, firstLineIndent=-62, spaceAfter=4)
_TOP, _MIDDLE = ("VALIGN", (0, 0), (-1, -1), "TOP"), ("VALIGN", (0, 0), (-1, -1), "MIDDLE")
_GRID = ("GRID", (0, 0), (-1, -1), 0.5, (0, 0, 0))
_RULES = [(name, (0, row), (-1, row), 1, (0, 0, 0)) for name, row in (("LINEABOVE", 0), ("LINEBELOW", 0), ("LINEBELOW", -1))]  # fmt: skip # noqa: E501
TABLES: dict[str, tuple[tuple[float, float], list[int], list[Any]]] = {
    "booktabs": (A4, [75, 230, 130], [_MIDDLE, *_RULES]),
    "spans": (A4, [60, 65, 180, 90, 80], [_TOP, _GRID, ("SPAN", (0, 1), (0, 6)), ("SPAN", (0, 7), (0, 10))]),
    "unruled_days": (WIDE, [90, 150, 150, 150, 150], [_TOP, ("BOTTOMPADDING", (0, 0), (-1, -1), 8)]),
}


def main() -> None:
    """Print every text."""
    for name, (size, widths, style) in TABLES.items():
        parts = table_parts((HERE / "printed" / f"{name}.txt").read_text("utf-8"), widths, style)
        SimpleDocTemplate(str(HERE / "files" / f"{name}.pdf"), pagesize=size).build([*parts])
    print_monospace()
    print_columns()


def table_parts(text: str, widths: list[int], style: list[Any]) -> Iterator[Any]:
    """Headings and the tables below them."""
    for part in text.split("# ")[1:]:
        head, *rows = part.splitlines()
        yield Paragraph(head, HEAD)
        cells = [[Paragraph(cell.strip(), TEXT) for cell in row.split("|")] for row in rows]
        yield from [Table(cells, colWidths=widths, repeatRows=1, style=style)] if cells else []


def print_monospace() -> None:
    """A text as it stands."""
    canvas = Canvas(str(HERE / "files" / "monospace.pdf"), pagesize=WIDE)
    canvas.setFont("Courier", 10)
    for number, line in enumerate((HERE / "printed" / "monospace.txt").read_text("utf-8").splitlines()):
        canvas.drawString(50, 540 - 14 * number, line)
    canvas.save()


def print_columns() -> None:
    """Two columns, as in a newspaper."""
    text = (HERE / "printed" / "two_columns.txt").read_text("utf-8")
    story = [column_part(line) for line in text.splitlines()]
    document = BaseDocTemplate(str(HERE / "files" / "two_columns.pdf"), pagesize=A4)
    frames = [Frame(50, 60, 235, 700), Frame(310, 60, 235, 700)]
    document.addPageTemplates([PageTemplate(frames=frames, onPage=head_and_foot)])
    document.build(story)


def column_part(line: str) -> Any:  # noqa: ANN401 (reportlab has no types)
    """A heading, a session, or the end of a column."""
    if line == "---":
        return FrameBreak()
    time, *said = [each.strip() for each in line.split("|")]
    if not said:
        return Paragraph(time.removeprefix("# "), HEAD if line.startswith("#") else TEXT)
    title, people = said[0], "".join(f"<br/><i>{each}</i>" for each in said[1:])
    return Paragraph(f"{time}&nbsp;&nbsp;&nbsp;<b>{title}</b>{people}", HANGING)


def head_and_foot(canvas: Canvas, _: object) -> None:
    """The title of all and the number of the page."""
    canvas.setFont("Times-Bold", 16)
    canvas.drawCentredString(300, 790, "Natural History Collections Workshop 2026")
    canvas.setFont("Times-Roman", 8)
    canvas.drawCentredString(300, 30, "- 1 -")


if __name__ == "__main__":
    main()
