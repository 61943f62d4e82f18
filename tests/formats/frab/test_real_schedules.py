"""Real schedules, where the cases lie beside the checkout: sessions, rooms, people and conflicts as were counted."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from agendacli.analysis.conflicts.search import find_conflicts
from agendacli.analysis.occurrences import expand
from agendacli.analysis.people import persons_in
from agendacli.load.loaded import Unsaid
from agendacli.load.programmes import load
from agendacli.model.conflict_kind import Kind

CASES = Path(__file__).parents[3].parent / "shared" / "cases" / "exchange"
COUNTS: dict[str, Any] = json.loads((CASES / "counts.json").read_text()) if CASES.is_dir() else {}
ZONES = {"fosdem2020.xml": "Europe/Brussels"}


@pytest.mark.parametrize("name", COUNTS)
def test_counts_of_a_real_schedule(name: str) -> None:
    expected = COUNTS[name]
    loaded = load([str(CASES / "files" / name)], unsaid=Unsaid(ZONES.get(name)))
    occurrences = expand(loaded.programmes)
    assert {
        "sessions": len(occurrences),
        "rooms_used": len({each.session.room for each in occurrences}),
        "people": len(persons_in(occurrences)),
        "seats": sum(len(each.session.participants) for each in occurrences),
        "sessions_without_people": sum(not each.session.participants for each in occurrences),
        "tracks": len({name for each in occurrences for name in each.session.categories}),
    } == {name: expected[name] for name in expected if name in KEYS}
    kinds = Counter(each.kind for each in find_conflicts(occurrences) if each.kind is not Kind.OVERLAP)
    pairs = expected["person_conflicts_pairs"]
    assert kinds == ({Kind.PERSON: pairs} if pairs else {})


KEYS = {"sessions", "rooms_used", "people", "seats", "sessions_without_people", "tracks"}
