"""A programme as a definition: YAML that reads like the printed page, and that is decoded to the same sessions."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import count

from agendacli.formats.definition.write.blocks import nested, without_what_the_block_says
from agendacli.formats.definition.write.dated import Dated
from agendacli.formats.definition.write.draft import DraftDoubts, left_over_lines
from agendacli.formats.definition.write.items import item, programme_keys
from agendacli.formats.definition.write.series import write_series
from agendacli.formats.definition.yaml.layout import Keys, Value, mapping_lines
from agendacli.formats.draft import Draft
from agendacli.model.frozen import frozen
from agendacli.model.interval import Stretch
from agendacli.model.programme import Programme, Session
from agendacli.model.when import DAY, Days, DayWindow, When, bounds, days_touched
from agendacli.words.times.written import sayable, words_of
from agendacli.words.times.written_repeats import RepeatWords

EVER = Stretch()
_NO_DOUBTS = DraftDoubts()
_UNKEPT = "its UID is not kept, as single items each have one; what is exported is new to whoever has the calendar"

_WEEK = 7


@frozen
class WrittenDefinition:
    """The text of a definition, the number of its items, and what the format has no words for, a line each."""

    text: str
    items: int
    remarks: tuple[str, ...] = ()


def definition(programme: Programme, stretch: Stretch = EVER) -> WrittenDefinition:
    """The definition of a programme with the sessions that touch the stretch, in order of days and then of time.

    The ids have to be ids of the format. What it cannot say of a repeat is written as single sessions, and told; where
    the repeat never ends, these go on until a year after the stretch's moment.
    """
    found: list[Dated] = []
    remarks: list[str] = []
    for session in programme.sessions:
        items, told = _written(programme, session, stretch)
        found += items
        remarks += (f"`{session.id}`: {each}" for each in told)
    items, told = nested(_hung(_named(found, programme)))
    remarks += told
    head = "\n".join(mapping_lines(programme_keys(programme)))
    return WrittenDefinition(f"{head}\n\n{_body(items, programme)}\n", len(found), tuple(remarks))


def draft_definition(draft: Draft) -> WrittenDefinition:
    """The definition of a draft: `# ? reason` behind what is doubtful, at its end what was left over."""
    programme, doubts = draft.programme, DraftDoubts.among(draft.doubts)
    items = [each for session in programme.sessions for each in _written(programme, session, EVER)[0]]
    own = programme_keys(programme)
    keys = {key: value for key, value in own.items() if key != "place"}
    if draft.place:
        keys = {"format": keys.pop("format"), "title": keys.pop("title"), "place": draft.place, **keys}
    head = "\n".join(mapping_lines(doubts.noted("", keys)))
    left = "".join(f"{line}\n" for line in left_over_lines(draft.left))
    text = f"{head}\n\n{_body(items, programme, doubts)}\n"
    return WrittenDefinition(f"{text}\n{left}" if left else text, len(items))


def _written(programme: Programme, session: Session, stretch: Stretch) -> tuple[list[Dated], list[str]]:
    """The items of a session, and what is to be told of it."""
    if session.repeat is None:
        wanted = (session,) if stretch.touches(bounds(session.when)) else ()
        return _singles(wanted)
    series = write_series(programme, session, stretch)
    items, told = _singles(replace(each, uid=None) for each in series.singles)
    told += [_UNKEPT] if items and session.uid and not series.session else []
    if series.session and series.every:
        items.insert(0, _repeated(series.session, series.every, series.exceptions))
    return items, [*series.remarks, *told]


def _repeated(session: Session, every: RepeatWords, exceptions: Mapping[str, str]) -> Dated:
    said = words_of(session.when)
    return Dated(session, every.key, said.hours if said else "", exceptions, repeats=True)


def _singles(sessions: Iterable[Session]) -> tuple[list[Dated], list[str]]:
    items: list[Dated] = []
    told: dict[str, None] = {}
    for each in sessions:
        found = sayable(each.when)
        said = words_of(found.when) if found else None
        if found is None or said is None:
            told[f"`{days_touched(each.when)[0]}` is not a day that can be written; it is left out"] = None
            continue
        if found.loss:
            told[str(found.loss)] = None
        meant = each if found.when is each.when else replace(each, when=found.when)
        items.append(Dated(meant, said.day, said.hours))
    return items, [*told]


def _named(items: Sequence[Dated], programme: Programme) -> list[Dated]:
    """The items, each with an id of its own; those that sessions have in the programme stay theirs."""
    kept = {each.id for each in programme.sessions}
    taken: set[str] = set()
    tries: dict[str, Iterator[str]] = {}  # of each id where it was left: thousands may have the same
    found = []
    for each in items:
        own = each.session.id
        left = tries.setdefault(own, _numbered(own))
        name = next(text for text in left if text not in taken and (text == own or text not in kept))
        taken.add(name)
        found.append(each if name == own else replace(each, session=replace(each.session, id=name)))
    return found


def _numbered(own: str) -> Iterator[str]:
    """The id itself, then with numbers behind it."""
    return (own if n == 1 else f"{own}-{n}" for n in count(1))


def _hung(items: Sequence[Dated]) -> list[Dated]:
    """The items, those whose time depends on another session under a key that says so."""
    known = {each.session.id: each.session.when for each in items}
    return [replace(each, day=_relative(each.session, known) or each.day) for each in items]


def _relative(session: Session, known: Mapping[str, When]) -> str | None:
    """`2 weeks before meeting`; None where the day does not depend on another session, or inside of its days."""
    anchor = known.get(session.relative_to or "")
    if anchor is None or session.relative_to == session.id:
        return None
    first, after = days_touched(anchor)
    own, own_after = days_touched(session.when)
    if isinstance(anchor, DayWindow):
        moved = replace(anchor.moved(own - first), zone=session.when.zone)
        return (
            _shift((own - first).days, session) if moved == session.when and own_after - own == after - first else None
        )
    if isinstance(session.when, DayWindow) or (isinstance(session.when, Days) and own_after - own != DAY):
        return None
    if first <= own < after - DAY:
        return None
    return _shift((own - first if own < first else own - (after - DAY)).days, session)


def _shift(days: int, session: Session) -> str:
    number, unit = (abs(days) // _WEEK, "week") if days and days % _WEEK == 0 else (abs(days), "day")
    return f"{number} {unit}{'' if number == 1 else 's'} {'before' if days < 0 else 'after'} {session.relative_to}"


def _body(items: Sequence[Dated], programme: Programme, doubts: DraftDoubts = _NO_DOUBTS) -> str:
    """The days with their items, an empty line between two days."""
    if not items:
        return "days: {}"
    by_day: dict[str, list[Dated]] = {}
    for each in sorted(items, key=lambda each: each.day_order):
        by_day.setdefault(each.day, []).append(each)
    return "\n".join(["days:", "\n\n".join(_day(day, found, programme, doubts) for day, found in by_day.items())])


def _day(day: str, items: Iterable[Dated], programme: Programme, doubts: DraftDoubts) -> str:
    ordered = sorted(items, key=lambda each: each.hour_order)
    written: list[Value] = [doubts.noted(each.session.id, _keys(each, programme)) for each in ordered]
    keys: Keys = {day: doubts.day((each.session.id for each in ordered), written)}
    return "\n".join(mapping_lines(keys, "  "))


def _keys(dated: Dated, programme: Programme, block: Session | None = None) -> Keys:
    """The keys of an item with those that it holds."""
    session = dated.session if block is None else without_what_the_block_says(dated.session, block)
    around = programme if block is None else replace(programme, zone=block.when.zone)
    keys = item(session, dated.hours, around, dated.exceptions)
    held = sorted(dated.items, key=lambda each: each.hour_order)
    return {**keys, "items": [_keys(each, programme, dated.session) for each in held]} if held else keys
