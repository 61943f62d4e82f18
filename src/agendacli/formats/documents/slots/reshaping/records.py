"""Records of labelled lines, in the order in which they are read: `Fecha: …`, `Hora: …`, `Título: …`, `Ponente: …`."""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from agendacli.formats.documents.page import Block, Line
from agendacli.formats.documents.tokens.days import days_in
from agendacli.formats.documents.tokens.hours import hours_in
from agendacli.formats.documents.tokens.letterwise import letterwise

_LABEL = re.compile(
    r"\W*(?:(?P<day>fecha|date|datum|day|tag|jour|dia|when|wann|quand|cuando|termin|date (?:and|&) time|"
    r"date et heure|fecha y hora)|(?P<hours>hora|horario|time|zeit|uhrzeit|heure|horaire|hours)|"
    r"(?P<title>titulo|title|titel|titre|tema|thema|topic|subject|sujet|event|veranstaltung|lecture|vortrag|talk|what|"
    r"was|activity|aktivitat|activite|actividad|charla|evento)|"
    r"(?P<other>[^\W\d_][^\W\d_ ]{1,15})) *: +(?=\S)"
)
_LONGEST_ABOVE = 60
Said = tuple[str, Line]


def with_records(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, each record as its day, its hours with the title, and the other lines, the heading among these."""
    at = 0
    while at < len(blocks):
        to = _end_of_record(blocks, at)
        record = _said([each for each in blocks[at:to] if isinstance(each, Line)])
        if _is_record(record):
            yield from _in_order(record)
            at = to
        elif _heads_record(blocks, at):
            heading = blocks[at]
            to = _end_of_record(blocks, at + 1)
            record = _said([each for each in blocks[at + 1 : to] if isinstance(each, Line)])
            yield from _in_order([*record, *((("other", heading),) if isinstance(heading, Line) else ())])
            at = to
        else:
            yield blocks[at]
            at += 1


def _heads_record(blocks: Sequence[Block], at: int) -> bool:
    """Whether a short line, which no sign ends, stands above a record."""
    line = blocks[at]
    if not isinstance(line, Line) or len(line.text) > _LONGEST_ABOVE or line.text.rstrip().endswith((".", ",", ":")):
        return False
    if days_in(line.text) or hours_in(line.text) or line.is_set_apart:
        return False
    below = [each for each in blocks[at + 1 : _end_of_record(blocks, at + 1)] if isinstance(each, Line)]
    return _is_record(_said(below))


def _end_of_record(blocks: Sequence[Block], at: int) -> int:
    """Where a run of labelled lines that begins at a place ends, each label once, lines that go on among them."""
    seen: set[str] = set()
    for n in range(at, len(blocks)):
        line = blocks[n]
        label = label_of(line) if isinstance(line, Line) else ""
        before = blocks[n - 1] if n > at else None
        goes_on = isinstance(line, Line) and isinstance(before, Line) and line.line == before.line + 1
        if not label and not (goes_on and seen):
            return n
        if label in seen:
            return n
        seen |= {label} - {"", "other"}
    return len(blocks)


def label_of(line: Line) -> str:
    """What the label with which a line begins announces: `day`, `hours`, `title`, `other`; nothing without one."""
    found = _LABEL.match(letterwise(line.text[:_LONGEST_ABOVE]))
    return found.lastgroup or "" if found else ""


def is_of_record(labels: AbstractSet[str]) -> bool:
    """Whether labels announce a title and a time."""
    return "title" in labels and bool(labels & {"day", "hours"})


def _said(lines: Sequence[Line]) -> list[Said]:
    """What each line says behind its label, with the lines in which it goes on; others keep their label."""
    found: list[Said] = []
    for line in lines:
        label = label_of(line)
        if not label and found and found[-1][0] == "title":
            before = found[-1][1]
            found[-1] = "title", replace(before, text=f"{before.text} {line.text}", last=line.line)
        elif label in {"", "other"}:
            found.append(("other", line))
        else:
            end = _LABEL.match(letterwise(line.text[:_LONGEST_ABOVE]))
            found.append((label, replace(line, text=line.text[end.end() if end else 0 :].strip(), pieces=(), level=0)))
    return found


def _is_record(said: Sequence[Said]) -> bool:
    """Whether lines say a title, and a day or hours, each where a label announces them."""
    of = dict(said)
    is_timed = any(hours_in(of[each].text) for each in ("hours", "day") if each in of)
    return "title" in of and is_timed and ("day" not in of or bool(days_in(of["day"].text)))


def _in_order(said: Sequence[Said]) -> Iterator[Line]:
    of = dict(said)
    timed = next(of[each] for each in ("hours", "day") if each in of and hours_in(of[each].text))
    hours = hours_in(timed.text)[0]
    if "day" in of:
        day = days_in(of["day"].text)[0]
        yield replace(of["day"], text=day.text.strip(" ,"))
    title = of["title"]
    lines = sorted({timed.line, title.line, title.ends})
    is_near = timed.page == title.page and lines[-1] - lines[0] <= len(said) + 1
    first = replace(timed, line=lines[0], last=lines[-1]) if is_near else timed
    yield replace(first, text=f"{hours.text.strip()} {title.text}", is_bold=False, is_bullet=False)
    behind = timed.text[hours.to :].strip(" ,;.")
    if timed is of.get("hours") and re.search(r"[^\W\d_]{3}", behind):
        yield replace(timed, text=behind)
    yield from (line for label, line in said if label == "other")
