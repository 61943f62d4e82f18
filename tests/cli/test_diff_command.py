"""`agenda diff`: which versions are meant, what is told of them, and what is said of those that mean nothing."""

import csv
import json
import subprocess
from collections.abc import Callable
from importlib import import_module
from io import StringIO
from pathlib import Path

import pytest
from typer.testing import Result

from agendacli.records.registry import record_schema

Agenda = Callable[..., Result]
Write = Callable[[str, str], Path]

OLD = """\
title: Spring school
place: {city: Lisbon, zone: Europe/Lisbon}
days:
  2026-03-09:
    - 09:00-10:00: Opening
      room: Blue room
      chair: Ms. Ada Prado
    - 10:00-11:00: Reading
      room: Hall
      speaker: Mr. Ben Costa
    - 14:00-15:00: Workshop
      id: workshop
      room: Hall
"""
NEW = OLD.replace("09:00-10:00", "09:30-10:30").replace("Hall\n      speaker", "Blue room\n      speaker")


@pytest.fixture
def school(write: Write) -> None:
    write("old/school.yaml", OLD)
    write("new/school.yaml", NEW)


@pytest.fixture
def repository(write: Write, tmp_path: Path) -> Path:
    """A repository whose last commit has the older version, with people of its own; the newer one is not committed."""
    write("events/school.yaml", OLD.replace("Ms. Ada Prado", "prado"))
    people = write("events/people.yaml", "prado: {name: Ada Prado, honorific: Ms.}\n")
    for command in ("init -q", "add .", "-c user.email=a@example.org -c user.name=A commit -qm first"):
        subprocess.run(("git", "-C", str(tmp_path), *command.split()), check=True)  # noqa: S607 (the git of whoever runs it)
    people.unlink()
    write("events/school.yaml", NEW)
    return tmp_path


def changed(result: Result) -> list[str]:
    return [" ".join(line.split("\t")[:2]) for line in result.stdout.splitlines()]


MOVED = ["moved school/opening", "room school/reading"]


@pytest.mark.parametrize(
    "operands", [("old/school.yaml", "new/school.yaml"), ("old", "new"), ("old/", "new/school.yaml")]
)
@pytest.mark.usefixtures("school")
def test_files_and_folders_are_operands(agenda: Agenda, operands: tuple[str, str]) -> None:
    result = agenda("diff", *operands)
    assert (changed(result), result.exit_code, result.stderr) == (MOVED, 1, "")


@pytest.mark.parametrize(
    "operands",
    [("vienna-session@2017-08-24", "vienna-session"), ("vienna-session@2017-08-24",), ("vienna-session",), ()],
)
def test_a_revision_is_compared_with_the_event_and_the_event_with_its_revision(
    agenda: Agenda, operands: tuple[str, ...]
) -> None:
    result = agenda("diff", *operands)
    assert changed(result) == [
        "added vienna-session/informal-dialogue",
        "seat filled vienna-session/panel-3",
        "added vienna-session/side-event",
        "seat filled vienna-session/summary-panel",
    ]
    assert (result.exit_code, result.stderr) == (1, "")


@pytest.mark.usefixtures("school")
def test_a_file_is_compared_with_the_revision_beside_it(agenda: Agenda, write: Write) -> None:
    write("new/school@2026-01-05.yaml", OLD)
    assert changed(agenda("diff", "new/school.yaml")) == MOVED
    assert changed(agenda("diff", "new/school@2026-01-05.yaml")) == MOVED


@pytest.mark.usefixtures("school")
def test_standard_input_is_an_operand(agenda: Agenda) -> None:
    result = agenda("diff", "-", "new/school.yaml", stdin=OLD)
    assert changed(result) == MOVED
    assert result.stderr == "agenda: `stdin` and `school` are compared as one event\n"


@pytest.mark.parametrize(
    "operands",
    [
        ("git:HEAD:events/school.yaml",),
        ("HEAD:events/school.yaml",),
        ("HEAD:events/school.yaml", "events/school.yaml"),
        ("HEAD:events/", "events"),
    ],
)
@pytest.mark.usefixtures("repository")
def test_a_revision_of_git_is_an_operand_with_its_own_people(agenda: Agenda, operands: tuple[str, ...]) -> None:
    result = agenda("diff", *operands)
    assert (changed(result), result.exit_code, result.stderr) == (MOVED, 1, "")


def test_a_path_in_git_may_count_from_where_one_is(
    agenda: Agenda, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repository / "events")
    assert changed(agenda("diff", "HEAD:school.yaml")) == MOVED


@pytest.mark.parametrize(
    ("operands", "told"),
    [
        (("-", "-"), "`-` cannot be both versions; save one of them as a file, and name that"),
        (("a", "b", "c"), "two versions are compared, not 3; write `agenda diff OLD NEW`"),
        (("none.yaml",), "none.yaml: no such file or directory"),
        (("C:none.yaml",), "C:none.yaml: no such file or directory"),
        (("events/school.yaml",), "`school` has no earlier revision here; name both versions: `agenda diff OLD NEW`"),
        (("vienna-session/panel-1",), "`vienna-session/panel-1` is one session; name its event, `vienna-session`"),
        (
            ("vienna-session@2017-08-25",),
            "`vienna-session` has no revision `2017-08-25`; did you mean `2017-08-24` or `2017-10-09`?",
        ),
        (("git:HEAD~7:x.yaml",), "git knows no revision `HEAD~7` here; `git log --oneline` lists them"),
        (("git:HEAD:x.yaml",), "`HEAD` has no `x.yaml`; `git ls-tree -r --name-only HEAD` lists its files"),
        (("--only", "mved"), "--only: no change is called `mved`; did you mean `moved` or `removed`?"),
        (("--conflicts", "--people"), "--conflicts and --people are two answers; ask for one of them"),
        (("--split", "person"), "--split writes several drafts; name the folder for them with `-o`"),
        (("--style", "corrigendum", "-f", "csv"), "--style corrigendum is a text; leave out `-f`, or write `-f text`"),
    ],
)
@pytest.mark.usefixtures("repository")
def test_what_means_nothing_is_told_with_what_to_type(agenda: Agenda, operands: tuple[str, ...], told: str) -> None:
    result = agenda("diff", *operands)
    assert (result.stdout, result.stderr, result.exit_code) == ("", f"agenda: {told}\n", 2)


def test_a_folder_outside_git_is_told(agenda: Agenda, write: Write) -> None:
    write("x.yaml", OLD)
    told = "agenda: `HEAD:x.yaml`: this folder is in no git repository; go into it, or name a file\n"
    assert agenda("diff", "git:HEAD:x.yaml").stderr == told


@pytest.mark.usefixtures("school")
def test_with_an_error_on_either_side_nothing_is_compared(agenda: Agenda, write: Write) -> None:
    write("bad.yaml", "title: X\ndays: 5\n")
    result = agenda("diff", "old/school.yaml", "bad.yaml")
    assert (result.stdout, result.exit_code) == ("", 2)
    assert result.stderr.splitlines()[-1] == "agenda: nothing is compared: a version has errors"


@pytest.mark.usefixtures("school")
def test_nothing_changed_is_exit_code_0_and_so_is_what_is_not_to_count(agenda: Agenda) -> None:
    assert agenda("diff", "old", "old").exit_code == 0
    assert agenda("diff", "old", "new", "--exit-zero").exit_code == 0


@pytest.mark.usefixtures("school")
def test_whole_programmes_of_folders_are_one_change_each(agenda: Agenda, write: Write) -> None:
    write("new/dinner.yaml", OLD)
    assert changed(agenda("diff", "old", "new"))[0] == "added dinner"


@pytest.mark.parametrize(
    ("options", "left"),
    [
        (("--person", "costa"), MOVED[1:]),
        (("--room", "hall"), MOVED[1:]),
        (("--on", "2026-03-10"), []),
        (("--only", "moved"), MOVED[:1]),
        (("--only", "moved", "--only", "room"), MOVED),
        (("--attend", "picks.txt"), MOVED[:1]),
        (("--match", "opening"), MOVED[:1]),
    ],
)
@pytest.mark.usefixtures("school")
def test_a_change_is_shown_if_either_side_is_selected(
    agenda: Agenda, write: Write, options: tuple[str, ...], left: list[str]
) -> None:
    write("picks.txt", "school/opening\n")
    assert changed(agenda("diff", "old", "new", *options)) == left


@pytest.mark.parametrize(
    ("name", "options"), [("change", ("--all",)), ("conflict-change", ("--conflicts",)), ("affected", ("--people",))]
)
@pytest.mark.usefixtures("school")
def test_records_are_as_their_schema_says(agenda: Agenda, name: str, options: tuple[str, ...]) -> None:
    records = json.loads(agenda("diff", "old", "new", "--json", *options).stdout)
    assert records
    validator = import_module("jsonschema").Draft202012Validator(record_schema(name))
    assert [*map(validator.is_valid, records)] == [True] * len(records)


@pytest.mark.usefixtures("school")
def test_records_are_written_as_a_table(agenda: Agenda) -> None:
    rows = [*csv.DictReader(StringIO(agenda("diff", "old", "new", "-f", "csv").stdout))]
    assert [(each["change"], each["minutes"], each["new"]) for each in rows] == [
        ("moved", "30", "2026-03-09T09:30:00+00:00; 2026-03-09T10:30:00+00:00"),
        ("room", "", "Blue room"),
    ]


def test_a_calendar_is_compared_with_what_the_definition_would_export(agenda: Agenda, write: Write) -> None:
    write("school.yaml", OLD)
    write("sent.ics", agenda("export", "-e", "school.yaml").stdout)
    assert agenda("diff", "sent.ics", "school.yaml").stdout == ""
    write("school.yaml", NEW.replace("15:00: Workshop", "15:00: Workshop on wells"))
    result = agenda("diff", "sent.ics", "school.yaml")
    assert changed(result) == [*MOVED, "renamed school/workshop"]


@pytest.mark.parametrize("event", ["vienna-session", "high-level-meeting", "security-council", "istanbul-conference"])
def test_a_bundled_event_is_what_its_own_export_says(agenda: Agenda, write: Write, event: str) -> None:
    write(f"{event}.ics", agenda("export", event).stdout)
    assert (agenda("diff", event, f"{event}.ics").stdout, agenda("diff", f"{event}.ics", event).stdout) == ("", "")


def test_the_whole_of_a_revision_is_a_folder(
    agenda: Agenda, write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("school.yaml", OLD)
    for command in ("init -q", "add .", "-c user.email=a@example.org -c user.name=A commit -qm first"):
        subprocess.run(("git", "-C", str(tmp_path), *command.split()), check=True)  # noqa: S607 (the git of whoever runs it)
    write("school.yaml", NEW)
    monkeypatch.chdir(tmp_path)
    assert changed(agenda("diff", "git:HEAD:", "school.yaml")) == MOVED


@pytest.mark.parametrize("typed", ["git:", "git:HEAD", "git:-x:school.yaml"])
def test_a_revision_without_a_file_says_how_to_name_one(agenda: Agenda, typed: str) -> None:
    told = f"agenda: `{typed}` names no file of a revision; write `git:HEAD~1:events/school.yaml`\n"
    assert (agenda("diff", typed).stderr, agenda("diff", "").exit_code) == (told, 2)


def test_an_event_of_one_file_has_the_revisions_beside_it(agenda: Agenda, write: Write) -> None:
    write("school.yaml", NEW.replace("days:", "revision: 2026-02-01\ndays:"))
    write("school@2026-01-01.yaml", OLD.replace("days:", "revision: 2026-01-01\ndays:"))
    assert changed(agenda("diff", "school", "-e", "school.yaml")) == MOVED


def test_a_calendar_that_a_server_has_written_anew_is_what_it_was(agenda: Agenda, write: Write) -> None:
    write(
        "school.yaml",
        OLD.replace("14:00-15:00", "14:00-").replace("      id: w", "      status: cancelled\n      id: w"),
    )
    sent = agenda("export", "-e", "school.yaml").stdout
    lines = (line for line in sent.splitlines() if not line.startswith(("NAME", "X-WR", "PRODID")))
    write("server.ics", "\r\n".join(("BEGIN:VCALENDAR", "PRODID:-//server//", *[*lines][1:], "")))
    for sides in (("school.yaml", "server.ics"), ("server.ics", "school.yaml")):
        result = agenda("diff", *sides, "--all")
        assert (result.stdout, result.stderr.count("without a zone")) == ("", 0)


def test_times_without_a_zone_on_one_side_are_told(agenda: Agenda, write: Write) -> None:
    write("school.yaml", "title: S\nzone: Europe/Lisbon\ndays:\n  2026-03-09:\n    - 09:00-10:00: Opening\n")
    sent = agenda("export", "-e", "school.yaml").stdout
    write("sent.ics", sent.replace(";TZID=Europe/Lisbon", "").replace("X-WR-TIMEZONE:Europe/Lisbon\r\n", ""))
    result = agenda("diff", "sent.ics", "school.yaml", "--floating", "Europe/Lisbon")
    assert result.stdout == ""
    told = "times without a zone are read on the clocks of Europe/Lisbon; `--zone` names others"
    assert f"agenda: sent.ics: {told}\n" in result.stderr


def test_a_session_that_was_only_likened_is_told_with_the_id_to_write(agenda: Agenda, write: Write) -> None:
    days = "title: S\nzone: Europe/Lisbon\ndays:\n  2026-03-09:\n    - 09:00-10:00: {}\n"
    write("old.yaml", days.format("Groundwater in Alentejo"))
    write("new.yaml", days.format("Groundwater of Alentejo today"))
    told = agenda("diff", "old.yaml", "new.yaml").stderr.splitlines()[-1]
    assert told == (
        "agenda: new.yaml:5:7: `new/groundwater-of-alentejo-today` is taken for `old/groundwater-in-alentejo` by its "
        "likeness; write `id: groundwater-in-alentejo` there to keep its entry in calendars"
    )


@pytest.mark.usefixtures("school")
def test_a_mail_has_one_fact_a_line_and_names_the_zone(agenda: Agenda) -> None:
    assert agenda("diff", "old", "new", "-f", "text").stdout == (
        "Spring school\n"
        "Changes from old to new.\n"
        "Times are those of Europe/Lisbon (UTC+0).\n"
        "\n"
        "Mon 9 March 2026\n"
        "- 09:30–10:30 Opening\n"
        "    moved from 09:00–10:00 to 09:30–10:30 (30 min later)\n"
        "- 10:00–11:00 Reading\n"
        "    now in Blue room, not in Hall\n"
        "\n"
        "Conflicts\n"
        "- new: “Opening” and “Reading” are both in Blue room and overlap by 30\n"
        "  min on Mon 9 March 2026, 10:00–10:30\n"
        "\n"
        "Who is affected\n"
        "- Ada Prado: Mon 9 March 2026\n"
        "- Ben Costa: Mon 9 March 2026\n"
    )


def test_no_line_of_a_mail_is_wider_than_72_columns(agenda: Agenda) -> None:
    for style in ("facts", "corrigendum"):
        lines = agenda("diff", "vienna-session", "-f", "text", "--style", style).stdout.splitlines()
        assert max(map(len, lines)) <= 72


@pytest.mark.usefixtures("school")
def test_a_corrigendum_is_in_the_words_of_secretariats(agenda: Agenda, write: Write) -> None:
    write("old/school.yaml", OLD.replace("09:00-10:00: Opening", '10:00-13:00: "Panel 2: Wells"\n      id: panel-2'))
    write("new/school.yaml", NEW.replace("09:30-10:30: Opening", '11:00-13:00: "Panel 2: Wells"\n      id: panel-2'))
    assert agenda("diff", "old", "new", "--style", "corrigendum").stdout == (
        "Spring school\n"
        "Corrections to the programme of old\n"
        "Times are those of Europe/Lisbon (UTC+0).\n"
        "\n"
        "Reading, Monday, 9 March: *for* Hall *read* Blue room\n"
        "\n"
        "Panel 2, Monday, 9 March: *for* 10:00 *read* 11:00\n"
    )


@pytest.mark.usefixtures("school")
def test_a_draft_for_each_person_has_what_concerns_that_person(agenda: Agenda, tmp_path: Path) -> None:
    result = agenda("diff", "old", "new", "--split", "person", "-o", "drafts")
    assert (result.stdout, result.stderr) == ("", "agenda: 2 drafts written to drafts; nothing is sent\n")
    drafts = {each.name: each.read_text() for each in (tmp_path / "drafts").iterdir()}
    assert sorted(drafts) == ["ada-prado.txt", "ben-costa.txt"]
    assert "Reading" not in drafts["ada-prado.txt"]


@pytest.mark.usefixtures("school")
def test_a_changelog_is_markdown_and_calls_nobody(agenda: Agenda, write: Write) -> None:
    write("new/school.yaml", NEW.replace("Workshop", '"Workshop with @ada *now*"'))
    assert agenda("diff", "old", "new", "-f", "markdown", "--only", "renamed").stdout.split("\n\n")[2:4] == [
        "### Mon 9 March 2026",
        "- **14:00–15:00 Workshop with \\@ada \\*now\\***: now called “Workshop with \\@ada \\*now\\*”, not “Workshop”",
    ]


@pytest.mark.parametrize("layout", ["list", "grid"])
@pytest.mark.usefixtures("school")
def test_a_timetable_marks_what_changed_since_a_version(agenda: Agenda, write: Write, layout: str) -> None:
    write("new/school.yaml", f"{NEW}    - 09:00-11:00: Tea\n      room: Hall\n")
    options = ("-f", "table", "--layout", layout, "-e", "new/school.yaml", "--since", "old/school.yaml")
    drawn = " ".join(agenda("timetable", *options, columns=200).stdout.split())
    marks = ("~ moved from 09:00–10:00", "~ now in Blue room, not in Hall", "~ added")
    assert [each in drawn for each in marks] == [True] * len(marks)


@pytest.mark.usefixtures("school")
def test_a_session_in_full_says_what_changed_since_a_version_and_what_is_gone_is_told(
    agenda: Agenda, write: Write
) -> None:
    write("new/school.yaml", NEW.partition("    - 14:00")[0])
    options = ("-f", "table", "-e", "new/school.yaml", "--since", "old/school.yaml")
    result = agenda("show", "school/opening", *options)
    assert "Changed  ~ moved from 09:00–10:00 to 09:30–10:30 (30 min later)" in result.stdout
    assert result.stderr == "agenda: `school/workshop` is gone since old/school.yaml\n"


@pytest.mark.usefixtures("school")
def test_marks_are_for_people(agenda: Agenda) -> None:
    told = "--since marks what is drawn for people; for programs there is `agenda diff old/school.yaml NEW`"
    result = agenda("timetable", "-e", "new/school.yaml", "--since", "old/school.yaml")
    assert (result.stderr, result.exit_code) == (f"agenda: {told}\n", 2)


@pytest.mark.usefixtures("school")
@pytest.mark.parametrize("asked", ["text", "markdown"])
def test_what_is_told_is_all_on_the_clocks_that_it_names(agenda: Agenda, asked: str) -> None:
    told = agenda("diff", "old", "new", "-f", asked, "--tz", "Pacific/Auckland", "--only", "moved").stdout
    assert "Pacific/Auckland (UTC+13)" in told
    assert "22:30–23:30 Opening" in told
    assert "09:00" not in told
    later = agenda("diff", "old", "new", "-f", asked, "--tz", "Pacific/Kiritimati").stdout
    assert "Tue 10 March 2026" in later
    assert "Ben Costa: Tue 10 March 2026" in later
