"""What `import --onto` does: what changed in what came is written into one's own file, whole or not at all."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePath

import typer

from agendacli.analysis.merging.fields import MERGED_FIELDS
from agendacli.analysis.merging.three_way import merged
from agendacli.analysis.merging.values import Merge, MergeTerms, SessionEdit
from agendacli.cli.actions.onto.asked import ToMerge
from agendacli.cli.actions.onto.brought import brought, with_brought
from agendacli.cli.actions.onto.citing import citing_of
from agendacli.cli.actions.onto.dates import stated_dates, with_dates
from agendacli.cli.actions.onto.left_over import LeftOvers
from agendacli.cli.actions.onto.own import in_own_words
from agendacli.cli.actions.onto.precision import said_alike
from agendacli.cli.actions.onto.repeats import is_exception, times_of_repeats, with_exceptions
from agendacli.cli.actions.onto.rewriting import Rewriting
from agendacli.cli.actions.onto.settled import without_settled
from agendacli.cli.actions.onto.showing import show_changes, tell_changes
from agendacli.cli.actions.onto.sides import Side, SidesToMerge
from agendacli.cli.query.definitions import Definition, definition_in, told_anew
from agendacli.cli.run.kept_copy import copy_kept
from agendacli.cli.run.outcome import refuse, tell
from agendacli.cli.run.surroundings import Surroundings
from agendacli.files.paths import is_address, is_stream, is_there, named_path
from agendacli.files.writing import update
from agendacli.load.programmes import load_text
from agendacli.model.asked import Refusal
from agendacli.model.codes import UNSURE
from agendacli.model.diagnostic import has_errors
from agendacli.model.frozen import frozen
from agendacli.model.occurrence import Occurrence
from agendacli.model.programme import Programme, Session
from agendacli.words.prose import when_text

_TOLD = (UNSURE.name,)
"""What is told of each value by itself."""


@frozen
class _Merged:
    """The merge, the edits of single times of repeated sessions and which these are, and what was sent, by id."""

    merge: Merge
    single: tuple[SessionEdit, ...]
    times: dict[str, Occurrence]
    sent: dict[str, Session]

    @property
    def exceptions(self) -> tuple[SessionEdit, ...]:
        """The edits that are exceptions of a repeated session."""
        return tuple(each for each in self.single if each.mine.id in self.times and is_exception(each))


def merge_onto(context: typer.Context, asked: ToMerge) -> None:
    """Merge a file into one's own definition and report what changed; nothing is written that would bring an error."""
    surroundings: Surroundings = context.find_root().obj
    if is_stream(asked.onto) or is_address(asked.onto):
        refuse(f"--onto: {asked.onto} is not a file that could be brought up to date; name your own definition")
    if not is_there(named_path(asked.onto)):
        refuse(f"--onto: {asked.onto} is not there; `agenda import {asked.file} -o {asked.onto}` makes it")
    mine = definition_in(asked.onto)
    programme = mine.programme
    if programme is None or has_errors(load_text(mine.data, mine.file).diagnostics):
        refuse(f"--onto: {asked.onto} has errors; see `agenda check {asked.onto}`")
    sides = SidesToMerge(context, asked, mine, programme)
    theirs = sides.theirs()
    base = sides.base(theirs)
    found = _merged(base, programme, theirs)
    new = _written(mine, programme, theirs, found, citing_base=base)
    if has_errors(told_anew(mine, new, surroundings, but=_TOLD)):
        refuse(f"nothing is written to {mine.file}: the errors above would be in it")
    if asked.dry_run:
        show_changes(context, mine, new, quiet=asked.quiet)
    elif new != mine.data:
        _write(mine, new)
    if not asked.quiet:
        _tell(asked, mine, new, found, base=base, theirs=theirs)


def _merged(base: Side | None, mine: Programme, theirs: Side) -> _Merged:
    alike = said_alike(base.programme if base else None, mine, theirs.programme)
    has_name = theirs.programme.format is None and not any(each.is_of_calendar for each in theirs.programme.sessions)
    terms = MergeTerms(keeps_all=base is None, doubts_absence=theirs.is_document, names=has_name)
    merge, single = in_own_words(merged(alike.base, alike.mine, alike.theirs, terms), alike.own)
    return _Merged(merge, single, times_of_repeats(alike.mine, mine), alike.sent)


def _written(mine: Definition, programme: Programme, theirs: Side, found: _Merged, citing_base: Side | None) -> bytes:
    """The text of mine after the merge."""
    citing = citing_of(programme, theirs, citing_base)
    left, doubts = LeftOvers(citing_base, theirs, citing), brought(citing_base, theirs, found.merge)
    sent = {mine.id: found.sent.get(came.id, came) for mine, came in found.merge.pairs}
    own = replace(mine, data=without_settled(mine.data, programme, sent))
    doubted = own.data if citing.is_known else with_brought(own.data, programme, doubts, theirs.programme)
    is_otherwise = left.listed_in(doubted) != mine.data
    new = Rewriting(own, programme, theirs, found.sent).text(found.merge, citing, is_otherwise=is_otherwise)
    if not isinstance(new, Refusal) and found.exceptions:
        new = with_exceptions(new, _programme(new, mine), found.exceptions, found.times)
    if isinstance(new, Refusal):
        refuse(f"nothing is written to {mine.file}: {new}")
    new = with_dates(new, mine.file, PurePath(theirs.name).name)
    if doubts and not (citing.is_known and new == mine.data):
        new = with_brought(new, _programme(new, mine), doubts, theirs.programme)
    return left.listed_in(new)


def _write(mine: Definition, new: bytes) -> None:
    """Replace the file; as it was it stays beside it, unless git has it."""
    with copy_kept(mine.path, mine.data):
        if not update(mine.path, mine.data, new):
            refuse(f"{mine.file} was changed meanwhile; run the command again")


def _tell(asked: ToMerge, mine: Definition, new: bytes, found: _Merged, *, base: Side | None, theirs: Side) -> None:
    """What changed, what is left to decide, and what did not come to pass."""
    if base is None:
        tell(f"no earlier version of {mine.file} is known, so nothing is removed from it; name it with `--was OLD`")
    after = load_text(new, mine.file)
    tell_changes(mine, new, after)
    left = tuple(_left(found, mine, theirs))
    for line in left:
        tell(line)
    if stated := _dates(new, mine):
        tell(f"`dates` are now {stated}, with the days of {theirs.name}")
    again = _merged(base, _programme(new, mine), theirs)
    undone = [(each, what) for each in again.merge.edits for what in _undone(each)]
    for each, what in undone:
        tell(f"{mine.file}: `{each.mine.id}`: {what} of {theirs.name} could not be written; change it by hand")
    if new == mine.data and (undone or len(found.exceptions) < len(found.single)):
        tell(f"nothing is changed in {mine.file}")
    elif new == mine.data:
        tell(f"{mine.file} says it already; nothing is changed")
    elif not asked.dry_run:
        tell(f"{mine.file} is brought up to date with {theirs.name}")


def _programme(data: bytes, mine: Definition) -> Programme:
    """The programme of these bytes."""
    loaded = load_text(data, mine.file)
    return next(iter((*loaded.programmes, *loaded.revisions)))


def _dates(new: bytes, mine: Definition) -> str | None:
    """The dates of mine in words, where they are no more those that it had."""
    before, now = (_programme(data, mine).dates for data in (mine.data, new))
    return stated_dates(now) if now and before != now else None


def _undone(edit: SessionEdit) -> Iterator[str]:
    yield from (f"the {each}" for each in edit.fields)
    yield from (f"the {each.role}" for each in edit.seats)


def _left(found: _Merged, mine: Definition, theirs: Side) -> Iterator[str]:
    """What is left to whoever has the file."""
    for each in found.merge.edits:
        place = each.mine.span or mine.file
        for one in each.disputes:
            both = f"“{one.mine}” stays, “{one.theirs}” in {theirs.name} stands under `elsewhere`"
            yield f"{place}: `{each.mine.id}`: {one.field}: {both}"
        if each.is_absent:
            yield f"{place}: `{each.mine.id}` stays, though {theirs.name} no longer has it"
        for lost in each.absent:
            what = lost.seat.name if lost.seat else lost.field
            yield f"{place}: `{each.mine.id}`: {what} stays, though {theirs.name} does not say so any more"
    for session in found.merge.dropped:
        which = f"“{session.title}” ({when_text(session.when)})" if session.numbered else f"`{session.id}`"
        yield f"{which} is not in {mine.file} any more, though {theirs.name} changed it; it stays out"
    for name in found.merge.silent:
        verb = "states" if name in {each.name for each in MERGED_FIELDS} else "names"
        yield f"{theirs.name} {verb} no {name} any more; those of {mine.file} stay"
    for single in found.single:
        if single not in found.exceptions:
            yield f"`{single.mine.id}` is one time of a repeated session; change it by hand: `agenda edit {mine.file}`"
