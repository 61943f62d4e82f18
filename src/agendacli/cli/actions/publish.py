"""What `publish` makes: a folder with the page, its calendars and its records, written whole or not at all."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from urllib.parse import urlsplit

import typer

from agendacli.analysis.publication import Publication, publication
from agendacli.cli.actions.marking import NO_MARKS, public_marks
from agendacli.cli.actions.overwriting import refuse_foreign
from agendacli.cli.actions.publishing.feeds import ENDING, CalendarFeed, calendars, emptied, feeds
from agendacli.cli.actions.publishing.order import Order
from agendacli.cli.options.groups import Loading, Showing
from agendacli.cli.options.publishing import Publishing
from agendacli.cli.query.reading import Reading
from agendacli.cli.run.outcome import deliver, finish, refuse, tell
from agendacli.cli.run.two_processes import shared_out
from agendacli.files.paths import named_path, remove
from agendacli.files.reading import files_in, read_if_there
from agendacli.files.writing import write_all
from agendacli.formats.exported import ToExport
from agendacli.formats.ics.component import OWN_PRODUCT
from agendacli.formats.ics.file_names import file_name
from agendacli.formats.ics.items import Items, read_items
from agendacli.formats.writers import WRITERS
from agendacli.model.asked import Refusal
from agendacli.model.frozen import frozen
from agendacli.model.large.gc_paused import undisturbed
from agendacli.records.publication import feeds_in, published_json
from agendacli.render.page.language import LANGUAGE_CODES

RECORDS = "agenda.json"
_XML = ".xml"
_MANY = 200
"""So many sessions are shared out: of fewer, what a process costs counts."""
SCHEDULE = f"schedule{_XML}"
_OURS = f"PRODID:{OWN_PRODUCT}".encode()


@frozen
class _Earlier:
    """What was published there before: the calendars, as bytes and as items, and their files by what they are of."""

    there: Mapping[str, bytes]
    held: Mapping[str, Items | Refusal]
    named: Mapping[str, str]


_NOTHING = _Earlier({}, {}, {})


def publish(
    reading: Reading, publishing: Publishing, context: typer.Context, loading: Loading, showing: Showing
) -> None:
    """Write the folder and print the names of its files; nothing is written if the input has errors."""
    folder = _folder(reading, showing)
    _check_language(publishing.lang)
    source = _source(publishing.source)
    earlier = _NOTHING if publishing.fresh else _earlier(folder)
    reading = _known(reading, earlier.held.values(), quiet=showing.quiet) if earlier.held else reading
    events = reading.events
    found = publication(events, reading.occurrences, with_sources=publishing.with_sources)
    marks = (
        public_marks(reading, publishing.since, context, loading=loading, showing=showing)
        if publishing.since
        else NO_MARKS
    )
    order = Order(reading, found, publishing=publishing, source=source, marks=marks)
    files = _files(order, earlier)
    changed = {name: data for name, data in files.items() if read_if_there(folder / name) != data}
    if not showing.force:
        refuse_foreign(folder, changed)
    if not showing.quiet:
        tell(_summary(found))
    old = _calendars(folder).keys() - files.keys() if publishing.fresh else ()  # before anything is written
    if changed:  # what is there and the same is not touched
        write_all(folder, changed)
    for name in old:
        remove(folder / name)
    deliver("".join(f"{name}\n" for name in files), None)
    finish(sound=reading.is_sound)


def _folder(reading: Reading, showing: Showing) -> Path:
    if not showing.output:
        refuse("name the folder to publish into: `-o FOLDER`")
    if not reading.loaded.is_sound:
        refuse("nothing is published: the input has errors")
    return named_path(showing.output)


def _check_language(code: str) -> None:
    if code not in LANGUAGE_CODES:
        refuse(f"--lang: the page is written in {', '.join(LANGUAGE_CODES)}, not `{code}`")


def _source(text: str | None) -> str | None:
    """The address under which the folder will be found, with a slash at its end."""
    if text is None:
        return None
    if urlsplit(text).scheme not in {"http", "https"}:
        refuse(f"--source: `{text}` is not an address of the web; write `https://…/`")
    return f"{text.rstrip('/')}/"


def _earlier(folder: Path) -> _Earlier:
    there = _calendars(folder)
    held = {name: read_items(data) for name, data in there.items()}
    return _Earlier(there, held, feeds_in(read_if_there(folder / RECORDS) or b""))


def _calendars(folder: Path) -> dict[str, bytes]:
    """The calendars of ours that are there, by name."""
    return {name: data for name, data in files_in(folder, ENDING).items() if _OURS in data}


def _known(reading: Reading, held: Iterable[Items | Refusal], *, quiet: bool) -> Reading:
    """What is read, each session under the UID that it has in the calendars that are there."""
    from agendacli.cli.actions.calendars.known_items import with_known_uids  # what the first time does without

    found = [each for each in held if not isinstance(each, Refusal)]
    by_uid = {uid_: item for each in found for uid_, item in each.by_uid.items()}
    zones = {name: zone for each in found for name, zone in each.timezones.items()}
    return with_known_uids(reading, Items(by_uid, zones), quiet=quiet) if by_uid else reading


@undisturbed()
def _files(order: Order, earlier: _Earlier) -> dict[str, bytes]:
    """All files, in the order in which they are named; those that take longest are begun first."""
    shown = order.publication.occurrences
    made = feeds(shown, earlier.named, people=order.publishing.people_feeds)
    items = calendars(order.reading, shown, earlier.held)
    every = (*made, *emptied(items, {each.file for each in made}, earlier.there, earlier.named))
    tasks: Sequence[Callable[[], dict[str, bytes]]] = (
        lambda: {each.file: items.update(each, order.address(each.file)) for each in every},
        lambda: _pages(order, made),
        lambda: _schedules(order),
        lambda: {RECORDS: _records(order, every)},
    )
    order.reading.loaded.places()  # kept for the next time, which a child could not do
    of_items, pages, schedules, records = shared_out(tasks) if len(shown) >= _MANY else [each() for each in tasks]
    return {**pages, **records, **schedules, **of_items}


def _pages(order: Order, made: Iterable[CalendarFeed]) -> dict[str, bytes]:
    from agendacli.cli.actions.publishing.pages import pages  # of all files they take the most imports

    return pages(order, made)


def _records(order: Order, every: Iterable[CalendarFeed]) -> bytes:
    listed = [{"of": each.of, "file": each.file, "name": each.name} for each in every]
    return b"".join(map(str.encode, published_json(order.publication, listed)))


def _schedules(order: Order) -> dict[str, bytes]:
    """Each event as a schedule.xml, under that name if it is the only one; none of what has no session with hours."""
    found = order.publication
    alone = len(found.programmes) == 1
    files = {}
    for programme in found.programmes:
        name = SCHEDULE if alone else file_name(programme.address, _XML)
        own = tuple(each for each in found.occurrences if each.programme is programme)
        written = WRITERS["xml"](ToExport((programme,), own, source=order.address(name)))
        if not isinstance(written, Refusal):
            files[name] = written.data
    return files


def _summary(found: Publication) -> str:
    """One line: what goes out, and what does not."""
    private = [_count(found.private, "private session")] if found.private else []
    joining = [_count(found.joining, "way to join", "ways to join")] if found.joining else []
    out = f"publishing {_count(found.sessions, 'session')}, {_count(found.people, 'person', 'people')}"
    held = ", ".join(private + joining)
    return f"{out}; held back: {held}" if held else out


def _count(number: int, one: str, several: str = "") -> str:
    return f"{number} {one if number == 1 else several or f'{one}s'}"
