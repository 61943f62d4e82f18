"""Results in the format that is asked for: drawn for a terminal, or records for programs."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import TYPE_CHECKING, TypeVar

from agendacli.cli.options.groups import Format, Showing
from agendacli.cli.run.origins import settings
from agendacli.cli.run.outcome import deliver_all, refuse
from agendacli.cli.run.surroundings import WIDEST, Surroundings

if TYPE_CHECKING:
    from agendacli.render.terminal.drawing import Drawable

Record = Mapping[str, object]
T = TypeVar("T")


def format_of(showing: Showing, surroundings: Surroundings) -> Format:
    """The format to print in: as asked, else on a terminal the user's own (a table), and plain lines elsewhere.

    Which ones a command has, its own `Showing` says.
    """
    asked = Format.JSON if showing.json else showing.format
    if asked is None:
        drawn = surroundings.on_terminal and not (showing.output or showing.fields or showing.sort)
        return Format(settings(surroundings).format) if drawn else Format.PLAIN
    return asked


def print_records(
    name: str,
    records: Iterable[Record],
    draw: "Callable[[int], Drawable]",
    showing: Showing,
    surroundings: Surroundings,
) -> None:
    """Print records of one kind (`occurrence`, `event` …); `draw` makes of a width what a terminal shows."""
    asked = format_of(showing, surroundings)
    if asked is Format.TABLE:
        print_drawn(draw, showing, surroundings)
    else:
        print_written(asked, name, records=records, showing=showing, surroundings=surroundings)


def limited(found: Sequence[T], showing: Showing) -> Sequence[T]:
    """As many of what was found as `--limit` says; all of it where the records are sorted first."""
    return found if showing.sort or not showing.limit else found[: showing.limit]


def print_written(
    asked: Format, name: str, records: Iterable[Record], showing: Showing, surroundings: Surroundings
) -> None:
    """Print records of one kind in one of the formats for programs."""
    pieces = record_text(asked, name, _ordered(records, showing, name), _fields(showing, name))
    deliver_all(pieces if showing.output else _printable(pieces, asked, surroundings.encoding), showing.output)


def print_drawn(draw: "Callable[[int], Drawable]", showing: Showing, surroundings: Surroundings) -> None:
    """Print what is drawn for a terminal, in colour if that is wanted and shown; what stands above is printed first."""
    from agendacli.render.terminal.console import draw_lines

    colour = surroundings.colour(showing.color, on_terminal=surroundings.on_terminal and not showing.output)
    encoding = "utf-8" if showing.output else surroundings.encoding
    width = surroundings.width
    if width > WIDEST:
        refuse(f"COLUMNS: {width} is not a width of a terminal; unset it, or set {WIDEST} at most")
    with surroundings.patience("drawing", quiet=showing.quiet):  # until the first line is there: then nobody waits
        lines = draw_lines(draw(width), width=width, colour=colour, encoding=encoding)
        first = next(lines, "")
    whole: Iterator[str] = chain((first,), lines)
    if surroundings.on_terminal and not showing.output and encoding.lower().startswith("utf"):
        from agendacli.render.terminal.direction import with_marks

        whole = map(with_marks, whole)
    if settings(surroundings).ascii:
        from agendacli.words.encodable import in_plain_signs

        whole = map(in_plain_signs, whole)
    if surroundings.on_terminal and not (showing.output or showing.no_pager):
        from agendacli.cli.run.pager import paged

        whole = paged(whole, surroundings.environment)
    deliver_all(whole, showing.output)


def record_text(asked: Format, name: str, records: Iterable[Record], fields: Sequence[str] | None) -> Iterator[str]:
    """Records as text in one of the formats for programs: a piece for each, made when it is asked for."""
    if asked is Format.PLAIN:
        from agendacli.records.lines import plain_fields, plain_lines

        return (f"{line}\n" for line in plain_lines(records, fields or plain_fields(name)))
    if asked in (Format.JSON, Format.JSONL):
        from agendacli.records.json import to_json, to_jsonl

        return (to_json if asked is Format.JSON else to_jsonl)(records, fields)
    from agendacli.records.csv import to_csv, to_markdown, to_tsv

    writers = {Format.CSV: to_csv, Format.TSV: to_tsv, Format.MARKDOWN: to_markdown}
    return writers[asked](records, fields)


def _printable(pieces: Iterator[str], asked: Format, encoding: str) -> Iterator[str]:
    """JSON for an output that is not UTF-8: nothing in it is lost."""
    if asked not in (Format.JSON, Format.JSONL) or encoding.lower().startswith("utf"):
        return pieces
    from agendacli.records.json import in_ascii

    return map(in_ascii, pieces)


def _fields(showing: Showing, name: str) -> tuple[str, ...] | None:
    if showing.fields is None:
        return None
    return _known("--fields", showing.fields, name)


def _known(option: str, text: str, name: str) -> tuple[str, ...]:
    """The fields that an option names; one that the record does not have ends the run."""
    from agendacli.records.registry import field_names, unknown_fields

    fields = tuple(each.strip() for each in text.split(",") if each.strip())
    if unknown := unknown_fields([each.removeprefix("-") for each in fields], name):
        listed = ", ".join(f"`{each}`" for each in unknown)
        refuse(f"{option}: no field is called {listed}; there are {', '.join(field_names(name))}")
    return fields


def _ordered(records: Iterable[Record], showing: Showing, name: str) -> Iterable[Record]:
    """The records in the order of `--sort`, and as many as `--limit` says."""
    if showing.sort:
        from agendacli.records.order import sorted_records

        records = sorted_records(records, _known("--sort", showing.sort, name))
    return islice(records, showing.limit) if showing.limit else records
