"""Pairs put together: what hangs together, what repeats, and what is told first."""

from datetime import date, datetime, timedelta
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from agendacli.analysis.conflicts import Conflict, Kind, Rules, find_conflicts
from agendacli.analysis.conflicts.clusters import Cluster, clusters_of
from agendacli.analysis.occurrences import expand
from agendacli.load.programmes import load_text
from agendacli.model.occurrence import Occurrence
from agendacli.model.programme import Programme, Session
from agendacli.model.when import Timed

EVERYTHING = Rules(kinds=frozenset(Kind) - {Kind.TRAVEL})


def found(days: str, rules: Rules = EVERYTHING) -> tuple[Conflict, ...]:
    """The conflicts of an event whose `days` are given."""
    text = f"title: P\nzone: Europe/Dublin\ndays:\n{days}"
    return find_conflicts(expand(load_text(text.encode(), "p.yaml").programmes), rules=rules)


def on_one_day(*items: str) -> str:
    return "  2026-06-02:\n" + "".join(f"    - {each}\n" for each in items)


def ids(cluster: Cluster) -> list[str]:
    return [each.session.id for each in cluster.sessions]


def test_what_overlaps_at_once_hangs_together() -> None:
    hours = ("{09:00-10:30: A}", "{10:00-11:30: B}", "{11:00-12:00: C}", "{13:00-14:00: D}", "{13:30-14:30: E}")
    one, other = clusters_of(found(on_one_day(*hours)))
    assert (ids(one), one.pairs, one.minutes) == (["b", "a", "c"], 2, 30)
    assert (ids(other), other.pairs, other.minutes) == (["d", "e"], 1, 30)


def test_what_hangs_together_does_so_in_whatever_order_its_pairs_are_read() -> None:
    hours = ("{09:00-10:00: A}", "{09:30-11:00: B}", "{10:30-12:00: C}", "{11:30-13:00: D}")
    for pairs in permutations(found(on_one_day(*hours))):
        [cluster] = clusters_of(pairs)
        assert (set(ids(cluster)), cluster.pairs, cluster.minutes) == ({"a", "b", "c", "d"}, 3, 30)


def test_the_one_with_which_all_others_clash_stands_first() -> None:
    hours = ("{09:00-10:00: A}", "{10:00-11:00: B}", "{09:30-10:30: C}")
    [cluster] = clusters_of(found(on_one_day(*hours)))
    assert cluster.hub is not None
    assert (cluster.hub.session.id, ids(cluster)) == ("c", ["c", "a", "b"])


def test_where_all_clash_with_all_none_is_the_hub() -> None:
    [cluster] = clusters_of(found(on_one_day("{09:00-10:00: A}", "{09:00-10:00: B}", "{09:00-10:00: C}")))
    assert (cluster.hub, cluster.pairs) == (None, 3)


def test_a_person_or_a_room_is_told_before_an_overlap() -> None:
    items = (
        "{09:00-10:00: A, room: Hall}",
        "{09:00-10:00: B, room: Hall}",
        "{08:00-10:00: C, speaker: Ms. Jo Lund}",
        "{08:00-09:30: D, speaker: Ms. Jo Lund, room: Attic}",
    )
    assert [each.kind for each in clusters_of(found(on_one_day(*items)))] == [Kind.PERSON, Kind.ROOM, Kind.OVERLAP]


def test_what_is_certain_is_told_before_what_is_possible() -> None:
    items = ("{09:00-10:00: A, status: tentative}", "{09:00-10:00: B}", "{13:00-14:00: C}", "{13:00-14:00: D}")
    assert [each.is_certain for each in clusters_of(found(on_one_day(*items)))] == [True, False]


def test_the_roles_of_a_person_are_known_by_session() -> None:
    items = ("{09:00-10:00: A, speaker: Ms. Jo Lund}", "{09:00-10:00: B, chair: Ms. Jo Lund}")
    [cluster] = clusters_of(found(on_one_day(*items), Rules(kinds=frozenset({Kind.PERSON}))))
    assert cluster.roles == {"p/a": ("speaker",), "p/b": ("chair",)}


def test_what_repeats_is_one_cluster_with_its_days() -> None:
    weekly = "  every Tuesday from 2026-06-02 to 2026-06-16:\n    - 09:00-10:00: A\n    - 09:30-10:30: B\n"
    [cluster] = clusters_of(found(weekly))
    assert cluster.days == (date(2026, 6, 2), date(2026, 6, 9), date(2026, 6, 16))
    assert (cluster.pairs, [each.id for each in cluster.sessions]) == (
        3,
        ["p/a/20260602T080000Z", "p/b/20260602T083000Z"],
    )


def test_what_repeats_otherwise_is_a_cluster_of_its_own() -> None:
    weekly = "  every Tuesday from 2026-06-02 to 2026-06-09:\n    - 09:00-10:00: A\n      except:\n"
    changed = weekly + "        2026-06-09: {from: '09:15', to: '10:00'}\n    - 09:30-10:30: B\n"
    assert [each.pairs for each in clusters_of(found(changed))] in ([2], [1, 1])


def test_what_is_known_by_days_is_each_pair_by_itself() -> None:
    items = ("{all day: A}", "{all day: B}", "{all day: C}")
    assert [each.pairs for each in clusters_of(found(on_one_day(*items)))] == [1, 1, 1]


def test_no_conflicts_are_no_clusters() -> None:
    assert clusters_of(()) == ()


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(1, 4)), max_size=9))
def test_clusters_hold_every_pair_once_and_none_shares_a_session(hours: list[tuple[int, int]]) -> None:
    programme = Programme("p", "P", "p.yaml")
    start = datetime.fromisoformat("2026-06-02T00:00")
    whens = [
        Timed(start + timedelta(hours=first), start + timedelta(hours=first + length), "UTC") for first, length in hours
    ]
    every = [Occurrence(programme, Session(f"s{n}", "S", when), when) for n, when in enumerate(whens)]
    pairs = find_conflicts(every, rules=EVERYTHING)
    clusters = clusters_of(pairs)
    assert sum(each.pairs for each in clusters) == len(pairs)
    shown = [session.id for each in clusters for session in each.sessions]
    assert len(shown) == len(set(shown))
    assert set(shown) == {session.id for pair in pairs for session in pair.sessions}
