"""How the conflict search grows with the number of sessions, beside other ways to the same answer in the same run.

Run `python benchmarks/conflicts.py`; `--most 1000000` goes further. Every figure is a median; times are also given as
a ratio to `sorted()` of the same starts, which is the floor. "Pairs" are those of an attendee of everything, each of
them, by the sweep of the search; a conference of fifty rooms has millions. Laying out the values and telling conflicts
come on top and stand beside it. The interval tree is shown where the package `intervaltree` is installed.
"""

import argparse
import gc
import random
from collections import deque
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from importlib import import_module
from importlib.util import find_spec
from itertools import chain, combinations, repeat
from math import log
from statistics import linear_regression, median
from time import perf_counter

from agendacli.analysis.conflicts import Kind, Rules, find_conflicts
from agendacli.analysis.conflicts.board import board_of
from agendacli.analysis.conflicts.places import Atlas
from agendacli.analysis.conflicts.times.sweep import Bounds, overlapping
from agendacli.model.occurrence import Occurrence
from agendacli.model.people import Participant, Person
from agendacli.model.places import Gazetteer, Place
from agendacli.model.programme import Programme, Session
from agendacli.model.when import Timed

ROOMS, PEOPLE, ZONE = 50, 5_000, "Europe/Vienna"
MOST_FOR_ALL_PAIRS = 3_000
MOST_FOR_A_TREE = 10_000
ROUNDS = 5
FIRST = datetime(2017, 1, 2, 8, tzinfo=UTC).replace(tzinfo=None)
NO_OVERLAP = Rules(kinds=frozenset({Kind.ROOM, Kind.PERSON, Kind.TRAVEL}))

Times = dict[str, float]


def conference(size: int, seed: int = 3, *, tidy: bool = False) -> list[Occurrence]:
    """So many sessions in fifty rooms, one after another in each, two people a session; some times collide.

    There is a conflict over a room or a person for every nine sessions; in a tidy one there are some only on a night
    on which the clocks skip an hour. They are made, and lie in memory, in an order that is not that of their times, as
    a reader finds them in a file.
    """
    rng = random.Random(seed)  # noqa: S311  # sessions are not a secret
    people = [Participant("speaker", f"P {n}", Person(f"p{n}", f"P {n}")) for n in range(PEOPLE)]
    programme = Programme("big", "Big", "big.yaml", place=Place(city="Vienna"))
    numbers = list(range(size))
    rng.shuffle(numbers)
    found = []
    for number in numbers:
        start = FIRST + timedelta(minutes=60 * (number // ROOMS) + 5 * rng.randrange(3))
        when = Timed(start, start + timedelta(minutes=5 * rng.randrange(8, 11 if tidy else 13)), ZONE)
        two = (2 * number, 2 * number + 1) if tidy else (rng.randrange(PEOPLE), rng.randrange(PEOPLE))
        seats = tuple(people[each % PEOPLE] for each in two)
        session = Session(f"s{number}", "Session", when, room=f"Room {number % ROOMS}", participants=seats)
        found.append(Occurrence(programme, session, when))
    return found


def swept(members: Sequence[int], bounds: Bounds) -> None:
    """Every overlapping pair of an attendee of all these, by the sweep that the search itself uses."""
    rows = ((place, members[first:after]) for place, first, after in overlapping(members, bounds))
    # No step of Python is spent on a pair: it is the sweep that is measured.
    deque(chain.from_iterable(zip(repeat(place), others) for place, others in rows), maxlen=0)


def all_pairs(intervals: Sequence[tuple[int, int]]) -> int:
    """The number of overlapping pairs by comparing every two."""
    return sum(a[0] < b[1] and b[0] < a[1] for a, b in combinations(intervals, 2))


def by_tree(intervals: Sequence[tuple[int, int]]) -> int:
    """The number of overlapping pairs by an interval tree (the package `intervaltree`)."""
    package = import_module("intervaltree")
    tree = package.IntervalTree(package.Interval(start, end, n) for n, (start, end) in enumerate(intervals))
    return (sum(len(tree.overlap(*each)) for each in intervals) - len(intervals)) // 2


def seconds_of(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The median time of several rounds, in seconds."""
    taken = []
    for _ in range(rounds):
        before = perf_counter()
        work()
        taken.append(perf_counter() - before)
    return median(taken)


def measure(size: int) -> Times:
    """The time that each way takes for so many sessions."""
    sessions = conference(size)
    starts = [session.bounds.start for session in sessions]
    board = board_of(sessions, Atlas(Gazetteer()), include_transparent=False)
    members, bounds = board.in_order(range(len(board))), board.bounds
    intervals = list(zip(bounds.low, bounds.high, strict=True))
    random.Random(3).shuffle(intervals)  # noqa: S311  # the same
    times = {
        "sorted starts": seconds_of(lambda: sorted(starts)),
        "pairs, sweep": seconds_of(lambda: swept(members, bounds)),
        "laying out": seconds_of(lambda: board_of(sessions, Atlas(Gazetteer()), include_transparent=False)),
        "room, person, travel": seconds_of(lambda: find_conflicts(sessions, rules=NO_OVERLAP)),
    }
    times["the same, tidy"] = _tidily(size)
    if size <= MOST_FOR_ALL_PAIRS:
        times["pairs, all pairs"] = seconds_of(lambda: all_pairs(intervals), rounds=3)
        times["everything"] = seconds_of(lambda: find_conflicts(sessions), rounds=3)
    if size <= MOST_FOR_A_TREE and find_spec("intervaltree"):
        times["pairs, interval tree"] = seconds_of(lambda: by_tree(intervals), rounds=3)
    return times


def _tidily(size: int) -> float:
    sessions = conference(size, tidy=True)
    return seconds_of(lambda: find_conflicts(sessions, rules=NO_OVERLAP))


def in_turns(size: int, *, tidy: bool, rounds: int = 9) -> tuple[float, int]:
    """How often the whole search takes what `sorted()` of the starts takes, and how many conflicts it finds.

    The median of so many rounds, each of them both one after the other.
    """
    sessions = conference(size, tidy=tidy)
    starts = [session.bounds.start for session in sessions]
    times = [
        (seconds_of(lambda: find_conflicts(sessions, rules=NO_OVERLAP), 1), seconds_of(lambda: sorted(starts), 1))
        for _ in range(rounds)
    ]
    ratio = median(search for search, _ in times) / median(floor for _, floor in times)
    return ratio, len(find_conflicts(sessions, rules=NO_OVERLAP))


def row(size: int, times: Times) -> str:
    """One line for each way: milliseconds, and the ratio to the floor."""
    floor = times["sorted starts"]
    lines = (f"{size:>9,}  {way:<22} {1000 * taken:>10.1f} ms {taken / floor:>8.1f} ×" for way, taken in times.items())
    return "\n".join(lines)


def exponent(table: dict[int, Times], way: str) -> float:
    """The power of the size with which a way grows: the slope of a line through the logarithms."""
    points = [(log(size), log(times[way])) for size, times in table.items() if way in times]
    return linear_regression(*zip(*points, strict=True)).slope


def main() -> None:
    """Print the table and the fitted exponents."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--most", type=int, default=100_000, help="the largest number of sessions")
    most = parser.parse_args().most
    gc.set_threshold(50_000)  # as the program itself does
    table = {}
    for size in (size for size in (1_000, 3_000, 10_000, 30_000, 100_000, 300_000, 1_000_000) if size <= most):
        table[size] = measure(size)
        print(row(size, table[size]), flush=True)
    for tidy in (False, True):
        ratio, count = in_turns(min(most, 100_000), tidy=tidy)
        print(f"in turns  {count:>9,} conflicts {ratio:>10.1f} ×")
    for way in next(iter(table.values())):
        if sum(way in times for times in table.values()) > 1:
            print(f"exponent  {way:<22} {exponent(table, way):>10.2f}")


if __name__ == "__main__":
    main()
