"""One session as an article: when, what, where, who, and more for those who open it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import cache, lru_cache
from itertools import groupby

from htpy import a, article, b, details, div, h3, h4, li, p, small, span, summary, time, ul
from markupsafe import Markup

from agendacli.analysis.timetable.columns import RoomOrder
from agendacli.model.frozen import frozen
from agendacli.model.identity import DOMAIN
from agendacli.model.occurrence import Occurrence
from agendacli.model.people import Participant
from agendacli.model.programme import Status
from agendacli.model.when import Days, DayWindow, Timed, TimeWindow, bounds
from agendacli.model.zones import wall
from agendacli.render.page.language import Language
from agendacli.render.page.patterns import SLOT, Pattern, in_markup
from agendacli.render.page.times import stamp, unclocked_text
from agendacli.words.harmless import one_line

_USUAL_KIND = "session"  # which says nothing
_SAFE = ("https://", "http://")

TIME, TEXT = Pattern(p(".t")[SLOT]), Pattern(p[SLOT])
_HEADING, _INNER_HEADING = Pattern(h3[SLOT]), Pattern(h4[SLOT])
_PLACE, _EVENT, _LABELS = (Pattern(p(f".{name}")[SLOT]) for name in ("w", "e", "k"))
_KIND, _CATEGORY, _NAME = (Pattern(span(f".{name}")[SLOT]) for name in ("kind", "category", "n"))
_WHO, _OPEN = Pattern(p(".who")[b[SLOT, ":"], " ", SLOT]), Pattern(small[" (", SLOT, ")"])
_MARK, _POINT, _POINTS, _ITEMS = (Pattern(each[SLOT]) for each in (small(".mark"), li, ul, div(".items")))
_CLOCK, _LINK = Pattern(time(datetime=SLOT)[SLOT]), Pattern(p[a(href=SLOT)[SLOT]])
_OPENED = Pattern(details[summary[SLOT], SLOT])
_ELSEWHERE = Pattern(a(".more", href=SLOT, aria_label=SLOT)[SLOT])


@cache
def _article(attributes: tuple[str, ...]) -> Pattern:
    """A session with those attributes."""
    return Pattern(article(dict.fromkeys(attributes, SLOT))[SLOT])


@frozen
class Shown:
    """What the sessions of a page have in common: the language, the order of rooms, what is known of each by address.

    `uids` are those that calendars know them by, `changed` has what changed in words, `spots` the number of the place
    of each (none where all are at one), `several` says that more than one programme is on the page. `apart` is the
    file of what those read who want to know more, None where that is in the page itself.
    """

    language: Language
    order: RoomOrder
    uids: Mapping[str, str]
    changed: Mapping[str, tuple[str, ...]]
    spots: Mapping[str, int]
    several: bool = False
    apart: str | None = None

    def article(self, occurrence: Occurrence, *, style: str = "", items: Iterable[Occurrence] = ()) -> Markup:
        """A session, its items inside of it."""
        held = [self._inner(each) for each in items]
        inside = _ITEMS(in_markup(held)) if held else ""
        return self._whole(occurrence, style, in_markup((*self._content(occurrence, _HEADING), inside)))

    def _inner(self, item: Occurrence) -> Markup:
        return self._whole(item, "", in_markup(self._content(item, _INNER_HEADING)))

    def _whole(self, occurrence: Occurrence, style: str, content: Markup) -> Markup:
        said = {name: value for name, value in self._attributes(occurrence, style) if value is not None}
        return _article(tuple(said))(*said.values(), content)

    def _attributes(self, occurrence: Occurrence, style: str) -> Iterator[tuple[str, str | None]]:
        spot = self.spots.get(occurrence.id)
        yield "id", occurrence.id
        yield "class", " ".join(filter(None, (*self._classes(occurrence), style))) or None
        yield "data-u", self._uid(occurrence)
        yield "data-b", _bounds(occurrence)
        yield "data-w", None if spot is None else str(spot)

    def _uid(self, occurrence: Occurrence) -> str | None:
        """The UID where it is not made of the address as the script makes it."""
        found = self.uids[occurrence.id]
        event, session = occurrence.programme.address, occurrence.session.id
        return None if found == f"{session}.{event}@{DOMAIN}" and occurrence.original is None else found

    def _classes(self, occurrence: Occurrence) -> Iterator[str]:
        if occurrence.session.transparent:
            yield "free"
        if occurrence.status is not Status.CONFIRMED:
            yield occurrence.status.value
        if self._changes(occurrence):
            yield "changed"

    def _content(self, occurrence: Occurrence, heading: Pattern) -> Iterator[str]:
        session, language = occurrence.session, self.language
        yield TIME(shown_hours(occurrence, language))
        yield heading(in_markup((one_line(session.title), *self._marks(occurrence))))
        if where := _where(occurrence):
            yield _PLACE(where)
        if self.several:
            yield _EVENT(one_line(occurrence.programme.name))
        if labels := [*self._labels(occurrence)]:
            yield _LABELS(in_markup(labels))
        yield from (self._seats(role, [*seats]) for role, seats in groupby(session.participants, key=_role))
        if any(self._more(occurrence)):
            yield self._opened(occurrence)

    def _opened(self, occurrence: Occurrence) -> Markup:
        """What those read who want to know more, or the way there."""
        say = self.language.say("details")
        if self.apart is None:
            return _OPENED(say, self.more(occurrence))
        return _ELSEWHERE(f"{self.apart}#{occurrence.id}", f"{say}: {occurrence.session.title}", say)

    def more(self, occurrence: Occurrence) -> Markup:
        """What a session says besides when, what, where and who; nothing if that is all."""
        return in_markup(self._more(occurrence))

    def _marks(self, occurrence: Occurrence) -> Iterator[str]:
        state = [] if occurrence.status is Status.CONFIRMED else [self.language.say(occurrence.status.value)]
        for each in (*state, *map(self._change, self._changes(occurrence))):
            yield from (" ", _MARK(each))

    def _changes(self, occurrence: Occurrence) -> tuple[str, ...]:
        address = f"{occurrence.programme.address}/{occurrence.session.id}"
        return self.changed.get(occurrence.id) or self.changed.get(address) or ()

    def _change(self, words: str) -> str:
        """What changed: as it is told in English, else that it did."""
        if words in {"new", "added"}:
            return self.language.say("new")
        return words if self.language.code == "en" else self.language.say("changed")

    def _labels(self, occurrence: Occurrence) -> Iterator[Markup]:
        kind = occurrence.session.kind
        if kind != _USUAL_KIND:
            yield _KIND(self.language.kind(kind))
        yield from (_CATEGORY(one_line(each)) for each in occurrence.session.categories)

    def _seats(self, role: str, seats: Sequence[Participant]) -> Markup:
        return _WHO(self.language.role(role, len(seats)), in_markup(map(self._seat, seats), ", "))

    def _seat(self, seat: Participant) -> str:
        name = _NAME(one_line(seat.name)) if seat.person else one_line(seat.printed)
        return name if seat.confirmed else in_markup((name, _OPEN(self.language.say("to_be_confirmed"))))

    def _more(self, occurrence: Occurrence) -> Iterator[Markup]:
        session, say = occurrence.session, self.language.say
        if isinstance(occurrence.when, Timed) and occurrence.when.end is None:
            yield TEXT(say("no_end"))
        if session.description:
            yield from map(TEXT, session.description.split("\n\n"))
        if printed := [_POINT(_printed(each)) for each in session.participants if each.position]:
            yield _POINTS(in_markup(printed))
        yield from map(TEXT, session.notes)
        if link := safe_link(session.url):
            yield _LINK(link, say("link"))
        if session.citations:
            yield TEXT(f"{say('sources')}: {', '.join(map(str, session.citations))}")
        yield from (TEXT(f"{say('elsewhere')}: {each.citation}: {each.text}") for each in session.variants)


def safe_link(url: str | None) -> str | None:
    """The address if it is one of the web; None for all else, such as a script."""
    return url if url and url.lower().startswith(_SAFE) else None


def shown_hours(occurrence: Occurrence, language: Language) -> str:
    """The hours of a session, for people and for programs."""
    when = occurrence.when
    if not isinstance(when, Timed):
        return unclocked_text(when, language)
    day = when.start.date()
    start = _clock(when.start, when.start.fold, zone=when.zone, day=day)
    if when.is_moment:
        return start
    return in_markup((start, "–", _clock(when.end, when.end.fold, zone=when.zone, day=day) if when.end else ""))


@lru_cache(maxsize=1024)
def _clock(moment: datetime, fold: int, zone: str, day: date) -> Markup:
    """A naive wall time of a zone; its `fold` by itself, since it does not count where times are compared."""
    found = stamp(moment.replace(fold=fold), zone, day)
    return _CLOCK(found.exact, found.shown)


def _bounds(occurrence: Occurrence) -> str | None:
    """Between what a session lies that has no start on the clock, ISO 8601: days, or moments with their offsets."""
    when = occurrence.when
    if isinstance(when, Days | DayWindow):
        return f"{when.start}/{when.end}"
    if isinstance(when, TimeWindow):
        found = bounds(when)
        first, last = (wall(each, when.zone).isoformat(timespec="minutes") for each in (found.start, found.end))
        return f"{first}/{last}"
    return None


def _where(occurrence: Occurrence) -> str:
    elsewhere = occurrence.session.place
    parts = (*occurrence.rooms, elsewhere.venue, elsewhere.city) if elsewhere else occurrence.rooms
    return ", ".join(one_line(each) for each in parts if each)


def _role(seat: Participant) -> str:
    return seat.role


def _printed(seat: Participant) -> str:
    return one_line(", ".join(filter(None, (seat.name, seat.position))))
