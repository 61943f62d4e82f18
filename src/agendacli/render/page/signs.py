"""Door signs: for each room and day one page, large enough to be read from the corridor."""

from collections.abc import Iterator

from htpy import Element, Node, body, h1, h2, head, html, li, main, meta, p, section, style, title, ul
from markupsafe import Markup

from agendacli.analysis.timetable.sections import Day, Timetable
from agendacli.model.identity import GENERATOR
from agendacli.model.occurrence import Occurrence
from agendacli.model.programme import Status
from agendacli.render.page.assets import asset
from agendacli.render.page.language import Language
from agendacli.render.page.session import shown_hours
from agendacli.render.page.writing import page_bytes
from agendacli.words.harmless import one_line

_FEW = 7  # more are set smaller


def signs(timetable: Timetable, language: Language, name: str) -> bytes:
    """The signs as HTML to print; what has no room or no day has none."""
    days = (each for each in timetable.sections if isinstance(each, Day))
    pages = [
        _sign(room, day, found=found, language=language, name=name)
        for day in days
        for room, found in _by_room(day).items()
    ]
    content = html(lang=language.code, dir=language.direction)[
        head[
            meta(charset="utf-8"),
            meta(name="viewport", content="width=device-width, initial-scale=1"),
            meta(name="generator", content=GENERATOR),
            title[f"{language.say('signs')}: {name}"],
            style[Markup(asset("signs.css"))],  # noqa: S704 (our own file)
        ],
        body[main[pages]],
    ]
    return page_bytes(content)


def _by_room(day: Day) -> dict[str, list[Occurrence]]:
    found: dict[str, list[Occurrence]] = {}
    for each in day.occurrences:
        for room in each.rooms:
            found.setdefault(room, []).append(each)
    return found


def _sign(room: str, day: Day, found: list[Occurrence], language: Language, name: str) -> Element:
    rows = [li(class_=each.status.value)[_row(each, language)] for each in found]
    size = "long" if len(rows) > _FEW else None
    return section(class_=size)[h1[one_line(room)], h2[language.day(day.date)], ul[rows], p[name]]


def _row(occurrence: Occurrence, language: Language) -> Iterator[Node]:
    yield p(".t")[shown_hours(occurrence, language)]
    yield p(".title")[one_line(occurrence.session.title)]
    if occurrence.status is not Status.CONFIRMED:
        yield p[language.say(occurrence.status.value)]
    if names := ", ".join(one_line(each.name) for each in occurrence.session.participants if each.person):
        yield p[names]
