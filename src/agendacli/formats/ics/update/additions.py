"""What an entry holds that is not the programme's: what people set and what apps keep for themselves stays with it."""

from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from agendacli.formats.ics.items import Entry
from agendacli.formats.ics.palette import COLOURS
from agendacli.formats.ics.states import unmarked
from agendacli.formats.ics.text import escaped, read_escaped
from agendacli.formats.ics.update.content import Pair, added_words, category_words, extra_categories, status_of
from agendacli.formats.ics.update.pieces import Piece, entry_of, pieces, written
from agendacli.model.frozen import frozen
from agendacli.model.programme import KINDS, Status

_ALARM = "VALARM"
_OURS = "X-AGENDA-"
# What the programme says, whatever else stands there.
_STATED = frozenset(
    {
        "UID", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "SUMMARY", "DTSTART", "DTEND", "DURATION", "RRULE", "RDATE",
        "EXDATE", "RECURRENCE-ID", "STATUS", "LOCATION", "TRANSP", "X-MICROSOFT-CDO-BUSYSTATUS", "CATEGORIES", _ALARM,
    }
)  # fmt: skip
# What it may say, and an entry has once: where the programme says nothing, what somebody else says stays.
_SINGLE = frozenset({"URL", "GEO", "CLASS", "DESCRIPTION", "COLOR", "CREATED", "PRIORITY"})
# Of those what an occurrence may say otherwise than its series, so that it is not an addition to it.
_FACTS = frozenset({"URL", "GEO", "DESCRIPTION"})
# What apps make of a fact, and would be wrong beside another one.
_MADE_OF: Mapping[str, str] = MappingProxyType(
    {
        "X-ALT-DESC": "text",
        "STYLED-DESCRIPTION": "text",
        "GEO": "place",
        "X-APPLE-STRUCTURED-LOCATION": "place",
        "X-MICROSOFT-LOCATIONS": "place",
        "VLOCATION": "place",
        "X-MICROSOFT-CDO-ALLDAYEVENT": "start",
        "X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT": "start",
        "X-FUNAMBOL-ALLDAY": "start",
    }
)


def with_additions(pair: Pair, fields: Sequence[str]) -> tuple[Piece, ...]:
    """The entry as it is to be, with all that the one which somebody has holds besides; `fields` differ in the two."""
    sides = _Sides(pair, tuple(pieces(pair.now)), tuple(pieces(pair.then)))
    own = [sides.with_own_words(each) for each in sides.now if each.name != _ALARM]
    found = (*own, *sides.categories(), *sides.reminders(), *sides.others(fields))
    return (*(each for each in found if not each.is_component), *(each for each in found if each.is_component))


def said_besides(entry: Entry, categories: frozenset[str]) -> frozenset[Hashable]:
    """All that an entry says which no programme does, to be compared; `categories` are those of the programme."""
    found = (each for each in pieces(entry) if each.name == _ALARM or each.name not in _STATED | _FACTS)
    own = {
        each.lines for each in found if not each.name.startswith(_OURS) and (each.name != "COLOR" or _is_chosen(each))
    }
    words = {*(category_words(entry) - categories - {*KINDS}), added_words(Pair(entry, entry))}
    return frozenset(own | words) - {""}


def without_facts(entry: Entry, stated: Collection[str]) -> Entry:
    """An entry without what may be a fact of it alone, since nothing else of the programme is `stated` there."""
    return entry_of(each for each in pieces(entry) if each.name not in _FACTS - {*stated})


def reminds_otherwise(pair: Pair) -> bool:
    """Whether a reminder is asked for that is not there. People who set one themselves are left with that."""
    if not pair.now.parts:  # as nearly always, and quick to tell
        return False
    now, then = (_of(_ALARM, pieces(each)) for each in (pair.now, pair.then))
    if not now or not {*map(_trigger, now)}.isdisjoint(map(_trigger, then)):
        return False
    return not then or any(_is_ours(each, pair) for each in then)


@frozen
class _Sides:
    """Two entries, and the pieces of each."""

    pair: Pair
    now: Sequence[Piece]
    then: Sequence[Piece]

    def with_own_words(self, piece: Piece) -> Piece:
        """A property with what somebody wrote behind its text, or with the colour that somebody chose instead."""
        if piece.name == "COLOR":
            return next((each for each in _of("COLOR", self.then) if _is_chosen(each)), piece)
        if piece.name == "DESCRIPTION":
            added = added_words(self.pair)
            return written(piece.name, piece.value + escaped("\n\n" + added)) if added else piece
        return piece

    def categories(self) -> Iterator[Piece]:
        """The categories that somebody added."""
        if added := extra_categories(self.pair):
            yield written("CATEGORIES", ",".join(map(escaped, sorted(added))))

    def others(self, fields: Sequence[str]) -> Iterator[Piece]:
        """What the programme does not speak of, but for what would contradict one of the `fields`."""
        there = {each.lines for each in self.now}
        once = {each.name for each in self.now} & _SINGLE
        for each in self.then:
            is_stated = each.name in _STATED or each.name in once or each.name.startswith(_OURS)
            if not is_stated and each.lines not in there and _MADE_OF.get(each.name) not in fields:
                yield each

    def reminders(self) -> Iterator[Piece]:
        """Those that people set, and ours where they have ours or none; where none is asked for, those there are."""
        if status_of(self.pair.now) == Status.CANCELLED:
            return
        asked, there = _of(_ALARM, self.now), _of(_ALARM, self.then)
        theirs = [each for each in there if not (asked and _is_ours(each, self.pair))]
        triggers = {*map(_trigger, theirs)}
        if not theirs or len(theirs) < len(there):
            yield from (each for each in asked if _trigger(each) not in triggers)
        yield from theirs


def _of(name: str, found: Iterable[Piece]) -> list[Piece]:
    return [each for each in found if each.name == name]


def _is_chosen(colour: Piece) -> bool:
    return colour.value.strip().lower() not in COLOURS.values()


def _trigger(alarm: Piece) -> str:
    found = (line.partition(":")[2].strip() for line in alarm.lines if line.upper().startswith("TRIGGER"))
    return next(found, "")


def _is_ours(alarm: Piece, pair: Pair) -> bool:
    """Whether a reminder has the very form that ours have: it shows the title, so long before the start."""
    title = unmarked(read_escaped(pair.then.value("SUMMARY")), status_of(pair.then) or Status.CONFIRMED)
    said = {line.partition(":")[0]: read_escaped(line.partition(":")[2]) for line in alarm.lines[1:-1]}
    shown = said.pop("DESCRIPTION", "")
    is_plain = said.keys() == {"ACTION", "TRIGGER"} and said["ACTION"] == "DISPLAY"
    return is_plain and said["TRIGGER"].startswith("-P") and unmarked(shown, Status.TENTATIVE) in (title, "Reminder")
