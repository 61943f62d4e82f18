"""Files of other formats behind `-e` and in `import`."""

import zipfile
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest
from typer.testing import Result

from agendacli.formats.writers import WRITERS

Agenda = Callable[..., Result]
WRITTEN = [each for each in sorted(WRITERS) if each != "xlsx" or find_spec("openpyxl")]  # which is an extra

SCHEDULE = """\
<schedule>
  <conference><title>Tides 2026</title><acronym>tides26</acronym></conference>
  <day date='2026-03-14'><room name='Saal 1'>
    <event guid='5f049ba4-500a-5aa1-b04d-000000000001' id='11'>
      <date>2026-03-14T10:00:00+01:00</date><duration>00:45</duration><title>Pegel lesen</title><type>Talk</type>
      <language>de</language><persons><person id='1'>Ira Sand</person></persons>
    </event>
  </room></day>
</schedule>
"""


@pytest.fixture
def schedule(tmp_path: Path) -> Path:
    file = tmp_path / "schedule.xml"
    file.write_text(SCHEDULE)
    return file


def test_schedule_behind_e_and_on_standard_input(agenda: Agenda, schedule: Path) -> None:
    line = "tides26/11\t2026-03-14T10:00:00+01:00\t2026-03-14T10:45:00+01:00\tSaal 1\tPegel lesen\tconfirmed\n"
    assert agenda("timetable", "-e", str(schedule)).output == line
    assert agenda("timetable", str(schedule)).output == line
    assert agenda("timetable", "-e", "-", stdin=SCHEDULE).output == line


def test_schedule_as_a_definition(agenda: Agenda, schedule: Path, tmp_path: Path) -> None:
    output = tmp_path / "mine.yaml"
    found = agenda("import", str(schedule), "--zone", "Europe/Berlin", "-o", str(output))
    assert found.stderr.splitlines() == [
        f"agenda: {schedule}: left out, as a definition has no key for it: 1 language",
        f"agenda: {output}: an item; see `agenda check {output}`",
    ]
    assert (
        output.read_text()
        == """\
format: 1
title: Tides 2026
id: tides26
kind: conference
zone: Europe/Berlin

days:
  2026-03-14:
    - 10:00-10:45: Pegel lesen
      id: 11
      kind: talk
      room: Saal 1
      speaker: Ira Sand
      uid: 5f049ba4-500a-5aa1-b04d-000000000001
"""
    )
    assert agenda("diff", "--zone", "Europe/Berlin", str(schedule), str(output)).output == ""


@pytest.mark.parametrize("arguments", [("list", "-e"), ("import",), ("check",)], ids=lambda arguments: arguments[0])
def test_format_that_is_not_read_is_named(agenda: Agenda, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    file = tmp_path / "letter.png"
    file.write_bytes(b"\x89PNG\r\n")
    found = agenda(*arguments, str(file))
    assert found.exit_code == 2
    assert found.stderr.splitlines()[0] == (
        f"agenda: {file}: a picture, which is not read here; "
        "copy its programme into a sheet, or into a definition: `agenda new`"
    )


@pytest.mark.parametrize(
    ("kind", "ending", "title"),
    [("spreadsheet", "xlsx", "an OpenDocument sheet"), ("text", "docx", "an OpenDocument text")],
)
def test_what_libreoffice_converts_is_told_with_its_command(
    agenda: Agenda, tmp_path: Path, kind: str, ending: str, title: str
) -> None:
    file = tmp_path / "x.bin"
    file.write_bytes(b"PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument." + kind.encode())
    way = f"convert it and give that: `soffice --convert-to {ending} FILE`"
    assert agenda("import", str(file)).stderr == f"agenda: {file}: {title}, which is not read here; {way}\n"


@pytest.fixture
def vienna(agenda: Agenda, tmp_path: Path) -> Path:
    file = tmp_path / "vienna.xml"
    agenda("export", "vienna-session", "-o", str(file))
    return file


def test_export_by_the_name_of_the_file_tells_what_is_left_out(agenda: Agenda, tmp_path: Path) -> None:
    found = agenda("export", "vienna-session", "-o", str(tmp_path / "vienna.xml"))
    assert (found.exit_code, found.stdout) == (0, "")
    assert found.stderr.splitlines() == [
        (
            "agenda: 1 session is left out, as a schedule has no place for what has no hours or no end: "
            "`vienna-session/informal-dialogue`"
        ),
        (
            "agenda: left out, as schedule.xml has no place for it: 24 roles, 25 positions of people, 1 place, "
            "2 people of the programme as a whole"
        ),
    ]


def test_diff_with_its_own_export_is_empty(agenda: Agenda, vienna: Path) -> None:
    for operands in (("vienna-session", str(vienna)), (str(vienna), "vienna-session")):
        found = agenda("diff", *operands)
        assert (found.exit_code, found.stdout) == (0, "")


def test_change_in_a_schedule_is_the_only_difference(agenda: Agenda, vienna: Path) -> None:
    text = vienna.read_text()
    vienna.write_text(text.replace("<title>Opening segment</title>", "<title>Welcome</title>"))
    found = agenda("diff", "vienna-session", str(vienna), "--fields", "change,id,new")
    assert found.stdout == "renamed\tvienna-session/opening\tWelcome\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("vienna-session", "-f", "xml", "--alarm", "15m"), "--alarm is for calendars; schedule.xml has no such thing"),
        (("vienna-session", "-f", "json", "--expand"), "--expand is for calendars; schedule.json has no such thing"),
        (
            ("vienna-session", "high-level-meeting", "-f", "xml"),
            "-f xml: schedule.xml holds one event; name one of `vienna-session`, `high-level-meeting`",
        ),
    ],
)  # fmt: skip
def test_wishes_that_a_format_has_no_place_for(agenda: Agenda, arguments: tuple[str, ...], message: str) -> None:
    found = agenda("export", *arguments)
    assert (found.exit_code, found.stdout, found.stderr) == (2, "", f"agenda: {message}\n")


WITH_CANARY = """\
title: Tides
zone: Europe/Berlin
room: Saal 9
join: https://zoom.us/j/canary
days:
  2026-03-14:
    - 10:00-11:00: Canary
      id: canary-session
      privacy: private
      room: Canary room
      speakers: Canary Person
      description: canary words
      internal: canary
    - 12:00-13:00: Tea
"""


@pytest.mark.parametrize("name", WRITTEN)
@pytest.mark.parametrize("option", ["--public", "--busy"])
def test_private_items_and_links_to_join_do_not_leak(agenda: Agenda, tmp_path: Path, name: str, option: str) -> None:
    (tmp_path / "tides.yaml").write_text(WITH_CANARY)
    agenda("export", "-e", str(tmp_path / "tides.yaml"), "-f", name, option, "-o", str(tmp_path / "out"))
    shown = text_of(tmp_path / "out").casefold()
    assert "canary" not in shown
    assert ("busy" in shown, "tea" in shown) == (option == "--busy", True)


def text_of(file: Path) -> str:
    """What a file holds, or all of the parts of an archive."""
    if not zipfile.is_zipfile(file):
        return file.read_text(encoding="utf-8")
    with zipfile.ZipFile(file) as parts:
        return "".join(parts.read(each).decode() for each in parts.namelist())


def test_diff_of_a_private_item_has_no_room(agenda: Agenda, tmp_path: Path) -> None:
    (tmp_path / "tides.yaml").write_text(WITH_CANARY)
    agenda("export", "-e", str(tmp_path / "tides.yaml"), "--busy", "-o", str(tmp_path / "busy.xml"))
    found = agenda("timetable", "-e", str(tmp_path / "busy.xml"), "--fields", "room,title")
    assert found.stdout == "\tBusy\nSaal 9\tTea\n"


@pytest.mark.parametrize(
    "event", ["vienna-session", "high-level-meeting", "documents-and-deadlines", "security-council"]
)
@pytest.mark.parametrize("ending", ["csv", "md", "xml", "json"])
def test_event_and_its_export_do_not_differ(agenda: Agenda, tmp_path: Path, event: str, ending: str) -> None:
    file = tmp_path / f"programme.{ending}"
    if agenda("export", event, "-q", "-o", str(file)).exit_code == 0:
        found = agenda("diff", "-q", event, str(file))
        assert (found.exit_code, found.stdout) == (0, "")


def test_sheet_that_somebody_edited_differs_in_just_that(agenda: Agenda, tmp_path: Path) -> None:
    file = tmp_path / "programme.csv"
    agenda("export", "vienna-session", "-q", "-o", str(file))
    head, *rows = file.read_text(encoding="utf-8-sig").splitlines()
    edited = [
        each.replace("Plenary Room", "Room 7") if each.startswith("panel-1,") else each for each in reversed(rows)
    ]
    file.write_text("\n".join([head, *(each for each in edited if not each.startswith("lunch-5,"))]))
    found = agenda("diff", "-q", "vienna-session", str(file), "--fields", "change,title,new")
    assert found.stdout == "room\tPANEL 1: Smuggling of migrants\tRoom 7\nremoved\tLunch / Space for side events\t\n"


def test_formulas_are_texts_in_a_sheet(agenda: Agenda, tmp_path: Path) -> None:
    (tmp_path / "f.yaml").write_text('title: F\nzone: UTC\ndays:\n  2026-03-09:\n    - 9:00-10:00: "=1+1"\n')
    found = agenda("export", "-e", str(tmp_path / "f.yaml"), "-f", "csv")
    assert ",'=1+1," in found.stdout
    (tmp_path / "f.csv").write_text(found.stdout)
    assert agenda("timetable", "-e", str(tmp_path / "f.csv"), "--fields", "title").stdout == "=1+1\n"


def test_options_of_sheets(agenda: Agenda, tmp_path: Path) -> None:
    file = tmp_path / "tag.csv"
    file.write_text("Tag;Wozu\n09/03/2026;Tee\n")
    columns = ("--columns", "Wozu=title")
    assert agenda("list", "-e", str(file), *columns).exit_code == 2
    found = agenda("timetable", "-e", str(file), *columns, "--day-first", "--fields", "start,title")
    assert found.stdout == "2026-03-09\tTee\n"
    assert agenda("import", str(file), *columns, "--month-first").stdout.splitlines()[-2:] == [
        "    - hours unknown: Tee",
        "      id: tee",
    ]
    assert agenda("import", str(file), "--columns", "Wozu").stderr == (
        "agenda: --columns: `Wozu` names no column and its meaning; write them as `Beginn=start`\n"
    )


def test_folder_that_holds_a_sheet_only_names_it(agenda: Agenda, tmp_path: Path) -> None:
    (tmp_path / "programme.csv").write_text("Date,Title\n2026-03-09,Tea\n")
    found = agenda("list", "-e", str(tmp_path))
    way = f"name what it holds by itself, as with `-e {tmp_path / 'programme.csv'}`"
    assert (found.exit_code, found.stderr) == (2, f"agenda: {tmp_path}: no definitions in this folder; {way}\n")


@pytest.mark.parametrize(("text", "syntax"), [('{"error": "not found"}', "JSON"), ("[1, 2", "JSON"), ("<rss/>", "XML")])
def test_what_is_json_or_xml_of_another_kind_is_told(
    agenda: Callable[..., Result], tmp_path: Path, text: str, syntax: str
) -> None:
    (tmp_path / "x.txt.dat").write_text(text)
    told = agenda("import", str(tmp_path / "x.txt.dat"))
    assert told.exit_code == 2
    assert f"this {syntax} is none that is read; give a file of one of these: iCalendar, schedule.xml" in told.stderr
