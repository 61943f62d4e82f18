"""Blocks that are written: what is read of them again is what was there."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agendacli.analysis.occurrences import expand
from agendacli.formats.definition.write.writer import definition
from agendacli.load.programmes import load_text
from agendacli.model.programme import Programme, Session, Status

HEAD = "title: Tides\nzone: Europe/Zurich\ndays:\n"
DAY = "  2026-06-08:\n"
WEEKLY = "  every Tuesday from 2026-06-09 to 2026-06-30:\n"


def read(text: str) -> Programme:
    loaded = load_text(text.encode(), "tides.yaml")
    assert [str(each) for each in loaded.diagnostics if each.code.name != "outside-block"] == []
    return loaded.programmes[0]


def seen(programme: Programme) -> list[tuple[object, ...]]:
    """What anybody can see of its sessions; the words in which a time was written are none of it."""
    return [
        (each.id, each.when, each.status, each.rooms, each.place, each.parent, each.session.participants)
        for each in expand((programme,))
    ]


def body(programme: Programme) -> str:
    return definition(programme).text.partition("days:\n")[2]


def test_items_are_written_inside_their_block_without_what_it_says() -> None:
    text = (
        f"{DAY}    - 09:00-10:30: Tides\n      id: tides\n      rooms: [Hall, Attic]\n      status: tentative\n"
        "      items:\n"
        "        - 09:00-09:20: Gauges\n          id: gauges\n"
        "        - 09:20-10:30: Review\n          id: review\n          room: Attic\n"
    )
    assert body(read(HEAD + text)) == text


def test_items_of_a_repeated_block_say_only_what_differs() -> None:
    text = (
        f"{WEEKLY}    - 09:00-10:30: Tides\n      id: tides\n"
        "      except: {2026-06-16: cancelled, 2026-06-23: none}\n      items:\n"
        "        - 09:00-09:20: Gauges\n          id: gauges\n"
        "        - 09:20-10:30: Review\n          id: review\n          except: {2026-06-30: 09:30-10:30}\n"
    )
    assert body(read(HEAD + text)) == text


def test_an_item_that_cannot_stand_in_its_block_is_told() -> None:
    whole = read(HEAD + f"{DAY}    - 09:00-10:30: Tides\n  2026-06-09:\n    - 09:00-10:30: Gauges\n")
    tides, gauges = whole.sessions
    made = definition(replace(whole, sessions=(tides, replace(gauges, parent="tides"))))
    assert made.remarks == ("`gauges`: it is written beside its block",)


ITEM = st.sampled_from(
    (
        "09:00-09:20: One",
        "{09:20-09:50: Two, room: Attic}",
        "{10:00-10:20: Three, status: tentative}",
        "hours unknown: Four",
        "{23:30-00:30 +1: Five, speaker: Ms. Jo Doe}",
        "00:10-00:40: Six",
        "{09:30-: Seven, place: {city: Bern, zone: Europe/Zurich}}",
    )
)
EXCEPT = st.sampled_from(("", "2026-06-16: cancelled", "2026-06-23: 2026-06-24 14:00-15:30", "2026-06-30: none"))


@st.composite
def blocks(draw: st.DrawFn) -> str:
    """A block under one day or days that repeat, with items of every kind."""
    repeats = draw(st.booleans())
    hours = draw(st.sampled_from(("09:00-10:30", "21:00-01:00 +1", "09:00-", "hours unknown")))
    keys = draw(
        st.sampled_from(("", "      rooms: [Hall, Attic]\n", "      room: Hall\n", "      status: cancelled\n"))
    )
    exceptions = sorted({each for each in draw(st.lists(EXCEPT, max_size=3)) if each}) if repeats else []
    keys += f"      except: {{{', '.join(exceptions)}}}\n" if exceptions else ""
    items = dict.fromkeys(draw(st.lists(ITEM, min_size=1, max_size=4)))
    said = "".join(f"        - {each}\n" for each in items)
    return f"{HEAD}{WEEKLY if repeats else DAY}    - {hours}: Block\n{keys}      items:\n{said}"


@given(blocks())
def test_any_block_is_read_again_as_it_was(text: str) -> None:
    whole = read(text)
    assert seen(read(definition(whole).text)) == seen(whole)


@pytest.mark.parametrize(
    "change",
    [
        lambda item: replace(item, room=None),
        lambda item: replace(item, status=Status.CONFIRMED),
        lambda item: replace(item, parent="nobody"),
    ],
)
def test_what_a_block_would_change_in_an_item_stands_beside_it(change: Callable[[Session], Session]) -> None:
    whole = read(f"{HEAD}{DAY}    - {{09:00-10:30: Block, room: Hall, status: tentative, items: [09:00-09:20: One]}}\n")
    block, item = whole.sessions
    altered = replace(whole, sessions=(block, change(item)))
    again = {each.id: each for each in read(definition(altered).text).sessions}
    assert (again["one"].room, again["one"].status) == (change(item).room, change(item).status)
