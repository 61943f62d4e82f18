"""`agenda conflicts` as users steer it: kinds, certainty, severities, waivers, formats."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from agendacli.cli.commands.conflicts import Question
from agendacli.model.conflict_kind import Kind

Agenda = Callable[..., Result]

FAIR = """\
title: Fair
zone: Europe/Lisbon
place: {city: Lisbon}
days:
  2026-03-09:
    - 09:00-10:00: One
      room: Blue
      chair: Ms. Ada Prado
    - 09:30-10:30: Two
      room: Blue
    - 09:45-10:15: Three
      room: Red
      speaker: Ms. Ada Prado (tbc)
    - 10:30-11:00: Four
      room: Red
    - 09:00-11:00: Lunch
"""

OTHER = """\
title: Other
zone: Europe/Lisbon
days:
  2026-03-09:
    - 10:45-12:00: Five
"""


@pytest.fixture
def fair(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "fair.yaml"
    file.write_text(FAIR)
    monkeypatch.setenv("AGENDA_EVENTS", "fair.yaml")
    return file


@pytest.fixture
def on_fair(agenda: Agenda, fair: Path, monkeypatch: pytest.MonkeyPatch) -> Agenda:
    monkeypatch.setenv("AGENDA_EVENTS", fair.name)
    return agenda


def found(result: Result) -> list[tuple[str, str, str, str]]:
    short = [(each["kind"], each["certainty"], *each["sessions"]) for each in json.loads(result.stdout)]
    return [(kind, sure, one.partition("/")[2], two.partition("/")[2]) for kind, sure, one, two in short]


def test_kinds_are_told_apart(on_fair: Agenda) -> None:
    assert found(on_fair("conflicts", "--json")) == [
        ("room", "certain", "one", "two"),
        ("person", "possible", "one", "three"),
    ]


def test_sessions_in_parallel_are_an_offer_and_told_in_one_line(on_fair: Agenda) -> None:
    told = on_fair("conflicts").stderr
    how = "`--only overlap` lists the pairs, `--only parallel` the stretches"
    assert told == f"agenda: 3 sessions run in parallel with others of their event, which is not a conflict: {how}\n"
    assert [on_fair("conflicts", *options).stderr for options in (("--only", "room"), ("-q",))] == ["", ""]


OVERLAPS = [("overlap", "certain", "one", "three"), ("overlap", "certain", "two", "three")]


def test_overlaps_are_listed_when_asked_for(on_fair: Agenda) -> None:
    asked = on_fair("conflicts", "--only", "overlap", "--json")
    assert (found(asked), asked.stderr) == (OVERLAPS, "")


def test_overlap_of_what_somebody_has_chosen_is_a_conflict(on_fair: Agenda, tmp_path: Path) -> None:
    (tmp_path / "chosen.txt").write_text("fair/one\nfair/three\n")
    chosen = (("--attend", "chosen.txt"), ("fair/one", "fair/three"), ("--person", "prado"))
    overlaps = [[each for each in found(on_fair("conflicts", "--json", *by)) if each[0] == "overlap"] for by in chosen]
    assert overlaps == [OVERLAPS[:1]] * 3


def test_overlap_with_another_event_is_a_conflict(on_fair: Agenda, tmp_path: Path) -> None:
    (tmp_path / "other.yaml").write_text(OTHER)
    both = on_fair("-e", "fair.yaml", "-e", "other.yaml", "conflicts", "--json")
    assert found(both)[2:] == [("overlap", "certain", "four", "five")]


def test_between_compares_one_side_with_the_other_only(on_fair: Agenda, tmp_path: Path) -> None:
    (tmp_path / "other.yaml").write_text(OTHER)
    both = ("-e", "fair.yaml", "-e", "other.yaml", "conflicts", "--json")
    assert found(on_fair(*both, "--between", "fair", "other")) == [("overlap", "certain", "four", "five")]
    assert found(on_fair(*both, "--between", "fair/one", "fair/two")) == [("room", "certain", "one", "two")]
    assert on_fair(*both, "--between", "fair", "oter").exit_code == 2


def test_parallel_stretches_are_records(on_fair: Agenda) -> None:
    assert json.loads(on_fair("conflicts", "--only", "parallel", "--json").stdout) == [
        {
            "start": "2026-03-09T09:00:00+00:00",
            "end": "2026-03-09T10:30:00+00:00",
            "sessions": ["fair/one", "fair/two", "fair/three"],
            "people": 3,
        }
    ]


def test_parallel_stretches_are_asked_for_alone(on_fair: Agenda) -> None:
    result = on_fair("conflicts", "--only", "parallel", "--only", "room")
    told = "--only parallel: it is not a kind of conflict and stands alone; ask for the others in another run"
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", f"agenda: {told}\n")


def test_parallel_stretches_are_drawn(on_fair: Agenda) -> None:
    assert on_fair("conflicts", "--only", "parallel", "-f", "table").stdout.splitlines()[:2] == [
        "Mon 9 March 2026, 09:00–10:30 · 3 sessions · 3 people see everything",
        "  One · Blue · fair/one",
    ]


CALENDAR = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:{product}
BEGIN:VEVENT
UID:a@x
DTSTART:20260309T090000Z
DTEND:20260309T100000Z
SUMMARY:Standing
RRULE:FREQ=YEARLY
END:VEVENT
BEGIN:VEVENT
UID:b@x
DTSTART:20260309T093000Z
DTEND:20260309T103000Z
SUMMARY:Once
END:VEVENT
END:VCALENDAR
"""


@pytest.mark.parametrize(
    ("product", "is_diary"),
    [
        ("-//Nextcloud calendar v4.6", True),
        ("-//scheduler//EN", True),
        ("-//pretalx//2024.1//", False),
        ("-//agendacli//agenda export//EN", False),
    ],
)
def test_overlap_in_a_calendar_of_ones_own_is_a_conflict(
    on_fair: Agenda, tmp_path: Path, product: str, *, is_diary: bool
) -> None:
    (tmp_path / "own.ics").write_text(CALENDAR.format(product=product))
    result = on_fair("-e", "own.ics", "conflicts", "--at", "2026-03-01T00:00", "--fields", "kind")
    assert (result.stdout, result.exit_code) == (("overlap\n", 1) if is_diary else ("", 0))


def test_endless_repeats_are_looked_at_for_a_year_from_now(on_fair: Agenda, tmp_path: Path) -> None:
    (tmp_path / "own.ics").write_text(CALENDAR.format(product="x"))
    later = on_fair("-e", "own.ics", "conflicts", "--at", "2026-04-01T00:00")
    told = "endless repeats are looked at for a year from now; --from and --to ask for other days"
    assert (later.exit_code, later.stderr) == (0, f"agenda: {told}\n")
    assert on_fair("-e", "own.ics", "conflicts", "--from", "2026-03-01", "--to", "2026-03-31").exit_code == 1


def test_only_one_kind(on_fair: Agenda) -> None:
    assert found(on_fair("conflicts", "--json", "--only", "room")) == [("room", "certain", "one", "two")]


def test_only_what_is_certain(on_fair: Agenda) -> None:
    assert {sure for _, sure, _, _ in found(on_fair("conflicts", "--json", "--certain"))} == {"certain"}


def test_person_is_an_attribute_of_selection(on_fair: Agenda) -> None:
    assert found(on_fair("conflicts", "--json", "--person", "prado", "--only", "person")) == [
        ("person", "possible", "one", "three")
    ]


def test_transparent_sessions_conflict_only_when_asked(on_fair: Agenda) -> None:
    kept = found(on_fair("conflicts", "--json", "--include-transparent", "--only", "overlap", "--only", "room"))
    assert {two for *_, two in kept} | {one for _, _, one, _ in kept} == {"one", "two", "three", "four", "lunch"}


def test_buffer_asks_for_time_between_rooms(on_fair: Agenda) -> None:
    chosen = ("fair/two", "fair/four")
    assert found(on_fair("conflicts", *chosen, "--json", "--buffer", "15m")) == [("travel", "certain", "two", "four")]
    assert on_fair("conflicts", "--json", "--only", "travel", "--buffer", "15m").stdout == "[]\n"


def test_exit_zero(on_fair: Agenda) -> None:
    assert (on_fair("conflicts").exit_code, on_fair("conflicts", "--exit-zero").exit_code) == (1, 0)


def test_severity_of_a_kind_shows_in_lines(on_fair: Agenda) -> None:
    result = on_fair("conflicts", "-f", "lines", "--only", "room", "--severity", "room=warning")
    assert result.stdout == (
        "fair.yaml:9:7: warning[conflict-room]: certain: “One” and “Two” are both in Blue and overlap by 30 min on "
        "Mon 9 March 2026, 09:30–10:00\n"
        "fair.yaml:6:7: note: the other session, fair/one\n"
    )


def test_ignored_kinds_are_not_found(on_fair: Agenda) -> None:
    ignored = [word for kind in ("room", "person", "overlap", "travel") for word in ("--severity", f"{kind}=ignore")]
    result = on_fair("conflicts", *ignored)
    assert (result.exit_code, result.stdout) == (0, "")


@pytest.mark.parametrize("value", ["room", "room=loud", "lunch=error"])
def test_severity_that_is_none(on_fair: Agenda, value: str) -> None:
    result = on_fair("conflicts", "--severity", value)
    kinds, levels = "room, person, travel, overlap, turnover, rest, category or absence", "error, warning or ignore"
    assert result.exit_code == 2
    message = f"`{value}` does not say one; write KIND=LEVEL with {kinds} and {levels}"
    assert result.stderr == f"agenda: --severity: {message}\n"


def test_waiver_holds_until_a_session_changes(on_fair: Agenda, fair: Path) -> None:
    arguments = ("conflicts", "--only", "room", "--waivers", "accepted.yaml")
    written = on_fair(
        "waive", "fair/one", "fair/two", "--reason", "short: talks", "--author", "P", "--waivers", "accepted.yaml"
    )
    assert written.exit_code == 0
    held = on_fair(*arguments)
    assert (held.exit_code, held.stdout, held.stderr) == (0, "", "agenda: 1 conflict waived in accepted.yaml\n")
    fair.write_text(FAIR.replace("09:30-10:30", "09:40-10:30"))
    lapsed = on_fair(*arguments)
    assert lapsed.exit_code == 1
    was, now = (f"“Mon 9 March 2026, {time}–10:30; Europe/Lisbon; Blue; Lisbon”" for time in ("09:30", "09:40"))
    lapse = f"this waiver has lapsed: fair/two was {was}, is {now}"
    assert lapsed.stderr == f"agenda: accepted.yaml:2:3: {lapse}\n"


def test_waiver_of_a_session_that_is_not_there_any_more_is_told(on_fair: Agenda, fair: Path) -> None:
    on_fair("waive", "fair/one", "fair/two", "--reason", "agreed", "--waivers", "waivers.yaml")
    fair.write_text(fair.read_text().replace(": Two", ": Twoo"))
    lost = "waivers.yaml:2:3: warning[lost-waiver]: `fair` has no session `two` any more; did you mean `twoo`?\n"
    assert on_fair("conflicts", "--only", "travel", "--waivers", "waivers.yaml").stderr == lost
    checked = on_fair("check", "fair.yaml", "-q")
    assert (checked.exit_code, checked.stdout) == (0, lost)


@pytest.mark.parametrize("option", [("--reason", "\udcff"), ("--reason", "agreed", "--author", "\udcff")])
def test_waiver_that_is_not_utf8_is_refused(on_fair: Agenda, fair: Path, option: tuple[str, ...]) -> None:
    result = on_fair("waive", "fair/one", "fair/two", *option, "--waivers", "waivers.yaml")
    assert result.exit_code == 2
    assert result.stderr == "agenda: `⟨U+DCFF⟩` is not UTF-8; type it in a terminal that is\n"
    assert not (fair.parent / "waivers.yaml").exists()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("room: Blue\n      chair", "room: Blue\n      place: Porto\n      chair"),
        ("room: Blue\n      chair", "room: Azure\n      chair"),
        ("chair: Ms. Ada Prado", "chair: Ms. Ana Prado"),
    ],
)
def test_waiver_lapses_with_place_room_and_people(on_fair: Agenda, fair: Path, before: str, after: str) -> None:
    on_fair("waive", "fair/one", "fair/two", "--reason", "agreed", "--waivers", "accepted.yaml")
    fair.write_text(FAIR.replace(before, after))
    assert "this waiver has lapsed: fair/one was" in on_fair("conflicts", "--waivers", "accepted.yaml").stderr


@pytest.mark.parametrize(
    ("sessions", "kind", "told"),
    [
        (("rehearsal", "press"), "turnover", ""),
        (("interview", "press"), "rest", ""),
        (("reading", "auction"), "category", ""),
        (("rehearsal", "press"), "rest", "agenda: there is no rest conflict between them now\n"),
    ],
)
def test_kinds_that_only_some_ask_for_are_waived_like_others(
    agenda: Agenda, tmp_path: Path, sessions: tuple[str, str], kind: str, told: str
) -> None:
    file, fair = str(tmp_path / "w.yaml"), str(Path(__file__).parents[2] / "docs" / "examples" / "fair.yaml")
    ids = [f"fair/{each}" for each in sessions]
    waived = agenda("-e", fair, "waive", *ids, "--kind", kind, "--reason", "ok", "--waivers", file)
    assert waived.stderr == f"{told}agenda: waived in {file}: {' and '.join(ids)}\n"
    asked = ("conflicts", "--only", kind, "--turnover", "45m", "--rest", "40m", "--fields", "sessions", "-q")
    assert ("; ".join(ids) in agenda("-e", fair, *asked).stdout) == (not told)
    assert "; ".join(ids) not in agenda("-e", fair, *asked, "--waivers", file).stdout


def test_waiver_holds_when_people_are_printed_in_another_order(on_fair: Agenda, fair: Path) -> None:
    fair.write_text(FAIR.replace("chair: Ms. Ada Prado", "chairs: [Ms. Ada Prado, Mr. Bo Lim]"))
    on_fair("waive", "fair/one", "fair/two", "--reason", "agreed", "--waivers", "accepted.yaml")
    fair.write_text(FAIR.replace("chair: Ms. Ada Prado", "chairs: [Mr. Bo Lim, Ms. Ada Prado]"))
    assert "lapsed" not in on_fair("conflicts", "--waivers", "accepted.yaml").stderr


def test_waiver_of_nothing_is_told(on_fair: Agenda) -> None:
    told = on_fair("waive", "fair/one", "fair/four", "--reason", "agreed", "--waivers", "accepted.yaml").stderr
    assert told.splitlines()[0] == "agenda: there is no such conflict between them now"


def test_empty_file_of_waivers_waives_nothing(on_fair: Agenda, tmp_path: Path) -> None:
    (tmp_path / "accepted.yaml").write_text("")
    assert on_fair("conflicts", "--only", "room", "--waivers", "accepted.yaml").stderr == ""


def test_no_buffer_for_once(on_fair: Agenda) -> None:
    assert found(on_fair("conflicts", "--json", "--buffer", "0m")) == found(on_fair("conflicts", "--json"))


def test_calendar_beside_the_event_it_was_exported_from_is_one_session(on_fair: Agenda) -> None:
    on_fair("export", "-o", "copy.ics")
    both = on_fair("-e", "copy.ics", "-e", "fair.yaml", "conflicts", "--json")
    assert len(found(both)) == len(found(on_fair("conflicts", "--json")))


def test_names_that_are_none_are_nobody_and_no_room(on_fair: Agenda, fair: Path) -> None:
    fair.write_text(FAIR.replace("Blue", "TBC").replace("Ms. Ada Prado", "N.N."))
    assert found(on_fair("conflicts", "--json")) == []


def test_waiver_of_one_kind_leaves_the_others(on_fair: Agenda) -> None:
    on_fair(
        "waive",
        "fair/one",
        "fair/three",
        "--kind",
        "person",
        "--reason",
        "a deputy speaks",
        "--waivers",
        "accepted.yaml",
    )
    kinds = ("--only", "person", "--only", "overlap")
    left = found(on_fair("conflicts", "--json", *kinds, "--waivers", "accepted.yaml"))
    assert [kind for kind, _, one, two in left if (one, two) == ("one", "three")] == ["overlap"]


def test_waivers_keep_the_comments_of_the_file(on_fair: Agenda, tmp_path: Path) -> None:
    file = tmp_path / "accepted.yaml"
    file.write_text("# agreed in March")
    on_fair("waive", "fair/one", "fair/two", "--reason", "agreed", "--waivers", "accepted.yaml")
    assert file.read_text() == (
        "# agreed in March\n"
        '- reason: "agreed"\n'
        "  sessions:\n"
        '    "fair/one": "Mon 9 March 2026, 09:00–10:00; Europe/Lisbon; Blue; Lisbon; chair Ada Prado"\n'
        '    "fair/two": "Mon 9 March 2026, 09:30–10:30; Europe/Lisbon; Blue; Lisbon"\n'
    )


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("reason: alone\n", "1:1: error[wrong-type]"),
        ("- reason: why\n", "1:3: error[missing-key]"),
        ("- reason: why\n  kind: rom\n  sessions: {a/b: x, c/d: y}\n", "2:9: error[not-a-choice]"),
        ("- reason: why\n  sessions: {a/b: x}\n", "2:13: error[wrong-type]"),
        ("- just text\n", "1:3: error[wrong-type]"),
    ],
)
def test_broken_waivers_waive_nothing_and_stay(on_fair: Agenda, tmp_path: Path, text: str, fault: str) -> None:
    file = tmp_path / "accepted.yaml"
    file.write_text(text)
    result = on_fair("conflicts", "--waivers", "accepted.yaml")
    assert result.exit_code == 2
    assert result.stderr.startswith(f"accepted.yaml:{fault}")
    assert on_fair("waive", "fair/one", "fair/two", "--reason", "x", "--waivers", "accepted.yaml").exit_code == 2
    assert file.read_text() == text


def test_waiver_needs_two_sessions(on_fair: Agenda) -> None:
    result = on_fair("waive", "fair", "fair/two", "--reason", "x", "--waivers", "accepted.yaml")
    assert (result.exit_code, result.stderr) == (2, "agenda: a waiver names two sessions: write EVENT/SESSION twice\n")


def test_waivers_beside_the_events_are_no_event(on_fair: Agenda, tmp_path: Path) -> None:
    on_fair("waive", "fair/one", "fair/two", "--reason", "agreed", "--waivers", "waivers.yaml")
    result = on_fair("list", "-e", str(tmp_path), "--fields", "id")
    assert (result.exit_code, result.stdout) == (0, "fair\n")


def test_every_kind_can_be_asked_for_alone() -> None:
    assert {each.value for each in Question} == {*Kind, "parallel"}


def test_pauses_are_asked_for_by_their_length(on_fair: Agenda) -> None:
    kinds = [found(on_fair("conflicts", "--json", *pause)) for pause in (("--turnover", "20m"), ("--rest", "30m"))]
    assert [[each for each in every if each[0] in {"turnover", "rest"}] for every in kinds] == [
        [("turnover", "certain", "three", "four")],
        [],
    ]
    assert on_fair("conflicts", "--rest", "long").exit_code == 2


def test_categories_are_in_records_and_filters(on_fair: Agenda, fair: Path) -> None:
    fair.write_text(FAIR.replace("10:00: One\n", "10:00: One\n      categories: [Law, tides]\n"))
    asked = (("--category", "laws"), ("--match", "tide"))
    titles = [on_fair("timetable", *by, "--fields", "title,categories").stdout for by in asked]
    assert titles == ["One\tLaw; tides\n"] * 2
    told = on_fair("timetable", "--category", "sea")
    assert (
        told.stderr
        == "agenda: nothing is left: of 5 sessions none has the category `sea`; there are `Law` and `tides`\n"
    )
