"""What the head of a document says of the whole: its title, its place and clocks, its room, the day of a letter."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import takewhile

from agendacli.formats.documents.cities import zones_by_city
from agendacli.formats.documents.page import Document, Line
from agendacli.formats.documents.slots.letters import closes_letter, dateline_of, greets
from agendacli.formats.documents.tokens.days import days_in
from agendacli.formats.documents.tokens.hours import hours_in
from agendacli.formats.documents.tokens.letterwise import letterwise
from agendacli.formats.documents.tokens.rooms import names_room
from agendacli.formats.documents.values.told import Told, ToldSession
from agendacli.model.frozen import frozen
from agendacli.model.places import Venue
from agendacli.model.zones import zone_names
from agendacli.words.directory import Directory, declared_names

_BEGINS_QUOTE = re.compile(r"[*\s]*[“„«\"]")
_ENDS_QUOTE = re.compile(r"[”“»\"]\d?[*\s]*$")
_MOST_OF_TITLE = 5
_MOST_LINES, _LONGEST, _SHORTEST, _TALLEST, _TOP, _MOST_WORDS = 60, 200, 6, 3, 15, 8
_NO_TITLE = re.compile(
    r"\W*(?:agenda|programme?|programm|schedule|time ?table|organi[sz]ation of work|programa|zeitplan|ablauf|horaires?|"
    r"draft|home|menu)\W*",
    re.IGNORECASE,
)
_EVENT = re.compile(
    r"^(?!.*\.$).{0,40}\b(?:meeting|conference|session|workshop|forum|symposium|congress|school|festival|seminar|tagung|konferenz|"
    r"kongress|treffen|journée|colloque|congrès|séminaire|jornadas?|congreso|encuentro|seminario)\b",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"\W*(?:subject|re|betreff|betr\.?|betrifft|objet|concerne|asunto)\s*:\s*", re.IGNORECASE)
_OF_TEXT = re.compile(
    r"\W*(?:as (?:of|at)|(?:last )?updated?(?: on)?|issued(?: on)?|(?:version|status)(?: of| du| vom| del?)?|"
    r"stand(?: vom)?|(?:fassung )?vom|mise? a jour(?: du| le)?|etat au|actualizad[oa](?: el| al)?)\b\W*"
)
_REGIONS = frozenset({"Africa", "America", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific"})
_VILLAGES = ("America/Indiana/", "America/Kentucky/", "America/North_Dakota/")
_NO_CITIES = frozenset(
    {
        *("Center", "Eastern", "Central", "Pacific", "South", "North", "West", "General", "Mexico"),
        *("Easter", "Christmas", "Reunion", "Midway", "Wake", "Resolute", "Creston", "Dawson"),  # words and names, too
        *("Stanley", "Victoria", "Norfolk", "Chatham", "San Juan", "San Luis", "La Rioja", "Rosario"),
    }
)
"""Names of zones that mostly mean something else above a programme: a feast, a person, a house, another town."""


@frozen
class Head:
    """What stands above the programme. `place` is declared words for it; without one the zone is told alone."""

    title: Told[str]
    zone: Told[str]
    place: Told[str] | None = None
    room: Told[str] | None = None
    issued: date | None = None


def head_of(
    document: Document, sessions: Sequence[ToldSession], known: Directory, zones: tuple[str | None, str]
) -> Head:
    """The head of a document; `zones` are the one that was asked for and that of the machine."""
    lines = _above(document, sessions)
    venue = _venue(lines, known)
    place, zone = _declared_place(venue, lines, known) if venue else _city(lines, known)
    asked, home = zones
    if asked:
        zone = Told(asked)
    if zone is None:
        zone = Told(home, (), ("no place is read in the document: write its zone",))
    return Head(
        _title(document, lines), zone, place, room=_room(lines, venue), issued=_issued(document, lines, sessions)
    )


def _above(document: Document, sessions: Sequence[ToldSession]) -> Sequence[Line]:
    """The lines above the first session; the whole document where nothing stands above it."""
    lines = document.lines
    first = next(iter(sessions[0].start.lines), None) if sessions else None
    at = next((n for n, line in enumerate(lines) if first and _holds(line, first)), len(lines))
    above = lines[:at]
    if len(above) > _MOST_LINES:
        return [*above[: _MOST_LINES // 2], *above[-_MOST_LINES // 2 :]]
    return above or lines[:_MOST_LINES]


def _holds(line: Line, first: Line) -> bool:
    """Whether a line is that of a time, which may be a part of it or be joined of it and others."""
    is_there = (line.page, line.line) == (first.page, first.line)
    return is_there and (line.text in first.text or first.text in line.text or bool(first.said_status))


def _title(document: Document, lines: Sequence[Line]) -> Told[str]:
    """The title: a heading, else bold, else what the file says of itself, else the first line that may be one."""
    possible = [each for each in lines if _may_be_title(each) or (each.level == 1 and _is_titled_day(each))]
    ranks = sorted(possible, key=_rank)
    set_apart = ranks[0] if ranks and ranks[0].is_set_apart else None
    if set_apart:
        return _whole_title(set_apart, lines)
    if document.title and not _NO_TITLE.fullmatch(document.title):
        return Told(document.title)
    named = next((each for each in reversed(possible) if _EVENT.search(each.text) and len(each.text.split()) > 2), None)
    if named:
        text = _SUBJECT.sub("", named.text.rstrip(" :"))
        return Told(text, (named,), ("a line above the programme that seems to name it",))
    first = next((each for each in _of_letter(lines) if each in possible), None)
    if first:
        return Told(_SUBJECT.sub("", first.text), (first,), ("the first line that may be a title",))
    dated = next((each for each in lines if _is_titled_day(each)), None)
    if dated and not document.title:
        return Told(dated.text, (dated,), ("the first line that may be a title",))
    return Told(document.title or "Programme", (), ("the document has no title",))


def _of_letter(lines: Sequence[Line]) -> Iterator[Line]:
    """What may be a title, the likeliest first: the subject of a letter, what stands alone in it, its head."""
    at = next((n for n, line in enumerate(lines) if greets(line.text)), len(lines))
    yield from (line for line in lines if _SUBJECT.match(line.text))
    below = [*takewhile(lambda each: not closes_letter(each.text), lines[at:])]
    for above, line, behind in zip(below, below[1:], [*below[2:], Line("")], strict=False):
        is_short = len(line.text.split()) <= _MOST_WORDS and not line.text.endswith((".", ",", ";", ":"))
        if is_short and line.text[:1].isupper() and not _goes_on(above, line) and not _goes_on(line, behind):
            yield line
    yield from lines[:at]


def _goes_on(above: Line, line: Line) -> bool:
    """Whether a line goes on with the sentence of the one above it."""
    is_open = not above.text.endswith((".", ",", ":", ";", "!", "?")) and not greets(above.text)
    return line.line == above.ends + 1 and is_open and not days_in(line.text)


def _whole_title(first: Line, lines: Sequence[Line]) -> Told[str]:
    """The title on a line, with what stands in quotation marks below it where it ends with a colon."""
    at = lines.index(first) + 1
    below = lines[at : at + _MOST_OF_TITLE]
    ends = next((n for n, line in enumerate(below, 1) if _ENDS_QUOTE.search(line.text)), 0)
    if not first.text.endswith(":") or not ends or not _BEGINS_QUOTE.match(below[0].text):
        return Told(first.text.rstrip(" :"), (first,))
    quoted = _ENDS_QUOTE.sub("", " ".join(line.text.strip(" *") for line in below[:ends]))
    return Told(f"{first.text} {_BEGINS_QUOTE.sub('', quoted)}", (first, *below[:ends]))


def _rank(line: Line) -> int:
    """How likely a line is the title, the likeliest first: a tall heading, bold, any heading, anything else."""
    return 0 if 0 < line.level < _TALLEST else 1 if line.is_bold else 2 if line.level else 3


def _may_be_title(line: Line) -> bool:
    longest = _LONGEST if not line.level else 2 * _LONGEST
    is_plain = not hours_in(line.text) and not line.is_bullet and _SHORTEST <= len(line.text) < longest
    days = days_in(line.text)
    is_day = bool(days) and sum(each.to - each.at for each in days) > 0.5 * len(line.text)
    return (
        is_plain
        and not is_day
        and not _NO_TITLE.fullmatch(line.text)
        and not greets(line.text)
        and "@" not in line.text
        and "://" not in line.text
    )


def _is_titled_day(line: Line) -> bool:
    """Whether a line names something with its day: `Summer fair, Saturday 12 June 2027`."""
    days, text = days_in(line.text), line.text
    for at, to in [*((each.at, each.to) for each in days), *((each.at, each.to) for each in hours_in(text))]:
        text = f"{text[:at]}{' ' * (to - at)}{text[to:]}"
    words = re.findall(r"[^\W\d_]{4,}", text)
    is_short = len(line.text) < _LONGEST and not line.text.endswith(".") and not line.is_bullet
    return bool(days and words) and is_short and not _NO_TITLE.fullmatch(" ".join(words))


def _venue(lines: Iterable[Line], known: Directory) -> tuple[Venue, Line] | None:
    named = [(name, venue) for venue in known.gazetteer.venues for name in declared_names(venue)]
    for name, venue in sorted(named, key=lambda each: -len(each[0])):
        line = next((each for each in lines if _says(name, each.text)), None)
        if line:
            return venue, line
    return None


def _says(name: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None


def _declared_place(
    venue: tuple[Venue, Line], lines: Sequence[Line], known: Directory
) -> tuple[Told[str] | None, Told[str] | None]:
    found, line = venue
    city = known.city_by_id(found.city)
    said = next((each for each in lines if city and _says(city.name, each.text)), line)
    zone = Told(city.zone, (line,)) if city and city.zone else None
    return Told(f"{found.name}, {city.name}" if city else found.name, tuple(dict.fromkeys((line, said)))), zone


def _zones_of_cities() -> dict[str, str]:
    """The zones by the cities that name them, but for saints, to whom churches are dedicated, and other words."""
    zones = (each for each in sorted(zone_names()) if each.partition("/")[0] in _REGIONS)
    named = {each.rpartition("/")[2].replace("_", " "): each for each in zones if not each.startswith(_VILLAGES)}
    return zones_by_city() | {
        city: zone for city, zone in named.items() if city not in _NO_CITIES and not city.startswith("St ")
    }


def _city(lines: Iterable[Line], known: Directory) -> tuple[Told[str] | None, Told[str] | None]:
    """A city that is declared or gives a zone its name."""
    zones = _zones_of_cities()
    for line in lines:
        for city in known.gazetteer.cities:
            if city.zone and any(_says(name, line.text) for name in declared_names(city)):
                return Told(city.name, (line,)), Told(city.zone, (line,))
        for name in re.findall(r"[^\W\d_a-z][\w’'-]+(?: [^\W\d_a-z][\w’'-]+)?", line.text):
            for each in (name, name.partition(" ")[0]):
                if each.title() in zones and len(each) > 3:
                    return None, Told(
                        zones[each.title()], (line,), (f"the clocks of {each.title()}, which is named above",)
                    )
    return None, None


def _room(lines: Iterable[Line], venue: tuple[Venue, Line] | None) -> Told[str] | None:
    """The room of the whole: beside its house."""
    house = declared_names(venue[0]) if venue else ()
    for line in lines:
        if any(each in line.text for each in house):
            parts = [part.strip(" .") for part in re.split(r",|;|\.\s", line.text)]
            room = next((part for part in parts if names_room(part) and not any(each in part for each in house)), None)
            if room:
                return Told(room, (line,))
    return None


def _issued(document: Document, lines: Sequence[Line], sessions: Sequence[ToldSession]) -> date | None:
    """The day on which a letter was written, before all of its programme: as its head says, or alone near its top."""
    own = {(line.page, line.line) for each in sessions for line in each.day.lines}
    first = min((each.day.value for each in sessions if each.day.value), default=date.max)
    dateline = dateline_of(document.lines)
    said = (dateline, *(line for line in lines[:_TOP] if _is_date_of_text(line)))
    days = (days_in(line.text)[0] for line in said if line and (line.page, line.line) not in own)
    return next((made for each in days if (made := each.in_year(each.year or 0)) and made < first), None)


def _is_date_of_text(line: Line) -> bool:
    """Whether a line says one day with its year and nothing else, but that the text is of it: `Stand: 3. Mai 2026`."""
    days = days_in(line.text)
    beside = _OF_TEXT.sub("", letterwise(line.text[: days[0].at])) + line.text[days[0].to :] if days else "x"
    return len(days) == 1 and bool(days[0].year) and not days[0].last and not any(map(str.isalnum, beside))
