"""Markdown for people: a heading and a table for each day."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from agendacli.formats.exported import Exported, Losses, ToExport
from agendacli.formats.sheet.cells import ZONE_LINE
from agendacli.formats.sheet.write.rows import SheetRows, sheet_rows
from agendacli.words.prose import day_text

_SPECIAL = re.compile(r"([\\|])")


def write_markdown(asked: ToExport) -> Exported:
    """The programme as Markdown: its title, the zone of its times, and its days."""
    losses = Losses()
    found = sheet_rows(asked, losses, without=("description",))
    zones = {row["zone"] for row in found.rows if row.get("zone")}
    plain = [name for name in found.columns if name != "day" and (name != "zone" or len(zones) > 1)]
    title = asked.title or asked.programmes[0].title
    said = [f"# {_text(title)}", "", *([ZONE_LINE.replace("ZONE", zones.copy().pop()), ""] if len(zones) == 1 else [])]
    lines = [*said, *_days(found, plain)]
    return losses.exported("\n".join(lines).encode("utf-8", "replace"), "a sheet")


def _days(found: SheetRows, columns: Sequence[str]) -> Iterator[str]:
    for day, rows in groupby(found.rows, key=lambda row: row["day"]):
        yield f"## {_heading(day)}"
        yield ""
        yield _line(columns)
        yield _line(["---"] * len(columns))
        yield from (_line([_text(row.get(name, "")) for name in columns]) for row in rows)
        yield ""


def _heading(day: str) -> str:
    try:
        return day_text(date.fromisoformat(day))
    except ValueError:
        return day


def _line(texts: Sequence[str]) -> str:
    return f"| {' | '.join(texts)} |"


def _text(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text).replace("\n", "<br>")
