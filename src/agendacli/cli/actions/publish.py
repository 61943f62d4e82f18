"""What `publish` makes: a folder with the page, its calendars and its records, written whole or not at all."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from urllib.parse import urlsplit

import typer

from agendacli.analysis.conflicts.picking import picking
from agendacli.analysis.publication import Publication, publication
from agendacli.analysis.timetable.columns import RoomOrder
from agendacli.analysis.timetable.sections import lay_out
from agendacli.cli.actions.feeds import ENDING, CalendarFeed, calendars, emptied, feeds
from agendacli.cli.actions.marking import NO_MARKS, Marks, public_marks
from agendacli.cli.actions.overwriting import refuse_foreign
from agendacli.cli.options.groups import Loading, Showing
from agendacli.cli.options.publishing import Publishing
from agendacli.cli.query.reading import Reading
from agendacli.cli.run.origins import settings
from agendacli.cli.run.outcome import deliver, finish, refuse, tell
from agendacli.files.paths import named_path, remove
from agendacli.files.reading import files_in, read_if_there
from agendacli.files.writing import write_all
from agendacli.formats.exported import ToExport
from agendacli.formats.ics.component import OWN_PRODUCT
from agendacli.formats.ics.file_names import file_name
from agendacli.formats.ics.items import Items, read_items
from agendacli.formats.ics.uid import own_uid, uid
from agendacli.formats.writers import WRITERS
from agendacli.model.asked import Refusal
from agendacli.model.frozen import frozen
from agendacli.model.large.gc_paused import undisturbed
from agendacli.model.occurrence import Occurrence
from agendacli.records.publication import feeds_in, published_json
from agendacli.render.page.details import details_page, is_long
from agendacli.render.page.document import Feed, Page, document
from agendacli.render.page.language import LANGUAGE_CODES, Language, language_of
from agendacli.render.page.session import Shown
from agendacli.render.page.signs import signs

PAGE, DETAILS, RECORDS, SIGNS = "index.html", "details.html", "agenda.json", "signs.html"
_XML = ".xml"
_UNTITLED = "Agenda"
SCHEDULE = f"schedule{_XML}"
_OURS = f"PRODID:{OWN_PRODUCT}".encode()


@frozen
class _Order:
    """What is published: what was read, what of it may be seen, and how it is asked for."""

    reading: Reading
    publication: Publication
    publishing: Publishing
    language: Language
    marks: Marks = NO_MARKS

    @property
    def title(self) -> str:
        """What the page is called."""
        names = " · ".join(each.name for each in self.publication.programmes)
        return self.publishing.title or names or _UNTITLED


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
    language = _language(publishing.lang)
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
    order = _Order(reading, found, publishing=publishing, language=language, marks=marks)
    files = _files(order, earlier, source)
    if not showing.force:
        refuse_foreign(folder, files)
    if not showing.quiet:
        tell(_summary(found))
    _write(folder, files, fresh=publishing.fresh)
    deliver("".join(f"{name}\n" for name in files), None)
    finish(sound=reading.is_sound)


def _folder(reading: Reading, showing: Showing) -> Path:
    if not showing.output:
        refuse("name the folder to publish into: `-o FOLDER`")
    if not reading.loaded.is_sound:
        refuse("nothing is published: the input has errors")
    return named_path(showing.output)


def _language(code: str) -> Language:
    if code not in LANGUAGE_CODES:
        refuse(f"--lang: the page is written in {', '.join(LANGUAGE_CODES)}, not `{code}`")
    return language_of(code)


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
def _files(order: _Order, earlier: _Earlier, source: str | None) -> dict[str, bytes]:
    reading, found = order.reading, order.publication
    made = feeds(found.occurrences, earlier.named, people=order.publishing.people_feeds)
    items = calendars(reading, found.occurrences, earlier.held)
    gone = tuple(emptied(items, {each.file for each in made}, earlier.there, earlier.named))
    files = _pages(order, made, source)
    listed = [{"of": each.of, "file": each.file, "name": each.name} for each in (*made, *gone)]
    files[RECORDS] = published_json(found, listed).encode()
    files |= _schedules(found, source)
    for each in (*made, *gone):
        files[each.file] = items.update(each, source and f"{source}{each.file}")
    return files


def _schedules(found: Publication, source: str | None) -> dict[str, bytes]:
    """Each event as a schedule.xml, under that name if it is the only one; none of what has no session with hours."""
    alone = len(found.programmes) == 1
    files = {}
    for programme in found.programmes:
        name = SCHEDULE if alone else file_name(programme.address, _XML)
        own = tuple(each for each in found.occurrences if each.programme is programme)
        written = WRITERS["xml"](ToExport((programme,), own, source=source and f"{source}{name}"))
        if not isinstance(written, Refusal):
            files[name] = written.data
    return files


def _pages(order: _Order, made: Iterable[CalendarFeed], source: str | None) -> dict[str, bytes]:
    """The programme; what its sessions say besides where that is much; the door signs if they are asked for."""
    found, reading = order.publication, order.reading
    timetable = lay_out(found.occurrences, reading.zone)
    picks = picking(found.occurrences, reading.loaded.gazetteer, settings(reading.surroundings).buffer)
    shown = Shown(
        order.language,
        RoomOrder(found.occurrences, reading.loaded.gazetteer),
        uids={each.id: _uid(each) for each in found.occurrences},
        changed=order.marks.changed,
        spots=picks.spots,
        several=len(found.programmes) > 1,
        apart=DETAILS if is_long(timetable) else None,
    )
    listed = tuple(Feed(each.name, each.file, _subscription(source, each.file)) for each in made)
    pages = {
        PAGE: document(
            Page(order.title, shown, timetable, listed, ways=picks.ways, clashes=picks.clashes, gone=order.marks.gone)
        )
    }
    if shown.apart:
        pages[DETAILS] = details_page(timetable, shown, order.title, PAGE)
    if order.publishing.signs:
        pages[SIGNS] = signs(timetable, order.language, order.title)
    return {name: text.encode() for name, text in pages.items()}


def _uid(occurrence: Occurrence) -> str:
    return uid(occurrence) if occurrence.original is None else own_uid(occurrence)


def _subscription(source: str | None, file: str) -> str | None:
    return source and f"webcal://{source.partition('://')[2]}{file}"


def _summary(found: Publication) -> str:
    """One line: what goes out, and what does not."""
    private = [_count(found.private, "private session")] if found.private else []
    joining = [_count(found.joining, "way to join", "ways to join")] if found.joining else []
    out = f"publishing {_count(found.sessions, 'session')}, {_count(found.people, 'person', 'people')}"
    held = ", ".join(private + joining)
    return f"{out}; held back: {held}" if held else out


def _count(number: int, one: str, several: str = "") -> str:
    return f"{number} {one if number == 1 else several or f'{one}s'}"


def _write(folder: Path, files: Mapping[str, bytes], *, fresh: bool) -> None:
    """Write what is different; what is there and the same is not touched."""
    old = _calendars(folder) if fresh else {}
    changed = {name: data for name, data in files.items() if read_if_there(folder / name) != data}
    if changed:
        write_all(folder, changed)
    for name in old.keys() - files.keys():
        remove(folder / name)
