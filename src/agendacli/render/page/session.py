"""One session as an article: when, what, where, who, and more for those who open it."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from htpy import Element, Node, a, article, b, details, div, fragment, h3, h4, li, p, small, span, summary, time, ul

from agendacli.analysis.timetable.columns import RoomOrder
from agendacli.model.frozen import frozen
from agendacli.model.identity import DOMAIN
from agendacli.model.occurrence import Occurrence
from agendacli.model.people import Participant
from agendacli.model.programme import Status
from agendacli.model.when import Days, DayWindow, Timed, TimeWindow, bounds
from agendacli.model.zones import wall
from agendacli.render.page.language import Language
from agendacli.render.page.times import stamp, unclocked_text
from agendacli.words.harmless import one_line

_USUAL_KIND = "session"  # which says nothing
_SAFE = ("https://", "http://")


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

    def article(self, occurrence: Occurrence, *, style: str = "", items: Iterable[Occurrence] = ()) -> Element:
        """A session, its items inside of it."""
        held = [self._inner(each) for each in items]
        inside = div(".items")[held] if held else None
        return article(self._attributes(occurrence, style))[self._content(occurrence, h3), inside]

    def _inner(self, item: Occurrence) -> Element:
        return article(self._attributes(item, ""))[self._content(item, h4)]

    def _attributes(self, occurrence: Occurrence, style: str) -> dict[str, str | None]:
        spot = self.spots.get(occurrence.id)
        return {
            "id": occurrence.id,
            "class": " ".join(filter(None, (*self._classes(occurrence), style))) or None,
            "data-u": self._uid(occurrence),
            "data-b": _bounds(occurrence),
            "data-w": None if spot is None else str(spot),
        }

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

    def _content(self, occurrence: Occurrence, heading: Element) -> Iterator[Node]:
        session, language = occurrence.session, self.language
        yield p(".t")[shown_hours(occurrence, language)]
        yield heading[one_line(session.title), self._marks(occurrence)]
        if where := _where(occurrence):
            yield p(".w")[where]
        if self.several:
            yield p(".e")[one_line(occurrence.programme.name)]
        if labels := [*self._labels(occurrence)]:
            yield p(".k")[labels]
        yield from (self._seats(role, [*seats]) for role, seats in groupby(session.participants, key=_role))
        if more := self.more(occurrence):
            yield self._opened(occurrence, more)

    def _opened(self, occurrence: Occurrence, more: Node) -> Element:
        """What those read who want to know more, or the way there."""
        say = self.language.say
        if self.apart is None:
            return details[summary[say("details")], more]
        return a(
            ".more", href=f"{self.apart}#{occurrence.id}", aria_label=f"{say('details')}: {occurrence.session.title}"
        )[say("details")]

    def more(self, occurrence: Occurrence) -> list[Node]:
        """What a session says besides when, what, where and who; nothing if that is all."""
        return [*self._more(occurrence)]

    def _marks(self, occurrence: Occurrence) -> Iterator[Node]:
        if occurrence.status is not Status.CONFIRMED:
            yield fragment[" ", small(".mark")[self.language.say(occurrence.status.value)]]
        for each in self._changes(occurrence):
            yield fragment[" ", small(".mark")[self._change(each)]]

    def _changes(self, occurrence: Occurrence) -> tuple[str, ...]:
        address = f"{occurrence.programme.address}/{occurrence.session.id}"
        return self.changed.get(occurrence.id) or self.changed.get(address) or ()

    def _change(self, words: str) -> str:
        """What changed: as it is told in English, else that it did."""
        if words in {"new", "added"}:
            return self.language.say("new")
        return words if self.language.code == "en" else self.language.say("changed")

    def _labels(self, occurrence: Occurrence) -> Iterator[Node]:
        kind = occurrence.session.kind
        if kind != _USUAL_KIND:
            yield span(".kind")[self.language.kind(kind)]
        yield from (span(".category")[one_line(each)] for each in occurrence.session.categories)

    def _seats(self, role: str, seats: list[Participant]) -> Element:
        names = [fragment[", " if n else None, self._seat(each)] for n, each in enumerate(seats)]
        return p(".who")[b[self.language.role(role, len(seats)), ":"], " ", names]

    def _seat(self, seat: Participant) -> Node:
        name = span(".n")[one_line(seat.name)] if seat.person else one_line(seat.printed)
        open_ = None if seat.confirmed else small[" (", self.language.say("to_be_confirmed"), ")"]
        return fragment[name, open_]

    def _more(self, occurrence: Occurrence) -> Iterator[Node]:
        session, say = occurrence.session, self.language.say
        if isinstance(occurrence.when, Timed) and occurrence.when.end is None:
            yield p[say("no_end")]
        if session.description:
            yield from (p[each] for each in session.description.split("\n\n"))
        if printed := [li[_printed(each)] for each in session.participants if each.position]:
            yield ul[printed]
        yield from (p[each] for each in session.notes)
        if link := safe_link(session.url):
            yield p[a(href=link)[say("link")]]
        if session.citations:
            yield p[f"{say('sources')}: {', '.join(map(str, session.citations))}"]
        yield from (p[f"{say('elsewhere')}: {each.citation}: {each.text}"] for each in session.variants)


def safe_link(url: str | None) -> str | None:
    """The address if it is one of the web; None for all else, such as a script."""
    return url if url and url.lower().startswith(_SAFE) else None


def shown_hours(occurrence: Occurrence, language: Language) -> Node:
    """The hours of a session, for people and for programs."""
    when = occurrence.when
    if not isinstance(when, Timed):
        return unclocked_text(when, language)
    day = when.start.date()
    first = stamp(when.start, when.zone, day)
    start = time(datetime=first.exact)[first.shown]
    if when.is_moment:
        return start
    if when.end is None:
        return fragment[start, "–"]
    last = stamp(when.end, when.zone, day)
    return fragment[start, "–", time(datetime=last.exact)[last.shown]]


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
