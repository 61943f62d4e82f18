"""Events of one's own: `new`, `add` and `edit`."""

import os
import pty
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result
from tzlocal import get_localzone_name

from agendacli.files.paths import bundled_folder

Agenda = Callable[..., Result]

SOURCE = Path(__file__).parents[2] / "src"
TEA = """\
# Tea, every day.
title: Tea      # nothing else
zone: UTC
days:
  2026-01-05:
    - 16:00-17:00: Tea

    # Dinner.
    - 19:00-20:00: Dinner
"""
WITH_CAKE = TEA.replace("Tea\n\n", "Tea\n\n    - 17:00-18:00: Cake\n\n")
BROKEN = TEA.replace("20:00", "18:00")
DINNER_ENDS_EARLY = (
    "error[end-before-start]: it ends at 18:00, not after it begins at 19:00; over midnight write `19:00-18:00 +1`\n"
)
ON = ("--on", "2026-01-05", "--time", "17:00-18:00")


NEXT = "or `agenda add spring-school.yaml --on DATE --time 10:00-11:00 --title TEXT`"
EXAMPLES = "`2026-03-09`, `2026-03-09 to 2026-03-11` or `2026-03`"
DATES = f"Dates: {EXAMPLES}: "
BY_HAND = "its days are laid out in a way that nothing can be added to; write the item by hand"
ZONE = "Time zone of its clock times [Europe/Rome]: "


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with `tea.yaml` in it; temporary files are made in `temporary`, and no editor is set."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    for name in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "tea.yaml").write_text(TEA)
    return tmp_path


def editor(folder: Path, *texts: str, code: int = 0) -> str:
    """An editor that writes the texts, one at each call, and says of each which line it was told."""
    script = folder / "editor.py"
    script.write_text(f"""\
import pathlib, sys
lines = pathlib.Path({str(folder / "lines")!r})
calls = lines.read_text().split() if lines.exists() else []
pathlib.Path(sys.argv[-1]).write_text({texts!r}[len(calls)])
lines.write_text(" ".join([*calls, sys.argv[-2]]))
sys.exit({code})
""")
    (folder / "vim").write_text(f'#!/bin/sh\nexec {sys.executable} {script} "$@"\n')
    (folder / "vim").chmod(0o755)
    return str(folder / "vim")


def on_terminal(folder: Path, *arguments: str, answers: str, **environment: str) -> tuple[int, str]:
    """The exit code and everything that is shown when the tool runs on a terminal and these answers are typed."""
    ours, theirs = pty.openpty()
    base = {
        "PATH": os.environ["PATH"],
        "AGENDA_CACHE": os.environ["AGENDA_CACHE"],
        "PYTHONPATH": str(SOURCE),
        "TZ": "Europe/Rome",
        "LC_ALL": "C.UTF-8",
    }
    base |= {"AGENDA_EVENTS": "bundled", "AGENDA_CONFIG": os.devnull, "TERM": "dumb", "COLUMNS": "200"}
    base |= {"TMPDIR": str(folder / "temporary")}
    command = [sys.executable, "-m", "agendacli", *arguments]
    with subprocess.Popen(
        command, stdin=theirs, stdout=theirs, stderr=theirs, cwd=folder, env=base | environment
    ) as run:
        os.close(theirs)
        os.write(ours, answers.encode())
        shown = _everything(ours)
    os.close(ours)
    return run.returncode, shown.replace("\r\n", "\n")


def _everything(terminal: int) -> str:
    shown = b""
    while True:
        try:
            shown += os.read(terminal, 65536)
        except OSError:  # the other side is closed
            return shown.decode()


def left(folder: Path) -> list[str]:
    """What is left in the folder of temporary files."""
    return [each.name for each in (folder / "temporary").iterdir()]


# new


def test_new_writes_what_check_accepts(agenda: Agenda, folder: Path) -> None:
    options = ("--title", "School: of tea", "--place", "Lisbon", "--zone", "Europe/Lisbon", "--organizer", "Friends")
    result = agenda("new", "Spring School", "--dates", "9 march 2026", *options)
    assert (result.exit_code, result.stdout) == (0, "spring-school.yaml\n")
    assert result.stderr == f"agenda: next: `agenda edit spring-school.yaml`, {NEXT}\n"
    checked = agenda("check", "spring-school.yaml")
    assert (checked.exit_code, checked.stdout) == (0, "")
    shown = agenda("-e", "spring-school.yaml", "list", "--fields", "id,title,start,city,timezone").stdout
    assert shown == "spring-school\tSchool: of tea\t2026-03-09\tLisbon\tEurope/Lisbon\n"
    assert "\norganizer: Friends\n" in (folder / "spring-school.yaml").read_text()


@pytest.mark.parametrize(
    ("arguments", "file"),
    [
        (("school",), "school.yaml"),
        (("school.yml",), "school.yml"),
        (("temporary/school",), "temporary/school.yaml"),
        (("school", "--into", "temporary"), "temporary/school.yaml"),
    ],
)
def test_new_file_where_the_name_says(agenda: Agenda, folder: Path, arguments: tuple[str, ...], file: str) -> None:
    result = agenda("new", *arguments, "--dates", "2026-03", "-q")
    assert (result.exit_code, result.stdout, result.stderr) == (0, f"{file}\n", "")
    assert (
        (folder / file).read_text().startswith("# One file is one programme; its id is the name of the file: school.\n")
    )


def test_new_in_any_script(agenda: Agenda, folder: Path) -> None:
    result = agenda("new", "茶会", "--dates", "2026-03", "-q")
    assert (result.exit_code, result.stdout) == (0, "茶会.yaml\n")
    assert agenda("-e", "茶会.yaml", "list", "--fields", "id,title").stdout == "茶会\t茶会\n"
    assert (folder / "茶会.yaml").is_file()


def test_new_without_a_zone_says_how_to_get_one_and_proposes_what_works(agenda: Agenda, folder: Path) -> None:
    home = get_localzone_name()
    result = agenda("new", "x", "--dates", "2026-03")
    assert result.stderr == (
        "agenda: clock times need a time zone, and none is said: "
        f"take the `#` from `#zone: {home}` with `agenda edit x.yaml`\n"
        'agenda: next: `agenda add x.yaml --on DATE --time "hours unknown" --title TEXT`, '
        "or with clock times once it has a zone\n"
    )
    added = agenda("add", "x.yaml", "--on", "2026-03-10", "--time", "hours unknown", "--title", "Tea")
    assert (added.exit_code, added.stdout) == (0, "x/tea\n")
    text = (folder / "x.yaml").read_text()
    (folder / "x.yaml").write_text(text.replace(f"#zone: {home}", f"zone: {home}"))
    assert (
        agenda("add", "x.yaml", "--on", "2026-03-11", "--time", "10:00-11:00", "--title", "Cake").stdout == "x/cake\n"
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ("tea", "--dates", "2026-03"),
            "tea.yaml is there already; choose another name, or change it with `agenda edit tea.yaml`",
        ),
        (
            ("people.yaml", "--dates", "2026-03"),
            "people.yaml says something of the definitions beside it and is not one; choose another name",
        ),
        (
            ("waivers", "--dates", "2026-03"),
            "waivers.yaml says something of the definitions beside it and is not one; choose another name",
        ),
        (("🍵", "--dates", "2026-03"), "no id can be made of `🍵`; take a name with letters or digits"),
        (("x" * 300, "--dates", "2026-03"), f"{'x' * 300}.yaml: file name too long"),
        (("x",), f"say when it is: `--dates` with {EXAMPLES}"),
        (
            ("x", "--dates", "4/9/2026"),
            "--dates: `4/9/2026` could be 4 September 2026 or 9 April 2026; write `2026-09-04` or `2026-04-09`",
        ),
        (
            ("x", "--dates", "2 days after y"),
            f"--dates: `2 days after y` depends on a session, and there is none yet: write {EXAMPLES}",
        ),
        (("x", "--dates", "2026-03", "--into", "nowhere"), "nowhere/x.yaml: no such file or directory"),
        (("x\udcff.yaml", "--dates", "2026-03"), "`x⟨U+DCFF⟩.yaml` is not UTF-8; type it in a terminal that is"),
        (("x", "--dates", "2026-03", "--title", "\udcff"), "`⟨U+DCFF⟩` is not UTF-8; type it in a terminal that is"),
    ],
)
def test_new_refused(agenda: Agenda, folder: Path, arguments: tuple[str, ...], message: str) -> None:
    result = agenda("new", *arguments)
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", f"agenda: {message}\n")
    assert sorted(each.name for each in folder.iterdir()) == ["tea.yaml", "temporary"]


def test_new_with_an_error_is_not_written(agenda: Agenda, folder: Path) -> None:
    result = agenda("new", "x", "--dates", "2026-03", "--zone", "Lisbon")
    assert (result.exit_code, (folder / "x.yaml").exists()) == (2, False)
    assert result.stderr == (
        "x.yaml:11:7: error[unknown-zone]: `Lisbon` is not an IANA time zone; did you mean `Europe/Lisbon`?\n"
        "agenda: x.yaml is not written: the errors above would be in it\n"
    )


def test_new_asks_on_a_terminal(folder: Path) -> None:
    answers = "\nPort Harbour\n4/9/2026\n2026-09-04\nLisbon\n\n"
    code, shown = on_terminal(folder, "new", "spring-school", answers=answers)
    assert code == 0
    assert shown.removeprefix(answers) == (
        f"Title [Spring school]: Place: `City`, or `Building, City` (or nothing): {DATES}"
        "Error: `4/9/2026` could be 4 September 2026 or 9 April 2026; write `2026-09-04` or `2026-04-09`\n"
        f"{DATES}{ZONE}"
        "Error: `Lisbon` is not an IANA time zone; did you mean `Europe/Lisbon`?\n"
        f"{ZONE}spring-school.yaml\n"
        f"agenda: next: `agenda edit spring-school.yaml`, {NEXT}\n"
    )
    text = (folder / "spring-school.yaml").read_text()
    said = [line for line in text.splitlines() if line and not line.startswith("#")]
    assert said == [
        "format: 1",
        "title: Spring school",
        "place: Port Harbour",
        "zone: Europe/Rome",
        "dates: 2026-09-04",
    ]


def test_new_asks_for_no_zone_where_the_place_has_one(folder: Path) -> None:
    code, _ = on_terminal(folder, "new", "x", "--title", "X", "--dates", "2026-03", answers="Vienna\n")
    assert (code, "\nplace: Vienna\n#zone: " in (folder / "x.yaml").read_text()) == (0, True)


def test_new_broken_off_writes_nothing(folder: Path) -> None:
    code, _ = on_terminal(folder, "new", "x", answers="\x04")
    assert (code, (folder / "x.yaml").exists()) == (130, False)


# add


def test_add_writes_the_item_in_its_place(agenda: Agenda, folder: Path) -> None:
    result = agenda("add", "tea", *ON, "--title", "Cake", "-e", ".")
    assert (result.exit_code, result.stdout) == (0, "tea/cake\n")
    assert result.stderr == "agenda: added to tea.yaml, line 8\n"
    assert (folder / "tea.yaml").read_text() == WITH_CAKE


def test_add_with_everything(agenda: Agenda, folder: Path) -> None:
    options = ("--room", "Room 1", "--kind", "panel", "--id", "cake", "--status", "tentative")
    people = ("chair: Ms. Jo Doe, Director: cakes", "speakers: Mr. A B", "Speaker: Ms. C D (tbc)")
    more = (each for text in people for each in ("--person", text))
    result = agenda("add", "tea.yaml", *ON, "--title", "Cake #1", *options, "--description", "Sweet.", *more, "-q")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "tea/cake\n", "")
    assert (folder / "tea.yaml").read_text().split("\n\n")[1].splitlines() == [
        '    - 17:00-18:00: "Cake #1"',
        "      id: cake",
        "      kind: panel",
        "      room: Room 1",
        "      status: tentative",
        "      description: Sweet.",
        '      chair: "Ms. Jo Doe, Director: cakes"',
        "      speakers:",
        "        - Mr. A B",
        "        - Ms. C D (tbc)",
    ]


def test_add_takes_words_for_days(agenda: Agenda, folder: Path) -> None:
    agenda("add", "tea.yaml", "--on", "monday 5 january 2026", "--time", "17:00-18:00", "--title", "Cake")
    assert (folder / "tea.yaml").read_text() == WITH_CAKE


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ("tea.yaml", "--on", "4/9/2026", "--time", "17:00-", "--title", "Cake"),
            "--on: `4/9/2026` could be 4 September 2026 or 9 April 2026; write `2026-09-04` or `2026-04-09`",
        ),
        (
            ("tea.yaml", "--on", "2026-01-05", "--time", "25:00-", "--title", "Cake"),
            "--time: `25:00` is not a time of day; write `00:00` to `24:00`",
        ),
        (
            ("tea.yaml", *ON, "--title", "Cake", "--person", "Jo Doe"),
            "--person: `Jo Doe` says no role; write `ROLE: Name, Position`",
        ),
        (
            ("tea.yaml", *ON, "--title", "Cake", "--person", "panelist: Jo Doe"),
            "--person: `panelist` is not a role; did you mean `panellist`?",
        ),
        (("tea/tea", *ON, "--title", "Cake", "-e", "."), "`tea/tea` is not an event; name the event, or its file"),
        (("te/tee", *ON, "--title", "Cake", "-e", "."), "`tea` has no session `tee`; there are `dinner` and `tea`"),
        (
            ("stdin", *ON, "--title", "Cake", "-e", "-"),
            "`stdin` comes from standard input; save it as a file first, and name that with `-e`",
        ),
        (
            ("people.yaml", *ON, "--title", "Cake"),
            "people.yaml is not a definition of an event; change it in an editor, and `agenda check` it",
        ),
        (
            ("waivers.yaml", *ON, "--title", "Cake"),
            "waivers.yaml is not a definition of an event; change it in an editor, and `agenda check` it",
        ),
        (
            ("flow.yaml", *ON, "--title", "Cake"),
            f"nothing is written to flow.yaml: {BY_HAND}",
        ),
        (("tea.yaml", *ON, "--title", "Cake", "--id", "tea"), "--id: `tea` is taken; choose another, or leave it out"),
        (("tea.yaml", *ON, "--title", "\udcff"), "`⟨U+DCFF⟩` is not UTF-8; type it in a terminal that is"),
    ],
)
def test_add_refused(agenda: Agenda, folder: Path, arguments: tuple[str, ...], message: str) -> None:
    (folder / "people.yaml").write_text("jo:\n  name: Jo Doe\n")
    (folder / "waivers.yaml").write_text("waivers: []\n")
    (folder / "flow.yaml").write_text("title: Tea\nzone: UTC\ndays: {2026-01-05: [{16:00-17:00: Tea}]}\n")
    result = agenda("add", *arguments, stdin=TEA)
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", f"agenda: {message}\n")
    assert (folder / "tea.yaml").read_text() == TEA


def test_add_takes_days_that_repeat(agenda: Agenda, folder: Path) -> None:
    days = "every Tuesday from 2026-01-06 to 2026-01-27"
    assert (
        agenda("add", "tea", "-e", ".", "--on", days, "--time", "17:00-18:00", "--title", "Choir").stdout
        == "tea/choir\n"
    )
    assert (folder / "tea.yaml").read_text().endswith(f"  {days}:\n    - 17:00-18:00: Choir\n")
    refused = agenda("add", "tea", "-e", ".", "--on", "every moon", "--time", "17:00-18:00", "--title", "Choir")
    assert (refused.exit_code, refused.stderr.startswith("agenda: --on: ")) == (2, True)


def test_add_with_an_error_writes_nothing(agenda: Agenda, folder: Path) -> None:
    result = agenda("add", "tea.yaml", *ON, "--title", "Cake", "--id", "Cake")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        "tea.yaml:9:11: error[bad-id]: `Cake` is not an id; use small letters, digits and hyphens\n"
        "agenda: nothing is written to tea.yaml: the errors above would be in it\n"
    )
    assert (folder / "tea.yaml").read_text() == TEA


def test_add_of_a_title_that_is_there_states_an_id_so_that_the_other_keeps_its_own(
    agenda: Agenda, folder: Path
) -> None:
    result = agenda("add", "tea.yaml", "--on", "2026-01-05", "--time", "15:00-15:30", "--title", "Tea")
    assert (result.exit_code, result.stdout) == (0, "tea/tea-2\n")
    assert result.stderr == "agenda: added to tea.yaml, line 6\n"
    added = "    - 15:00-15:30: Tea\n      id: tea-2\n\n"
    assert (folder / "tea.yaml").read_text() == TEA.replace("2026-01-05:\n", f"2026-01-05:\n{added}")


def test_add_beside_an_older_error_is_written(agenda: Agenda, folder: Path) -> None:
    (folder / "tea.yaml").write_text(BROKEN)
    result = agenda("add", "tea.yaml", *ON, "--title", "Cake")
    assert (result.exit_code, result.stdout) == (2, "tea/cake\n")
    assert result.stderr == (
        "agenda: added to tea.yaml, line 11\nagenda: tea.yaml has other errors; see `agenda check tea.yaml`\n"
    )


def test_add_with_a_warning_tells_it(agenda: Agenda, folder: Path) -> None:
    result = agenda("add", "tea.yaml", *ON, "--title", "Cake", "--kind", "pannel")
    assert (result.exit_code, result.stdout) == (0, "tea/cake\n")
    assert result.stderr.splitlines()[0].startswith("tea.yaml:9:13: warning[unknown-kind]: `pannel`")
    assert "kind: pannel" in (folder / "tea.yaml").read_text()


def test_add_to_a_new_definition(agenda: Agenda, folder: Path) -> None:
    agenda("new", "school", "--dates", "2026-01-05", "--zone", "UTC")
    before = (folder / "school.yaml").read_text()
    result = agenda("add", "school.yaml", *ON, "--title", "Cake")
    assert (result.exit_code, result.stdout) == (0, "school/cake\n")
    assert result.stderr.splitlines()[1] == (
        "agenda: the programme has items now, so `school/meeting` no longer stands for the whole of it"
    )
    after = f"{before}\ndays:\n  2026-01-05:\n    - 17:00-18:00: Cake\n"
    assert (folder / "school.yaml").read_text() == after


def test_add_to_a_bundled_event_says_what_to_do(agenda: Agenda, folder: Path) -> None:
    path = bundled_folder() / "vienna-session.yaml"
    told = f"agenda: `vienna-session` comes with the tool and is not changed: copy {path} into a folder of your own"
    for named in ("vienna", str(path)):
        result = agenda("add", named, *ON, "--title", "Cake")
        assert (result.exit_code, result.stderr) == (2, f"{told}, and name that with `-e`\n")
    (folder / "vienna-session.yaml").write_bytes(path.read_bytes())
    options = ("--on", "2017-09-04", "--time", "13:30-14:30", "--title", "Tea", "-e", ".")
    assert agenda("add", "vienna", *options).stdout == "vienna-session/tea\n"
    before, after = path.read_text().splitlines(), (folder / "vienna-session.yaml").read_text().splitlines()
    assert [line for line in after if line not in before] == ["    - 13:30-14:30: Tea"]
    assert len(after) == len(before) + 2


def test_add_to_an_unknown_event_tells_what_is_wrong_with_the_others(agenda: Agenda, folder: Path) -> None:
    (folder / "tea.yaml").write_text(BROKEN)
    result = agenda("add", "coffee", *ON, "--title", "Cake", "-e", ".", "-e", "nowhere")
    assert result.stderr == (
        "agenda: nowhere: no such file or directory\n"
        f"tea.yaml:9:13: {DINNER_ENDS_EARLY}"
        "agenda: no event is called `coffee`; there is only `tea`\n"
    )


def test_add_to_a_calendar_is_refused(agenda: Agenda, folder: Path) -> None:
    (folder / "tea.ics").write_bytes(agenda("export", "-e", "tea.yaml").stdout_bytes)
    result = agenda("add", "tea", *ON, "--title", "Cake", "-e", "tea.ics")
    assert (result.exit_code, (folder / "tea.yaml").read_text()) == (2, TEA)


# edit


def test_edit_opens_at_the_line_and_writes_what_is_sound(
    agenda: Agenda, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", editor(folder, WITH_CAKE))
    result = agenda("edit", "tea/dinner", "-e", "tea.yaml")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "agenda: written to tea.yaml\n")
    assert ((folder / "lines").read_text(), (folder / "tea.yaml").read_text()) == ("+9", WITH_CAKE)
    assert left(folder) == []


def test_edit_with_errors_keeps_what_was_typed_beside_the_original(
    agenda: Agenda, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", editor(folder, BROKEN, BROKEN))
    for kept in ("tea.yaml.edited", "tea.yaml.edited-2"):
        result = agenda("edit", "tea.yaml")
        assert result.exit_code == 2
        told = f"tea.yaml:9:13: {DINNER_ENDS_EARLY}agenda: it has errors; what you typed is kept in {kept}\n"
        assert result.stderr == told
        assert ((folder / kept).read_text(), (folder / "tea.yaml").read_text()) == (BROKEN, TEA)
    assert left(folder) == []


def test_edit_of_a_broken_file_begins_at_its_fault(
    agenda: Agenda, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "tea.yaml").write_text(BROKEN)
    monkeypatch.setenv("EDITOR", editor(folder, f"{BROKEN}\n", TEA))
    first = agenda("edit", "tea.yaml")
    assert (first.exit_code, first.stderr) == (
        2,
        "agenda: written to tea.yaml\nagenda: tea.yaml has other errors; see `agenda check tea.yaml`\n",
    )
    assert agenda("edit", "tea.yaml").exit_code == 0
    assert ((folder / "lines").read_text(), (folder / "tea.yaml").read_text()) == ("+9 +9", TEA)


@pytest.mark.parametrize(
    ("command", "ending"),
    [
        ("true", (0, "tea.yaml is as it was; if `true` is still open, give it the option that makes it wait")),
        ("false", (2, "the editor ended with exit code 1")),
        (
            "no-such-editor",
            (2, "the editor `no-such-editor` cannot be run: no such file or directory; set VISUAL or EDITOR"),
        ),
        ("vim 'x", (2, "a quote in VISUAL or EDITOR is not closed: `vim 'x`")),
        ("", (2, "no editor is set; set VISUAL or EDITOR, as in `EDITOR=nano agenda edit tea.yaml`")),
    ],
)
def test_edit_without_a_change(
    agenda: Agenda, folder: Path, monkeypatch: pytest.MonkeyPatch, command: str, ending: tuple[int, str]
) -> None:
    monkeypatch.setenv("EDITOR", command)
    result = agenda("edit", "tea.yaml")
    assert (result.exit_code, result.stderr.removeprefix("agenda: ").rstrip()) == ending
    assert ((folder / "tea.yaml").read_text(), left(folder)) == (TEA, [])


def test_edit_by_a_known_editor_without_a_change(agenda: Agenda, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", editor(folder, TEA))
    assert agenda("edit", "tea.yaml").stderr == "agenda: tea.yaml is as it was\n"


def test_edit_given_up_by_the_editor_keeps_what_was_typed(
    agenda: Agenda, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", editor(folder, WITH_CAKE, code=1))
    result = agenda("edit", "tea.yaml")
    assert (result.exit_code, result.stderr) == (
        2,
        "agenda: the editor ended with exit code 1; what you typed is kept in tea.yaml.edited\n",
    )
    assert ((folder / "tea.yaml").read_text(), (folder / "tea.yaml.edited").read_text()) == (TEA, WITH_CAKE)


def test_edit_of_what_somebody_else_changed_meanwhile(
    agenda: Agenda, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = folder / "vim"
    script.write_text(f'#!/bin/sh\necho "# theirs" >> {folder}/tea.yaml\necho "# mine" >> "$2"\n')
    script.chmod(0o755)
    monkeypatch.setenv("EDITOR", str(script))
    result = agenda("edit", "tea.yaml")
    assert result.stderr == "agenda: tea.yaml was changed meanwhile; what you typed is kept in tea.yaml.edited\n"
    assert (folder / "tea.yaml").read_text() == f"{TEA}# theirs\n"
    assert (folder / "tea.yaml.edited").read_text() == f"{TEA}# mine\n"


def test_edit_where_nothing_can_be_written_leaves_the_copy(
    agenda: Agenda, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "gone").mkdir()
    (folder / "gone" / "tea.yaml").write_text(TEA)
    script = folder / "vim"
    script.write_text(f'#!/bin/sh\nrm -r {folder}/gone\necho "# mine" >> "$2"\n')
    script.chmod(0o755)
    monkeypatch.setenv("EDITOR", str(script))
    result = agenda("edit", "gone/tea.yaml")
    (copy,) = (folder / "temporary").glob("*/tea.yaml")
    assert (result.exit_code, result.stderr) == (
        2,
        f"agenda: gone/tea.yaml was changed meanwhile; what you typed is kept in {copy}\n",
    )
    assert copy.read_text() == f"{TEA}# mine\n"


def test_edit_again_on_a_terminal_until_it_is_sound(folder: Path) -> None:
    command = editor(folder, BROKEN, BROKEN, WITH_CAKE)
    code, shown = on_terminal(folder, "edit", "tea.yaml", answers="\nwhat\ne\n", EDITOR=command)
    assert (code, (folder / "tea.yaml").read_text()) == (0, WITH_CAKE)
    assert (shown.endswith("agenda: written to tea.yaml\n"), (folder / "lines").read_text()) == (True, "+1 +9 +9")


@pytest.mark.parametrize(
    ("answers", "code", "end", "kept"),
    [
        ("d\n", 0, "agenda: dropped; tea.yaml is as it was\n", []),
        ("k\n", 2, "agenda: it has errors; what you typed is kept in tea.yaml.edited\n", ["tea.yaml.edited"]),
        ("\x04", 2, "agenda: it has errors; what you typed is kept in tea.yaml.edited\n", ["tea.yaml.edited"]),
    ],
)
def test_edit_with_errors_on_a_terminal(folder: Path, answers: str, code: int, end: str, kept: list[str]) -> None:
    found, shown = on_terminal(folder, "edit", "tea.yaml", answers=answers, EDITOR=editor(folder, BROKEN))
    assert (found, shown[-len(end) :], [each.name for each in folder.glob("*.edited*")]) == (code, end, kept)
    assert ((folder / "tea.yaml").read_text(), left(folder)) == (TEA, [])


def test_pick_offers_the_whole_id_that_a_part_means(folder: Path) -> None:
    schedule = folder / "mine.txt"
    line = ("pick", "vienna/panel-3", "--schedule", str(schedule))
    code, shown = on_terminal(folder, *line, answers="y\n")
    assert (code, schedule.read_text().splitlines()[-1]) == (0, "vienna-session/panel-3")
    assert "`vienna/panel-3` is not a whole id; do you mean `vienna-session/panel-3`? [y/N]: " in shown


def test_pick_of_a_part_that_is_not_meant_writes_nothing(folder: Path) -> None:
    schedule = folder / "mine.txt"
    code, shown = on_terminal(folder, "pick", "vienna/panel-3", "--schedule", str(schedule), answers="n\n")
    assert (code, schedule.exists()) == (2, False)
    assert shown.endswith("agenda: nothing is written; name it by its whole id\n")


def test_pick_without_ids_chooses_by_numbers(folder: Path) -> None:
    (folder / "talks.yaml").write_text(
        "title: Talks\nzone: UTC\ndays:\n  2026-03-10:\n"
        "    - 11:00-12:00: Second\n    - 10:00-11:00: First\n    - 12:00-13:00: Lunch\n    - 13:00-14:00: Third\n"
    )
    schedule = folder / "mine.txt"
    line = ("pick", "-e", "talks.yaml", "--schedule", str(schedule))
    code, shown = on_terminal(folder, *line, answers="1 3\n", PATH="")
    assert (code, schedule.read_text().splitlines()[-2:]) == (0, ["talks/first", "talks/third"])
    assert "2  Tue 10 March 2026, 11:00–12:00  Second\n" in shown
