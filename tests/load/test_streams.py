"""Several calendars in one file or stream: each that names itself differently is an event of its own."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agendacli.load.cache.store import Cache
from agendacli.load.loaded import Loaded
from agendacli.load.programmes import load
from agendacli.model.programme import Programme, Session

TEA = "DTSTART:20240601T100000\nDTEND:20240601T110000\nSUMMARY:Tea"


def item(uid: str, *lines: str) -> str:
    return "\n".join(("BEGIN:VEVENT", f"UID:{uid}", TEA, *lines, "END:VEVENT\n"))


def calendar(name: str | None, *items: str, zone: str = "Europe/Vienna") -> str:
    named = f"X-WR-CALNAME:{name}\n" if name else ""
    head = f"BEGIN:VCALENDAR\nVERSION:2.0\n{named}X-WR-TIMEZONE:{zone}\n"
    return f"{head}{''.join(items or (item('a'),))}END:VCALENDAR\n"


def read(text: str | bytes) -> Loaded:
    return load(["-"], stdin=text if isinstance(text, bytes) else text.encode())


def told(loaded: Loaded) -> list[tuple[str, int | None]]:
    return [(each.code.name, each.span.line) for each in loaded.diagnostics]


def events(loaded: Loaded) -> list[tuple[str, str, str | None, list[str]]]:
    return [(each.id, each.title, each.zone, [it.id for it in each.sessions]) for each in loaded.programmes]


TEAMS = calendar("Team A") + calendar("Team B", zone="Asia/Tokyo")


def test_each_has_its_own_name_zone_and_items() -> None:
    loaded = read(TEAMS)
    expected = [("team-a", "Team A", "Europe/Vienna", ["a"]), ("team-b", "Team B", "Asia/Tokyo", ["a"])]
    assert (events(loaded), told(loaded)) == (expected, [])


def test_calendars_of_one_name_are_one_calendar() -> None:
    loaded = read(calendar("A", item("a")) + calendar("B", item("b")) + calendar("A", item("c")))
    assert [(each[0], each[3]) for each in events(loaded)] == [("a", ["a", "c"]), ("b", ["b"])]


@pytest.mark.parametrize("names", [(None, None), ("A", None), (None, "A"), ("A", "A"), ("A",)])
def test_one_name_or_none_is_one_calendar_called_as_the_file(names: Sequence[str | None]) -> None:
    text = "".join(calendar(name, item(str(number))) for number, name in enumerate(names))
    (found,) = events(read(text))
    assert (found[0], found[1], len(found[3])) == ("stdin", "A" if "A" in names else "stdin", len(names))


def test_calendars_without_a_name_between_others_are_one_called_as_the_file(tmp_path: Path) -> None:
    file = tmp_path / "mine.ics"
    file.write_text(calendar("A") + calendar(None, item("b")) + calendar("B") + calendar(None, item("c")))
    found = [(each[0], each[3]) for each in events(load([str(file)]))]
    assert found == [("a", ["a"]), ("mine", ["b", "c"]), ("b", ["a"])]


def test_ids_of_names_that_look_alike_are_numbered() -> None:
    assert [each[0] for each in events(read(calendar("Team A") + calendar("team-a") + calendar("TEAM  A!")))] == [
        "team-a",
        "team-a-2",
        "team-a-3",
    ]


def test_name_counts_as_well() -> None:
    text = TEAMS.replace("X-WR-CALNAME:Team B", "name;LANGUAGE=en:Team\n  C")
    assert [each[1] for each in events(read(text))] == ["Team A", "Team C"]


def test_name_of_a_place_names_no_calendar() -> None:
    place = "BEGIN:VLOCATION\nNAME:Hall\nEND:VLOCATION"
    assert [each[0] for each in events(read(calendar("A", item("a", place)) + calendar(None, item("b"))))] == ["stdin"]


def test_faults_are_told_once_at_their_line() -> None:
    bad = item("b").replace("20240601T10", "2024x")
    text = calendar("A", bad) + "rubbish\n" + calendar("B", bad)
    lines = [number for number, line in enumerate(text.split("\n"), 1) if "2024x" in line]
    found = told(read(text))
    assert [line for code, line in found if code == "ics-lost"] == lines
    assert len(found) == len(set(found))
    assert text.split("\n").index("rubbish") + 1 in [line for _, line in found]


def test_what_is_odd_in_the_bytes_of_the_whole_is_told_once() -> None:
    assert told(read(b"\xef\xbb\xbf" + TEAMS.encode())) == [("byte-order-mark", 1)]
    assert told(read(TEAMS.encode("utf-16"))) == [("ics-encoding", 1)]
    assert len(events(read(TEAMS.encode("utf-16")))) == 2


@pytest.mark.parametrize("line_end", ["\r\n", "\r"])
def test_line_ends_of_any_system(line_end: str) -> None:
    assert events(read(TEAMS.replace("\n", line_end))) == events(read(TEAMS))


def test_calendar_that_is_not_closed_ends_where_the_next_begins() -> None:
    open_ended = calendar("A").removesuffix("END:VCALENDAR\n")
    assert [each[3] for each in events(read(open_ended + calendar("B")))] == [["a"], ["a"]]


def test_files_without_a_last_line_break() -> None:
    loaded = read(calendar("A").rstrip("\n") + calendar("B").rstrip("\n") + calendar("B", item("b")))
    assert [(each[0], each[3]) for each in events(loaded)] == [("a", ["a"]), ("b", ["a", "b"])]
    assert told(loaded) == [("ics-structure", 11), ("ics-structure", 21)]


@pytest.mark.parametrize("line_break", ["\n", ""])
def test_files_each_with_a_byte_order_mark(line_break: str) -> None:
    loaded = read("\ufeff" + calendar("A").rstrip("\n") + line_break + "\ufeff" + calendar("B"))
    assert [(each[0], each[3]) for each in events(loaded)] == [("a", ["a"]), ("b", ["a"])]
    assert "byte-order-mark" in {code for code, _ in told(loaded)}


@pytest.mark.parametrize("damage", [b"", b"x", b"agendacli 1 2\n{}"])
def test_cache_changes_nothing(tmp_path: Path, damage: bytes) -> None:
    file = tmp_path / "teams.ics"
    file.write_text(calendar("Team A"))
    for text in (calendar("Team A"), TEAMS, TEAMS, calendar("Team A")):
        file.write_text(text)
        kept = Cache(tmp_path / "kept", datetime(2099, 1, 1, tzinfo=UTC))
        assert events(load([str(file)], kept=kept)) == events(load([str(file)]))
        kept.write()
        for entry in (tmp_path / "kept").glob("*.compiled") if damage else ():
            entry.write_bytes(damage)


def test_large_calendars_are_read_item_by_item() -> None:
    many = [item(str(number)) for number in range(400)]
    loaded = read(calendar("A", *many) + calendar("B", *many, zone="Asia/Tokyo"))
    assert [[it.span and it.span.line for it in each.sessions][-1] for each in loaded.programmes] == [2399, 4804]
    assert [each.sessions[7].title for each in loaded.programmes] == ["Tea", "Tea"]


def test_folder_that_is_one_calendar_stays_one(tmp_path: Path) -> None:
    (tmp_path / "displayname").write_text("Mine")
    (tmp_path / "teams.ics").write_text(calendar("A", item("a")) + calendar("B", item("b")))
    assert [(each[1], each[3]) for each in events(load([str(tmp_path)]))] == [("Mine", ["a", "b"])]


def test_only_the_export_in_a_stream_is_left_out_beside_its_source(tmp_path: Path) -> None:
    days = "days:\n  2024-06-01:\n    - 10:00-11:00: Tea\n      id: tea\n"
    (tmp_path / "tea.yaml").write_text(f"title: Tea\nzone: Europe/Vienna\n{days}")
    ours = calendar("Tea", item("tea.tea@agendacli"))
    (tmp_path / "both.ics").write_text(ours + calendar("B"))
    loaded = load([str(tmp_path)])
    assert [each.id for each in loaded.programmes] == ["b", "tea"]
    assert len(loaded.notes) == 1


_ITEMS = st.lists(
    st.sampled_from([item("x"), item("y", "RRULE:FREQ=DAILY;COUNT=3"), item("z", "DTSTART:no")]), max_size=3
)
_CALENDARS = st.lists(
    st.tuples(st.sampled_from(["A", "B", "C"]), _ITEMS, st.sampled_from(["Europe/Vienna", "Asia/Tokyo"])),
    min_size=2,
    max_size=5,
    unique_by=lambda each: each[0],
)


def without_place(programme: Programme) -> Programme:
    sessions = tuple(_without_place(each) for each in programme.sessions)
    return replace(programme, id="", sessions=sessions)


def _without_place(session: Session) -> Session:
    return replace(session, span=None)


@given(_CALENDARS)
def test_calendars_of_a_stream_say_what_each_says_alone(drawn: list[tuple[str, list[str], str]]) -> None:
    texts = [calendar(name, *items, zone=zone) for name, items, zone in drawn]
    alone = [read(each) for each in texts]
    together = read("".join(texts))
    assert [without_place(each) for each in together.programmes] == [
        without_place(each) for one in alone for each in one.programmes
    ]
    starts = [sum(each.count("\n") for each in texts[:number]) for number in range(len(texts))]
    assert told(together) == [
        (code, start + (line or 0)) for start, one in zip(starts, alone, strict=True) for code, line in told(one)
    ]
