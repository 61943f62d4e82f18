"""The keys of an item and of the programme itself, in the order in which people write them."""

from collections.abc import Mapping
from pathlib import PurePath

from agendacli.formats.definition.schema.programme import PROGRAMME, SOURCE
from agendacli.formats.definition.schema.session import SESSION
from agendacli.formats.definition.shapes.plain import LATEST_FORMAT
from agendacli.formats.definition.write.kept import kept
from agendacli.formats.definition.write.people import participant_keys, stands
from agendacli.formats.definition.yaml.layout import Keys, Prose, Value
from agendacli.model.places import Coordinates, Place
from agendacli.model.programme import Programme, Session
from agendacli.model.source import Source
from agendacli.model.when import When
from agendacli.words.ids import slug
from agendacli.words.kinds import is_transparent, kind_in_title
from agendacli.words.times.written import words_of

UNTITLED = "(no title)"


def programme_keys(programme: Programme) -> Keys:
    """The keys of a programme, except its days."""
    return _there(
        {
            "format": str(LATEST_FORMAT),
            "title": single_line(programme.title) or UNTITLED,
            "id": _id(programme),
            "short": "",  # these blanks are filled by the table; here is their place
            "kind": _text(programme.kind) if programme.kind != "meeting" else "",
            "organizer": "",
            "status": "",
            "stage": "",
            "revision": str(programme.revision or ""),
            "place": _place(programme.place),
            "zone": _zone(programme.zone, programme.place.zone),
            "room": _text(programme.room),
            "dates": _dates(programme.dates),
            **kept(programme, PROGRAMME),
            "sources": {each.id: _source(each) for each in programme.sources},
            **stands(programme.citations, programme.variants),
            **participant_keys(programme.participants),
        }
    )


def item(session: Session, hours: str, programme: Programme, exceptions: Mapping[str, str] | None = None) -> Keys:
    """A session as an item that begins with those hours; `exceptions` are those of a repeat, by date."""
    title = single_line(session.title) or UNTITLED
    return {
        hours: title,
        **_there(
            {
                "id": session.id,
                "kind": _kind(session, title),
                "room": "" if session.rooms else _text(session.room),
                "rooms": list(session.rooms),
                "place": _place(session.place),
                "zone": _zone(session.when.zone, zone_of_place(session, programme)),
                "status": "",  # filled by the table; here is its place
                "except": dict(exceptions or {}),
                "transparent": _transparent(session, title),
                **participant_keys(session.participants),
                **kept(session, SESSION),
                **stands(session.citations, session.variants),
            }
        ),
    }


def _id(programme: Programme) -> str:
    """The id, unless it is the name of the file."""
    return "" if programme.id == slug(PurePath(programme.file).stem.partition("@")[0]) else programme.id


def zone_of_place(session: Session, programme: Programme) -> str | None:
    """The zone of a session that names none: that of its place, else the programme's."""
    own = session.place.zone if session.place else None
    return own or programme.zone


def single_line(text: str) -> str:
    """The text on one line, without blanks at its ends."""
    return " ".join(text.replace("\r", "\n").split("\n")).strip()


def _there(keys: Mapping[str, Value]) -> Keys:
    """The keys that have a value."""
    return {key: value for key, value in keys.items() if (value.text if isinstance(value, Prose) else value)}


def _text(text: str | None) -> str:
    return (text or "").strip()


def _zone(zone: str | None, inherited: str | None) -> str:
    return zone if zone and zone != inherited else ""


def _dates(dates: When | None) -> str:
    found = words_of(dates) if dates else None
    return found.day if found else ""


def _place(place: Place | None) -> Value:
    """The place written out, since a name might be declared as another one; a city of which nothing else is known."""
    if place is None:
        return ""
    parts = {"venue": place.venue, "city": place.city, "country": place.country, "zone": place.zone}
    said: Keys = _there({key: _text(text) for key, text in parts.items()})
    if place.coordinates:
        said["coordinates"] = [_degrees(each) for each in _pair(place.coordinates)]
    city = said.get("city", "")
    return city if len(said) == 1 and city and isinstance(city, str) and "," not in city else said


def _pair(coordinates: Coordinates) -> tuple[float, float]:
    return coordinates.latitude, coordinates.longitude


def _degrees(number: float) -> str:
    return f"{number:.12f}".rstrip("0").rstrip(".")


def _source(source: Source) -> Keys:
    return {"title": _text(source.title) or source.id, **_there(kept(source, SOURCE))}


def _kind(session: Session, title: str) -> str:
    """The kind, unless it follows from the title."""
    plain = _plain_kind(session, title)
    return "" if plain == kind_in_title(title) else plain


def _plain_kind(session: Session, title: str) -> str:
    return session.kind.casefold().replace("-", " ").strip() or kind_in_title(title)


def _transparent(session: Session, title: str) -> str:
    usual = is_transparent(_plain_kind(session, title))
    return "" if session.transparent == usual else "yes" if session.transparent else "no"
