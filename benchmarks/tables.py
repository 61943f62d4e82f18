"""The figures as a table: for a terminal, and as Markdown between the markers of a page."""

import os
import platform
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from benchmarks.figures import Figure, Section

BEGIN, END = "<!-- benchmarks: the table -->", "<!-- benchmarks: end -->"
_HEAD = ("what", "measured against", "ratio", "middle half", "goal", "")
_BETWEEN = re.compile(rf"(?<={re.escape(BEGIN)}\n).*?(?={re.escape(END)})", re.DOTALL)
_MANY = 100
_MODEL = re.compile(r"^model name\s*:\s*(.+)$", re.MULTILINE)
_NOISE = re.compile(r"\(R\)|\(TM\)|@.*|\bCPU\b|\b\d+-Core\b|\bProcessor\b")


def text(section: Section) -> str:
    """A section for a terminal."""
    rows = [_HEAD, *(_cells(each) for each in section.figures)]
    widths = [max(len(row[n]) for row in rows) for n in range(len(_HEAD))]
    lines = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows)
    return "\n".join((f"\n{section.title}", *lines))


def markdown(sections: Sequence[Section], heading: str) -> str:
    """All sections as Markdown, each with its sentence, under a line that says when and where, and what is missed."""
    lines = (heading, "", verdict(sections), "", *(line for each in sections for line in _page_of(each)))
    return "\n".join(lines)


def verdict(sections: Iterable[Section]) -> str:
    """The goals that are missed, each with its figure, and those of which nothing was measured."""
    asked = [each for section in sections for each in section.figures if each.goal]
    missed = [
        f"{each.what} by {each.against} ({number(_median(each))}, goal {each.goal})" for each in asked if each.is_missed
    ]
    unknown = [f"{each.what} by {each.against} (goal {each.goal})" for each in asked if each.value is None]
    told = [f"{word}: {'; '.join(which)}." for word, which in (("Missed", missed), ("Not measured", unknown)) if which]
    return " ".join(told) or "Every goal is met."


def _median(figure: Figure) -> float:
    return figure.value.median if figure.value else 0


def _page_of(section: Section) -> Iterator[str]:
    yield from (f"### {section.title}", "", section.about, "")
    yield "| " + " | ".join(_HEAD) + " |"
    yield "|---" * len(_HEAD) + "|"
    for each in section.figures:
        yield "| " + " | ".join(cell.replace("|", "\\|") for cell in _cells(each)) + " |"
    yield ""


def put_into(path: Path, table: str) -> None:
    """Write the table between the markers of the page; a page without them holds only the table afterwards."""
    page = path.read_text(encoding="utf-8") if path.exists() else ""
    fresh = _BETWEEN.sub(lambda _: table, page) if _BETWEEN.search(page) else f"{BEGIN}\n{table}{END}\n"
    path.write_text(fresh, encoding="utf-8")


def machine() -> str:
    """The kind of this machine, without its name: how many cores of what, and which Python."""
    return f"{_cores()} cores, {_processor()}, {platform.system()}, Python {platform.python_version()}"


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _processor() -> str:
    """The processor's family as the system names it, else the architecture."""
    told = Path("/proc/cpuinfo")
    found = _MODEL.search(told.read_text(encoding="utf-8")) if told.exists() else None
    return " ".join(_NOISE.sub(" ", found[1]).split()) if found else platform.machine()


def _cells(figure: Figure) -> tuple[str, ...]:
    value, goal = figure.value, str(figure.goal or "")
    if value is None:
        return figure.what, figure.against, "–", "", goal, figure.note
    spread = "" if value.low == value.high else f"{number(value.low)} – {number(value.high)}"
    verdict = ("**missed**" if figure.is_missed else "met") if figure.goal else ""
    words = ", ".join(each for each in (verdict, figure.note) if each)
    unit = f" {figure.unit}" if figure.unit else ""
    return figure.what, figure.against, f"{number(value.median)}{unit}", spread, goal, words


def number(value: float) -> str:
    """Three digits that count, whole from a hundred on."""
    return f"{value:,.0f}" if value >= _MANY else f"{value:.3g}"
