"""Doubts are precise: every one that real schedules and the bundled events give is listed here."""

from pathlib import Path

import pytest

from agendacli.analysis.doubts.search import find_doubts
from agendacli.files.paths import bundled_folder
from agendacli.load.loaded import Loaded, Unsaid
from agendacli.load.programmes import load
from agendacli.model.occurrence import Occurrence

FILES = Path(__file__).parents[3].parent / "shared" / "cases" / "exchange" / "files"


def doubts(loaded: Loaded) -> list[str]:
    found = [Occurrence(each, session, session.when) for each in loaded.programmes for session in each.sessions]
    return [each.message for each in find_doubts(found, loaded.people, loaded.gazetteer).diagnostics]


@pytest.mark.skipif(not FILES.is_dir(), reason="the schedules of others are not here")
@pytest.mark.parametrize(
    ("file", "people"),
    [("fosdem2020.xml", 841), ("frab-camp2019.json", 90), ("pretalx-democon.json", 27)],
)
def test_real_schedules_have_no_doubt(file: str, people: int) -> None:
    """Of the 841 nobody stands under two names; a `Mo` and a `mo` have numbers of their own."""
    loaded = load([str(FILES / file)], unsaid=Unsaid(asked="Europe/Brussels"))
    seats = (seat for programme in loaded.programmes for each in programme.sessions for seat in each.participants)
    assert len({seat.person.id for seat in seats if seat.person}) == people
    assert doubts(loaded) == []


def test_bundled_events_have_no_doubt() -> None:
    assert doubts(load([str(bundled_folder())])) == []
