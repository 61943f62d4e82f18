"""What recurs as a room in a document, whatever it is called: in brackets behind titles, or in columns for rooms."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from agendacli.formats.documents.slots.slot import Slot
from agendacli.formats.documents.slots.whole_room import is_otherwise
from agendacli.formats.documents.tokens.addresses import is_house_address
from agendacli.formats.documents.tokens.given_names import is_given
from agendacli.formats.documents.tokens.people import begins_with_honorific
from agendacli.formats.documents.tokens.places import is_place, with_capital
from agendacli.formats.documents.tokens.roles import role_inside
from agendacli.formats.documents.tokens.rooms import names_room
from agendacli.formats.documents.tokens.session_kinds import kind_of_session
from agendacli.formats.documents.values.told import ToldSession
from agendacli.words.folded import folded

_BRACKETS = re.compile(r"\s*[(\[{]([^()\[\]{}]{2,90})[)\]}]\s*(?:$|[.,;]\s|[–—-]\s)")
_SQUARE = re.compile(r"\w\W{0,3}\s[\[{]([^()\[\]{}]{2,40})[\]}]")  # behind a title, whatever follows
_LAST = re.compile(r"\w\W{0,3}\s[(\[{]([^\W\d_a-z][^()\[\]{}]{2,40})[)\]}][\s,;:|–—-]*$")
_APART = re.compile(r"[^\W_][.!?”\"»)]?(?:,|\s[–—|·•-])\s+([^\W\d_a-z][^()\[\]{},;:.–—|·•]{2,40})$")
_OTHER = re.compile(  # who it is for, or what an item of an agenda asks
    r"\b(?:decision|discussion|information|report|vote|motion|debate|approval|beschluss\w*|beratung|bericht|diskussion|"
    r"abstimmung|kenntnisnahme|wahl|delibera\w+|vote|rapport|debat|informe|votacion|acuerdo|"
    r"beginners?|intermediate|advanced|anfanger\w*|fortgeschrittene\w*|debutant\w*|avance\w*|principiante\w*|avanzad\w*|"
    r"adults?|children|kids|families|erwachsene|kinder|familien|adultes|enfants|familles|adultos|ninos|familias)\b"
)
_ALONE = re.compile(r"\(([^()\d]{3,40})\)")  # on a line of its own below a title
_AS_ABOVE = re.compile(
    r"idem|dito|ditto|ebenda|ebd|same (?:room|place|venue)|(?:gleicher|selber) (?:ort|raum)|meme (?:lieu|salle)|"
    r"mism[ao] (?:lugar|sala)"
)
_NO_ROOM = re.compile(
    r"\d+\s*min|\b(?:(?:max|up to|bis zu|ca|env|suite|new|all|alle|free|tb[acd]|live)\b|\d+ (?:places|plätze|plazas)|"
    r"included|cont|video|optional|fortsetzung|part \w+|teil \w+)"
)

_DASH = re.compile(r"\s[–—·|•-]\s+([^\W\d_a-z][^–—·|•(),;:]{2,40}?)\s*(?:$|,\s(?:with|mit|avec|con)\s)")
_BETWEEN = re.compile(  # `Tides - Dairy - Ida Holm`
    r"\s[–—-]\s+([^\W\d_a-z][^–—(),;:-]{2,40}?)\s+[–—-]\s+(?=[^\W\d_a-z])"
)
_COMMA = re.compile(r",\s+((?:[^\W\d_][\w’'-]*\s?){1,3})\W*$")
_REMARK = re.compile(
    r"\b(?:session|closed|public|open|private|english|german|french|spanish|deutsch|englisch|francais|anglais|espanol|"
    r"ingles|bilingual|invitation|einladung|invitacion|with|mit|avec|con|by|von|par|por|for|fur|pour|para|only|nur|from|ab|"
    r"des|until|bis|part|teil|and|und|et|y|to|in|on)\b|\d{2}"
)
_SIGNS = " .,;:|·•–—-"
_SEVERAL = 2
_LEAST, _MOSTLY, _LONGEST = 3, 0.5, 30


def _is_no_room(text: str) -> bool:
    return _NO_ROOM.search(text) is not None or is_house_address(text)


def recurring_rooms(slots: Sequence[Slot]) -> frozenset[str]:
    """What stands in brackets behind several titles, and what columns for rooms hold: names of rooms, folded."""
    titles = [
        line.text
        for slot in slots
        for line in [*slot.lines[:1], *slot.columns.get("title", ())[:1], *slot.columns.get("main", ())[:1]]
    ]
    own = {folded(line.text) for slot in slots for line in slot.columns.get("room", ()) if len(line.text) < _LONGEST}
    below = _most_rooms(said[1] for slot in slots for line in slot.texts() if (said := _ALONE.fullmatch(line.text)))
    behind = _behind_dashes(titles) | _behind_commas(titles) | _before_roles(titles)
    others = own | below | behind
    return frozenset(others | _in_brackets(titles, others))


def _in_brackets(titles: Sequence[str], known: set[str]) -> set[str]:
    """What recurs in brackets, one of which is a room, or known as one; all that may be one where most of them are."""
    heads = [each[: role_inside(each)] for each in titles]
    found = [
        _BRACKETS.search(head.rstrip(_SIGNS)) or _SQUARE.search(each) for each, head in zip(titles, heads, strict=True)
    ]
    return _most_rooms((part for said in found if said for part in said[1].split(";")), known)


def _before_roles(titles: Sequence[str]) -> set[str]:
    """What may be rooms behind several titles, before the roles of people: in brackets, or elsewhere if it recurs."""
    heads = [each[:at].rstrip(_SIGNS) for each in titles if (at := role_inside(each)) is not None]
    brackets = [said[1] for each in heads if (said := _LAST.search(each)) and may_name_room(said[1])]
    apart = [folded(said[1]) for each in heads if (said := _APART.search(each)) and may_name_room(said[1])]
    often = {each for each, count in Counter(apart).items() if count > 1}
    return {folded(each) for each in brackets if len(brackets) >= _SEVERAL} | often


def may_name_room(text: str) -> bool:
    """Whether what stands apart, as in brackets before a role, may name a room that nobody knows: `[Boulder Cave]`."""
    is_other = text.isupper() or begins_with_honorific(text) or is_given(text) or bool(kind_of_session(text))
    return not is_other and _may_be_room(folded(text)) and _OTHER.search(folded(text)) is None


def _behind_dashes(titles: Sequence[str]) -> set[str]:
    """What stands behind dashes at the ends of titles, or before people, where most of it is rooms."""
    return _most_rooms(said[1] for each in titles if (said := _BETWEEN.search(each) or _DASH.search(each)))


def _most_rooms(texts: Iterable[str], elsewhere: set[str] | None = None) -> set[str]:
    """Those that are rooms or recur beside one, and all that may be one where most are; none where no room is."""
    found = [part for each in texts if (part := each.strip()) and not begins_with_honorific(part)]
    counted = Counter(map(folded, found))
    known = {folded(part) for part in found if _is_room(part) or folded(part) in (elsewhere or ())}
    if not known:
        return set()
    known |= {text for text, count in counted.items() if count > 1 and not _is_no_room(text)}
    are_rooms = sum(counted[each] for each in known) >= max(_LEAST, _MOSTLY * counted.total())
    acronyms = {folded(part) for part in found if part.isupper()}
    return known | {text for text in counted if are_rooms and _may_be_room(text) and text not in acronyms}


def _behind_commas(titles: Sequence[str]) -> set[str]:
    """What recurs behind commas at the ends of titles, where a third of it are places."""
    found = [said[1] for each in titles if (said := _COMMA.search(each))]
    counted = Counter(map(folded, found))
    often = {text for text, count in counted.items() if count > 1 and not _is_no_room(text)}
    known = {folded(each) for each in found if _is_room(each)}
    are_some = sum(counted[each] for each in known) > 1
    return often if are_some and len(known) * _LEAST >= len(counted) else set()


def _is_room(text: str) -> bool:
    return (names_room(text) or is_place(with_capital(text))) and not is_otherwise(text)


def _may_be_room(text: str) -> bool:
    return len(text.split()) <= _LEAST + 1 and not _is_no_room(text) and _REMARK.search(text) is None


def with_rooms_above(pairs: Sequence[tuple[Slot, ToldSession]]) -> list[tuple[Slot, ToldSession]]:
    """The sessions, those in the same room as the one before in that: `idem`."""
    found: list[tuple[Slot, ToldSession]] = []
    for slot, session in pairs:
        above = found[-1][1].room if found else None
        is_same = above and session.room and _AS_ABOVE.fullmatch(folded(session.room.value).strip(" ."))
        found.append((slot, replace(session, room=above) if is_same else session))
    return found
