"""Below the heads of columns: days in a column before the times as lines of their own, bare hours as times."""

from collections.abc import Sequence
from dataclasses import replace

from agendacli.formats.documents.readers.pdf.head_lines import head_pieces
from agendacli.formats.documents.readers.pdf.printed import PrintedLine
from agendacli.formats.documents.tokens.bare_hours import bare_hours
from agendacli.formats.documents.tokens.days import days_in

_LEAST = 2
_UNITS = frozenset({"uhr", "h", "hrs"})
_NEAR = 6.0
_SPAN = ":00–"  # of hours that are written out


def below_heads(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """The lines, what stands below a head for times written out where it is hours alone, and days before it apart."""
    heads = ((n, said) for n, line in enumerate(lines) if (said := head_pieces(line)))
    head, said = next(heads, (0, None))
    if said is None:
        return [*lines]
    pieces, number = said
    left = pieces[number].x0 - _NEAR
    right = pieces[number + 1].x0 - _NEAR if number + 1 < len(pieces) else float("inf")
    below = [*lines[head + 1 :]]
    written = [_written_out(line, left, right) for line in below]
    if sum(one is not other for one, other in zip(below, written, strict=True)) >= _LEAST:
        below = [made for line in _centred(written, left, right) if (made := _without_unit(line, left, right))]
    return [*lines[: head + 1], *(_days_apart(below, left) if number else below)]


def _written_out(line: PrintedLine, left: float, right: float) -> PrintedLine:
    """The line with the hours that it has between two places as a range of times: `14–16` is `14:00–16:00`."""
    words = [word for word in line.words if left <= word.x0 < right]
    hours = bare_hours(" ".join(word.text for word in words)) if words else None
    if hours is None:
        return line
    whole = replace(words[0], text=f"{hours[0]}:00–{hours[1]}:00", x1=words[-1].x1)
    return line.part(
        [*(word for word in line.words if word.x0 < left), whole, *line.words[line.words.index(words[-1]) + 1 :]]
    )


def _centred(lines: Sequence[PrintedLine], left: float, right: float) -> list[PrintedLine]:
    """The lines, hours that stand alone above the middle of their row, and their unit below it, on that line."""
    found: list[PrintedLine] = []
    for line in lines:
        above = found[-1] if found else None
        is_alone = above is not None and all(left <= word.x0 < right for word in above.words) and _SPAN in above.text
        is_apart = not any(left <= word.x0 < right for word in line.words)
        if above and is_alone and is_apart and line.middle - above.middle < above.size:
            found[-1] = line.part(sorted((*above.words, *line.words), key=lambda word: word.x0))
        else:
            found.append(line)
    return found


def _without_unit(line: PrintedLine, left: float, right: float) -> PrintedLine | None:
    """The line without the word for hours that was wrapped below them; None where it says nothing else."""
    words = [word for word in line.words if not (left <= word.x0 < right and word.text.lower() in _UNITS)]
    return line.part(words) if words else None


def _days_apart(lines: Sequence[PrintedLine], left: float) -> list[PrintedLine]:
    """The lines, what stands before a place apart where it is days, each of which may go on in the next line."""
    parts = [([word for word in line.words if word.x0 < left], line) for line in lines]
    said = [line.part(words) for words, line in parts if words]
    if sum(bool(days_in(each.text)) for each in said) < _LEAST:
        return [*lines]
    found: list[PrintedLine] = []
    at = -1  # where the last day stands
    for words, line in parts:
        behind = [word for word in line.words if word.x0 >= left]
        if words and not behind and not days_in(line.text):
            found.append(line)
            at = -1
            continue
        if words and at >= 0 and not any(day.is_dated for day in days_in(found[at].text)):
            found[at] = found[at].part([*found[at].words, *words])
        elif words:
            at = len(found)
            found.append(line.part(words))
        found += [line.part(behind)] if behind else []
    return found
