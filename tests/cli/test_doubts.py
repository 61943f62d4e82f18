"""Every command that a doubt matters to says the same of it, once, at its line."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from agendacli.analysis.doubts import about_people, about_rooms
from agendacli.cli.app import app

Write = Callable[[str, str], Path]
FAIR = """\
title: Fair
zone: Europe/Vienna
days:
  2026-05-04:
    - 10:00-11:00: Knots
      room: Plenary
      speaker: Dr. Anna Müller
    - 10:00-11:00: Ropes
      room: Plenary Room
      speaker: Anna Mueller
    - 11:00-12:00: Sails
      room: Plenary
      speaker: Anna Mueller
"""
ROOM = (
    "fair.yaml:9:13: warning[near-room]: “Plenary Room” may be “Plenary”; in places.yaml write "
    "`rooms: [{name: Plenary, aliases: [Plenary Room]}]` if they are one, "
    "`rooms: [{name: Plenary, not: [Plenary Room]}]` if they are two\n"
)
PERSON = (
    "fair.yaml:10:16: warning[near-person]: “Anna Mueller” may be “Anna Müller”; in people.yaml write "
    "`anna-muller: {name: Anna Müller, aliases: [Anna Mueller]}` if they are one, "
    "`anna-muller: {name: Anna Müller, not: [Anna Mueller]}` if they are two\n"
)
ENTRY = (
    "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nDTSTART:20260504T100000Z\nDTEND:20260504T110000Z\nSUMMARY:Knots\n"
    "DESCRIPTION:{}\nEND:VEVENT\nEND:VCALENDAR\n"
)


def run(*arguments: str) -> tuple[str, str]:
    result = CliRunner().invoke(app, [*arguments], env={"COLUMNS": "80"}, prog_name="agenda")
    return result.stdout, result.stderr


@pytest.mark.parametrize(
    ("command", "told"), [("conflicts", ROOM + PERSON), ("people", PERSON), ("rooms", ROOM), ("list", "")]
)
def test_command_tells_the_doubts_that_matter_to_it(write: Write, command: str, told: str) -> None:
    write("fair.yaml", FAIR)
    assert run("-e", "fair.yaml", command)[1].partition("agenda: ")[0] == told
    assert run("-e", "fair.yaml", command, "-q")[1] == ""


def test_check_prints_the_same_doubts(write: Write) -> None:
    write("fair.yaml", FAIR)
    assert run("check", "fair.yaml")[0] == ROOM + PERSON


def test_conflicts_that_hang_on_a_doubt_are_possible_and_say_so(write: Write) -> None:
    write("fair.yaml", FAIR)
    out, _ = run("-e", "fair.yaml", "conflicts", "--fields", "certainty,kind,sessions,depends_on")
    assert out == (
        "possible\troom\tfair/knots; fair/ropes\t“Plenary Room” may be “Plenary”\n"
        "possible\tperson\tfair/knots; fair/ropes\t“Anna Mueller” may be “Anna Müller”\n"
    )


@pytest.mark.parametrize(("key", "found"), [("aliases", "certain\nroom\n"), ("not", "")])
def test_line_that_is_shown_makes_the_conflict_certain_or_none(write: Write, key: str, found: str) -> None:
    write("fair.yaml", FAIR)
    write("places.yaml", f"rooms: [{{name: Plenary, {key}: [Plenary Room]}}]\n")
    out, _ = run("-e", "fair.yaml", "conflicts", "--only", "room", "--fields", "certainty,kind")
    assert out == found.replace("\n", "\t", 1)


def test_people_who_are_named_in_texts_only_were_not_looked_at(write: Write) -> None:
    write("a.ics", ENTRY.format("Speaker: Jo Doe"))
    write("b.ics", ENTRY.format("All about knots"))
    line = "agenda: people were not looked at: a.ics names them in its texts only\n"
    assert [run("-e", "a.ics", "-e", "b.ics", each)[1].count(line) for each in ("people", "conflicts")] == [1, 1]


def test_person_who_is_added_under_another_spelling_is_told(write: Write) -> None:
    write("fair.yaml", "title: Fair\nzone: UTC\ndays:\n  2026-05-04:\n    - 10:00-11:00: Knots\n      chair: Jo Doé\n")
    added = ("--on", "2026-05-04", "--time", "12:00-13:00", "--title", "Sails", "--person", "chair: Jo Doe")
    out, told = run("-e", "fair.yaml", "add", "fair", *added)
    assert out == "fair/sails\n"
    assert told.partition("; ")[0] == "fair.yaml:8:14: warning[near-person]: “Jo Doe” may be “Jo Doé”"


MANY = """\
title: Fair
zone: Europe/Vienna
days:
  2026-05-04:
    - 10:00-11:00: Knots
      room: Hall A
      speakers: [Dr. Anna Müller; of Ropes Ltd, "Jo Doe, Al Roe", "Nora Brandt, University of Bern"]
    - 10:00-11:00: Ropes
      room: Hall A/B
      speakers: [Anna Mueller, "Nora Brandt, University of Oslo"]
    - 10:30-11:30: Sails
      room: Hall B
      speakers: [Al Roe, Anna Mueller, Ida Lund]
"""
PEOPLE = "ida-lund-2: {name: Ida Lundt, absent: [2026-05-04]}\n"


@pytest.mark.parametrize("command", ["conflicts", "people", "rooms"])
@pytest.mark.parametrize("zone", [(), ("--zone", "Asia/Tokyo")])
def test_what_is_kept_of_doubts_answers_as_the_search_does(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str, zone: tuple[str, ...]
) -> None:
    monkeypatch.setenv("AGENDA_CACHE", str(tmp_path / "kept"))
    for name, text in {"fair.yaml": MANY, "people.yaml": PEOPLE}.items():
        os.utime(write(name, text), (1e9, 1e9))  # what has just changed is not kept
    asked = ("-e", "fair.yaml", command, *zone)
    first, anew = run(*asked), run(*asked, "--no-cache")
    monkeypatch.setattr(about_people, "near_people", None)
    monkeypatch.setattr(about_rooms, "rooms_seen", None)
    assert first == anew == run(*asked)
    assert "may be" in first[1]
    with pytest.raises(TypeError):
        CliRunner().invoke(app, [*asked, "--match", "Ropes"], catch_exceptions=False)
    os.utime("fair.yaml", (2e9, 1e9 + 1))
    with pytest.raises(TypeError):
        CliRunner().invoke(app, [*asked], catch_exceptions=False)
