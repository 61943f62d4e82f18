"""Absences on the command line: from the words in a file to what is reported, waived, free and never exported."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Agenda = Callable[..., Result]
PEOPLE = """\
ada:
  name: Ada Prado
  absent: [not before noon on 9 March 2026, "2026-03-10, 09:00-12:00"]
"""
FAIR = """\
title: Fair
zone: Europe/Lisbon
absent:
  Mr. Rui Sá: leaves on 10 March 2026
days:
  2026-03-09:
    - 09:00-10:00: One
      chair: ada
    - 12:00-13:00: Two
      chairs: [Ada Prado, Rui Sá]
  2026-03-10:
    - 13:00-14:00: Three
      chairs: [Ada Prado, Rui Sá (tbc)]
"""


@pytest.fixture
def on_fair(agenda: Agenda, write: Callable[[str, str], Path], monkeypatch: pytest.MonkeyPatch) -> Agenda:
    write("people.yaml", PEOPLE)
    monkeypatch.setenv("AGENDA_EVENTS", write("fair.yaml", FAIR).name)
    return agenda


def test_conflicts_tells_absences(on_fair: Agenda) -> None:
    result = on_fair("conflicts", "--only", "absence", "--json")
    found = [(each["sessions"], each["certainty"], each["subject"]) for each in json.loads(result.stdout)]
    assert found == [(["fair/one"], "certain", "Ada Prado"), (["fair/three"], "possible", "Rui Sá")]
    assert result.exit_code == 1


def test_absences_have_a_severity_and_their_line(on_fair: Agenda) -> None:
    result = on_fair("conflicts", "--severity", "absence=warning", "-f", "lines")
    lines = result.stdout.splitlines()
    assert [each.partition(": ")[0] for each in lines] == [
        "fair.yaml:7:7",
        "people.yaml:3:12",
        "fair.yaml:12:7",
        "fair.yaml:4:15",
    ]
    assert " warning[conflict-absence]: certain: Ada Prado is chair of “One” and absent" in lines[0]
    assert lines[1].endswith(": note: the absence of Ada Prado")
    assert on_fair("conflicts", "--severity", "absence=ignore").exit_code == 0


def test_absence_is_drawn_with_one_session(on_fair: Agenda) -> None:
    drawn = on_fair("conflicts", "--certain", "-f", "table").stdout.splitlines()
    assert [" ".join(each.split()) for each in drawn] == [
        "Ada Prado is needed, and absent certain · 1 h",
        "One Mon 9 March 2026, 09:00–10:00 · chair · fair/one",
        "absent not before noon on 9 March 2026",
        "",
        "1 conflict: 1 certain, 0 possible",
    ]


def test_absence_is_waived_by_its_one_session(on_fair: Agenda) -> None:
    waive = ("--reason", "by video", "--waivers", "waivers.yaml")
    told = on_fair("waive", "fair/one", "--kind", "absence", *waive)
    assert (told.exit_code, told.stderr) == (0, "agenda: waived in waivers.yaml: fair/one\n")
    left = on_fair("conflicts", "--waivers", "waivers.yaml", "--json")
    assert [each["sessions"] for each in json.loads(left.stdout)] == [["fair/three"]]
    for wrong in (("fair/one",), ("fair/one", "fair/two", "--kind", "absence")):
        refused = on_fair("waive", *wrong, *waive)
        assert (refused.exit_code, refused.stderr.count("that of an absence one")) == (2, 1)


def test_waiver_of_one_session_is_none_of_two(on_fair: Agenda, write: Callable[[str, str], Path]) -> None:
    write("waivers.yaml", '- kind: room\n  reason: no\n  sessions: {fair/one: ""}\n')
    assert "expected two sessions with their facts" in on_fair("conflicts", "--waivers", "waivers.yaml").stderr


def test_free_counts_an_absence_of_the_person_asked_for(on_fair: Agenda) -> None:
    days = ("--from", "2026-03-08", "--to", "2026-03-11", "--all-days", "--fields", "start")
    assert on_fair("free", "--person", "ada", *days).stdout.split() == ["2026-03-11"]
    assert on_fair("free", "--person", "Rui Sá", *days).stdout.split() == ["2026-03-08"]
    assert on_fair("free", *days).stdout.split() == ["2026-03-08", "2026-03-11"]
    hours = on_fair("free", "--person", "ada", "--hours", "8-18", "--on", "2026-03-10", "--fields", "start,end")
    assert [each[11:16] for each in hours.stdout.split()] == ["08:00", "09:00", "12:00", "13:00", "14:00", "18:00"]


@pytest.mark.parametrize("command", [("export",), ("timetable", "--json"), ("list", "--json"), ("people", "--json")])
def test_absences_stand_in_no_export_and_no_record(on_fair: Agenda, command: tuple[str, ...]) -> None:
    said = on_fair(*command).stdout
    assert said
    assert [word for word in ("absent", "Absent", "noon", "leaves", "09:00-12:00") if word in said] == []


def test_absence_survives_the_cache(on_fair: Agenda) -> None:
    first, second = (on_fair("conflicts", "--only", "absence").stdout for _ in range(2))
    assert first
    assert first == second


@pytest.mark.parametrize(
    ("absent", "at", "said"),
    [
        ("Rui Sá: soon", "4:11", "error[bad-time]: `soon` is not a time at which somebody is absent"),
        ("Rui Sá: {from: 2026-03-09}", "4:11", "error[wrong-type]: expected a time such as"),
        ("Rui Sa: 2026-03-09", "4:3", "warning[nobody-absent]: nobody here is called “Rui Sa”; did you mean `Rui Sá`?"),
        ("[soon]", "4:3", "error[wrong-type]: expected times under names of persons, not a list"),
    ],
)
def test_bad_absences_are_told_at_their_line(
    on_fair: Agenda, write: Callable[[str, str], Path], absent: str, at: str, said: str
) -> None:
    write("fair.yaml", FAIR.replace("Mr. Rui Sá: leaves on 10 March 2026", absent))
    assert f"fair.yaml:{at}: {said}" in on_fair("check", "fair.yaml").stdout


def test_bad_absence_of_a_declared_person_is_told_at_its_line(
    on_fair: Agenda, write: Callable[[str, str], Path]
) -> None:
    write("people.yaml", PEOPLE.replace("not before noon on 9 March 2026", "now and then"))
    assert "people.yaml:3:12: error[bad-time]: `now and then` is not a time" in on_fair("check", "fair.yaml").stdout


def test_whoever_may_be_somebody_absent_without_a_seat_is_a_possible_conflict(
    agenda: Agenda, write: Callable[[str, str], Path]
) -> None:
    write("people.yaml", "lauber: {name: Jürg Lauber, absent: 2026-03-09}\n")
    fair = write("fair.yaml", FAIR.replace("chair: ada", "chair: J. Lauber").replace("Ada Prado, ", ""))
    result = agenda("-e", str(fair), "conflicts", "-q", "--fields", "certainty,sessions,depends_on")
    assert result.stdout.splitlines() == [
        "possible\tfair/one\t“J. Lauber” may be “Jürg Lauber”",
        "possible\tfair/three\tfair/three: Rui Sá is to be confirmed",
    ]
