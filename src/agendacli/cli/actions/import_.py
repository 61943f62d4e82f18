"""What `import` does: whatever holds a programme becomes the text of a definition."""

import shlex
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import typer

from agendacli.cli.actions.import_document import ToImport, deliver_definition, import_document
from agendacli.cli.options.groups import Selecting
from agendacli.cli.query.clock import read_clock, zone_given
from agendacli.cli.query.fitting import check_fitting
from agendacli.cli.query.sheet_columns import columns_given
from agendacli.cli.run.outcome import RefusalError, finish, refuse, tell, tell_diagnostics
from agendacli.cli.run.surroundings import Surroundings
from agendacli.files.paths import STDIN, is_address, named_path
from agendacli.files.reading import read_bytes, standard_input
from agendacli.formats import CALENDAR_ENDING
from agendacli.formats.definition.write.writer import WrittenDefinition, definition
from agendacli.formats.file_formats import markup_of, misnamed, read_titles, recognised_format
from agendacli.formats.given import Given
from agendacli.formats.ics.bytes import shown_calendar
from agendacli.formats.ics.read.calendar import read_calendar
from agendacli.formats.ics.read.streams import calendar_names
from agendacli.formats.ics.read.unread import unread
from agendacli.formats.table import is_calendar, is_document, read_any, shown_file
from agendacli.load.adopt import in_main_zone, with_own_id, with_plain_ids
from agendacli.load.paths import BESIDE
from agendacli.model.asked import Refusal
from agendacli.model.diagnostic import has_errors, in_order
from agendacli.model.findings import Findings
from agendacli.model.frozen import frozen
from agendacli.model.interval import Stretch
from agendacli.model.programme import Programme
from agendacli.model.said import Said
from agendacli.model.zones import midnight
from agendacli.words.ids import slug
from agendacli.words.times.typed.days import read_dates

NAMELESS = "Untitled calendar"


@frozen
class _Found:
    """What a file says, whether it is without errors, and what of it has no place in a definition."""

    programme: Programme
    is_sound: bool
    remarks: tuple[str, ...]


def import_calendar(context: typer.Context, asked: ToImport, *, quiet: bool) -> None:
    """Print or write the definition of a file; with errors in it nothing is written into one."""
    surroundings: Surroundings = context.find_root().obj
    _check(asked)
    data = _data(asked, surroundings)
    given = Given(
        data,
        _shown(asked),
        zone=zone_given(asked.zone, asked.floating),
        home=lambda: surroundings.home_zone,
        columns=columns_given(asked.columns),
        day_first=asked.day_first,
    )
    check_fitting(given, asked.of_document)
    if is_document(data, given.file):
        import_document(given, asked, quiet=quiet)
        return
    found = _read(given, asked, surroundings)
    if asked.output and not found.is_sound:
        refuse(f"{asked.output} is not written: the errors above would be missing in it")
    known = with_own_id(found.programme, asked.output or "")
    plain = with_plain_ids(in_main_zone(known))
    made = definition(plain, _stretch(asked, plain, surroundings))
    deliver_definition(made.text, asked, quiet=quiet)
    if not quiet:
        _report((*made.remarks, *found.remarks), asked)
        _tell_items(made, asked)
    finish(sound=found.is_sound)


def _data(asked: ToImport, surroundings: Surroundings) -> bytes:
    """What stands in the file, on standard input or at the address."""
    if asked.file == STDIN:
        return standard_input()
    if not is_address(asked.file):
        return read_bytes(named_path(asked.file))
    from agendacli.files.web.copies import WebWishes, web_copy

    copy = web_copy(asked.file, surroundings.web_folder, surroundings.now, WebWishes(offline=asked.offline))
    if copy.told:
        tell(copy.told)
    return copy.data if copy.path is None else read_bytes(copy.path)


def _check(asked: ToImport) -> None:
    zone_given(asked.zone, asked.floating)
    name = Path(asked.output).name if asked.output else ""
    if name.lower().endswith(CALENDAR_ENDING) or name in BESIDE:
        refuse(f"-o: {asked.output} would not be a definition; write into a file such as `programme.yaml`")


def _read(given: Given, asked: ToImport, surroundings: Surroundings) -> _Found:
    """What the file says; the errors in it are told."""
    said = _said(given, asked)
    found = in_order(said.diagnostics)
    colour = surroundings.colour("auto", on_terminal=surroundings.errors_on_terminal)
    texts = {given.file: shown_file(given.data, given.file)} if found else {}
    tell_diagnostics(found, texts, surroundings, colour=colour)
    if said.programme is None:
        raise RefusalError
    remarks = (*_unkept(said.left_out), *_unnamed(asked, said.programme))
    return _Found(_named(asked, said.programme), not has_errors(found), remarks)


def _said(given: Given, asked: ToImport) -> Said:
    """What the file says in its own format; what is of none that is recognised is taken for a calendar."""
    if is_calendar(given.data, given.file):
        return _said_by_calendar(given, asked)
    of = recognised_format(given.data, given.file)
    if (of is None or of.name == "zip") and (why := misnamed(given.data, given.file)):
        refuse(f"{given.file}: {why}")
    if of is None:
        return _said_by_calendar(given, asked)
    said = read_any(given, as_draft=True)
    if isinstance(said, Refusal):
        refuse(f"{given.file}: {said}")
    found = said.programme and replace(said.programme, file=asked.output or "")
    return said._replace(programme=found)


def _said_by_calendar(given: Given, asked: ToImport) -> Said:
    if not is_calendar(given.data, given.file) and (syntax := markup_of(given.data)):
        titles = ", ".join(read_titles())
        refuse(f"{given.file}: this {syntax} is none that is read; give a file of one of these: {titles}")
    _check_is_one(given.data, asked)
    findings = Findings()
    zone = given.zone or given.home()
    programme = read_calendar(given.data, given.file, zone, findings, insist=given.zone is not None)
    left_out = unread(shown_calendar(given.data)) if programme else ()
    return Said(programme, findings.all, left_out=left_out)


def _check_is_one(data: bytes, asked: ToImport) -> None:
    """Refuse several calendars in one stream: a definition is one event under one name."""
    names = calendar_names(data)
    if names:
        said = ", ".join(f"`{each}`" for each in names)
        way = f"`agenda -e {shlex.quote(asked.file)} export {slug(names[0])} | agenda import -`"
        refuse(f"{_shown(asked)} holds several calendars, {said}; import one of them, as with {way}")


def _shown(asked: ToImport) -> str:
    if is_address(asked.file):
        from agendacli.files.web.addresses import shown_address

        return shown_address(asked.file)
    return "stdin" if asked.file == STDIN else asked.file


def _unkept(lost: Sequence[str]) -> Iterator[str]:
    if lost:
        yield f"left out, as a definition has no key for it: {', '.join(lost)}"


def _named(asked: ToImport, programme: Programme) -> Programme:
    return replace(programme, title=NAMELESS) if _is_nameless(asked, programme) else programme


def _is_nameless(asked: ToImport, programme: Programme) -> bool:
    """Whether the programme is only called after where it comes from, which is not a file with a name."""
    return asked.file == STDIN and programme.title == _shown(asked)


def _unnamed(asked: ToImport, programme: Programme) -> Iterator[str]:
    if _is_nameless(asked, programme):
        yield f"the calendar has no name; the title is `{NAMELESS}`"


def _stretch(asked: ToImport, programme: Programme, surroundings: Surroundings) -> Stretch:
    """The days asked for, on the clocks of the programme."""
    clock = read_clock(Selecting(first=asked.first, last=asked.last), surroundings)
    dates = read_dates(clock, asked.first, asked.last)
    if isinstance(dates, Refusal):
        refuse(str(dates))
    zone = programme.zone or "UTC"
    days = dates.seen_from(clock, zone)
    start: datetime | None = midnight(days.start, zone) if asked.first else None
    end = midnight(days.end, zone) if asked.last else None
    return Stretch(start, end, clock.now)


def _report(remarks: Iterable[str], asked: ToImport) -> None:
    for remark in remarks:
        tell(f"{_shown(asked)}: {remark}")


def _tell_items(made: WrittenDefinition, asked: ToImport) -> None:
    if asked.output:
        items = "an item" if made.items == 1 else f"{made.items or 'no'} items"
        tell(f"{asked.output}: {items}; see `agenda check {asked.output}`")
