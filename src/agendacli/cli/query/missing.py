"""What is said of an empty answer, and of names that nothing has, without expanding everything where that can be."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from agendacli.analysis.naming import names_in, names_of
from agendacli.analysis.occurrences import expand, with_the_outermost
from agendacli.analysis.selection.addresses import Target, addressed
from agendacli.analysis.selection.emptied import emptied_by, missed_dates, nowhere
from agendacli.analysis.selection.select import is_surely_left, select
from agendacli.cli.run.outcome import tell
from agendacli.model.asked import Clock, Selection
from agendacli.model.occurrence import Occurrence
from agendacli.model.programme import Programme
from agendacli.model.said import Names


def tell_what_is_missing(asked: "Question", selection: Selection, *, is_empty: bool) -> None:
    """Reports which filter left nothing; if something is left, which of several values never occurs."""
    emptied = _emptied(asked, selection) if is_empty else None
    for each in (f"nothing is left: {emptied}",) if emptied else () if is_empty else _nowhere(asked, selection):
        tell(each)


class Question(NamedTuple):
    """What is asked about: programmes, what ids name among them, and what of them was expanded."""

    programmes: Sequence[Programme]
    targets: Sequence[Target]
    clock: Clock
    expanded: Sequence[Occurrence]

    @property
    def is_whole(self) -> bool:
        """Whether it is about all sessions of the programmes."""
        return not any(each.session for each in self.targets)

    def every(self) -> Sequence[Occurrence]:
        """All occurrences; takes long in a large calendar."""
        found = expand(self.programmes, moment=self.clock.now)
        return addressed(found, self.targets) if self.targets else found


def _emptied(asked: Question, selection: Selection) -> str | None:
    """The sentence on the filter that left nothing; where that can be told from less, without expanding everything."""
    clock = asked.clock
    if selection == Selection():
        return None
    if asked.is_whole and selection.dates.ranges:
        on_these_days = select(asked.expanded, Selection(selection.dates), clock)
        return emptied_by(on_these_days, selection, clock) if on_these_days else _missed(asked, selection)
    if asked.is_whole and is_surely_left(selection, _names_of_sessions(asked.programmes), clock):
        return None
    return emptied_by(asked.every(), selection, clock)


def _missed(asked: Question, selection: Selection) -> str | None:
    outer = expand(map(with_the_outermost, asked.programmes), moment=asked.clock.now)
    return missed_dates(selection, asked.clock, sum(len(each.sessions) for each in asked.programmes), outer)


def _nowhere(asked: Question, selection: Selection) -> tuple[str, ...]:
    return nowhere(names_in(asked.programmes) if asked.is_whole else names_of(asked.every()), selection)


def _names_of_sessions(programmes: Sequence[Programme]) -> Names:
    """The names in sessions, without those that an event as a whole has too."""
    names, seats = names_in(programmes), [seat for each in programmes for seat in each.participants]
    persons, roles = {each.person for each in seats}, {each.role for each in seats}
    return replace(
        names,
        persons=tuple(each for each in names.persons if each not in persons),
        roles=tuple(each for each in names.roles if each not in roles),
    )
