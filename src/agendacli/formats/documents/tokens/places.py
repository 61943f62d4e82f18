"""Places by the words at their ends, for a text that stands apart: `Potting Shed`, `Platz 2`, `Salón de Grados`."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from agendacli.formats.documents.tokens.addresses import is_house_address, without_storey
from agendacli.formats.documents.tokens.churches import is_church
from agendacli.formats.documents.tokens.hours import leading_hours
from agendacli.formats.documents.tokens.letterwise import MOST_KEPT, letterwise
from agendacli.formats.documents.tokens.place_words import BEFORE_NAME, COMPASS, FIRST, LAST, NUMBERED
from agendacli.model.frozen import frozen

_OF_TWO = re.compile(  # kinds of places in two words, the second of which says too little
    r"\b(?:car|coach|village|church|town|school|parish|bus|coach|railway|train|sports|playing|beer|picnic|"
    r"assembly|lecture|function|meeting|community|leisure|tennis|cricket|football|market|dining|common|training|"
    r"computer|seminar|conference|bowling)[ -]"
    r"(?:park|hall|fields?|ground|station|stop|green|gardens?|room|cent(?:re|er)|courts?|pitch|place|square|lab|area)$"
)
_OF_NAME = re.compile(
    r"(?:the )?(?:basilica|church|cathedral|chapel|abbey|hall|museum|palace|college|house|theatre|court)"
    r" of (?:the )?\w.{2,30}"
)
_BEFORE_NAME = re.compile(BEFORE_NAME)
_BESIDE = re.compile(
    r" (?:im |in (?:der |dem |the )|a[mn] (?:der |dem )?|beim |bei der |vor de[mr] |hinter de[mr] |neben de[mr] |"
    r"by the |behind the |"
    r"next to the |opposite the |outside the |au bord d\w+ |derriere l[ae] |devant l[ae] |junto a(?:l| la) |"
    r"frente a(?:l| la) |detras de(?:l| la) )(?=\S)"
)
_SQUARE = re.compile(r"(?:[Pp]lace|[Cc]af[eé]) (?:d(?:e|u|es) )?(?:l[’']|la )?[^\W\d_a-z][\w’' -]{2,30}")
_NUMBER = rf"(?: (?:no\.? ?)?(?:(?:[a-z][ .-]?)?\d{{1,4}}(?:[.:-]\d{{1,3}})?[a-z]?|[a-h]|[ivx]{{1,4}}|{COMPASS})\b)"
_AND = r"(?: ?(?:&|\+|,|and|und|et|y|bis|-|/) ?(?:[a-z]?\d{1,4}[a-z]?|[a-z])\b)"
_FLOOR = (
    r"(?:, (?:[ueod]g|basement|\d\. ?(?:og|stock|etage)|(?:ground|first|second|third|\d\w\w) floor|"
    r"rez-de-chaussee|\d\w{1,3} etage))"
)
_ENDS = re.compile(rf"(?:the )?(?:.*[ -])?{LAST}{_NUMBER}?{_AND}*(?: \([^()]{{1,8}}\))?{_FLOOR}?")
_BEGINS = re.compile(rf"{FIRST}\b(?P<more>.{{0,40}})")
_BY_NUMBER = re.compile(rf"(?:the )?(?:[\w’'-]+ )?{NUMBERED}(?: d[e'’] ?\w+)?{_NUMBER}{_AND}*(?: \([^()]{{1,8}}\))?")
_SIZED = re.compile(
    r"(?:im |in der |in the |dans la |en la )?"
    r"(?:(?:grande?|petite?|gran|main|big|great|small|grosse[rmn]?|kleine[rmn]?|ober\w*|unter\w*) "
    r"(?:salle|salon|saal|sala|hall|room|raum|auditorium|studio|stage|buhne|scene)|salle (?:principale|polyvalente)|"
    r"sala principal)"
)
_QUOTED = re.compile(
    r"(?:.*[ -])?(?:room|hall|studio|lounge|\w*raum|\w*saal|salle|salon|sala|aula) [\"“„«'].{2,25}[\"”“»’']"
)
_PARTED = re.compile(r"\s*(?:[–—:|·]|-(?= ))\s*(?=\S)")
_TOO_LITTLE = re.compile(
    r"(?:the )?(?:house|club|school|court|green|fields?|square|block|college|wing|open house|suite|collections|dom|"
    r"studio|campus|campo|parcours|maison|casa|centro|espace|espacio|hall)"
)
_HOUSE = re.compile(
    r"(?:.*[ -])?(?:cent(?:re|er)|library|campus|hotel|museum|school|college|club|church|cathedral|park|pub|inn|"
    r"priory|abbey|minster|guildhall|"
    r"\w*house|\w*zentrum|\w*haus|\w*schule|\w*heim|\w*kirche|\w*platz|\w*park|stadium|\w*stadion|\w*hof|square|quad|"
    r"(?:magistrates.?|county|crown|high|supreme|district|sheriff|appeal) court)"
    r"|(?:maison|centro|casa|mairie|ayuntamiento|mediatheque|bibliotheque|biblioteca|parc|parque|plaza|hotel|edificio|"
    r"batiment|building|gasthof|gasthaus|eglise|iglesia|auberge|brasserie|trattoria|osteria|pizzeria|theatre|teatro)\b.*"
)
_SMALL = re.compile(
    r"(?:of|the|at|in|an|am|der|des|dem|de|du|la|le|les|los|las|and|und|et|y|del|von|zur?|zum|d[’'].*|l[’'].*)"
)
_UNFINISHED = re.compile(r" (?:of|the|at|in|an|am|de[lmrs]?|du|la|le|les|el|los|las|and|or|und|oder|et|ou|y|von)$")
_CUT = re.compile(
    r"\s+[–—|·•@-]+\s+|[,;]\s+|(?:(?<=[^\W\d_]{3})|(?<=\d{4}))\.\s+|\s*[(\[{]|[)\]}]\s*|"
    r"(?<=\d)\.\s+(?=[^\W\d_a-z]\w+ [a-zà-ÿ])(?!Stock|Etage)|\s+(?=(?i:unless|except|if not|all day|"
    r"all morning|all afternoon|throughout|ganztägig|den ganzen|sofern|soweit|wenn nicht|sauf|toute la|salvo|todo el|"
    r"for (?:all|both|the whole|the entire)|für (?:alle|beide|das ganze)|pour tou(?:te)?s?|para tod[oa]s?)\b)"
)
_AT = re.compile(
    r"(?<=\S) (?:@ ?|(?:in der|in den|auf (?:dem|der)|im|am|(?:meet(?:ing)? )?(?:at|in|on)|"
    r"dans l[ae’']|sous l[ae]|au|a la|en el|en la|bajo (?:el|la)|en|a l[’'])(?P<the> the)?(?: |(?<=[’']))(?=\S))"
)
_IN_LINE = re.compile(
    r"(?:in|on|at|im|am|auf|dans|sur|sous|en|an|au|aux|a l[’']|a la|al?)(?:(?<=[’'])| +)"
    r"(?:(?:the|der|dem|den|la|le|les|el|los|las) +|l[’'])?(?=\S)"
)
_OF_HOUSE = re.compile(r" (?:der|des|du|de la|de l[’']|del|of the) ?(?=[^\W\d_a-z])")
_SENTENCE_ENDS = re.compile(r"(?:(?<=\d)|(?<=\w{4}))[.;!?]\s+(?=[^\W\d_a-z])|;\s")
_REMARK_BEHIND = re.compile(r"(?:[,;]| [–—-]) [a-zà-ÿ][^,;]*$")  # `at The Lion, self-paid`
_MEETS = re.compile(r"\((?:meet|treff|rendez-vous|rdv|punto de encuentro)[^()]*\)\W*$", re.IGNORECASE)
_BEFORE = re.compile(r"(?:(?:in|at) the |im |en el |en la |dans la )?([^:()]{3,60}?)\s*:\s+(?=\S)")
_LABEL_LAST = re.compile(r"\W\s+(?:room|raum|saal|salle|sala|hall|aula)$")
_BARE = re.compile(  # some are kinds of events, too
    r"pub|hotel|restaurant|museum|library|theat\w+|teatro|kino|cine(?:ma)?|gallery|park|kitchen|labs?|studios?|"
    r"werkstatt .|\w{3,}(?:werkstatt|labor|cafe)"
)
_REMARK = re.compile(r"[,;]\s+(?:[a-zà-ÿ]{3}|(?:we|it|is|es|er|on|il|se)\b)")
_WITHIN = re.compile(r"^(?!(?:[Bb]itte|[Pp]lease)\b|.*, (?:der|die|das|the|le|la|el) ).*\b(?:in|im|dans|en)\s[^,]*$")
_YEAR_BEHIND = re.compile(r"[,\s]+(?:19|20)\d\d\W*$")
_LONGEST, _MOST_WORDS, _FEW_WORDS, _LONGEST_TEXT, _SHORTEST_HEAD, _LONGEST_LINE = 60, 7, 3, 400, 4, 80


@frozen
class PlacedText:
    """A text cut at the place that it names: what stands before it, the place, and what stands behind."""

    before: str
    place: str
    behind: str


@lru_cache(maxsize=MOST_KEPT)
def is_place(text: str) -> bool:
    """Whether a text that stands apart behind a title, as in brackets or behind a dash, names a place."""
    text = without_storey(text.strip(" ."))
    if (
        not 2 < len(text) <= _LONGEST
        or len(text.split()) > _MOST_WORDS
        or text.count("(") != text.count(")")
        or _REMARK.search(text)
        or ":" in text
        or _UNFINISHED.search(letterwise(text))
    ):
        return False
    return _reads_as_place(text) and not _TOO_LITTLE.fullmatch(letterwise(text)) and not is_house_address(text)


def _reads_as_place(text: str) -> bool:
    """Whether the words of a text are those of a place."""
    words = letterwise(text)
    if (
        is_church(text)
        or _is_of_two(text, words)
        or _SQUARE.fullmatch(text)
        or _BEFORE_NAME.fullmatch(text)
        or _BY_NUMBER.fullmatch(words)
        or _QUOTED.fullmatch(words)
        or _SIZED.fullmatch(words)
    ):
        return True
    if _OF_NAME.fullmatch(words) and text[0].isupper() and are_of_name(text):
        return True
    beside = _BESIDE.search(words)
    if beside and beside.start() > _SHORTEST_HEAD and is_place(text[: beside.start()]):
        return True
    is_short = len(text.split()) <= _FEW_WORDS
    if text[0].isupper() and _ENDS.fullmatch(words) and (is_short or are_of_name(text)):
        return True
    begins = _BEGINS.fullmatch(words)
    return begins is not None and (is_short or are_of_name(text[begins.start("more") :]))


def _is_of_two(text: str, words: str) -> bool:
    """Whether a kind of place in two words ends a name: `Barrow Hill car park`."""
    found = _OF_TWO.search(words)
    return found is not None and text[0].isupper() and not any(each.islower() for each in text[: found.start()].split())


def place_of_line(text: str) -> str:
    """The place that a text names and nothing else, without the word for *in* before it; nothing if it is none."""
    found = _IN_LINE.match(letterwise(text))
    place = text[found.end() :].strip(" .") if found else ""
    return place if is_place(with_capital(place)) else text if is_place(text) else ""


def is_room(text: str) -> bool:
    """Whether a place is a room rather than a whole house: `Salle 9`, `Aula der Goetheschule`, not `Maison du lac`."""
    if not is_place(text):
        return False
    head = _OF_HOUSE.split(text)[0]
    return _is_no_house(text) or (head != text and is_place(head) and _is_no_house(head))


def _is_no_house(text: str) -> bool:
    return _HOUSE.fullmatch(letterwise(text).strip(" .")) is None


def room_among(text: str) -> str | None:
    """The rooms in a row that a text between signs names, with the house behind them: `Room 2, Town Hall`."""
    parts = [*_parts(text[:_LONGEST_TEXT])]
    first = next((n for n, part in enumerate(parts) if is_room(text[slice(*part)])), None)
    if first is None:
        return None
    last = first
    while last + 1 < len(parts) and is_place(text[slice(*parts[last + 1])]):
        last += 1
    return text[parts[first][0] : parts[last][1]].strip()


def room_of_line(text: str) -> str | None:
    """The room with which a line begins that names nothing else: `Main Hall (over the yard, Gate 14)`."""
    parts = [*_parts(text[:_LONGEST_TEXT])]
    room = room_among(text)
    return room if room and text[parts[0][0] :].startswith(room) and len(text) <= _LONGEST_LINE else None


def room_where(text: str) -> str | None:
    """The room in which a sentence says that something is: `Everything takes place in Pavilion C unless …`."""
    return _where(text, lambda each: is_room(each) and _is_named(each))


def room_of_all(text: str) -> str | None:
    """The room in which a sentence says that everything is, in small letters, too: `All is in the village hall`."""
    return room_where(text) or _where(text, lambda each: is_room(with_capital(each)))


def with_capital(text: str) -> str:
    """A text with a capital letter first, as the names of places have that stand apart."""
    return f"{text[:1].upper()}{text[1:]}"


def place_within(text: str) -> PlacedText | None:
    """The text cut at the place in which it says that something is, in small letters, too: `soup in the kitchen`."""
    found = _cut_where(f"_ {text}", lambda each: is_place(with_capital(each)))
    return PlacedText(found.before.removeprefix("_").strip(), found.place, found.behind) if found else None


def _where(text: str, is_it: Callable[[str], bool]) -> str | None:
    found = _cut_where(text, is_it)
    return found.place if found else None


def _cut_where(text: str, is_it: Callable[[str], bool]) -> PlacedText | None:
    """The text cut at the longest place behind the first word for where something is that leads to one."""
    for found in _AT.finditer(letterwise(text[:_LONGEST_TEXT])):
        behind = _SENTENCE_ENDS.split(text[found.end() :], maxsplit=1)[0]
        words = re.split(r"(?<=[\w.])(?=\W)", behind, maxsplit=_MOST_WORDS)
        starts = ("".join(words[:n]).strip() for n in range(min(len(words), _MOST_WORDS), 0, -1))
        place = next((each for each in starts if is_it(each) or ("," not in each and is_place(each))), None)
        if place and is_it(place):
            begins = found.start() + (len(" meeting") if text.startswith(" meeting ", found.start()) else 0)
            return PlacedText(text[:begins], place.rstrip("."), text[found.end() + len(place) :])
    return None


def _is_named(room: str) -> bool:
    """Whether a room has a name or a number of its own, and is not `the hall`."""
    return not room.islower() or any(each.isdigit() for each in room)


def room_in_title(text: str) -> str | None:
    """The room at the end of the title of a whole, before its year: `Autumn lectures in the Orangery, 2026`."""
    text = _YEAR_BEHIND.sub("", text)
    if text.rstrip().endswith((".", "!")):
        return None
    place = place_at_end(text) if len(text) <= _LONGEST_LINE and _WITHIN.search(text) else None
    return place if place and is_room(place) else None


def place_before(text: str) -> tuple[str, str]:
    """The place with a colon that stands before a title, and the title: `Chapel: Vespers`."""
    found = _BEFORE.match(text)
    words = letterwise(found[1]) if found else ""  # `Talk in the Long Gallery: Tides`, `Tides – Room: Larch`
    is_other = _BARE.fullmatch(words) or any(each.search(words) for each in (_AT, _LABEL_LAST))
    is_of_places = found is not None and not is_other and all(is_place(each) for each in re.split(r",\s+", found[1]))
    return (found[1], text[found.end() :]) if found and is_of_places else ("", text)


def place_with_time(pieces: tuple[str, ...], rest: str) -> tuple[str, str]:
    """The place that is set apart with the time before a title, and the title: `*19:30, Corn Exchange* – Opening`."""
    hours, behind = leading_hours(pieces[0]) if len(pieces) > 1 else ((), "")
    sign = pieces[0][hours[-1].to :].lstrip()[:1] if hours else ""
    is_beside = sign in {",", "@", "·", "|"} and behind[:1].isupper() and rest.startswith(behind)
    parted = _PARTED.match(rest[len(behind) :]) if is_beside and len(behind.split()) <= _FEW_WORDS else None
    return (behind, rest[len(behind) + parted.end() :]) if parted else ("", rest)


def cut_at_place(text: str, is_room: Callable[[str], bool]) -> PlacedText | None:
    """The text cut at the last part behind its first that is a room, or several rooms in a row."""
    parts = [*_parts(text[:_LONGEST_TEXT])] if len(text) <= _LONGEST_TEXT else []
    last = next((n for n in range(len(parts) - 1, 0, -1) if is_room(text[slice(*parts[n])])), None)
    if last is None:
        return None
    first = last
    while first > 1 and is_room(text[slice(*parts[first - 1])]) and text[parts[first - 1][1] :][:1] == ",":
        first -= 1
    before, behind = text[: parts[first][0]], text[parts[last][1] :]
    return PlacedText(
        before.rstrip(" ,;–—-|·•@([{."), text[parts[first][0] : parts[last][1]], behind.lstrip(" ,;–—-|·•@)]}.")
    )


def place_at_end(text: str) -> str | None:
    """The place at, in or on which a title says that something is, at its end: `Dinner at the Boathouse`."""
    text = text[:_LONGEST_TEXT] if _MEETS.search(text) else text.partition("(")[0][:_LONGEST_TEXT]
    for found in _AT.finditer(letterwise(text)):
        place = _REMARK_BEHIND.sub("", text[found.end() :]).strip(" .)")
        if is_place(place) or (found["the"] and place.islower() and is_place(place.capitalize())):
            return place
    return None


def _parts(text: str) -> Iterator[tuple[int, int]]:
    """Where the parts of a text begin and end that signs set apart."""
    at = 0
    for found in _CUT.finditer(text):
        if text[at : found.start()].strip():
            yield at, found.start()
        at = found.end()
    if text[at:].strip():
        yield at, len(text)


def are_of_name(text: str) -> bool:
    """Whether each word of a name is written so: with a capital letter, as a number, or as a small word between."""
    return all(not each[0].islower() or _SMALL.fullmatch(letterwise(each)) for each in text.split())
