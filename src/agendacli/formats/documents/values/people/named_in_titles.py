"""The people whom a title names: `… by X`, `“…” X`, `Keynote: X`, `X in conversation with Y`, and in which role."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from agendacli.formats.documents.page import Line
from agendacli.formats.documents.slots.lengths_apart import without_length_behind
from agendacli.formats.documents.tokens.people import PeopleSense, Trust, begins_with_honorific, honored_in
from agendacli.formats.documents.tokens.places import is_place
from agendacli.formats.documents.tokens.roles import is_office, role_before, role_heading
from agendacli.formats.documents.tokens.rooms import names_room
from agendacli.formats.documents.values.asides import is_named_beside, names_work
from agendacli.formats.documents.values.sorting import people_of
from agendacli.formats.documents.values.told import ToldPerson
from agendacli.model.frozen import frozen
from agendacli.words.placeholders import is_placeholder

_LONGEST_TITLE = 400
INSIDE = "named inside of the title"
"""Why somebody may have no part, or a room be none: the title only speaks of them."""
_BEHIND_SIGN, _BEFORE_SIGN = "behind a sign of the title", "before a sign of the title, which may be about it"
_WORD_BEFORE = re.compile(r"\w\s+[^\W\d_a-z][^\W\d_]+ ?:\s+$")
_BRACKET_BEHIND = re.compile(r"\s*\((?P<what>[^\W\d_a-z][^()\d]{2,60})\)[\s.]*")
_AND = re.compile(r"[\s,;]*(?:(?:and|und|et|y|&)\s+)?")
_AND_WORDS = frozenset({"", "and", "und", "et", "y", "e"})
_SIGNS = re.compile(r"[\s,;.&()]+")
_AND_THINGS = re.compile(
    r"\s(?:and|und|et|y) (?:(?:the|der|die|das|le|la|les|el|los|las) |l[’'])[a-zà-ÿ]"
)  # `Bach and the organ`
_LOUD = r"[^\W\d_a-z]"
_KEY = r"(?:keynote|invited talk|talk|vortrag)"
_ROUND = r"\b(?:round ?table|panel(?: discussion)?|podium|mesa redonda|table ronde)"
_BY = (
    r"\s(?:(?P<before>by|von|durch|par|por|presented by|(?:with|mit|con|avec)(?=\s+\S+\s\S+$))|"
    r"(?i:with|mit|con|avec))\s+"
    rf"(?P<who>{_LOUD}.+?)\s*(?:\([^()]*\))?\s*\.?$"
)
_TALK_WITH = (
    r"(?P<before>\b(?i:entretien|rencontre|conversation|interview|gespräch|encuentro|charla|coloquio|tour|visite?))"
    rf"\s(?:with|mit|con|avec)\s+(?P<who>{_LOUD}[^.:;()–—]+)$"
)
_BEHIND_QUOTES = (
    r"(?P<before>[\"”“»])\.?\s*(?:by\s+|,\s*|[–—-]\s*)?"
    rf"(?P<who>{_LOUD}[^\"”“»()]{{3,90}}?)\s*(?:\([^()]*\)\s*)*$"
)
_BY_OFFICE = (
    r"\s(?:by|with|von|durch|mit|par|avec|con|por) (?P<before>)"
    r"(?P<office>(?:[a-zà-ÿ]+ ){0,2}(?:[a-zà-ÿ]+|[A-ZÄÖÜ][a-zäöüß]+(?:e[nr]|in|ist|or)),? )"
    rf"(?P<who>{_LOUD}[^:;()]{{3,60}})$"
)
_OF_TALK = (
    r"(?P<before>)\b(?i:conférence|exposé|intervention|causerie|charla|conferencia|ponencia|vortrag|talk|lecture) "
    rf"(?:de|von|by|of) (?P<who>{_LOUD}[^,:;«“\"–—()]{{4,60}}?)\s*(?:[,:;«“\"–—(]|$)"
)
_BEFORE_TITLE = (
    rf"(?P<before>)^(?:\[?[A-Z]{{0,3}}-?\d{{1,3}}\]?[.:]?\s+)?(?:[^:–—-]{{0,25}}?\b(?i:{_KEY}|lecture)\b[^:–—-]{{0,14}}?[:–—\s-]+)?"
    r"(?P<who>[^:–—]{4,120}?)\s*(?::|--|–|—|\s-\s)\s*.{3,}$"
)
_TALKING = re.compile(
    r"(?:.*[:–—]\s+)?(?P<one>[^:–—]+?) (?i:in (?:conversation|dialogue|discussion) with|im Gespräch mit|"
    r"en conversation avec|en dialogue avec|en conversación con|conversa con|talks to|interviews) "
    r"(?P<other>[^:;()–—]+)(?:[:;(–—].*)?"
)


_BY_AT_END = re.compile(
    r"\s+(?:(?:presented|delivered|given|led|read|introduced|performed|geleitet|gehalten|animée?|présentée?|donnée?|"
    r"impartid[oa]|presentad[oa]|ofrecid[oa])\s+)?(?:by|durch|von|par|por|a cargo de)\s+"
    r"(?P<office>(?:(?!(?:by|durch|von|par|por|with|mit|avec|con)\s)[^\W\d_][\w’'-]*,?\s){0,4}?)$"
)


_DASH_AT_END = re.compile(r"(?:\s+(?:[–—-]|--)|(?<=\w{4})\.)\s+$")


@frozen
class _Way:
    """A way in which titles name people, their role, and why they may be none."""

    pattern: re.Pattern[str]
    role: str = "speaker"
    reason: str = ""


_WAYS = tuple(
    _Way(re.compile(pattern), *more)
    for pattern, *more in (
        (_BY,),
        (_TALK_WITH,),
        (_BEHIND_QUOTES,),
        (_BY_OFFICE,),
        (_OF_TALK,),
        (r"(?P<before>)[(\[](?P<who>[^()\[\]]{4,90})[)\]]\s*$",),
        (rf"(?P<before>)^(?i:[^:]{{0,30}}{_ROUND}[^:]{{0,20}}):\s*(?P<who>.+)$", "panellist"),
        (rf"(?P<before>)^(?i:{_KEY})\s*\d*\s*[:–—-]\s*(?P<who>.+)$",),
        (_BEFORE_TITLE, "speaker", _BEFORE_SIGN),
        (rf"(?P<before>)^.{{4,}}?\s*(?:--|–|—|\s-\s|\|)\s*(?P<who>{_LOUD}[^–—]{{3,140}})$",),
        (r"^(?P<who>[^“\"„«]{2,80}?[^\W\d_]{2}\)?)\s*(?P<before>[.,:])\s*[“\"„«]",),
        (rf"(?P<before>)^(?P<who>{_LOUD}[^:,–—]{{4,60}}?) (?:on|über|sur|sobre) .{{4,}}$",),
        (rf"(?P<before>)^(?P<office>[^,]{{4,}}?)[,:]\s+(?P<who>{_LOUD}[^,;:()–—]{{3,60}})$", "speaker", _BEHIND_SIGN),
    )
)


def people_in(title: str, line: Line, sense: PeopleSense) -> Iterator[ToldPerson]:
    """The people whom a title names, by the first way in which it names some."""
    ways = (_talking(title, line, sense), *(_by_way(*each, line, sense) for each in _matches(title[:_LONGEST_TITLE])))
    people = next(filter(None, ways), None)
    yield from (replace(each, line=line) for each in people) if people else _honored(title, line, sense)


def without_people(title: str, people: Sequence[ToldPerson]) -> str:
    """The title without those with whom it ends behind a word such as *by*: `Welcome by the mayor, Ida Holm`."""
    first = title.find(people[0].name) if people else -1
    found = (_BY_AT_END.search(title[:first]) or _behind_dash(title, people, first)) if first > 0 else None
    rest = title[first:]
    for each in people:
        rest = rest.replace(each.name, "").replace(each.position or each.name, "")
    is_all = _AND_WORDS.issuperset(_SIGNS.split(rest))
    return without_length_behind(title[: found.start()].rstrip(" ,;:–—-")) if found and is_all else title


def _behind_dash(title: str, people: Sequence[ToldPerson], at: int) -> re.Match[str] | None:
    """The sign before those with whom a title ends: `Welcome – Ida Holm`; a full stop only before an honorific."""
    found = _DASH_AT_END.search(title[:at])
    is_stop = found is not None and "." in found[0]
    is_short = found is not None and " " not in title[: found.start()]
    is_sure = begins_with_honorific(title[at:]) or is_short or not (is_stop or any(each.doubts for each in people))
    return found if is_sure else None


def _by_way(way: _Way, found: re.Match[str], line: Line, sense: PeopleSense) -> tuple[ToldPerson, ...]:
    who = found["who"]
    if not found["before"] and _AND_THINGS.search(who):
        return ()
    if names_work(who) or is_placeholder(who) or names_room(who) or is_named_beside(found.string, who):
        return ()
    is_apart = len(line.pieces) > 1 and line.pieces[-1].strip(" –—-|()") == who.strip()
    is_loose = "office" in found.re.groupindex
    trust: Trust = "form" if found["before"] or (is_apart and not is_loose) else "known"
    said = role_before(found.string[: found.start("who")]) if is_loose else None
    office, _, name = who.rpartition(", ")
    if office and (held := role_heading(office)):  # `by the Chair of Trustees, Dame Ida Holm`
        said, who = said if is_office(office) else held, name
    people = people_of(replace(line, text=who), said or way.role, sense, trust=trust)
    behind = _BRACKET_BEHIND.fullmatch(found.string, found.end("who"))
    if behind and len(people) == 1 and not people[0].position and not is_place(behind["what"]):
        people = (replace(people[0], position=behind["what"]),)  # `Welcome by Ida Holm (Chair of the branch)`
    may_be_role = _WORD_BEFORE.search(found.string[: found.start("who")]) and not said
    is_doubted = bool(way.reason) and bool(may_be_role or not any(sense.is_shown(each.name) for each in people))
    return tuple(replace(each, doubts=(*each.doubts, way.reason)) for each in people) if is_doubted else people


def _talking(title: str, line: Line, sense: PeopleSense) -> tuple[ToldPerson, ...]:
    """Those of whom one talks with the other."""
    found = _TALKING.fullmatch(title[:_LONGEST_TITLE])
    names = (found["one"], found["other"]) if found else ()
    both = [people_of(replace(line, text=each), "speaker", sense, trust="form") for each in names]
    return tuple(person for some in both for person in some) if all(both) else ()


def _honored(title: str, line: Line, sense: PeopleSense) -> Iterator[ToldPerson]:
    """Those with an honorific, in the role that stands before them or before who is named with them."""
    role: str | None = None
    behind = 0
    for each in honored_in(title):
        at = title.find(each, behind)
        role = role_before(title[:at]) or (role if _AND.fullmatch(title[behind:at]) else None)
        behind = at + len(each)
        reasons = () if role else (INSIDE,)
        people = () if is_named_beside(title, each) else people_of(replace(line, text=each), role or "speaker", sense)
        for one in people:
            yield replace(one, line=line, doubts=(*one.doubts, *reasons))


def _matches(title: str) -> Iterator[tuple[_Way, re.Match[str]]]:
    """What may be people in a title by each way, from each place where one begins."""
    for way in _WAYS:
        at = 0
        while found := way.pattern.search(title, at):
            yield way, found
            at = found.start() + 1
