"""The main job on the real events: what a careful reader of the documents finds, and nothing else."""

import json
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from typer.testing import Result

from agendacli.cli.app import COMMANDS

Agenda = Callable[..., Result]

WIDTHS = (60, 80, 120)


def test_list_has_the_ten_events_in_order_of_time_and_the_documents_behind_them(agenda: Agenda) -> None:
    result = agenda("list", "--fields", "id")
    assert result.exit_code == 0
    assert result.stdout.split() == [
        "crime-commission",
        "multistakeholder-consultation",
        "istanbul-conference",
        "vienna-session",
        "trafficking-working-group",
        "smuggling-working-group",
        "high-level-meeting",
        "security-council",
        "stocktaking-meeting",
        "documents-and-deadlines",
    ]


@pytest.mark.parametrize("columns", WIDTHS)
@pytest.mark.parametrize("event", ["vienna-session", "high-level-meeting", "security-council"])
def test_timetable_drawn(agenda: Agenda, snapshot: SnapshotAssertion, event: str, columns: int) -> None:
    result = agenda("timetable", event, "-f", "table", columns=columns)
    assert result.exit_code == 0
    assert max(map(len, result.stdout.splitlines())) <= columns
    assert result.stdout == snapshot


@pytest.mark.parametrize("columns", WIDTHS)
def test_overview_list_and_conflicts_drawn(agenda: Agenda, snapshot: SnapshotAssertion, columns: int) -> None:
    assert agenda("list", "-f", "table", columns=columns).stdout == snapshot(name="list")
    assert agenda("conflicts", "-f", "table", columns=columns).stdout == snapshot(name="conflicts")


def test_show_names_what_the_other_document_says(agenda: Agenda, snapshot: SnapshotAssertion) -> None:
    assert agenda("show", "vienna-session/panel-3", "-f", "table").stdout == snapshot


def test_plenary_of_27_september_runs_beside_two_panels_in_their_rooms(agenda: Agenda) -> None:
    result = agenda("timetable", "high-level-meeting", "--on", "2017-09-27", "--json")
    afternoon = [each for each in json.loads(result.stdout) if each["start"] >= "2017-09-27T15"]
    assert [(each["id"], each["start"][11:16], each["end"][11:16], each["room"]) for each in afternoon] == [
        ("high-level-meeting/plenary-27-pm", "15:00", "18:00", "GA Hall"),
        ("high-level-meeting/panel-1", "15:00", "16:30", "Trusteeship Council"),
        ("high-level-meeting/panel-2", "16:30", "18:00", "Trusteeship Council"),
    ]


def test_conflicts_are_those_of_the_careful_reader(agenda: Agenda) -> None:
    result = agenda("conflicts", "--json")
    assert result.exit_code == 1
    found = {(each["kind"], *each["sessions"]): each for each in json.loads(result.stdout)}
    assert {key: (each["certainty"], each["minutes"], each["days"], each["free"]) for key, each in found.items()} == {
        ("overlap", "security-council/meeting", "stocktaking-meeting/meeting"): (
            "possible",
            None,
            ["2017-12-04", "2017-12-05", "2017-12-06"],
            28,
        ),
        ("travel", "security-council/meeting", "stocktaking-meeting/meeting"): (
            "possible",
            None,
            ["2017-12-03", "2017-12-07"],
            29,
        ),
    }


def test_overlaps_within_an_event_are_those_of_the_careful_reader(agenda: Agenda) -> None:
    found = json.loads(agenda("conflicts", "high-level-meeting", "--only", "overlap", "--json").stdout)
    assert [(each["certainty"], each["minutes"], *each["sessions"]) for each in found] == [
        ("certain", 90, "high-level-meeting/plenary-27-pm", "high-level-meeting/panel-1"),
        ("certain", 90, "high-level-meeting/plenary-27-pm", "high-level-meeting/panel-2"),
    ]


@pytest.mark.parametrize(
    "event",
    [
        "vienna-session",
        "vienna-session@2017-08-24",
        "trafficking-working-group",
        "documents-and-deadlines",
        "security-council",
        "crime-commission",
    ],
)
def test_event_alone_has_no_conflict(agenda: Agenda, event: str) -> None:
    result = agenda("conflicts", event)
    assert (result.exit_code, result.stdout) == (0, "")


def test_older_revision_is_read_only_when_named(agenda: Agenda) -> None:
    named = agenda("timetable", "vienna-session@2017-08-24", "--fields", "id")
    assert named.stdout.splitlines()[0] == "vienna-session@2017-08-24/opening"
    assert "@" not in agenda("timetable", "--fields", "id").stdout


def test_older_revision_has_the_seat_without_a_name(agenda: Agenda) -> None:
    result = agenda("timetable", "vienna-session@2017-08-24/panel-3", "--json")
    seats = [(each["id"], each["name"], each["confirmed"]) for each in json.loads(result.stdout)[0]["people"]]
    assert seats[-1] == (None, "United States", False)


def test_prefix_of_an_id_is_enough(agenda: Agenda) -> None:
    assert agenda("list", "high", "--fields", "id").stdout == "high-level-meeting\n"


def test_times_in_another_zone(agenda: Agenda) -> None:
    result = agenda("timetable", "high-level-meeting/panel-1", "--tz", "UTC", "--fields", "start,end,timezone")
    assert result.stdout == "2017-09-27T19:00:00+00:00\t2017-09-27T20:30:00+00:00\tAmerica/New_York\n"


def test_ids_of_one_command_are_taken_by_the_next(agenda: Agenda) -> None:
    ids = agenda("timetable", "--person", "ezeilo", "-f", "plain").stdout
    result = agenda("timetable", "-", "--fields", "id", stdin=ids)
    assert result.stdout == "vienna-session/summary-panel\nhigh-level-meeting/panel-2\n"


def test_same_input_and_options_give_the_same_bytes(agenda: Agenda) -> None:
    assert agenda("export").stdout_bytes == agenda("export").stdout_bytes


@pytest.mark.parametrize("name", COMMANDS)
def test_example_in_the_help_runs(agenda: Agenda, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paragraphs = agenda(name, "--help").stdout.split("\n\n")
    examples = [" ".join(each.split()) for each in paragraphs if each.strip().startswith("Example: ")]
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("VISUAL", "true")  # an editor that changes nothing
    (tmp_path / "my-events").mkdir()
    (tmp_path / "my-events" / "tea.yaml").write_text(
        "title: Tea\nzone: UTC\ndays:\n  2026-01-05:\n    - 16:00-17:00: Tea\n"
    )
    if name == "import":
        agenda("export", "-e", "my-events/tea.yaml", "-o", "my-events/tea.ics")
    assert len(examples) == 1
    arguments = shlex.split(examples[0].removeprefix("Example: agenda ").split(" > ")[0])
    assert agenda(*arguments).exit_code in (0, 1)


def test_a_second_zone_changes_no_record(agenda: Agenda) -> None:
    one, two = (agenda("timetable", "--json", *zones) for zones in ([], ["--tz", "event", "--tz", "Asia/Tokyo"]))
    assert one.stdout == two.stdout


def test_a_second_zone_is_shown_beside(agenda: Agenda) -> None:
    zones = ("--tz", "Asia/Tokyo", "--tz", "event")
    result = agenda("timetable", "vienna-session/closing", *zones, "-f", "table", columns=80)
    assert result.stdout.splitlines()[-4:] == [
        "WEDNESDAY 6 SEPTEMBER",
        "─" * 80,
        "00:50  17:50 −1  Closing remarks by the co-facilitators             Plenary Room",
        "–01:00 –18:00 −1 co-facilitators Juan José Gómez Camacho, Jürg Lauber",
    ]
