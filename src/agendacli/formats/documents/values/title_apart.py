"""A title apart from what stands behind it, sentences or a room: `Parish lunch in the hall. Tickets at the door.`"""

import re
from collections.abc import Iterable, Sequence

from agendacli.formats.documents.tokens.full_names import full_names_in
from agendacli.formats.documents.tokens.people import begins_with_honorific
from agendacli.formats.documents.tokens.places import place_at_end
from agendacli.formats.documents.values.room_parts import NEXT_SENTENCE
from agendacli.words.folded import folded, word_set
from agendacli.words.kinds import is_transparent, kind_in_title

ROOM_CUT = "where it is may be a part of it"
"""Why a title may be longer."""
ROOM_LEFT = "where it is may be no part of it"
"""Why a title may be shorter."""

MAY_BE_ROOM = "in it may be its room"
"""Why the title of a row may hold its room, beside a column of rooms."""

_QUOTE = re.compile(r"[\"“„«»”]")
_BEHIND_QUOTE = re.compile(r"(?<=\w[»”“\"])\.\s+(?=[^\W\d_a-z])")
_EITHER = '"”'  # which open and close one
_IN_ROOM = re.compile(
    r"\s+(?:in|im|at|on|am|an|auf|en|dans|aux?|à|sur)\s+(?:(?:the|der|dem|den|die|la|le|les|el|los|las)\s+|l[’'])?$",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"\W*|\s*\([^()]*\)\W*|(?:[,;]| [–—-]) [a-zà-ÿ\d][^,;]*"
)  # behind a room: `(bring a fork)`, `, self-paid`
_STOP = re.compile(  # not of `e. V.`, `etc.`, `St.`, `Ida H.`
    r"(?:[^\W\d_]{4}|\w\d|\s\d|[)\]\"”“»]|\b[^\W\d_]{1,3}[aeiouyä])(?<!\betc)(?<!\b(?:incl|inkl|dept|univ|prof|corp|bldg|misc|appr|bros))"
    r"(?<!\b(?:aprox))\.\s*$",
    re.IGNORECASE,
)
_USUAL = word_set(
    "welcome begrussung accueil bienvenida concert konzert concierto mass messe misa gottesdienst service"
)
_ENDS = (".", "!", "?", ")")
_LONGEST_ABBREVIATION, _OFTEN = 5, 3


def title_apart(text: str) -> tuple[str, str]:
    """The title and the sentences behind it; nothing behind one in which a quotation is open or begins later."""
    quotes = _QUOTE.findall(text)
    last = max((text.rfind(each) for each in {*quotes}), default=0)
    plain = NEXT_SENTENCE.finditer(text, last) if _are_closed(quotes) else ()
    for found in sorted((*plain, *(_BEHIND_QUOTE.finditer(text, last) if quotes else ())), key=re.Match.start):
        before, behind = text[: found.start()], text[found.end() :]
        is_honorific = begins_with_honorific(text[text.rfind(" ", 0, found.start()) + 1 :])
        if _is_whole(before, behind) and not is_honorific:
            return before, behind
    return text, ""


def _are_closed(quotes: Sequence[str]) -> bool:
    """Whether of all quotation marks of a text each closes another."""
    return not quotes or (len(quotes) % 2 == 0 and (quotes[-1] != quotes[-2] or quotes[-1] in _EITHER))


def without_stop(title: str) -> str:
    """A title without the full stop of the sentence that it ends, and with that of an abbreviation."""
    return title[:-1] if _STOP.search(title) else title


def _is_whole(title: str, behind: str) -> bool:
    """Whether a title stands by itself; one of a word not before more of it: `Outcast. Files of the poor`."""
    if " " in title or is_transparent(kind_in_title(title)):
        return True
    return len(title) > _LONGEST_ABBREVIATION and (behind.endswith(_ENDS) or bool(full_names_in(behind)))


def name_rooms(titles: Iterable[str]) -> bool:
    """Whether titles of a document often end with where it is: `Storytime in the mill`."""
    return sum(place_at_end(each) is not None for each in titles) >= _OFTEN


def without_room(title: str, room: str, *, is_often: bool) -> tuple[str, str]:
    """The title without the room with which it ends, and the doubt: `Opening in the Foyer`, `Songs in the Old Mill`.

    The room stays where it may be what the title is about: `Women in the church`; `is_often`: titles often end so.
    What stands behind the room is no part of a title without it: `Dinner at the Thai Garden (pay for yourself)`.
    """
    before, _, behind = title.rpartition(room)
    found = _IN_ROOM.search(before) if _TAIL.fullmatch(behind) else None
    if found is None:
        return title, ""
    head = title[: found.start()]
    is_usual = folded(head) in _USUAL or kind_in_title(head) != "session"
    is_own = room[:1].isupper() and (" " in room or is_often)
    return (head, ROOM_CUT) if is_usual or is_own else (title, ROOM_LEFT)
