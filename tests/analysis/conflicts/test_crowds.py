"""Many sessions that are alike are searched as two of them, and the clusters are those of all their pairs."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agendacli.analysis.conflicts import Kind, Rules, find_conflicts
from agendacli.analysis.conflicts.clusters import Cluster, clusters_of
from agendacli.analysis.conflicts.crowds import FEWEST, NO_CROWDS, search_in_crowds
from agendacli.analysis.occurrences import expand
from agendacli.cli.actions.crowd_lines import crowd_lines
from agendacli.load.programmes import load_text
from agendacli.model.occurrence import Occurrence
from agendacli.records.conflict import conflict_records
from agendacli.records.lines import plain_fields, plain_lines

EVERYTHING = Rules(kinds=frozenset(Kind))
ROOMS = Rules(kinds=frozenset({Kind.ROOM, Kind.PERSON}))
SHAPES = (
    "{{09:00-10:00: A{n}, room: Hall}}",
    "{{09:00-10:00: B{n}, room: Attic}}",
    "{{09:30-10:30: C{n}, room: Hall}}",
    "{{09:00-10:00: D{n}, room: Hall, speaker: Ms. Jo Lund}}",
    "{{09:00-10:00: E{n}, kind: poster, room: Hall}}",
    "{{08:30: F{n}, room: Hall}}",
    "{{10:00-11:00: G{n}, room: Hall, status: tentative}}",
    "{{08:00-12:00: H{n}, transparent: true}}",
)


def sessions(counts: Sequence[int]) -> tuple[Occurrence, ...]:
    """So many sessions of each shape."""
    items = (shape.format(n=n) for count, shape in zip(counts, SHAPES, strict=True) for n in range(count))
    lines = "".join(f"    - {each}\n" for each in items)
    text = f"title: P\nzone: Europe/Dublin\nplace: Dublin\ndays:\n  2026-06-02:\n{lines}"
    return expand(load_text(text.encode(), "p.yaml").programmes)


def shown(clusters: Sequence[Cluster]) -> list[tuple[object, ...]]:
    return [
        (each.kind, each.is_certain, each.pairs, each.minutes, each.depends_on, each.roles, each.days, ids(each))
        for each in clusters
    ]


def ids(cluster: Cluster) -> tuple[str, ...]:
    """Those of the hub, of the first pair, of all."""
    hub = (cluster.hub.id,) if cluster.hub else ()
    return (*hub, *(each.id for each in cluster.first.sessions), *(each.id for each in cluster.sessions))


CROWDED = st.lists(st.one_of(st.integers(0, 3), st.integers(FEWEST - 1, FEWEST + 3)), min_size=8, max_size=8)


@settings(max_examples=4, deadline=None)
@given(CROWDED)
def test_crowds_give_the_clusters_of_all_pairs(counts: list[int]) -> None:
    occurrences = sessions(counts)
    found, crowds = search_in_crowds(occurrences, rules=EVERYTHING)
    assert shown(clusters_of(found.conflicts(), crowds)) == shown(
        clusters_of(find_conflicts(occurrences, rules=EVERYTHING))
    )


@settings(max_examples=4, deadline=None)
@given(CROWDED)
def test_crowds_give_the_lines_of_all_pairs(counts: list[int]) -> None:
    occurrences = sessions(counts)
    every = conflict_records(find_conflicts(occurrences, rules=ROOMS))
    found, crowds = search_in_crowds(occurrences, rules=ROOMS, one_by_one=True)
    lines = list(plain_lines(every, plain_fields("conflict")))
    if crowds is not NO_CROWDS:
        assert list(crowd_lines(found.conflicts(), crowds, None)) == lines


@pytest.mark.parametrize("title", ["Talk", "Talk {n}", "  Talk\t{n} “x”"])
def test_lines_of_a_crowd_are_those_of_its_pairs(title: str) -> None:
    made = sessions([FEWEST, 0, 2, *[0] * 5])
    occurrences = [
        replace(each, session=replace(each.session, title=title.format(n=n % 5))) for n, each in enumerate(made)
    ]
    found, crowds = search_in_crowds(occurrences, rules=ROOMS, one_by_one=True)
    every = conflict_records(find_conflicts(occurrences, rules=ROOMS))
    assert crowds is not NO_CROWDS
    assert list(crowd_lines(found.conflicts(), crowds, None)) == list(plain_lines(every, plain_fields("conflict")))


@pytest.mark.parametrize(("count", "pairs"), [(FEWEST, 190), (3_000, 4_498_500)])
def test_crowd_is_searched_as_two(count: int, pairs: int) -> None:
    found, crowds = search_in_crowds(sessions([count, *[0] * 7]), rules=EVERYTHING)
    [cluster] = [each for each in clusters_of(found.conflicts(), crowds) if each.kind is Kind.ROOM]
    assert (cluster.pairs, len(cluster.sessions)) == (pairs, count)
    assert len(list(found.conflicts())) == 1


def test_few_are_no_crowd() -> None:
    assert search_in_crowds(sessions([FEWEST - 1, *[0] * 7]), rules=EVERYTHING)[1] is NO_CROWDS


def test_what_is_another_thing_for_each_of_a_crowd_is_searched_one_by_one() -> None:
    counts = [FEWEST, 0, 0, 0, 0, 1, 0, 0]  # the end of one is not stated, so every clash with it is only possible
    assert search_in_crowds(sessions(counts), rules=EVERYTHING)[1] is NO_CROWDS


def test_beside_an_absence_all_pairs_are_told() -> None:
    """It is a conflict of one session, which no order of pairs places."""
    crowd = "".join(f"    - {{09:00-10:00: A{n}, room: Hall}}\n" for n in range(FEWEST))
    text = f"title: P\nzone: UTC\nabsent: {{Jo Lund: 2026-06-02}}\ndays:\n  2026-06-02:\n{crowd}"
    rules = Rules(kinds=frozenset({Kind.ROOM, Kind.ABSENCE}))
    for more, is_crowd in (("", True), ("    - {12:00-13:00: Z, speaker: Ms. Jo Lund}\n", False)):
        occurrences = expand(load_text(f"{text}{more}".encode(), "p.yaml").programmes)
        _, crowds = search_in_crowds(occurrences, rules=rules, one_by_one=True)
        assert bool(crowds) == is_crowd
