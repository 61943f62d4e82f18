"""Folders that are one calendar, and our own exports beside what they were made of."""

import os
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest

from agendacli.analysis.occurrences import expand
from agendacli.files.paths import bundled_folder
from agendacli.formats.ics.file_names import file_name
from agendacli.formats.ics.items import Item
from agendacli.formats.ics.write.options import CalendarOptions
from agendacli.formats.ics.write.writer import calendar, items, resource
from agendacli.formats.table import one_calendar_of
from agendacli.load.cache.store import Cache
from agendacli.load.programmes import load
from agendacli.model.programme import Programme
from agendacli.model.said import Said

EVENTS = sorted(each.id for each in load([str(bundled_folder())]).programmes)


def item(uid: str, *lines: str, head: str = "", title: str = "Tea") -> str:
    times = f"DTSTART:20260904T100000Z\nDTEND:20260904T110000Z\nSUMMARY:{title}"
    entry = "\n".join(("BEGIN:VEVENT", f"UID:{uid}", times, *lines, "END:VEVENT"))
    return f"BEGIN:VCALENDAR\n{head}{entry}\nEND:VCALENDAR\n"


def folder_of(path: Path, contents: Mapping[str, str | bytes], name: str = "me") -> str:
    folder = path / name
    folder.mkdir()
    for file, text in contents.items():
        (folder / file).write_bytes(text if isinstance(text, bytes) else text.encode())
    return str(folder)


def events(path: str) -> list[tuple[str, str, int]]:
    """Id, title and number of sessions of all that lies there."""
    return [(each.id, each.title, len(each.sessions)) for each in load([path]).programmes]


def test_files_named_by_the_uid_of_their_one_item_are_one_calendar(tmp_path: Path) -> None:
    odd = "A B/c@x"
    contents = {"a@x.ics": item("a@x"), "b.ics": item("b"), file_name(odd): item(odd)}
    assert events(folder_of(tmp_path, contents)) == [("me", "me", 3)]


def test_folder_with_a_displayname_is_a_calendar_of_that_name(tmp_path: Path) -> None:
    contents = {"x.ics": item("a"), "y.ics": item("b"), "displayname": "My work\n"}
    assert events(folder_of(tmp_path, contents)) == [("me", "My work", 2)]


def test_folder_with_a_colour_is_a_calendar_named_as_the_folder(tmp_path: Path) -> None:
    assert events(folder_of(tmp_path, {"x.ics": item("a"), "color": "#ff0000"})) == [("me", "me", 1)]


def test_tasks_between_the_items_do_not_count(tmp_path: Path) -> None:
    task = "BEGIN:VCALENDAR\nBEGIN:VTODO\nUID:c\nEND:VTODO\nEND:VCALENDAR\n"
    assert events(folder_of(tmp_path, {"a.ics": item("a"), "c.ics": task})) == [("me", "me", 1)]


@pytest.mark.parametrize(
    "contents",
    [
        {f"{each}.ics": item(f"{each}@example.org", title=each) for each in "abc"},
        {f"{each}.ics": item(each, head=f"X-WR-CALNAME:{each}\n") for each in "abc"},
        {"a.ics": item("a") + item("b"), "b.ics": item("c"), "c.ics": item("d")},
        {
            "a.ics": item("a"),
            "b.ics": item("b"),
            "c.yaml": "title: c\nzone: UTC\ndays:\n  2026-09-04:\n    - 10:00-: Tea\n",
        },
    ],
    ids=["other UIDs", "named calendars", "several items", "a definition"],
)
def test_three_events_in_a_folder_stay_three(contents: dict[str, str], tmp_path: Path) -> None:
    assert [each[0] for each in events(folder_of(tmp_path, contents))] == ["a", "b", "c"]


def test_of_two_files_with_one_item_the_newer_counts_and_the_other_is_told(tmp_path: Path) -> None:
    contents = {"x.ics": item("a", "SEQUENCE:2", title="New"), "y.ics": item("a", title="Old"), "color": ""}
    loaded = load([folder_of(tmp_path, contents)])
    assert [each.title for each in loaded.programmes[0].sessions] == ["New"]
    (told,) = loaded.diagnostics
    assert (told.code.name, told.message.startswith("a newer version of this VEVENT is in ")) == ("ics-copy", True)
    assert told.span.file.endswith("y.ics")


def test_what_is_kept_of_a_folder_follows_its_files(tmp_path: Path) -> None:
    path = folder_of(tmp_path, {"a.ics": item("a"), "b.ics": item("b"), "color": ""})

    def seen() -> list[tuple[str, int]]:
        kept = Cache(tmp_path / "cache", datetime(2099, 1, 1, tzinfo=UTC))
        found = [(each.title, len(each.sessions)) for each in load([path], kept=kept).programmes]
        kept.write()
        return found

    assert seen() == seen() == [("me", 2)]
    assert any((tmp_path / "cache").iterdir())
    (Path(path) / "c.ics").write_text(item("c"))
    (Path(path) / "displayname").write_text("Mine")
    assert seen() == seen() == [("Mine", 3)]


def lines(written: Iterable[Item]) -> set[tuple[str, ...]]:
    """What each item says, but for the line that names the file from which it was read."""
    entries = (entry for each in written for entry in each.entries)
    return {tuple(line for line in each.lines if not line.startswith("X-AGENDA-EVENT")) for each in entries}


def event(name: str) -> Programme:
    return next(each for each in load([str(bundled_folder())]).programmes if each.id == name)


@pytest.mark.parametrize("name", EVENTS)
def test_our_own_vdir_comes_back_as_what_it_was(name: str, tmp_path: Path) -> None:
    found, options = expand((event(name),)), CalendarOptions()
    written = items(found, options)
    whole = folder_of(tmp_path, {f"{name}.ics": calendar(found, options)}, "whole")
    apart = folder_of(tmp_path, {file_name(each.uid): resource(each) for each in written}, "me")
    (one,) = load([os.path.join(whole, f"{name}.ics")]).programmes  # noqa: PTH118 (a path as typed)
    loaded = load([apart])
    (same,) = loaded.programmes
    assert loaded.diagnostics == ()
    assert (same.id, same.title) == ("me", "me")
    assert sorted(same.sessions, key=lambda each: each.id) == sorted(one.sessions, key=lambda each: each.id)
    assert lines(items(expand((same,)), options)) == lines(written)


@pytest.mark.parametrize("name", EVENTS)
def test_export_beside_its_source_is_left_out_and_told(name: str, tmp_path: Path) -> None:
    source = event(name)
    exported = calendar(expand((source,)), CalendarOptions())
    beside = {each: (bundled_folder() / each).read_bytes() for each in ("people.yaml", "places.yaml")}
    text = Path(source.file).read_bytes()
    path = folder_of(tmp_path, {f"{name}.yaml": text, f"{name}.ics": exported, "zz.ics": exported, **beside})
    loaded = load([path])
    assert [each.file for each in loaded.programmes] == [f"{path}/{name}.yaml"]
    assert loaded.diagnostics == ()
    assert loaded.notes == (f"{path}/{name}.ics and 1 more are exports of {path}/{name}.yaml, which counts; left out",)


def test_export_that_is_named_itself_is_read(tmp_path: Path) -> None:
    name = EVENTS[0]
    exported = calendar(expand((event(name),)), CalendarOptions())
    path = folder_of(tmp_path, {"old.ics": exported})
    assert [each.id for each in load([str(bundled_folder()), f"{path}/old.ics"]).programmes if each.id == "old"] == [
        "old"
    ]


def test_calendar_with_something_of_its_own_is_no_export(tmp_path: Path) -> None:
    name = EVENTS[0]
    exported = calendar(expand((event(name),)), CalendarOptions()).replace(b"END:VCALENDAR", b"").decode()
    more = "BEGIN:VEVENT\r\nUID:other\r\nDTSTART:20170904T100000Z\r\nSUMMARY:Tea\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    text = Path(event(name).file).read_bytes()
    path = folder_of(tmp_path, {f"{name}.yaml": text, "old.ics": exported + more})
    assert sorted(each.id for each in load([path]).programmes) == sorted([name, "old"])


def test_folder_whose_files_say_nothing_is_no_calendar() -> None:
    nothing = Said(None, ())
    assert one_calendar_of([nothing, nothing], "week", "week", "Week") == nothing
