"""`agenda export` into files: updates, splits, vdirs; all or nothing."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Agenda = Callable[..., Result]

TEA = """\
title: Tea
zone: Europe/Vienna
revision: 2026-03-01
days:
  2026-03-10:
    - 09:00-10:00: Green
    - 11:00-12:00: Black
"""
LATER = (
    TEA.replace("2026-03-01", "2026-03-05")
    .replace("09:00", "08:30")
    .replace("    - 11:00-12:00: Black\n", "    - 16:00-: White\n")
)


@pytest.fixture
def tea(tmp_path: Path) -> Path:
    path = tmp_path / "tea.yaml"
    path.write_text(TEA)
    return path


def run(agenda: Agenda, tea: Path, *arguments: str) -> str:
    """What goes to standard error; nothing may fail, and nothing goes to standard output."""
    result = agenda("-e", str(tea), "export", *arguments)
    assert (result.exit_code, result.stdout) == (0, "")
    return result.stderr


def test_export_of_every_event_twice_is_the_same_bytes(agenda: Agenda) -> None:
    events = agenda("list", "--fields", "id").stdout.split()
    assert len(events) == 10
    for event in events:
        first, second = agenda("export", event), agenda("export", event)
        assert (first.exit_code, first.stdout_bytes) == (0, second.stdout_bytes)


def test_export_of_all_events_is_the_same_bytes_whatever_the_order_of_sets() -> None:
    found = [
        subprocess.run(
            [sys.executable, "-m", "agendacli", "export"],
            check=True,
            capture_output=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "AGENDA_EVENTS": "bundled"},
        ).stdout
        for seed in ("1", "2")
    ]
    assert found[0] == found[1]


def test_export_since_tells_what_changed_once(agenda: Agenda, tea: Path, tmp_path: Path) -> None:
    old, new = str(tmp_path / "old.ics"), str(tmp_path / "new.ics")
    run(agenda, tea, "-o", old)
    tea.write_text(LATER)
    assert run(agenda, tea, "--since", old, "-o", new) == (
        f"agenda: since {old}: 1 added, 1 changed, 1 cancelled, 0 as before\n"
        "agenda: changed tea/green (Green): moved from 09:00–10:00 to 08:30–10:00 (30 min earlier)\n"
        "agenda: added tea/white (White)\n"
        "agenda: cancelled tea/black (Black)\n"
    )
    before = Path(new).read_bytes()
    assert (
        run(agenda, tea, "--since", new, "-o", new)
        == f"agenda: since {new}: 0 added, 0 changed, 0 cancelled, 3 as before\n"
    )
    assert Path(new).read_bytes() == before
    assert before.count(b"BEGIN:VEVENT") == 3


WEEKLY = """title: Tea
zone: UTC
days:
  every Monday from 2026-01-05 to 2026-01-26:
    - 16:00-17:00: Tea
      id: tea
      except:
        2026-01-12: 18:00-19:00
"""


def test_export_since_tells_what_goes_with_an_occurrence(agenda: Agenda, tmp_path: Path) -> None:
    source, old = tmp_path / "weekly.yaml", tmp_path / "old.ics"
    source.write_text(WEEKLY)
    agenda("-e", str(source), "export", "-o", str(old))
    alarm = b"BEGIN:VALARM\r\nACTION:AUDIO\r\nTRIGGER:-PT5M\r\nEND:VALARM\r\nEND:VEVENT"
    old.write_bytes(alarm.join(old.read_bytes().rsplit(b"END:VEVENT", 1)))
    source.write_text(WEEKLY.replace("18:00-19:00", "none"))
    assert agenda("-e", str(source), "export", "--since", str(old)).stderr == (
        f"agenda: since {old}: 0 added, 1 changed, 0 cancelled, 0 as before\n"
        "agenda: changed weekly/tea (Tea): removed: Mon 12 January 2026, 18:00–19:00; "
        "1 occurrence is gone, and with it what was added there\n"
    )
    source.write_text(WEEKLY.partition("      except")[0])
    back = agenda("-e", str(source), "export", "--since", str(old))
    assert (back.stderr.count("no more"), back.stdout.count("TRIGGER:-PT5M")) == (0, 1)


def test_export_since_prints_to_standard_output_and_is_quiet(agenda: Agenda, tea: Path, tmp_path: Path) -> None:
    old = tmp_path / "old.ics"
    run(agenda, tea, "-o", str(old))
    result = agenda("-e", str(tea), "export", "--since", str(old), "-q")
    assert (result.exit_code, result.stdout_bytes, result.stderr) == (0, old.read_bytes(), "")


def test_export_since_leaves_what_a_filter_leaves_out(agenda: Agenda, tea: Path, tmp_path: Path) -> None:
    old = tmp_path / "old.ics"
    run(agenda, tea, "-o", str(old))
    result = agenda("-e", str(tea), "export", "--match", "green", "--since", str(old))
    assert result.stdout.count("BEGIN:VEVENT") == 1
    assert "CANCELLED" not in result.stdout
    assert result.stderr == f"agenda: since {old}: 0 added, 0 changed, 0 cancelled, 1 as before, 1 left out\n"


def test_export_since_into_the_same_file_changes_it_once(agenda: Agenda, tea: Path, tmp_path: Path) -> None:
    file = str(tmp_path / "tea.ics")
    run(agenda, tea, "-o", file)
    tea.write_text(LATER)
    run(agenda, tea, "--since", file, "-o", file)
    changed = Path(file).read_bytes()
    run(agenda, tea, "--since", file, "-o", file)
    assert Path(file).read_bytes() == changed


def test_export_of_a_calendar_and_of_the_definition_it_was_made_of_writes_each_item_once(
    agenda: Agenda, tea: Path, tmp_path: Path
) -> None:
    file = tmp_path / "party.ics"
    run(agenda, tea, "-o", str(file))
    result = agenda("-e", str(tea), "-e", str(file), "export")
    assert result.stdout.count("BEGIN:VEVENT") == 2
    assert result.stderr == (
        "agenda: party/green.tea@agendacli is left out: it has the UID of tea/green\n"
        "agenda: party/black.tea@agendacli is left out: it has the UID of tea/black\n"
    )


def test_export_of_much_to_standard_output_is_what_goes_into_a_file(agenda: Agenda, tmp_path: Path) -> None:
    tea, file = tmp_path / "tea.yaml", tmp_path / "tea.ics"
    many = "".join(f"    - 09:00-10:00: Green {n}\n      id: green-{n}\n" for n in range(300))
    tea.write_text(f"title: Tea\nzone: Europe/Vienna\ndays:\n  2026-03-10:\n{many}")
    run(agenda, tea, "-o", str(file))
    assert len(file.read_bytes()) > 1 << 16
    assert agenda("-e", str(tea), "export").stdout_bytes == file.read_bytes()


def test_export_since_what_cannot_be_read_writes_nothing(agenda: Agenda, tea: Path, tmp_path: Path) -> None:
    output = tmp_path / "new.ics"
    result = agenda("-e", str(tea), "export", "--since", str(tea), "-o", str(output))
    assert (result.exit_code, result.stderr) == (2, f"agenda: --since {tea}: no iCalendar file: it has no VCALENDAR\n")
    assert not output.exists()


def test_export_since_what_is_not_there_writes_nothing(agenda: Agenda, tea: Path, tmp_path: Path) -> None:
    old = tmp_path / "old.ics"
    result = agenda("-e", str(tea), "export", "--since", str(old))
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"agenda: {old}: no such file or directory\n"


def test_export_since_faulty_input_compares_nothing(agenda: Agenda, tea: Path, tmp_path: Path) -> None:
    old = tmp_path / "old.ics"
    run(agenda, tea, "-o", str(old))
    tea.write_text(TEA.replace("11:00-12:00", "11:00-10:00x"))
    result = agenda("-e", str(tea), "export", "--since", str(old))
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.endswith("agenda: nothing is compared: the input has errors\n")


def test_export_split_writes_one_file_each(agenda: Agenda, tea: Path, tmp_path: Path) -> None:
    folder = tmp_path / "new" / "folder"
    tea.write_text(TEA + "  2026-03-11:\n    - 09:00-10:00: Red\n      chair: Ann Lee\n")
    assert run(agenda, tea, "--split", "day", "-o", str(folder)) == ""
    assert (
        run(agenda, tea, "--split", "person", "-o", str(folder))
        == "agenda: 2 sessions have no person and are in no file\n"
    )
    assert {each.name: each.read_bytes().count(b"BEGIN:VEVENT") for each in folder.iterdir()} == {
        "2026-03-10.ics": 2,
        "2026-03-11.ics": 1,
        "ann-lee.ics": 1,
    }
    assert b"\nNAME:10 March 2026\r" in (folder / "2026-03-10.ics").read_bytes()


def test_export_split_tells_of_the_one_that_is_in_no_file(agenda: Agenda, tea: Path, tmp_path: Path) -> None:
    told = run(agenda, tea, "--split", "room", "--match", "green", "-o", str(tmp_path / "rooms"))
    assert told == "agenda: 1 session has no room and is in no file\n"
    assert run(agenda, tea, "--split", "room", "-q", "-o", str(tmp_path / "rooms")) == ""


def test_export_vdir_updates_what_is_there(agenda: Agenda, tea: Path, tmp_path: Path) -> None:
    folder = tmp_path / "vdir"
    assert (
        run(agenda, tea, "--vdir", str(folder))
        == f"agenda: in {folder}: 2 added, 0 changed, 0 cancelled, 0 as before\n"
    )
    (folder / "green.tea@agendacli.ics").rename(folder / "other-name.ics")
    (folder / "notes.txt").write_text("mine")
    tea.write_text(LATER)
    assert (
        run(agenda, tea, "--vdir", str(folder)).splitlines()[0].endswith("1 added, 1 changed, 1 cancelled, 0 as before")
    )
    statuses = {each.name: each.read_bytes().partition(b"\nSTATUS:")[2][:9] for each in folder.iterdir()}
    assert statuses == {
        "black.tea@agendacli.ics": b"CANCELLED",
        "other-name.ics": b"CONFIRMED",
        "white.tea@agendacli.ics": b"CONFIRMED",
        "notes.txt": b"",
    }
    times = {each: each.stat().st_mtime_ns for each in folder.iterdir()}
    assert (
        run(agenda, tea, "--vdir", str(folder))
        == f"agenda: in {folder}: 0 added, 0 changed, 0 cancelled, 3 as before\n"
    )
    assert {each: each.stat().st_mtime_ns for each in folder.iterdir()} == times


def test_export_vdir_overwrites_nothing_else(agenda: Agenda, tea: Path, tmp_path: Path) -> None:
    (tmp_path / "green.tea@agendacli.ics").write_text("mine")
    result = agenda("-e", str(tea), "export", "--vdir", str(tmp_path))
    told = "green.tea@agendacli.ics holds something else than the item green.tea@agendacli; move it out of the folder"
    assert (result.exit_code, result.stderr) == (2, f"agenda: --vdir {tmp_path}: {told}\n")


def test_export_older_revision_counts_only_those_before_it(agenda: Agenda) -> None:
    for address, expected in (("vienna-session@2017-08-24", "SEQUENCE:0"), ("vienna-session", "SEQUENCE:1")):
        assert expected in agenda("export", f"{address}/opening").stdout


def test_export_expanded_has_no_rule(agenda: Agenda, tmp_path: Path) -> None:
    ics = tmp_path / "daily.ics"
    event = "UID:a\nDTSTART:20260310T080000Z\nRRULE:FREQ=DAILY;COUNT=3\nSUMMARY:Tea\nDTSTAMP:20260101T000000Z"
    event = f"BEGIN:VEVENT\n{event}\nEND:VEVENT\n"
    ics.write_text(f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n{event}END:VCALENDAR\n")
    assert agenda("-e", str(ics), "export").stdout.count("BEGIN:VEVENT") == 1
    found = agenda("-e", str(ics), "export", "--expand").stdout
    assert (found.count("BEGIN:VEVENT"), found.count("RRULE")) == (3, 0)


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("--split", "day"), "--split writes several files; name the folder for them with `-o`"),
        (("--vdir", "a", "-o", "b"), "--vdir is a place of its own; leave out `-o`"),
        (("--vdir", "a", "--split", "day", "-o", "b"), "--vdir is a place of its own; leave out `-o`"),
        (
            ("--vdir", "a", "--since", "b"),
            "--since is for one file: `--vdir` updates what is in the folder, and `--split` starts afresh",
        ),
        (
            ("--split", "day", "-o", "a", "--since", "b"),
            "--since is for one file: `--vdir` updates what is in the folder, and `--split` starts afresh",
        ),
        (
            ("vienna-session", "vienna-session@2017-08-24"),
            "`vienna-session` is asked for in two revisions, which are the same items; export one of them",
        ),
    ],
)
def test_export_refuses_wishes_that_do_not_go_together(
    agenda: Agenda, arguments: tuple[str, ...], expected: str
) -> None:
    result = agenda("export", *arguments)
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", f"agenda: {expected}\n")


@pytest.mark.parametrize(
    ("stamp", "epoch", "expected"),
    [
        (None, "", "DTSTAMP:20171009T000000Z"),
        (None, "1772500000", "DTSTAMP:20260303T010640Z"),
        ("2026-03-02T12:00Z", "1772500000", "DTSTAMP:20260302T120000Z"),
    ],
)
def test_export_is_stamped_as_asked(
    agenda: Agenda, monkeypatch: pytest.MonkeyPatch, stamp: str | None, epoch: str, expected: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    written = agenda("export", "vienna-session", *(("--stamp", stamp) if stamp else ())).stdout.splitlines()
    assert {line for line in written if line.startswith("DTSTAMP")} == {expected}


def test_export_with_a_stamp_that_is_none_is_refused(agenda: Agenda, monkeypatch: pytest.MonkeyPatch) -> None:
    assert agenda("export", "--stamp", "soonish").exit_code == 2
    assert agenda("export", "--alarm", "soonish").exit_code == 2
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    result = agenda("export")
    told = "agenda: SOURCE_DATE_EPOCH: `soon` is not a number of seconds since 1970\n"
    assert (result.exit_code, result.stderr) == (2, told)


DOCTOR = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//x//y//EN
BEGIN:VEVENT
UID:a@x
DTSTAMP:20240101T000000Z
DTSTART:20240601T100000Z
DTEND:20240601T110000Z
SUMMARY:Doctor
CLASS:PRIVATE
ATTACH:https://x.org/
END:VEVENT
END:VCALENDAR
"""
LEFT_OUT = "agenda: my.ics: left out: 1 attachment\n"


@pytest.fixture
def doctor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A calendar with a private item, `my.ics`, in the current folder."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "my.ics").write_text(DOCTOR)


@pytest.mark.usefixtures("doctor")
@pytest.mark.parametrize(
    ("options", "title", "told"),
    [
        (
            (),
            ["SUMMARY:Doctor"],
            "agenda: 1 private item is in it, with every word; `--public` leaves that out, `--busy` only says “Busy”\n"
            + LEFT_OUT,
        ),
        (("--public",), [], "agenda: 1 private item is left out\n"),
        (("--busy",), ["SUMMARY:Busy"], f"agenda: 1 private item is in it as “Busy”\n{LEFT_OUT}"),
        (("--busy", "-q"), ["SUMMARY:Busy"], ""),
    ],
)
def test_export_tells_what_is_private_and_what_it_leaves_out(
    agenda: Agenda, options: tuple[str, ...], title: list[str], told: str
) -> None:
    result = agenda("-e", "my.ics", "export", *options)
    found = [each for each in result.stdout.splitlines() if each.startswith("SUMMARY")]
    assert (result.exit_code, found, result.stderr) == (0, title, told)


def test_export_takes_one_way_with_what_is_private(agenda: Agenda, tea: Path) -> None:
    result = agenda("-e", str(tea), "export", "--public", "--busy")
    told = "agenda: --public leaves out what --busy would show as “Busy”; choose one of them\n"
    assert (result.exit_code, result.stderr) == (2, told)


def test_export_over_an_older_file_tells_that_apps_may_not_take_the_change(
    agenda: Agenda, tea: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tea.parent)
    assert run(agenda, tea, "-o", "tea.ics") == ""
    assert run(agenda, tea, "-o", "tea.ics") == ""
    tea.write_text(TEA.replace("09:00", "08:30"))
    assert run(agenda, tea, "-o", "tea.ics") == (
        "agenda: tea.ics: 1 item differs from what the file held, and nothing says that it is newer: apps may not take "
        "that; write with `--since tea.ics`, or give the event a new `revision:`\n"
    )
    tea.write_text(LATER)
    assert run(agenda, tea, "-o", "tea.ics") == ""
