"""Blocks and items in every question: who is inside, what clashes, what stands where."""

from collections.abc import Sequence
from datetime import timedelta

from agendacli.analysis.availability.rooms import room_days
from agendacli.analysis.blocks import held_by, items_of
from agendacli.analysis.conflicts import Kind, Rules, find_conflicts
from agendacli.analysis.conflicts.parallel import parallel_stretches
from agendacli.analysis.conflicts.search import search
from agendacli.analysis.occurrences import expand
from agendacli.analysis.timetable.boxes import BoxGrid
from agendacli.analysis.timetable.columns import Column, RoomOrder, lane_groups
from agendacli.analysis.timetable.day_plan import DayChoice, DayEntry, DayPlan, plan_of
from agendacli.analysis.timetable.sections import Day, lay_out
from agendacli.load.programmes import load_text
from agendacli.model.asked import Clock, Moment
from agendacli.model.occurrence import Occurrence
from agendacli.model.programme import Programme

HEAD = "title: Tides\nzone: Europe/Zurich\ndays:\n  2026-06-08:\n"
BLOCK = """\
    - 09:00-10:30: Sea level
      room: Hall
      chair: Dr. Nora Weiss
      items:
        - 09:00-09:20: Gauges
          speaker: Mr. Paul Kern
        - 09:20-09:50: Satellites
        - 09:50-10:30: Review
          speaker: Dr. Nora Weiss
"""
TOLD = ("outside-block", "derived-id")
BOTH = """\
    - 09:00-10:30: Sea level
      rooms: [Hall, Attic]
"""


def programme(text: str) -> Programme:
    loaded = load_text((HEAD + text).encode(), "tides.yaml")
    assert [str(each) for each in loaded.diagnostics if each.code.name not in TOLD] == []
    return loaded.programmes[0]


def occurrences(text: str) -> tuple[Occurrence, ...]:
    return expand((programme(text),))


def names(found: Sequence[Occurrence]) -> list[str]:
    return [each.session.id for each in found]


def clashes(text: str, rules: Rules | None = None) -> list[str]:
    found = find_conflicts(occurrences(text), rules=rules or Rules())
    return [f"{each.kind} {each.certainty} {each.first.session.id} {each.second.session.id}" for each in found]


def item(text: str) -> str:
    return f"    - {text}\n"


def test_items_are_held_by_the_block_that_is_there() -> None:
    found = occurrences(BLOCK)
    held = held_by(found)
    assert {id_: block.session.id for id_, block in held.items()} == {
        "tides/gauges": "sea-level",
        "tides/satellites": "sea-level",
        "tides/review": "sea-level",
    }
    assert held_by(found[1:]) == {}


def test_items_of_a_repeated_block_are_those_in_its_time() -> None:
    weekly = item("hours unknown: Opening") + "  every Tuesday from 2026-06-09:\n" + BLOCK
    first, second = [each for each in occurrences(weekly) if each.session.id == "sea-level"][:2]
    assert items_of(first)[0].id == "tides/gauges/20260609T070000Z"
    assert names(items_of(second)) == ["gauges", "satellites", "review"]
    assert items_of(items_of(first)[0]) == ()


def test_a_block_never_clashes_with_its_items_nor_its_chair_with_a_talk_inside() -> None:
    assert clashes(BLOCK) == []


def test_what_clashes_with_a_block_and_its_items_is_told_once() -> None:
    intruder = item("{09:10-09:30: Intruder, room: Hall}")
    assert clashes(BLOCK + intruder) == ["room certain sea-level intruder"]


def test_a_speaker_who_is_not_in_the_block_clashes_with_the_item() -> None:
    interview = item("{09:10-09:30: Interview, room: Attic, speaker: Mr. Paul Kern}")
    assert clashes(BLOCK + interview) == [
        "overlap certain sea-level interview",
        "person certain gauges interview",
    ]


def test_items_of_one_block_clash_with_each_other() -> None:
    text = BLOCK.replace("09:50-10:30: Review", "09:40-10:30: Review")
    assert clashes(text) == ["room certain satellites review"]


def test_the_surer_conflict_of_an_item_is_told_beside_the_possible_one_of_its_block() -> None:
    text = BLOCK.replace("09:00-10:30: Sea", "hours unknown: Sea") + item("{09:10-09:30: Intruder, room: Hall}")
    assert clashes(text) == [
        "room possible sea-level intruder",
        "room certain gauges intruder",
        "room certain intruder satellites",
    ]


def test_a_chair_to_be_confirmed_does_not_hide_what_is_certain_of_a_talk() -> None:
    text = BLOCK.replace("chair: Dr. Nora Weiss", "chair: Dr. Nora Weiss (tbc)")
    elsewhere = item("{10:00-10:20: Interview, room: Attic, speaker: Dr. Nora Weiss}")
    assert [each for each in clashes(text + elsewhere) if "person" in each] == [
        "person possible sea-level interview",
        "person certain review interview",
    ]


def test_whoever_keeps_only_an_item_is_told_of_that() -> None:
    interview = item("{09:10-09:30: Interview, room: Attic}")
    rules = Rules(attending=frozenset({"tides/gauges", "tides/interview"}))
    assert clashes(BLOCK + interview, rules) == ["overlap certain gauges interview"]


def test_two_blocks_side_by_side_are_one_conflict() -> None:
    other = BLOCK.replace("Sea level", "Storms").replace("Hall", "Attic").replace("Nora", "Ida").replace("Paul", "Ann")
    assert clashes(BLOCK + other) == ["overlap certain sea-level storms"]


def test_each_of_several_rooms_counts_for_conflicts() -> None:
    tour = item("{10:00-11:00: Tour, room: Attic}")
    assert clashes(BOTH + tour) == ["room certain sea-level tour"]
    assert clashes(BOTH + BOTH.replace("Sea level", "Storms")) == ["room certain sea-level storms"]
    assert clashes(BOTH + tour.replace("Attic", "Cellar")) == ["overlap certain sea-level tour"]


def test_items_of_one_block_need_no_time_between_them() -> None:
    rules = Rules(kinds=frozenset({Kind.TURNOVER}), turnover=timedelta(minutes=15))
    after = item("{10:35-11:00: Tour, room: Hall}")
    assert clashes(BLOCK + after, rules) == ["turnover certain sea-level tour"]


def test_who_sees_a_block_sees_its_items() -> None:
    assert list(parallel_stretches(occurrences(BLOCK))) == []
    [found] = parallel_stretches(occurrences(BLOCK + item("{09:10-09:30: Interview, room: Attic}")))
    assert (names(found.sessions), found.people) == (["sea-level", "interview"], 2)


def test_sessions_beside_a_block_are_counted_without_its_items() -> None:
    found = search(occurrences(BLOCK + item("{09:10-09:30: Interview, room: Attic}")), rules=Rules(offers=True))
    assert (list(found.conflicts()), found.offered) == ([], 2)


def test_a_timetable_has_items_behind_their_block() -> None:
    timetable = lay_out(occurrences(item("{09:00-09:10: Coffee, room: Attic}") + BLOCK))
    assert names(timetable.sections[0].occurrences) == ["sea-level", "gauges", "satellites", "review", "coffee"]


def test_items_after_midnight_stand_on_the_day_of_their_block() -> None:
    night = "    - 21:30-01:00 +1: Night\n      items:\n        - 00:15-01:00: Talk\n"
    [section] = lay_out(occurrences(night)).sections
    assert names(section.occurrences) == ["night", "talk"]
    assert names(lay_out(occurrences(night)[1:]).sections[0].occurrences) == ["talk"]


def day(text: str) -> Day:
    section = lay_out(occurrences(text)).sections[0]
    assert isinstance(section, Day)
    return section


def planned(text: str) -> DayPlan:
    found = day(text)
    return plan_of(found, RoomOrder(found.occurrences))


def boxes(text: str) -> BoxGrid:
    """The one choice of a day."""
    [part] = planned(text).parts
    assert isinstance(part, DayChoice)
    return part.grid


def test_a_line_has_the_items_of_its_block_inside() -> None:
    [entry] = planned(BLOCK).parts
    assert isinstance(entry, DayEntry)
    assert (entry.occurrence.session.id, names(entry.items)) == ("sea-level", ["gauges", "satellites", "review"])


def test_an_item_in_another_room_has_a_box_of_its_own() -> None:
    grid = boxes(BLOCK.replace("Satellites\n", "Satellites\n          room: Attic\n"))
    assert [(each.occurrence.session.id, names(each.items)) for each in grid.boxes] == [
        ("sea-level", ["gauges", "review"]),
        ("satellites", []),
    ]


def test_a_session_in_two_rooms_stands_across_both() -> None:
    grid = boxes(BOTH + item("{09:30-10:00: Tour, room: Attic}"))
    assert grid.columns == (Column("Attic", lanes=2), Column("Hall"))
    assert [(each.occurrence.session.id, each.left, each.right) for each in grid.boxes] == [
        ("sea-level", 0, 1),
        ("sea-level", 2, 3),
        ("tour", 1, 2),
    ]


def test_a_session_in_two_rooms_apart_stands_in_each() -> None:
    grid = boxes(BOTH + item("{09:00-10:00: Talk, room: Cellar}"))
    assert [each.room for each in grid.columns] == ["Attic", "Cellar", "Hall"]
    assert [(each.occurrence.session.id, each.left, each.right) for each in grid.boxes] == [
        ("sea-level", 0, 1),
        ("talk", 1, 2),
        ("sea-level", 2, 3),
    ]


def test_groups_of_rooms_show_a_session_in_each_of_its_rooms_only() -> None:
    grid = boxes(BOTH + "".join(item(f"{{09:00-10:30: Talk {n}, room: Room {n}}}") for n in range(3)))
    drawn = [grid.part(left, right) for left, right in lane_groups(grid.columns, 2)]
    assert [[column.room for column in each.columns] for each in drawn] == [
        ["Attic", "Hall"],
        ["Room 0", "Room 1"],
        ["Room 2"],
    ]
    assert [names([box.occurrence for box in each.boxes]) for each in drawn] == [
        ["sea-level"],
        ["talk-0", "talk-1"],
        ["talk-2"],
    ]


def test_each_of_several_rooms_is_in_use() -> None:
    clock = Clock(Moment(occurrences(BOTH)[0].bounds.start))
    found = room_days(occurrences(BOTH + item("{11:00-12:00: Tour, room: Attic}")), clock)
    assert [(each.room.name, each.minutes, len(each.free)) for each in found] == [("Attic", 150, 1), ("Hall", 90, 0)]


def test_items_of_a_block_stand_in_its_order() -> None:
    block, *_ = occurrences(BLOCK)
    assert names(items_of(block)) == ["gauges", "satellites", "review"]
