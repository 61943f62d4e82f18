"""The pages of a published folder: of all it has, what takes the most imports."""

from collections.abc import Iterable

from agendacli.analysis.conflicts.picking import picking
from agendacli.analysis.timetable.columns import RoomOrder
from agendacli.analysis.timetable.sections import lay_out
from agendacli.cli.actions.publishing.feeds import CalendarFeed
from agendacli.cli.actions.publishing.order import Order
from agendacli.cli.run.origins import settings
from agendacli.formats.ics.uid import own_uid, uid
from agendacli.model.occurrence import Occurrence
from agendacli.render.page.details import details_page, is_long
from agendacli.render.page.document import Feed, Page, document
from agendacli.render.page.language import language_of
from agendacli.render.page.session import Shown
from agendacli.render.page.signs import signs

PAGE, DETAILS, SIGNS = "index.html", "details.html", "signs.html"


def pages(order: Order, made: Iterable[CalendarFeed]) -> dict[str, bytes]:
    """The programme; what its sessions say besides where that is much; the door signs if they are asked for."""
    found, reading, language = order.publication, order.reading, language_of(order.publishing.lang)
    timetable = lay_out(found.occurrences, reading.zone)
    picks = picking(found.occurrences, reading.loaded.gazetteer, settings(reading.surroundings).buffer)
    shown = Shown(
        language,
        RoomOrder(found.occurrences, reading.loaded.gazetteer),
        uids={each.id: _uid(each) for each in found.occurrences},
        changed=order.marks.changed,
        spots=picks.spots,
        several=len(found.programmes) > 1,
        apart=DETAILS if is_long(timetable) else None,
    )
    listed = tuple(Feed(each.name, each.file, _subscription(order.address(each.file))) for each in made)
    written = {
        PAGE: document(
            Page(order.title, shown, timetable, listed, ways=picks.ways, clashes=picks.clashes, gone=order.marks.gone)
        )
    }
    if shown.apart:
        written[DETAILS] = details_page(timetable, shown, order.title, PAGE)
    if order.publishing.signs:
        written[SIGNS] = signs(timetable, language, order.title)
    return written


def _uid(occurrence: Occurrence) -> str:
    return uid(occurrence) if occurrence.original is None else own_uid(occurrence)


def _subscription(address: str | None) -> str | None:
    return address and f"webcal://{address.partition('://')[2]}"
