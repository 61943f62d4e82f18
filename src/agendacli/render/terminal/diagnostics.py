"""A diagnostic with the line it speaks of and a caret under the place."""

from collections.abc import Iterable

from rich.cells import cell_len

from agendacli.model.diagnostic import Diagnostic, Note, Severity
from agendacli.model.span import Span
from agendacli.render.terminal import styles
from agendacli.render.terminal.drawing import Drawable, Group
from agendacli.render.terminal.text import Text
from agendacli.words.harmless import harmless, one_line

_BAR = " │ "
_CUT = "…"
_CONTEXT = 12  # cells that stay in sight left of the caret when a line is too long


def draw_diagnostic(diagnostic: Diagnostic, line: str | None = None, width: int = 80) -> Drawable:
    """The diagnostic, then the line it stands on with carets, then its notes.

    `line` is that line's text; None when it is not to be shown.
    """
    style = _style(diagnostic)
    margin = len(str(diagnostic.span.line)) + 2
    excerpt = () if line is None else tuple(_excerpt(diagnostic.span, line, margin=margin, width=width, style=style))
    return Group(_headline(diagnostic), *excerpt, *(_note(each, margin) for each in diagnostic.notes))


def _headline(diagnostic: Diagnostic) -> Text:
    text = Text(overflow="fold").append(f"{one_line(str(diagnostic.span))}: ", styles.HEADING)
    text.append(f"{diagnostic.severity}[{diagnostic.code.name}]", _style(diagnostic))
    return text.append(f": {one_line(diagnostic.message)}")


def _style(diagnostic: Diagnostic) -> str:
    return styles.WRONG if diagnostic.severity is Severity.ERROR else styles.WARNING


def _excerpt(span: Span, line: str, margin: int, width: int, style: str) -> Iterable[Text]:
    before, marked, after = _parts(span, line.rstrip("\r\n"))
    room = max(width - margin - len(_BAR), 1)
    before, marked, after = _fitted(before, marked, after, room)
    number = str(span.line).rjust(margin)
    yield Text(no_wrap=True).append(f"{number}{_BAR}", styles.QUIET).append(before + marked + after)
    blank = " " * margin + _BAR + " " * cell_len(before)
    yield Text(no_wrap=True).append(blank, styles.QUIET).append("^" * max(cell_len(marked), 1), style)


def _parts(span: Span, line: str) -> tuple[str, str, str]:
    """The line in three: before the span, in it, and after it; each harmless, so that lengths are those shown."""
    start, end = span.column - 1, span.column - 1 + max(span.length, 1)
    return harmless(line[:start]), harmless(line[start:end]), harmless(line[end:])


def _fitted(before: str, marked: str, after: str, room: int) -> tuple[str, str, str]:
    """The three parts cut to `room` cells: first what follows, then what precedes, then the marked end."""
    keep = max(room - cell_len(marked) - 1, min(_CONTEXT, room // 3))
    if cell_len(before) + max(cell_len(marked), 1) > room:
        before = _last_cells(before, keep)
    marked = _first_cells(marked, room - cell_len(before))
    return before, marked, _first_cells(after, room - cell_len(before) - max(cell_len(marked), 1))


def _first_cells(text: str, room: int) -> str:
    """The text, or as much of its beginning as fits with a mark that it goes on."""
    if cell_len(text) <= room:
        return text
    return "".join(_within(text, room - 1)) + _CUT if room > 0 else ""


def _last_cells(text: str, room: int) -> str:
    """The text, or as much of its end as fits with a mark that something precedes."""
    if cell_len(text) <= room:
        return text
    return _CUT + "".join(_within(reversed(text), room - 1))[::-1] if room > 0 else ""


def _within(characters: Iterable[str], room: int) -> Iterable[str]:
    for each in characters:
        room -= cell_len(each)
        if room < 0:
            return
        yield each


def _note(note: Note, margin: int) -> Text:
    where = f" ({one_line(str(note.span))})" if note.span else ""
    text = Text(" " * (margin + 1), overflow="fold").append("note: ", styles.NAME)
    return text.append(one_line(note.message) + where)
