"""Standard and summer time as two changes that come every year: what a VTIMEZONE can say that every reader follows."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product

from agendacli.formats.ics.zones.clock_changes import Observance, yearly_rules
from agendacli.model.frozen import frozen


@frozen
class YearlyPair:
    """A yearly change back to standard time and one forward from it, and the years (inclusive) in which they held."""

    standard: Observance
    daylight: Observance
    first_year: int
    last_year: int

    @property
    def parts(self) -> tuple[Observance, ...]:
        """The two observances, from the first of those years on."""
        found = replace(self.standard, daylight=False), replace(self.daylight, daylight=True)
        return tuple(replace(each, onset=each.onset_in(self.first_year)) for each in found)


def yearly_pairs(by_year: Mapping[int, Sequence[Observance]], years: range) -> Iterator[YearlyPair]:
    """The pairs that held for more than one of those years, the latest first; given are all changes of each year."""
    for year in reversed(years):
        for back, forward in _pairs_in(by_year.get(year, ())):
            first = last = year
            while first - 1 in years and _gives(back, forward, first - 1, by_year):
                first -= 1
            while last + 1 in years and _gives(back, forward, last + 1, by_year):
                last += 1
            if first < last:
                yield YearlyPair(back, forward, first, last)


def _pairs_in(within: Sequence[Observance]) -> Iterator[tuple[Observance, Observance]]:
    """The pairs that give the changes of one year: each may follow one rule or another."""
    back, forward = ([each for each in within if (each.offset_to < each.offset_from) is goes] for goes in (True, False))
    if len(back) == len(forward) == 1 and _is_inverse(back[0], forward[0]):
        for rules in product(*(yearly_rules(each.onset.date()) for each in (back[0], forward[0]))):
            yield replace(back[0], rule=rules[0]), replace(forward[0], rule=rules[1])


def _is_inverse(back: Observance, forward: Observance) -> bool:
    return (back.offset_from, back.offset_to) == (forward.offset_to, forward.offset_from)


def _gives(back: Observance, forward: Observance, year: int, by_year: Mapping[int, Sequence[Observance]]) -> bool:
    """Whether the two are all that happens in a year."""
    given = {(each.onset_in(year), each.offset_from, each.offset_to) for each in (back, forward)}
    return given == {(each.onset, each.offset_from, each.offset_to) for each in by_year.get(year, ())}
