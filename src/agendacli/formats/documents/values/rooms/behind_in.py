"""Rooms behind a word for *in* with which titles end, whatever they are called: `paella en el Merendero (8 €)`."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from agendacli.formats.documents.tokens.letterwise import letterwise
from agendacli.formats.documents.tokens.minutes import lengths_in
from agendacli.formats.documents.tokens.people import begins_with_honorific
from agendacli.formats.documents.tokens.places import are_of_name
from agendacli.formats.documents.tokens.remarks import is_remark
from agendacli.formats.documents.tokens.unknown_places import says_how
from agendacli.formats.documents.values.title_apart import ROOM_CUT, title_apart, without_stop
from agendacli.formats.documents.values.titles import Titled
from agendacli.formats.documents.values.told import Told
from agendacli.formats.documents.values.usual import is_beside
from agendacli.model.frozen import frozen
from agendacli.words.folded import folded
from agendacli.words.kinds import is_transparent, kind_in_title

ONCE = "behind a word for *in*, and said once"
"""Why a room may be none: its name is that of no room, and stands there only once."""

_IN = re.compile(
    r"(?P<apart>[,\"”“»?!)]|\s[–—-])?\s"
    r"(?:(?:in|at) the|(?<=,\s)from the|im|am|beim|in de[rm]|an de[rm]|a la|aux?|dans l[ae]|sous l[ae]|"
    r"en (?:el|l[ao]s?)|bajo (?:el|la)|junto al?(?: la)?|(?:a|dans|sous) l(?=['’]))[ '’](?=\S)"
)
_IN_NUMBERED = re.compile(
    r"(?P<apart>[,\"”“»?!)]|\s[–—-])?\s(?:(?:on|in|at)(?: the)?|im|am|auf(?: de[mr])?|in de[rm]|an de[rm]|a la|"
    r"au|dans l[ae]|sur l[ae]|"
    r"en (?:el|la)) "
    r"(?!(?:days?|tag|jour|dia|parts?|teil\w*|partie|parte|chapter|kapitel|chapitre|capitulo|page|seite|pagina|years?|"
    r"jahr\w*|annee|ano|groups?|gruppen?|groupe|grupo|weeks?|\w*woche|semaine|semana|phase|fase|steps?|etape|etapa|"
    r"psalm\w*|war|krieg|guerre|guerra|version|grade|klasse|classe|clase|siglo|art\w*|opus|op|no|nr|section|volume|"
    r"band|tome|tomo|mai|may|june?|july?|juni|juli|juin|junio|julio|marz|mars|marzo|avril|abril|april|\w+ber|\w+bre|"
    r"under|over|about|just|only|nur|uber|unter|the|der|die|las?|les?|los)\b)"
    r"(?P<place>(?P<what>[^\W\d_]{3,}) \d{1,3}[a-z]?)(?![\w.:/-]*\d)(?!\s*(?:[%€$£]|uhr|min|h\b|years|jahre|ans|anos))"
)
_KINDS = re.compile(
    r"plots?|parzelle|parcelle|parcela|beet|pitch|stand|stall|bude|caseta|puesto|table|tisch|mesa|tafel"
)
_NAME = re.compile(r"[^\W\d_][\w’'-]*(?: (?:(?:of|de|du|des|del|der|la|the) )*[^\W\d_a-z][\w’'-]+){0,3}")
_TAIL = re.compile(r"\s*\((?P<inside>[^()]{2,80})\)\W*|\s*(?:[,;]|\s[–—-])\s+(?P<behind>\S.{1,80})|[\s.]*")
_BEGINS = re.compile(
    r",? (?:beginn|start(?:ing)?|treffpunkt|meeting|meet|depart|rendez-vous|salida|inicio|encuentro)$", re.IGNORECASE
)
_FOR = re.compile(r"(?:for|during|pendant|durant|durante|para) ")
_SUBJECT = re.compile(
    r"\b(?:mittelalter|barock|baroque|barroco|renaissance|antike|antiquit\w+|alltag|wandel|krieg|frieden|netz|web|unterricht|"
    r"middle ages|edad media|moyen age|pflege|schule|klassenzimmer|classroom|workplace|arbeitsmarkt|home ?office|"
    r"marco|cadre|context\w*|kontext|contexte|alter|schatten|shadow|ombre|sombra|licht|lumiere|luz|welt|world|monde|mundo)\b"
)
_CLOSING = '"”“»?!)'
_LEAST, _LONGEST, _SHORTEST, _MOST = 2, 400, 3, 8


@frozen
class BehindIn:
    """A title before the room with which it ends, that room, what stands behind it, and whether it stands apart."""

    before: str
    place: str
    behind: str
    is_apart: bool
    kind: str = ""  # the word before the number of one that has one

    @property
    def is_shown(self) -> bool:
        """Whether more than a word for *in* says that it is a room: a sign before it, a price behind, or a meal."""
        return self.is_apart or is_beside(self.before) or is_transparent(kind_in_title(self.before))


@frozen
class RoomsBehindIn:
    """The rooms behind words for *in* of a document: those that are sure, by their names, folded, and all shown."""

    sure: frozenset[str] = frozenset()
    shown: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()

    def cut(self, title: str) -> tuple[BehindIn, tuple[str, ...]] | None:
        """The title cut at the room with which it ends, and why that may be none; None where it ends with none."""
        found = next(
            (each for each in _ends(without_stop(title)) if folded(each.place) in self.shown or each.kind), None
        )
        if found is None:
            return None
        is_sure = folded(found.place) in self.sure or found.kind in self.kinds or bool(_KINDS.fullmatch(found.kind))
        return found, () if is_sure else (ONCE,)


def rooms_behind_in(titles: Iterable[str]) -> RoomsBehindIn:
    """What titles of a document say of rooms behind words for *in*: with one of them apart, others are none but it."""
    texts = [without_stop(title_apart(each[:_LONGEST])[0]) for each in titles]
    named = Counter(name for each in texts for name in {*map(folded, _named(each))})
    ends = [each for text in texts for each in _ends(text)]
    shown = {folded(each.place) for each in ends if each.is_shown}
    numbers = Counter(each.kind for each in ends if each.kind)
    return RoomsBehindIn(
        frozenset(each for each in shown if named[each] >= _LEAST),
        frozenset(shown),
        frozenset(each for each, count in numbers.items() if count >= _LEAST),
    )


def with_room_behind_in(head: Titled, rooms: RoomsBehindIn) -> Titled:
    """A title that names no room otherwise, without the one behind a word for *in* with which it ends."""
    found = rooms.cut(head.title.value) if head.room is None and head.title.lines else None
    if found is None:
        return head
    cut, doubts = found
    line = head.title.lines[0]
    rest = (replace(line, text=cut.behind, pieces=(), is_bullet=False),) if cut.behind else ()
    title = replace(head.title, value=cut.before).doubted(*((ROOM_CUT,) if doubts else ()))
    return replace(head, title=title, room=Told(cut.place, (line,), doubts), rest=(*rest, *head.rest))


def _named(text: str) -> Iterator[str]:
    """What stands behind words for *in* anywhere in a text."""
    for found in _IN.finditer(letterwise(text)):
        name = _NAME.match(text, found.end())
        yield from [name[0]] if name else []


def _ends(title: str) -> Iterator[BehindIn]:
    """What may be a room behind the last words for *in* of a title, if it ends there, but for remarks."""
    words = letterwise(title) if len(title) <= _LONGEST else ""
    for found in [*_IN_NUMBERED.finditer(words)][-1:]:
        yield from _cut(title, _begins(found), found.span("place"), kind=found["what"])
    for found in reversed([*_IN.finditer(words)][-_MOST:]):
        name = _NAME.match(title, found.end())
        if name and _may_be_room(name[0]):
            yield from _cut(title, _begins(found), name.span(), is_apart=found["apart"] is not None)


def _begins(found: re.Match[str]) -> int:
    """Where what stands behind a title begins: behind the sign with which that ends."""
    return found.end("apart") if found["apart"] and found["apart"] in _CLOSING else found.start()


def _cut(
    title: str, begins: int, place: tuple[int, int], *, is_apart: bool = False, kind: str = ""
) -> Iterator[BehindIn]:
    tail = _TAIL.fullmatch(title, place[1])
    behind = (tail["inside"] or tail["behind"] or "") if tail else ""
    before = _BEGINS.sub("", title[:begins].rstrip(" ,;–—-"))
    is_remark_behind = bool(behind) and (is_remark(behind) or _is_length(behind))
    if tail and len(before) >= _SHORTEST and (is_remark_behind or not behind):
        is_priced = is_remark_behind or before != title[:begins].rstrip(" ,;–—-")
        yield BehindIn(before, title[slice(*place)].rstrip("."), behind, is_apart=is_apart or is_priced, kind=kind)


def _is_length(text: str) -> bool:
    return _FOR.match(letterwise(text)) is not None and any(lengths_in(text))


def _may_be_room(name: str) -> bool:
    """Whether a name may be that of a room, and neither of a time, of a subject, nor of somebody."""
    is_loud = len(name) >= _SHORTEST and name[0].isupper() and are_of_name(name)
    words = letterwise(name)
    return is_loud and not says_how(name) and _SUBJECT.search(words) is None and not begins_with_honorific(name)
