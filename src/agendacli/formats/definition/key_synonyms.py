"""Everyday words for the keys of a definition: what somebody writes who comes from a calendar or another format.

Words stand without blanks, hyphens and capitals. They are looked up before near matches, which know letters only:
`start` is nearly `status`.
"""

from collections.abc import Container, Mapping
from functools import cache

from agendacli.words.near import plain

_Meanings = Mapping[str, str]
"""Words for each key, or for each sentence that says what is done instead (it holds a blank)."""

_ZONE = "timezone tz tzid timezonename timezoneid xwrtimezone utcoffset gmt utc"
_DESCRIPTION = "abstract details detail about body text content contents info information longdescription desc"
_URL = "link links website web webpage homepage href uri htmllink"
_CATEGORIES = "category tag tags keyword keywords label labels topic topics track tracks theme themes colour color"
_NOTES = "note comment comments remark remarks misc language subtitle logo reminders alarm valarm attachments attach"
_CITED = "reference references ref refs citation citations cite cited see page pages line"
_PLACE = "venue building address city town country site geo campus"
_PEOPLE = "people person persons attendee attendees guests guest members member delegates delegate invitees who with"
_SPEAKERS = "presenter presenters presentedby lecturer lecturers author authors trainer trainers teacher"
_MODERATORS = "facilitator facilitators moderation moderatedby"
_CHAIRS = "chairperson chairpersons chairman chairwoman chairedby presiding president"
_HOSTS = "hostedby"
_KIND = "type eventtype submissiontype class sort"
_ROOM = "hall halls roomname resource"
_JOIN = "hangoutlink conferencedata conferenceurl joinurl joinlink meetinglink videocall webex zoom teams stream"
_COORDINATES = "geo gps coords latitude longitude lat lon lng latlon latlng position"
_NAME = "title label displayname fullname"
_ABSENT = "absence absences away unavailable unavailability notavailable"
_ALIASES = "aka also alternatives othernames spellings variants"

_SHARED: _Meanings = {
    "zone": _ZONE,
    "place": _PLACE,
    "room": _ROOM,
    "write a building or a city as `place`, a room as `room`": "location locations where",
    "description": _DESCRIPTION,
    "url": _URL,
    "categories": _CATEGORIES,
    "join": _JOIN,
    "notes": _NOTES,
    "internal": "internalnotes privatenotes organizernotes",
    "from": _CITED,
    "kind": _KIND,
    "elsewhere": "conflictingsources otherwise discrepancy discrepancies",
    "participants": _PEOPLE,
    "speakers": _SPEAKERS,
    "moderators": _MODERATORS,
    "chairs": _CHAIRS,
    "hosts": _HOSTS,
    "write `status: tentative`": "tentative tbc tbd tobeconfirmed provisional unconfirmed",
    "write `status: cancelled`": "cancelled canceled",
    "write `status: confirmed`": "confirmed",
}

_PROGRAMME: _Meanings = {
    **_SHARED,
    "title": "name summary subject event eventname heading xwrcalname calname conference",
    "id": "uid slug code guid identifier",
    "short": "shorttitle shortname acronym abbreviation abbr",
    "organizer": "organisers organizers organisedby organizedby institution organization organisation creator owner",
    "revision": "version updated lastmodified modified dtstamp issued",
    "stage": "draft state",
    "license": "licence rights copyright recordinglicense",
    "absent": _ABSENT,
    "sources": "documents source docs bibliography",
    "days": "schedule programme program agenda sessions session items events talks timetable slots day",
    "write `dates: 2017-09-04 to 2017-09-05`": (
        "start end date when startdate enddate begin begins ends dtstart dtend first last until period"
    ),
    "the time of an item goes under its day: `- 10:15-13:00: Title`": (
        "time times hours starttime endtime datetime duration length"
    ),
    "write a day that repeats under `days`: `every Tuesday from 2026-03-10:`": (
        "repeat repeats recurrence recurring rrule every frequency freq"
    ),
    "name them under `place` and `room`, or declare them in places.yaml": "venues buildings cities rooms places",
}

_SESSION: _Meanings = {
    **_SHARED,
    "kind": f"{_KIND} format",
    "id": "slug code guid identifier",
    "priority": "importance weight rank prio",
    "privacy": "visibility classification confidentiality",
    "write `privacy: private`": "private confidential secret",
    "description": f"{_DESCRIPTION} summary",
    "transparent": "transp transparency busy free showas blocking busystatus",
    "except": "exdate exdates exception exceptions excluding skip skipped holidays noton",
    "from": f"{_CITED} source sources documents",
    "items": "talks contributions presentations papers sessions subsessions events slots parts",
    "the title follows the time: `- 10:15-13:00: Title`": "title name subject heading event session talk",
    "an item begins with its time: `- 10:15-13:00: Title`": (
        "start end time times hours when begin begins ends starttime endtime datetime dtstart dtend duration length"
    ),
    "a day goes above its items: `2017-09-04:`": "date dates day days startdate enddate on",
    "begin the item with `all day: Title`": "allday alldayevent wholeday",
    "write it under a day that repeats: `every Tuesday from 2026-03-10:`": (
        "repeat repeats recurrence recurring rrule every frequency freq rdate until interval count byday"
    ),
}

MEANINGS: Mapping[str, _Meanings] = {
    "programme": _PROGRAMME,
    "session": _SESSION,
    "person": {
        "person": "speaker participant who id email",
        "name": "fullname displayname cn",
        "seat": "country delegation organization organisation office",
        "position": "title role job jobtitle function affiliation post",
        "tbc": "tentative tobeconfirmed unconfirmed confirmed status partstat",
        "from": _CITED,
    },
    "source": {
        "title": "name document",
        "issuer": "author authors publisher by organization organisation issuedby",
        "issued": "date day published publisheddate created revision when",
        "file": "path filename pdf",
        "url": "link href website web uri",
    },
    "place": {
        "venue": "name building address location site where",
        "city": "town municipality place",
        "country": "nation state",
        "zone": _ZONE,
        "coordinates": _COORDINATES,
        "write it beside `place`, not in it": "room hall",
    },
    "identity": {
        "name": _NAME.replace("title ", ""),
        "honorific": "title prefix salutation",
        "aliases": _ALIASES,
        "not": "different distinct other others",
        "absent": _ABSENT,
        "from": _CITED,
        "notes": "position affiliation role job country note comment",
    },
    "places": {
        "cities": "towns places locations",
        "venues": "buildings sites",
        "rooms": "halls",
        "transfers": "travel distances ways routes times",
    },
    "city": {"name": _NAME, "country": "nation state", "zone": _ZONE, "coordinates": _COORDINATES, "aliases": _ALIASES},
    "venue": {
        "name": _NAME,
        "city": "town place location",
        "coordinates": _COORDINATES,
        "rooms": "halls",
        "aliases": _ALIASES,
        "notes": "address note comment",
    },
    "room": {
        "name": _NAME,
        "aliases": _ALIASES,
        "parts": "rooms halls of divisible",
        "many": "shared capacity parallel",
        "not": "different distinct other others",
    },
    "transfer": {"between": "from to places venues", "time": "duration length minutes hours takes"},
    "waiver": {"reason": "why because comment note description", "author": "who by from", "sessions": "items ids"},
}


def meaning(word: str, table: str, free: Container[str]) -> str | None:
    """The key, of those that are still free, that somebody means with a word in a table; or a sentence instead.

    None where the word is not an everyday word there, or its key is taken.
    """
    found = _words(table).get(plain(word).replace(" ", ""))
    return found if found and (" " in found or found in free) else None


@cache
def _words(table: str) -> Mapping[str, str]:
    return {word: key for key, words in MEANINGS.get(table, {}).items() for word in words.split()}
