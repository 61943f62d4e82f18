"""What stands under one heading of the page: a list, or a grid of rooms where sessions run side by side."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from htpy import Element, Node, div, h2, p, section, span
from markupsafe import Markup

from agendacli.analysis.timetable.boxes import BoxGrid
from agendacli.analysis.timetable.day_plan import DayEntry, plan_of
from agendacli.analysis.timetable.sections import Day, Section, Window
from agendacli.model.frozen import frozen
from agendacli.model.occurrence import Occurrence
from agendacli.model.when import DayWindow
from agendacli.model.zones import wall
from agendacli.render.page.language import Language
from agendacli.render.page.patterns import SLOT, Pattern, in_markup
from agendacli.render.page.placement import Placement, box_area, head_areas, hour_area, placement
from agendacli.render.page.session import Shown
from agendacli.render.page.times import city_clocks, heading_text, window_heading

_PRINTED_COLUMNS = 7  # more make a list on paper
_PRINTED_ROWS = 14  # more are set smaller
_LABEL_EVERY = timedelta(minutes=30)

_HEAD = Pattern(span(class_=SLOT)[SLOT])
_HOUR = Pattern(span(class_=SLOT, dir="ltr")[SLOT])
_AGAIN = Pattern(div(class_=SLOT, aria_hidden="true")[SLOT])


@frozen
class View:
    """A part of the page: its element, its anchor and heading for the list of days, and how it lies on paper or screen.

    `paper` is `wide` or `tall`.
    """

    element: Element
    anchor: str
    heading: str
    paper: str
    placements: tuple[Placement, ...]


def view(part: Section, shown: Shown) -> View:
    """One heading with all that stands under it."""
    words, anchor = shown.language, _anchor(part)
    heading = _heading(part, words)
    where = " · ".join(filter(None, (part.city, _zones(part, words))))
    body, grids = _day(part, shown) if _has_hours(part) else ([_list(part.occurrences, part, shown)], [])
    paper = "wide" if grids and max(each.columns for each in grids) <= _PRINTED_COLUMNS else "tall"
    dense = ".dense" if len(body) + sum(each.rows for each in grids) > _PRINTED_ROWS else ""
    top = h2(id=anchor)[heading], p(".z")[where]
    element = section(f".day.{paper}{dense}", aria_labelledby=anchor)[top, body]
    return View(element, anchor, heading=heading, paper=paper, placements=tuple(grids))


def _has_hours(part: Section) -> bool:
    """Whether its sessions can stand side by side: those of one day on one clock."""
    return isinstance(part, Day) and len(part.zones) == 1


def _day(part: Section, shown: Shown) -> tuple[list[Node], list[Placement]]:
    """A day as a printed programme has it: an article across for what runs alone, a grid where there is a choice."""
    plan = plan_of(Day(part.start, part.end, part.occurrences), shown.order, counts=_is_any)
    body: list[Node] = [_entry(each, shown) for each in plan.first]
    grids: list[Placement] = []
    for each in plan.parts:
        if isinstance(each, DayEntry):
            body.append(_entry(each, shown))
        else:
            grids.append(placement(each.grid, f"g{part.start:%Y%m%d}-{len(grids)}"))
            body.append(_grid(each.grid, grids[-1], part, shown))
    return body, grids


def _is_any(_: Occurrence) -> bool:
    """A lunch stands beside what runs meanwhile, and so does what is cancelled."""
    return True


def _entry(entry: DayEntry, shown: Shown) -> Markup:
    return shown.article(entry.occurrence, items=entry.items)


def _anchor(part: Section) -> str:
    """What a link to the part names; the same from version to version."""
    if isinstance(part, Day):
        return f"day-{part.start}"
    among = (part.days, *part.among) if isinstance(part, Window) else ()
    return "-".join(["days", str(part.start), str(part.end), *(str(each) for each in among if each)])


def _heading(part: Section, words: Language) -> str:
    if isinstance(part, Window):
        window = DayWindow(part.start, end=part.end, zone=None, days=part.days, among=part.among)
        return window_heading(window, words)
    return heading_text(part.start, part.end, words)


def _zones(part: Section, words: Language) -> str:
    zones = {each.zone: each.bounds.start for each in reversed(part.clocked) if each.zone}
    named = [city_clocks(zone, moment) for zone, moment in sorted(zones.items())]
    return words.say("times_in", zone=", ".join(named)) if named else ""


def _list(occurrences: Iterable[Occurrence], part: Section, shown: Shown) -> Element:
    held = part.held
    blocks: dict[str, list[Occurrence]] = {}
    for each in part.occurrences:
        if each.id in held:
            blocks.setdefault(held[each.id].id, []).append(each)
    outside = [each for each in occurrences if each.id not in held]
    return div(".list")[(shown.article(each, items=blocks.get(each.id, ())) for each in outside)]


def _grid(grid: BoxGrid, placed: Placement, part: Section, shown: Shown) -> Element:
    """Rooms side by side; in the order of time for those who do not see them."""
    columns = zip(grid.columns, head_areas(grid), strict=True)
    heads = in_markup(_HEAD(f"head {area.name}", each.room or "") for each, area in columns)
    hours = in_markup(_HOUR(f"at {hour_area(row).name}", label) for row, label in _hours(grid, part))
    guide = div(".guide", aria_hidden="true")[heads, hours]
    board = div(f".grid.{placed.name}")[guide, _boxes(grid, shown)]
    said = f"{shown.language.plain_day(part.start)}, {placed.name.rpartition('-')[2]}"
    return div(".wide-day", tabindex="0", role="group", aria_label=said)[board]


def _boxes(grid: BoxGrid, shown: Shown) -> Iterator[Markup]:
    """The sessions; where one takes rooms that do not lie side by side, all but its first are for the eye alone."""
    once = set[str]()
    rows = {hour: n for n, hour in enumerate(grid.hours)}
    for each in grid.boxes:
        place = box_area(each, rows).name
        if each.occurrence.id in once:
            yield _AGAIN(f"also {place}", each.occurrence.session.title)
        else:
            yield shown.article(each.occurrence, style=place, items=each.items)
            once.add(each.occurrence.id)


def _hours(grid: BoxGrid, part: Section) -> Iterator[tuple[int, str]]:
    """The hours at the left, each with its row: where something begins, but not closer than people can read."""
    begins, zone = {each.time.start for each in grid.boxes}, part.zones[0]
    last: datetime | None = None
    for row, moment in enumerate(grid.hours):
        if moment in begins and (last is None or moment - last >= _LABEL_EVERY):
            yield row, f"{wall(moment, zone):%H:%M}"
            last = moment
