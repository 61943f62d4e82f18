"""The days of a programme: day keys with their items to sessions."""

from collections import deque
from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from datetime import MAXYEAR, MINYEAR, timedelta

from agendacli.formats.definition.decode.blocks import decode_held, refuse_no_list
from agendacli.formats.definition.decode.lookup import Lookup
from agendacli.formats.definition.decode.sessions import Defaults, KeyedDay, SessionDraft, decode_item
from agendacli.formats.definition.decode.stretches import taken_apart
from agendacli.formats.definition.nodes import Mapping, Node, NodeList, Scalar, describe
from agendacli.formats.definition.session_ids import Names, item_names, with_held
from agendacli.formats.definition.shapes.shape import report_fault
from agendacli.model.codes import (
    BAD_DATE,
    DERIVED_ID,
    DUPLICATE_ID,
    LONG_SPAN,
    OUTSIDE_DATES,
    REPEAT_DAYS,
    UNKNOWN_SESSION,
    WRONG_TYPE,
)
from agendacli.model.diagnostic import Note
from agendacli.model.fault import Fault
from agendacli.model.findings import Findings
from agendacli.model.frozen import frozen
from agendacli.model.programme import Session
from agendacli.model.span import Span
from agendacli.model.when import DAY, Days, DayWindow, When, days_touched
from agendacli.words.near import NearNames
from agendacli.words.times.forms import DayKey, EachDay, RelativeDay, SomeDay
from agendacli.words.times.grammar import parse_days
from agendacli.words.times.repeats import Every, is_repeat, parse_every
from agendacli.words.times.slips import slip_of_the_year

_HOLDER = "it is the id of this session"
_HOLDERS = {"id": _HOLDER, "uid": "it is the UID of this session"}


@frozen
class _Items:
    """A day with what stands under it, and the names of its items."""

    day: KeyedDay
    node: Node
    names: Names


def _tell_foreign(node: Node, findings: Findings) -> None:
    from agendacli.formats.definition.decode.foreign import tell_foreign_items

    tell_foreign_items(node, findings)


def decode_days(node: Node, setting: Defaults, lookup: Lookup) -> tuple[SessionDraft, ...]:
    """A draft of every session under `days`, in the printed order.

    Days relative to another session are resolved once that session is known.
    """
    if not isinstance(node, Mapping):
        message = f"expected items under days such as `2017-09-04:`, not {describe(node)}"
        lookup.findings.report(WRONG_TYPE, node.span, message)
        _tell_foreign(node, lookup.findings)
        return ()
    lists = taken_apart([items for _, items in node.entries])
    days = [
        _Items(KeyedDay(key, _read_key(key, lookup.findings)), items, found)
        for (key, _), items, found in zip(node.entries, lists, item_names(lists), strict=True)
    ]
    drafts = _settle(days, setting, lookup)
    return tuple(draft for each in days for draft in drafts[each.day.key.text])


def _settle(days: Iterable[_Items], setting: Defaults, lookup: Lookup) -> dict[str, list[SessionDraft]]:
    """The drafts of each day by its key; a day relative to a session follows as soon as that session is known."""
    waiting: dict[str, list[_Items]] = {}
    ready: deque[_Items] = deque()
    for each in days:
        hangs_on = each.day.relative_to
        (ready if hangs_on is None else waiting.setdefault(hangs_on, [])).append(each)
    drafts: dict[str, list[SessionDraft]] = {}
    known: dict[str, When | None] = {}
    while ready:
        each = ready.popleft()
        day = replace(each.day, fixed=_fixed(each.day, known, lookup.findings))
        drafts[day.key.text] = _decode_items(each, day, setting, lookup)
        for draft in drafts[day.key.text]:
            known.setdefault(draft.session.id, draft.session.when if draft.has_time else None)
            ready.extend(waiting.pop(draft.session.id, ()))
    unsettled = [each for hanging in waiting.values() for each in hanging]
    _report_unsettled((each.day for each in unsettled), known, lookup.findings)
    return drafts | {each.day.key.text: _decode_items(each, each.day, setting, lookup) for each in unsettled}


def _report_unsettled(days: Iterable[KeyedDay], known: Iterable[str], findings: Findings) -> None:
    near = NearNames(known)
    for day in days:
        target = day.relative_to or ""
        hint = near.suggestion(target) or "; write the id of one that has"
        message = f"`{target}` is not a session of this programme with days of its own{hint}"
        findings.report(UNKNOWN_SESSION, day.key.span, message)


def refuse_duplicates(drafts: Iterable[SessionDraft], findings: Findings) -> tuple[SessionDraft, ...]:
    """The drafts without those whose stated id or UID an earlier one has; each is reported."""
    by_id = _first_of(drafts, "id", lambda draft: draft.session.id, findings)
    return _first_of(by_id, "uid", lambda draft: draft.session.uid, findings)


def _first_of(
    drafts: Iterable[SessionDraft], key: str, name_of: Callable[[SessionDraft], str | None], findings: Findings
) -> tuple[SessionDraft, ...]:
    first: dict[str | int, SessionDraft] = {}
    for number, draft in enumerate(drafts):
        holder = first.setdefault(name_of(draft) or number, draft)
        if holder is not draft and draft.session.span:
            wanted = "an `id`" if key == "id" else "a `uid`"
            message = f"the {key} `{name_of(draft)}` is taken; give this session {wanted} of its own"
            findings.report(DUPLICATE_ID, draft.session.span, message, Note(_HOLDERS[key], holder.session.span))
    return tuple(first.values())


def marked_as_numbered(drafts: Collection[SessionDraft]) -> tuple[SessionDraft, ...]:
    """The drafts; those whose id would be another one if a session with their title stood before them say so."""
    taken = {each.id_taken for each in drafts if each.id_taken}
    return tuple(_numbered(each) if _hangs_on_order(each, taken) else each for each in drafts)


def _hangs_on_order(draft: SessionDraft, taken: Collection[str]) -> bool:
    return not draft.has_id and (draft.id_taken is not None or draft.session.id in taken)


def _numbered(draft: SessionDraft) -> SessionDraft:
    return replace(draft, session=replace(draft.session, numbered=True))


def warn_of_taken_ids(drafts: Collection[SessionDraft], findings: Findings) -> None:
    """Warn of ids that depend on the items before them: once for each title, and not where nobody's time is taken."""
    taken: dict[str, list[tuple[str, Span]]] = {}
    for draft in drafts:
        if draft.id_taken and draft.session.span and not draft.session.transparent:
            taken.setdefault(draft.id_taken, []).append((draft.session.id, draft.session.span))
    holders = {draft.session.id: draft for draft in drafts} if taken else {}
    for said, ((found, span), *others) in taken.items():
        more = f" (and {len(others)} more like it)" if others else ""
        keep = f"write `id: {found}` to keep that when items are added"
        message = f"the id `{said}` is taken, so this is `{found}`{more}; {keep}"
        findings.report(DERIVED_ID, span, message, *_held(said, holders.get(said)))


def _held(said: str, holder: SessionDraft | None) -> tuple[Note, ...]:
    """Who has an id, and that it should say so where it only follows from its title."""
    if holder is None:
        return ()
    words = _HOLDER if holder.has_id else f"this session has it; write `id: {said}` there, too"
    return (Note(words, holder.session.span),)


def check_dates(sessions: Iterable[Session], dates: When | None, findings: Findings) -> None:
    """Report every session that takes time outside the programme's stated dates."""
    if dates is None:
        return
    first, end = days_touched(dates)
    stated = f"{first} to {end - DAY}"
    for session in sessions:
        start, stop = days_touched(session.when)
        outside = start < first or stop > end
        outside = outside and not session.parent  # which is told of its block
        if outside and session.takes_time and session.span:
            message = f"`{session.id}` lies outside the programme's dates, {stated}; correct its day or `dates`"
            findings.report(OUTSIDE_DATES, session.span, message)


def _read_key(key: Scalar, findings: Findings) -> DayKey | Every | None:
    days = parse_every(key.text) if is_repeat(key.text) else parse_days(key.text)
    if isinstance(days, Fault):
        report_fault(days, key, findings)
        return None
    if isinstance(days, Every) and (misfit := days.misfit()):
        findings.report(REPEAT_DAYS, key.span, misfit)
    if isinstance(days, EachDay | SomeDay) and (slip := slip_of_the_year(days.start, days.end)):
        findings.report(LONG_SPAN, key.span, slip)
    return days


def _fixed(day: KeyedDay, known: dict[str, When | None], findings: Findings) -> EachDay | SomeDay | None:
    """The days themselves; a relative day is counted from the session it names, None if the time of that is wrong.

    Of days that repeat it is the first.
    """
    if isinstance(day.days, Every):
        return EachDay(day.days.first, day.days.first + DAY)
    if not isinstance(day.days, RelativeDay):
        return day.days
    anchor = known[day.days.session]
    if anchor is None:
        return None
    try:
        fixed = _counted(day.days.shift, anchor)
    except OverflowError:
        fixed = None
    if fixed and MINYEAR < fixed.start.year <= fixed.end.year < MAXYEAR:
        return fixed
    findings.report(BAD_DATE, day.key.span, f"`{day.key.text}` is beyond the calendar; count fewer days")
    return None


def _counted(shift: timedelta, anchor: When) -> EachDay | SomeDay:
    """The day that lies before the first, or after the last, day of a time; a window moves as a whole."""
    start, end = days_touched(anchor)
    if isinstance(anchor, DayWindow):
        moved = anchor.moved(shift)
        return SomeDay(moved.start, moved.end, moved.days, moved.among)
    day = (start if shift.days < 0 else end - DAY) + shift
    return EachDay(day, day + DAY)


def _decode_items(items: _Items, day: KeyedDay, setting: Defaults, lookup: Lookup) -> list[SessionDraft]:
    if not isinstance(items.node, NodeList):
        message = f"expected a list of items such as `- 10:15-13:00: Title`, not {describe(items.node)}"
        lookup.findings.report(WRONG_TYPE, items.node.span, message)
        return []
    drafts: list[SessionDraft] = []
    block: SessionDraft | None = None
    for (node, is_held), name in zip(with_held(items.node), items.names, strict=True):
        if is_held:
            draft = decode_held(node, name, block=block, day=day, lookup=lookup) if block else None
        else:
            draft = block = decode_item(node, name, day=day, setting=setting, lookup=lookup)
            if block:
                refuse_no_list(block, lookup.findings)
        drafts += [draft] if draft else []
    return drafts


def dated(days: EachDay | SomeDay, zone: str | None) -> When:
    """Whole days without hours: what the stated dates of a programme say."""
    if isinstance(days, SomeDay):
        return DayWindow(days.start, end=days.end, zone=zone, days=days.days, among=days.among)
    return Days(days.start, days.end, zone)
