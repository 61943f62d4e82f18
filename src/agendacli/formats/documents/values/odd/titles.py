"""What is odd about a title as it was read, and about what stands below it: each a reason to doubt it."""

import re
from collections.abc import Iterator

from agendacli.formats.documents.page import Line
from agendacli.formats.documents.slots.notices import reads_like_notice
from agendacli.formats.documents.tokens.hours import hours_in
from agendacli.formats.documents.tokens.letterwise import letterwise
from agendacli.formats.documents.tokens.people import PeopleSense, begins_with_honorific
from agendacli.formats.documents.tokens.places import is_place
from agendacli.formats.documents.tokens.roles import role_inside, role_label
from agendacli.formats.documents.values.alternatives import may_hold_several
from agendacli.formats.documents.values.told import WHOLE_PART, ToldSession
from agendacli.formats.documents.values.usual import is_beside

_CUT = re.compile(
    r"(?<![\w-])(?:of|and|the|for|in|on|to|with|a|an|by|at|from|und|oder|der|die|das|dem|den|des|von|vom|für|zu|zum|zur|mit|et|"
    r"chaired|moderated|hosted|led|presented|introduced|moderiert|geleitet|gelesen|animée?|présidée?|modérée?|lue?s?|"
    r"de|la|le|les|du|des|au|aux|(?<!\bel )sur|pour|avec|y|el|en|del|los|las|para|con|[A-HJ-UWYZ])\W*$"
)
_SIGNS = (("(", ")"), ("[", "]"), ("“", "”"), ("«", "»"))
_BEHIND_COLON = re.compile(r"\w[:;]\s+([^:;,()]{5,40}?)(?:,[^()]*)?(?:\s*\([^()]*\))?\W*$")
_BEHIND_WITH = re.compile(r"\s(?:with|avec|mit|con)\s+([^,:()]{5,40}?)(?:,[^()]*|\s*\([^()]*\))?\W*$")
_BEHIND_DASH = re.compile(r"\b[a-zà-ÿ]{2,}\b.*\s[–—-]\s+([^,:()–—]{5,40}?)(?:,[^()]*|\s*\([^()]*\))?\W*$")
_SOMEWHERE = re.compile(
    r"\s(?:at|im|in der|in the|auf de[mr]|an de[mr]|vor de[mr]|chez|beim?|au|dans l[ea]|en el|en la|"
    r"au départ d(?:u|e la)|vom|depuis l[ea]|desde (?:el|la)) (?:[Tt]he )?"
    r"([^\W\d_a-z][\w’'-]+(?: [^\W\d_a-z][\w’'-]+)?)(?:\W*$|\s*\([^()]*\)$|(?:[,;]| [–—-]) [a-zà-ÿ])"
)
_LAST_BRACKET = re.compile(r"\w\W{0,2} [(\[{]([^\W\d_a-z][^()\[\]{},\d]{3,40})[)\]}]\W*$")
_FIRST_BRACKET = re.compile(r"[(\[{]?([^\W\d_a-z][^()\[\]{},\d]{3,40})[)\]}]:? \w")
_LAST_SENTENCE = re.compile(r"\w{4}[.!?] ([^\W\d_a-z][\w’'-]{2,}(?: [^\W\d_a-z][\w’'-]+)?)\.?$")  # `Paella. Frontón.`
_ALONG = re.compile(  # perhaps with an office: `mit unserer Gründerin Ida Holm`
    r"\w (?:with|mit|avec|con) "
    r"(?:(?:the|our|its|de[rmn]|unser\w*|le|la|notre|el|nuestr[oa]) (?:[^\W\d_]+ ){1,2})?[^\W\d_a-z]"
)
_WEATHER = re.compile(  # where something is instead
    r"\b(?:if (?:dry|wet|fine|raining|it rains|the weather)|weather permitting|"
    r"bei (?:regen|schlecht\w*|schon\w*|gutem)|falls es regnet|s.il (?:pleut|fait beau)|en cas de pluie|"
    r"si (?:llueve|hace)|en caso de lluvia)\b"
)
_BEHIND_SIGN = re.compile(r"\w\W? [–—|] ([^\W\d_a-zà-ÿ][^–—|]{2,60})$")
_GERMAN_QUOTES = re.compile(r"„[^„“]*“")
_DIGITS = re.compile(r"\W*(?:\d{3,4}|\d{1,2}\W\d\d)(?:\W+(?:\d{3,4}|\d{1,2}\W\d\d))?\W*")
_REMARK = re.compile(  # `…, boots and sticks` goes on with a list, `…, with Ida Holm` with who comes
    r"\w{3},\s+(?!(?:with|mit|avec|con|by|von|par|por|read|an?)\b)(?!.*\b(?:and|und|et|y|or|oder|ou|o|&)\b)([a-zà-ÿ][^,:;?!]*)$"
)
_LONGEST_NAME, _NEAR, _FEW, _MANY, _MOST_WORDS = 60, 3, 3, 6, 4


def odd_title(session: ToldSession, sense: PeopleSense) -> Iterator[str]:
    """Why the title may be wrong, or something of it missing."""
    title = session.title.value
    if _CUT.search(title) and not re.search(
        r"\b(?:part|session|group|track|type|gruppe|room) [A-Z]$", title, re.IGNORECASE
    ):
        yield "ends as if it went on"
    plain = _GERMAN_QUOTES.sub("", title)
    if plain.count('"') % 2 or any(plain.count(begin) > plain.count(end) for begin, end in _SIGNS):
        yield "a bracket or a quotation mark in it is not closed"
    if role_inside(title) is not None:
        yield "a role is named in it"
    if any(each.end or each.start.half for each in hours_in(title)):
        yield "a time stands in it"
    if reads_like_notice(title):
        yield "it may be a notice: something opens, or is due"
    if title.startswith("(") and title.endswith(")"):
        yield "all of it stands in brackets"
    ways = (_BEHIND_COLON, _BEHIND_WITH, _BEHIND_DASH) if not session.people else (_BEHIND_DASH,)
    behind = [each[1] for pattern in ways if (each := pattern.search(title))] if role_inside(title) is None else []
    own = {each.name for each in session.people}
    if any(each not in own and sense.is_name(each, "form") for each in behind):
        yield "reads as if it named a person"
    yield from _other(session, sense)
    yield from _joined(session)
    where = _SOMEWHERE.search(title)
    if where and (session.room is None or WHOLE_PART in session.room.doubts) and not sense.is_name(where[1]):
        yield f"`{where[1]}` may be a room"
    below = session.notes[0] if session.notes else None
    if below and _goes_on(session, below):
        yield "it may go on in the line below it"
    digits = session.notes if session.end.value is not None else ()
    yield from (f"`{line.text}` below it may be a time" for line in digits if _DIGITS.fullmatch(line.text))
    yield from (f"`{line.text[:40]}` below it names a role" for line in session.notes if _names_role(line))
    yield from (
        f"`{line.text[:40]}` below it may {'be' if _may_be_person(line, sense) else 'name'} a person"
        for line in _unread(session)
        if _may_be_person(line, sense) or _names_company(line, sense)
    )


def _other(session: ToldSession, sense: PeopleSense) -> Iterator[str]:
    """What else a title may be than that of one session."""
    title = session.title.value
    if may_hold_several(title, session.notes):
        yield "several may take place at this time"
    remark = _REMARK.search(title)
    if remark and len(remark[1].split()) >= _MANY:
        yield f"`{remark[1][:40]}` in it may be a remark"
    along = _ALONG.search(title)
    if along and any(title.endswith(each.name) for each in session.people):
        yield "who comes along may be no part of it"
    behind = _LAST_BRACKET.search(title)
    is_short = behind is not None and 1 < len(behind[1].split()) <= _MOST_WORDS and "." not in behind[1]
    is_other = bool(behind and session.people and not any(each.name in behind[1] for each in session.people))
    if behind and is_short and (is_other or not sense.is_name(behind[1], "form")):
        yield f"`{behind[1]}` may be where it is, or who speaks"
    before = _FIRST_BRACKET.match(title)
    if before and session.room is None and not sense.is_name(before[1]):
        yield f"`{before[1]}` may be where it is"
    tail = _LAST_SENTENCE.search(title)
    if tail and session.room is None and not sense.is_name(tail[1], "form"):
        yield f"`{tail[1]}` may be a room"
    weather = _WEATHER.search(letterwise(title))
    if weather:
        yield f"`{title[weather.start() : weather.end()]}` may say where it is then"
    sign = _BEHIND_SIGN.search(title)
    is_person = sign is not None and sense.is_name(sign[1], "form")  # which is told anyway
    if sign and not is_person and not session.people and (session.room is None or WHOLE_PART in session.room.doubts):
        yield f"`{sign[1]}` may be where it is, or who speaks"
    if is_place(title) and session.room is None and (session.notes or session.people):
        yield "it may be its room"


def _names_company(line: Line, sense: PeopleSense) -> bool:
    """Whether a line ends with who comes along: `Picture-book hour with Emmeline Fogg`."""
    found = _BEHIND_WITH.search(line.text) if len(line.text) <= _LONGEST_NAME else None
    return found is not None and sense.is_name(found[1], "form")


def _joined(session: ToldSession) -> Iterator[str]:
    """That the title ends with a few words that the document sets apart: `Lunch      Canteen`."""
    pieces = session.title.lines[0].pieces if session.title.lines else ()
    last = pieces[-1].strip() if len(pieces) > 1 else ""
    before = session.title.value.removesuffix(f" {last}")
    is_end = bool(last) and before != session.title.value and not _CUT.search(before)
    if is_end and len(last.split()) <= _FEW:
        yield f"`{last}` stands apart in it"


def _goes_on(session: ToldSession, below: Line) -> bool:
    """Whether a title of one word on a page stands just above another line that is no list."""
    lines = session.title.lines
    after = below.line - lines[-1].ends if lines else 0
    is_next = 0 < after <= _NEAR and below.page == lines[-1].page > 0
    return is_next and " " not in session.title.value and not below.is_bullet and not is_beside(session.title.value)


def _names_role(line: Line) -> bool:
    """Whether a line begins with a role and goes on with what may be a name, though none was read."""
    label = role_label(line.text)
    return label is not None and label.rest[:1].isupper() and len(label.rest) <= _LONGEST_NAME


def _unread(session: ToldSession) -> Iterator[Line]:
    """The lines below a title in which none of its people was read."""
    yield from (line for line in session.notes if not any(each.name in line.text for each in session.people))


def _may_be_person(line: Line, sense: PeopleSense) -> bool:
    is_short = len(line.text) <= _LONGEST_NAME
    return is_short and (begins_with_honorific(line.text) or sense.people(line.text, "form") is not None)
