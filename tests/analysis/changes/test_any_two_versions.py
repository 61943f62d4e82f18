"""What holds of any two versions: nothing of one against itself, and the mirror image the other way round."""

from collections import Counter
from collections.abc import Sequence
from random import Random
from typing import NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from agendacli.analysis.changes.compare import Comparison, compare
from agendacli.analysis.changes.pairing import paired
from agendacli.analysis.changes.values import ChangeKind, Difference
from agendacli.analysis.occurrences import expand
from agendacli.cli.actions.comparison.compared import compared
from agendacli.cli.query.operands import Version, Versions
from agendacli.formats.ics.write.options import CalendarOptions
from agendacli.formats.ics.write.writer import calendar
from agendacli.load.programmes import load_text
from agendacli.model.programme import Programme

DAYS = ("2026-03-08", "2026-03-09", "2026-03-29", "some day in 2026-04", "every Monday from 2026-03-02 to 2026-04-06")
HOURS = ("10:00-11:00", "10:00-11:30", "12:00-", "14:00-15:00", "hours unknown", "morning", "23:00-01:00 +1")
TITLES = ("Meeting", "Meeting on wells", "Panel 1: Wells", "Panel 1: Water", "Reception", "Panel on water rights")
ROOMS = (None, "Hall", "Room B")
SEATS = (None, "chair: Ms. Ada Prado", "chair: Mr. Ben Costa (tbc)", "speakers: [Ms. Ada Prado, Mr. Ben Costa]")
STATUSES = (None, "cancelled", "tentative")


class Item(NamedTuple):
    """An item of a definition: its day, and the lines that it stands on."""

    day: str
    lines: tuple[str, ...]


def definition(items: Sequence[Item]) -> bytes:
    lines = ["title: Week", "zone: Europe/Lisbon", "place: {city: Lisbon}", "days:"]
    for day in dict.fromkeys(each.day for each in items):
        lines.append(f"  {day}:")
        lines += (line for each in items if each.day == day for line in each.lines)
    return "\n".join(lines).encode()


def programme(items: Sequence[Item], name: str = "week") -> Programme:
    """The programme that the items make, read as from a file."""
    loaded = load_text(definition(items), f"{name}.yaml")
    assert loaded.is_sound, (definition(items).decode(), loaded.diagnostics)
    return loaded.programmes[0]


@st.composite
def weeks(draw: st.DrawFn) -> list[Item]:
    count = draw(st.integers(1, 7))
    ids = draw(st.lists(st.sampled_from((None, None, None, "opening", "meeting", "wells", "late")), min_size=count))
    taken: set[str] = set()
    items = []
    for number in range(count):
        day = draw(st.sampled_from(DAYS))
        hours = "hours unknown" if day.startswith("some") else draw(st.sampled_from(HOURS))
        id_ = None if ids[number] in taken else ids[number]
        taken |= {id_} if id_ else set()
        keys = (
            id_ and f"id: {id_}",
            (room := draw(st.sampled_from(ROOMS))) and f"room: {room}",
            draw(st.sampled_from(SEATS)),
            (status := draw(st.sampled_from(STATUSES))) and f"status: {status}",
        )
        title = draw(st.sampled_from(TITLES))
        lines = (f'    - {hours}: "{title}"', *(f"      {key}" for key in keys if key))
        items.append(Item(day, lines))
    return items


TURNED = {
    ChangeKind.ADDED: ChangeKind.REMOVED,
    ChangeKind.CANCELLED: ChangeKind.RESTORED,
    ChangeKind.SHORTENED: ChangeKind.LENGTHENED,
    ChangeKind.SETTLED: ChangeKind.LOOSENED,
    ChangeKind.PERSON_ADDED: ChangeKind.PERSON_REMOVED,
    ChangeKind.SEAT_FILLED: ChangeKind.SEAT_EMPTIED,
    ChangeKind.CONFIRMED: ChangeKind.UNCONFIRMED,
}
MIRROR = TURNED | {turned: kind for kind, turned in TURNED.items()}


def fact(difference: Difference) -> tuple[object, ...]:
    ids = (side and side.id for side in (difference.old, difference.new))
    kind, minutes = difference.kind, difference.minutes
    return kind, *ids, difference.was, difference.now, minutes, difference.occurrences, difference.matched


def mirrored(difference: Difference) -> tuple[object, ...]:
    kind, old, new, was, now, minutes, occurrences, matched = fact(difference)
    assert isinstance(kind, ChangeKind)
    return MIRROR.get(kind, kind), new, old, now, was, minutes and -int(str(minutes)), occurrences, matched


def pairs(found: Comparison) -> set[tuple[str, str]]:
    return {(each.old.id, each.new.id) for each in found.pairs}


def both(old: Programme, new: Programme) -> tuple[Difference, ...]:
    """What `diff` makes of two programmes, one of which may be a calendar."""
    loaded = load_text(b"", "x.yaml")
    sides = (Version("old", (old,), loaded), Version("new", (new,), loaded))
    return compared(Versions(*sides, ((old, new),)), in_full=True).differences


def exported(programme: Programme) -> Programme:
    data = calendar(expand((programme,)), CalendarOptions(), {})
    return load_text(data, "week.ics").programmes[0]


@settings(max_examples=80)
@given(weeks())
def test_a_version_against_itself_is_empty(items: list[Item]) -> None:
    assert compare(programme(items), programme(items), in_full=True).changes == ()


@given(weeks())
def test_a_definition_against_its_own_export_is_empty(items: list[Item]) -> None:
    old = programme(items)
    assert both(old, exported(old)) == ()
    assert both(exported(old), old) == ()


@given(weeks(), weeks())
def test_the_other_way_round_is_the_mirror_image(old: list[Item], new: list[Item]) -> None:
    there, back = compare(programme(old), programme(new)), compare(programme(new), programme(old))
    assert pairs(there) == {(one, other) for other, one in pairs(back)}
    assert Counter(map(fact, there.changes)) == Counter(map(mirrored, back.changes))


@given(weeks(), weeks())
def test_every_session_is_paired_added_or_removed(old: list[Item], new: list[Item]) -> None:
    before, now = programme(old).sessions, programme(new).sessions
    found = paired(before, now)
    olds, news = ([getattr(each, side).id for each in found.pairs] for side in ("old", "new"))
    assert sorted((*olds, *(each.id for each in found.removed))) == sorted(each.id for each in before)
    assert sorted((*news, *(each.id for each in found.added))) == sorted(each.id for each in now)


@given(weeks(), st.randoms(use_true_random=False))
def test_an_id_that_was_numbered_in_the_order_of_the_file_never_pairs(items: list[Item], random: Random) -> None:
    shuffled = random.sample(items, len(items))
    assert compare(programme(items), programme(shuffled), in_full=True).changes == ()
