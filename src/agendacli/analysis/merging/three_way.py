"""What changed from the base of a programme to theirs, brought into mine, session by session and field by field."""

from collections.abc import Iterable, Iterator, Mapping

from agendacli.analysis.changes.instants import instants_of
from agendacli.analysis.changes.pairing import paired
from agendacli.analysis.changes.terms import has_people
from agendacli.analysis.changes.values import Match, Matched
from agendacli.analysis.merging.fields import MERGED_FIELDS, MergedField, silent_fields
from agendacli.analysis.merging.hours import hours_of_both
from agendacli.analysis.merging.renamed import Cited, cited_in_mine, paired_with_mine
from agendacli.analysis.merging.seats import merged_seats
from agendacli.analysis.merging.values import Absent, Dispute, Merge, MergeTerms, SeatEdit, SessionEdit
from agendacli.model.frozen import frozen
from agendacli.model.programme import Programme, Session
from agendacli.model.when import Timed


def merged(base: Programme | None, mine: Programme, theirs: Programme, terms: MergeTerms) -> Merge:
    """What mine becomes when what changed from the base to theirs is brought into it.

    What mine changed stays, what both changed alike is left, what they changed in two ways is disputed. Without a base
    mine itself is one, and nothing is taken away. Sessions are paired as in a comparison.
    """
    search = _Merging(base or mine, mine, theirs, terms)
    return search.merge(is_first=base is None)


@frozen
class _Sides:
    """A session as the base has it (None: not at all), in mine and in theirs."""

    base: Session | None
    mine: Session
    theirs: Session


class _Merging:
    """The three programmes, and which session of the one is which of the other, by id."""

    def __init__(self, base: Programme, mine: Programme, theirs: Programme, terms: MergeTerms) -> None:
        self._base, self._mine, self._theirs, self._terms = base, mine, theirs, terms
        self._there = paired(base.sessions, theirs.sessions)
        self._silent = silent_fields(theirs.sessions)
        self._silent_roles = _roles(base) - _roles(theirs)
        self._has_people = has_people(theirs)

    def merge(self, *, is_first: bool) -> Merge:
        here, cited = {each.id: each for each in self._mine.sessions}, Cited({}, {})
        if not is_first:
            cited = cited_in_mine(self._base, self._mine, self._theirs)
            pairs = paired_with_mine(self._base, self._mine, self._there, cited).pairs
            here = {each.old.id: each.new for each in pairs}
        own = tuple(self._known_already(cited))
        known = {*(each.mine.id for each in own), *(each.id for each in here.values())}
        both = {each.old.id: each.new for each in _added_alike(self._mine, known, self._added(cited))}
        alike = (_Sides(None, mine, theirs) for mine, theirs in self._alike(both))
        sides = [*self._sides(here), *own, *alike]
        edits = (*map(self._edit, sides), *self._without(here))
        return Merge(
            tuple(each for each in edits if each.says_something),
            added=tuple(each for each in self._added(cited) if each.id not in {one.id for one in both.values()}),
            dropped=tuple(self._dropped(here)),
            title=self._title(),
            pairs=tuple((each.mine, each.theirs) for each in sides),
            silent=() if is_first else tuple(self._not_stated()),
        )

    def _known_already(self, cited: Cited) -> Iterator[_Sides]:
        """What theirs added when it was merged before: what differs from it was edited in mine."""
        for each in self._there.added:
            if name := cited.theirs.get(each.id):
                yield _Sides(each, next(one for one in self._mine.sessions if one.id == name), each)

    def _added(self, cited: Cited) -> list[Session]:
        return [each for each in self._there.added if each.id not in cited.theirs]

    def _not_stated(self) -> Iterator[str]:
        yield from sorted(self._silent - silent_fields(self._base.sessions))
        yield from sorted(self._silent_roles)

    def _sides(self, here: Mapping[str, Session]) -> Iterator[_Sides]:
        for pair in self._there.pairs:
            if mine := here.get(pair.old.id):
                yield _Sides(pair.old, mine, pair.new)

    def _alike(self, both: Mapping[str, Session]) -> Iterator[tuple[Session, Session]]:
        return ((each, both[each.id]) for each in self._mine.sessions if each.id in both)

    def _edit(self, sides: _Sides) -> SessionEdit:
        """What mine takes of one session."""
        outcomes = tuple(self._outcomes(sides))
        when = next((each for each in outcomes if isinstance(each, Timed)), None)
        return SessionEdit(
            sides.mine,
            sides.theirs,
            fields=tuple(_name(each) for each in outcomes if isinstance(each, str | Timed)),
            seats=tuple(each for each in outcomes if isinstance(each, SeatEdit)),
            disputes=tuple(each for each in outcomes if isinstance(each, Dispute)),
            absent=tuple(each for each in outcomes if isinstance(each, Absent)),
            when=when,
        )

    def _outcomes(self, sides: _Sides) -> Iterator[str | SeatEdit | Dispute | Absent | Timed]:
        for each in MERGED_FIELDS:
            yield from self._of_field(each, sides)
        if self._has_people:
            base, mine, theirs = (each.participants if each else () for each in (sides.base, sides.mine, sides.theirs))
            yield from merged_seats(base, mine, theirs, self._terms, silent=self._silent_roles)

    def _of_field(self, field: MergedField, sides: _Sides) -> Iterator[str | Dispute | Absent | Timed]:
        base, mine, theirs = sides.base, sides.mine, sides.theirs
        is_as_before = base is not None and field.is_same(base, theirs)
        if is_as_before or field.is_same(mine, theirs):
            return
        if not field.is_said(theirs):
            yield from self._emptied(field, base, mine)
        elif field.is_same(base, mine) if base else not field.is_said(mine):
            yield field.name
        elif field.name == "time" and base and (both := hours_of_both(base, mine, theirs)):
            yield from () if both == mine.when else (both,)
        else:
            yield Dispute(field.name, field.words(mine), field.words(theirs))

    def _emptied(self, field: MergedField, base: Session | None, mine: Session) -> Iterator[str | Absent]:
        """What becomes of a value that theirs has no more: what mine made of it stays."""
        if field.name in self._silent or base is None or self._terms.keeps_all:
            return
        is_mine = not field.is_same(base, mine)
        yield Absent(field.name) if is_mine or self._terms.doubts_absence else field.name

    def _without(self, here: Mapping[str, Session]) -> Iterator[SessionEdit]:
        """The sessions that theirs has no more: what mine changed stays."""
        for base in () if self._terms.keeps_all else self._there.removed:
            if mine := here.get(base.id):
                stays = self._terms.doubts_absence or _differs(base, mine)
                yield SessionEdit(mine, is_absent=stays, is_removed=not stays)

    def _dropped(self, here: Mapping[str, Session]) -> Iterator[Session]:
        """The sessions that mine has no more, and that theirs changed."""
        return (each.new for each in self._there.pairs if each.old.id not in here and _differs(each.old, each.new))

    def _title(self) -> str | None:
        base, mine, theirs = (" ".join(each.title.split()) for each in (self._base, self._mine, self._theirs))
        is_taken = self._terms.names and base != theirs and mine == base
        return theirs if is_taken else None


def _name(taken: str | Timed) -> str:
    """The name of the field that is taken."""
    return "time" if isinstance(taken, Timed) else taken


def _added_alike(mine: Programme, known: set[str], added: Iterable[Session]) -> Iterator[Match]:
    """Sessions that both added: those of one id, or of one title at one time."""
    own = [each for each in mine.sessions if each.id not in known]
    for each in paired(own, tuple(added)).pairs:
        is_at_once = instants_of(each.old.when) == instants_of(each.new.when)
        has_its_id = each.matched is None and not each.new.numbered
        if has_its_id or (each.matched is not Matched.LIKENESS and is_at_once):
            yield each


def _roles(programme: Programme) -> frozenset[str]:
    """The roles in which a programme names anybody."""
    return frozenset(seat.role for each in programme.sessions for seat in each.participants)


def _differs(one: Session, other: Session) -> bool:
    """Whether two versions of a session differ in anything that is merged."""
    terms = MergeTerms()
    fields = any(not each.is_same(one, other) for each in MERGED_FIELDS)
    return fields or any(True for _ in merged_seats(one.participants, one.participants, other.participants, terms))
