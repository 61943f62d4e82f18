"""A sheet of labelled values: labels dim at the left, values wrapped beside them."""

from collections.abc import Iterable, Iterator, Sequence

from rich.cells import cell_len

from agendacli.model.frozen import frozen
from agendacli.model.source import Citation, Source, Variant
from agendacli.render.terminal import styles
from agendacli.render.terminal.drawing import Drawable, Drawing
from agendacli.render.terminal.phrases import said
from agendacli.render.terminal.rows import Cell, Rows
from agendacli.render.terminal.text import Line, Text
from agendacli.words.harmless import one_line
from agendacli.words.prose import plain_day

_WIDEST_LABEL = 16
_WIDEST_VALUE = 100  # longer lines are hard to read
_GAP = 2
_NOTHING = (Text(),), (Text(),)


@frozen
class ShownField:
    """A label and the lines that stand beside it; one without lines is not drawn."""

    label: str
    lines: tuple[Drawing, ...]


def sheet(groups: Iterable[Sequence[ShownField]], width: int) -> Drawable:
    """The fields one below the other with an empty line between groups; all values begin in one column."""
    filled = [[field for field in group if field.lines] for group in groups]
    shown = [group for group in filled if group]
    widest = max((cell_len(one_line(field.label)) for group in shown for field in group), default=0)
    label = min(widest, _WIDEST_LABEL, width // 4)
    rows = (row for group in shown for row in (_NOTHING, *map(_labelled, group)))
    return _Sheet(Rows((label,), _GAP, rows), label + _GAP + min(width - label - _GAP, _WIDEST_VALUE))


@frozen
class _Sheet:
    """Rows that are never wider."""

    rows: Rows
    width: int

    def drawn(self, width: int) -> Iterator[Line]:
        """Their lines."""
        return self.rows.drawn(min(width, self.width))


def _labelled(field: ShownField) -> tuple[Cell, Cell]:
    return (said(field.label, styles.LABEL),), field.lines


def texts(label: str, *values: str | Text | None) -> ShownField:
    """A field of these values, each on lines of its own; those that are empty are left out."""
    return ShownField(label, tuple(each if isinstance(each, Text) else said(each) for each in values if each))


def variants(found: Iterable[Variant]) -> tuple[Text, ...]:
    """What other documents say instead: the field, their words, and where they say it."""
    return tuple(_variant(each) for each in found)


def citations(cited: Sequence[Citation], sources: Sequence[Source]) -> tuple[Text, ...]:
    """The documents that are cited, each with its lines, title, issuer and date, in order of first mention."""
    known = {each.id: each for each in sources}
    lines: dict[str, list[int]] = {}
    for each in cited:
        lines.setdefault(each.source, []).extend(() if each.line is None else (each.line,))
    return tuple(_cited(id_, found, known.get(id_)) for id_, found in lines.items())


def _variant(variant: Variant) -> Text:
    text = Text(overflow="fold")
    if variant.field:
        text.append(f"{one_line(variant.field)}: ", styles.LABEL)
    return text.append(one_line(variant.text)).append(f"  {one_line(str(variant.citation))}", styles.QUIET)


def _cited(id_: str, lines: Sequence[int], source: Source | None) -> Text:
    text = Text(overflow="fold").append(one_line(id_), styles.NAME)
    if lines:
        word = "line" if len(set(lines)) == 1 else "lines"
        text.append(f", {word} {', '.join(map(str, sorted(set(lines))))}")
    for part in _about(source) if source else ():
        text.append(f" · {one_line(part)}", styles.QUIET)
    return text


def _about(source: Source) -> Iterable[str]:
    yield source.title
    if source.issuer:
        yield source.issuer
    if source.issued:
        yield plain_day(source.issued)
    yield from (each for each in (source.file, source.url) if each)
