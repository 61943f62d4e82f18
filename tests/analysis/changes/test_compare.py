from collections.abc import Callable

from agendacli.analysis.changes.compare import compare
from agendacli.analysis.changes.values import ChangeKind
from agendacli.analysis.changes.wording import clause
from agendacli.model.programme import Programme

Written = Callable[..., Programme]
Told = list[tuple[str, ...]]


def told(old: Programme, new: Programme, *, in_full: bool = False) -> Told:
    """Each change: what, of what, what was and what is, as far as that is said in words."""
    found = compare(old, new, in_full=in_full).changes
    return [
        (each.kind.value, each.subject.id, *(str(v) for v in (each.was, each.now) if isinstance(v, str)))
        for each in found
    ]


def test_two_that_changed_places_are_no_numbers_that_moved(written: Written) -> None:
    old = written('  2026-03-09:\n    - 10:00-11:00: "Talk: Wells"\n    - 12:00-13:00: "Talk: Water"\n')
    new = written('  2026-03-09:\n    - 10:00-11:00: "Talk: Water"\n    - 12:00-13:00: "Talk: Wells"\n')
    assert told(old, new) == [("moved", "week/talk"), ("moved", "week/talk-wells")]


def test_a_stated_id_holds_whatever_is_numbered_around_it(written: Written) -> None:
    days = "  2026-03-09:\n    - 10:00-11:00: Talk\n      id: talk-2\n    - {}: Talk\n"
    assert told(written(days.format("12:00-13:00")), written(days.format("09:00-10:00"))) == [("moved", "week/talk")]


def test_a_renamed_session_is_found_by_its_rare_words(written: Written) -> None:
    old = written("  2026-03-09:\n    - 10:00-11:00: Groundwater in Alentejo\n    - 12:00-13:00: Lunch\n")
    new = written(
        "  2026-03-09:\n    - 10:00-11:00: The groundwater of Alentejo, revisited\n    - 12:00-13:00: Lunch\n"
    )
    assert told(old, new) == [
        (
            "renamed",
            "week/the-groundwater-of-alentejo-revisited",
            "Groundwater in Alentejo",
            "The groundwater of Alentejo, revisited",
        )
    ]
    assert [str(each.matched) for each in compare(old, new).changes] == ["likeness"]


def test_sessions_that_name_other_people_are_others(written: Written) -> None:
    days = "  2026-03-09:\n    - 10:00-11:00: Groundwater in Alentejo{}\n      speaker: {}\n"
    old, new = written(days.format("", "Ms. Ada Prado")), written(days.format(" today", "Mr. Ben Costa"))
    assert [each[0] for each in told(old, new)] == ["removed", "added"]


def test_a_version_that_names_no_rooms_takes_none_away(written: Written) -> None:
    old = written("  2026-03-09:\n    - 10:00-11:00: Opening\n      room: Hall\n    - 12:00-13:00: Talk\n")
    new = written("  2026-03-09:\n    - 10:00-11:00: Opening\n    - 12:00-13:00: Talk\n", "later")
    assert compare(old, new).changes == ()
    assert compare(old, new).remarks == ("rooms are not compared: later.yaml names none",)


def test_a_room_that_one_session_loses_is_a_change(written: Written) -> None:
    days = "  2026-03-09:\n    - 10:00-11:00: Opening\n{}    - 12:00-13:00: Talk\n      room: Hall\n"
    assert told(written(days.format("      room: Hall\n")), written(days.format(""))) == [
        ("room", "week/opening", "Hall")
    ]


def test_seats(written: Written) -> None:
    days = "  2026-03-09:\n    - 10:00-11:00: Opening\n{}"
    old = written(
        days.format(
            "      chair: Ms. Ada Prado\n      moderators: [{seat: Portugal, tbc: yes}]\n"
            "      speakers: [Mr. Dan Reis (tbc), Ms. Eva Luz, Mr. Gil Sousa]\n"
        )
    )
    new = written(
        days.format(
            "      moderators: [Mr. Ben Costa, Ms. Eva Luz]\n      speakers: [Mr. Dan Reis, Ms. Ada Prado, Ida Vaz]\n"
        )
    )
    assert told(old, new) == [
        ("person added", "week/opening", "Ida Vaz"),
        ("person removed", "week/opening", "Gil Sousa"),
        ("seat filled", "week/opening", "Portugal (tbc)", "Ben Costa"),
        ("role changed", "week/opening", "speaker", "moderator"),
        ("role changed", "week/opening", "chair", "speaker"),
        ("confirmed", "week/opening", "Dan Reis (tbc)", "Dan Reis"),
    ]


def test_of_what_is_cancelled_neither_time_nor_room_is_told(written: Written) -> None:
    old = written("  2026-03-09:\n    - 10:00-11:00: Opening\n      room: Hall\n")
    new = written("  2026-03-09:\n    - 12:00-13:00: Opening\n      room: Room B\n      status: cancelled\n")
    assert [each.kind for each in compare(old, new).changes] == [ChangeKind.CANCELLED]


def test_a_series_that_is_followed_longer_is_one_change(written: Written) -> None:
    days = "  every Monday from 2026-03-02 to {}:\n    - 10:00-11:00: Talk\n"
    old, new = written(days.format("2026-03-16")), written(days.format("2026-05-04"))
    found = compare(old, new).changes
    assert [(each.kind, each.occurrences, each.now) for each in found] == [
        (ChangeKind.ADDED, 7, "Mondays 10:00-11:00, 2026-03-23 to 2026-05-04")
    ]


def test_a_series_on_another_day_is_one_change(written: Written) -> None:
    days = "  every {} to 2026-03-25:\n    - 10:00-11:00: Talk\n"
    old, new = written(days.format("Monday from 2026-03-02")), written(days.format("Tuesday from 2026-03-03"))
    found = compare(old, new).changes
    assert [(each.kind, each.occurrences, each.minutes, each.was, each.now) for each in found] == [
        (ChangeKind.MOVED, 4, 24 * 60, "Mondays 10:00-11:00", "Tuesdays 10:00-11:00")
    ]


def test_a_series_without_end_is_compared(written: Written) -> None:
    days = "  every Monday from 2026-03-02:\n    - {}: Talk\n"
    found = compare(written(days.format("10:00-11:00")), written(days.format("10:00-12:00"))).changes
    assert [(each.kind, each.minutes) for each in found] == [(ChangeKind.LENGTHENED, 60)]


def test_one_time_of_a_series_that_is_moved_is_told_alone(written: Written) -> None:
    days = "  every Monday from 2026-03-02 to 2026-03-30:\n    - 10:00-11:00: Talk\n{}"
    old, new = written(days.format("")), written(days.format("      except: {2026-03-16: 2026-03-17}\n"))
    found = compare(old, new).changes
    assert [(each.kind.value, each.subject.id, each.minutes) for each in found] == [
        ("moved", "week/talk/20260316T100000Z", 24 * 60)
    ]


def test_a_programme_that_is_called_otherwise_or_off_is_one_change(written: Written) -> None:
    days = "  2026-03-09:\n    - 10:00-11:00: Opening\n    - 12:00-13:00: Talk\n"
    found = compare(written(days), written(days, head="title: Week of wells\nstatus: cancelled")).changes
    assert [(each.kind.value, each.subject.id) for each in found] == [("cancelled", "week"), ("renamed", "week")]


def test_texts_positions_kinds_and_links_are_told_in_full_only(written: Written) -> None:
    days = "  2026-03-09:\n    - 10:00-11:00: Opening\n{}      chair: Ms. Ada Prado, {}\n"
    old = written(days.format("", "Guide"))
    more = (
        "      description: Welcome\n      kind: plenary\n      url: https://example.org/\n      categories: [wells]\n"
    )
    new = written(days.format(more, "Director"))
    assert told(old, new) == []
    assert [each[0] for each in told(old, new, in_full=True)] == ["text", "position", "category", "category", "link"]


def test_what_is_cancelled_is_neither_missed_nor_new(written: Written) -> None:
    days = "  2026-03-09:\n    - 10:00-11:00: Opening\n{}"
    more = "    - 12:00-13:00: Talk\n      status: cancelled\n"
    assert told(written(days.format(more)), written(days.format(""))) == []
    assert told(written(days.format("")), written(days.format(more))) == []


def test_a_session_with_a_place_of_its_own_moves_with_room_and_place(written: Written) -> None:
    days = "  2026-03-09:\n    - 10:00-11:00: Opening\n      room: Hall\n      place: {{venue: {}, city: {}}}\n"
    old, new = written(days.format("Guildhall", "Lisbon")), written(days.format("Customs House", "Porto"))
    (found,) = compare(old, new).changes
    assert (found.kind, found.was, found.now) == (
        ChangeKind.ROOM,
        "Hall, Guildhall, Lisbon",
        "Hall, Customs House, Porto",
    )


def test_a_room_that_is_taken_away_is_told_so(written: Written) -> None:
    days = "  2026-03-09:\n    - 10:00-11:00: Opening\n{}    - 12:00-13:00: Talk\n      room: Hall\n"
    (found,) = compare(written(days.format("      room: Hall\n")), written(days.format(""))).changes
    assert clause(found) == "no longer in Hall"


def test_a_seat_without_a_name_that_stays_is_no_change(written: Written) -> None:
    days = "  2026-03-09:\n    - 10:00-11:00: Opening\n      moderators: [{}]\n"
    old = written(days.format("{seat: Portugal}, Ms. Ada Prado"))
    new = written(days.format("{seat: Portugal}, Mr. Ben Costa"))
    assert told(old, new) == [
        ("person added", "week/opening", "Ben Costa"),
        ("person removed", "week/opening", "Ada Prado"),
    ]
