"""One slip at a command line loses nothing: files that are read, foreign or protected, and files without a name."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from agendacli.cli.menu import COMMANDS, built

Agenda = Callable[..., Result]

TEA = "title: Tea\nzone: UTC\ndays:\n  2026-01-05:\n    - 16:00-17:00: Tea\n"
NAMELESS = "a file without a name; if that comes from a variable, it is empty"
INTO_A_FOLDER = {"publish"}
WITH_OUTPUT = tuple(
    name
    for name, entry in COMMANDS.items()
    if name not in INTO_A_FOLDER and any(each.name == "output" for each in built(entry).params)
)
ARGUMENTS = {
    "show": ("tea",),
    "import": ("tea.ics",),
    "free": ("--on", "2026-01-05"),
    "diff": ("tea.yaml", "new/tea.yaml"),
}


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, agenda: Agenda) -> None:
    monkeypatch.chdir(tmp_path)
    Path("tea.yaml").write_text(TEA)
    Path("waivers.yaml").write_text("[]\n")
    Path("new").mkdir()
    Path("new/tea.yaml").write_text(TEA.replace("16:00", "16:30"))
    agenda("-e", "tea.yaml", "export", "-o", "tea.ics")


def line(command: str, output: str, *more: str) -> tuple[str, ...]:
    events = ("-e", "tea.yaml") if command != "import" else ()
    return (*events, command, *ARGUMENTS.get(command, ()), "-o", output, *more)


def test_commands_that_write_where_they_are_told_are_these() -> None:
    assert set(WITH_OUTPUT) >= {"list", "show", "timetable", "conflicts", "export", "import", "check", "schema"}


@pytest.mark.parametrize("command", WITH_OUTPUT)
def test_protected_file_is_written_only_with_force(agenda: Agenda, command: str) -> None:
    if command == "cache" and os.environ["AGENDA_CACHE"] == "off":
        pytest.skip("there is nothing to show of a cache that is off")
    Path("out").write_text("mine")
    Path("out").chmod(0o444)
    refused = agenda(*line(command, "out"))
    assert refused.exit_code == 2
    assert "agenda: out is write-protected; give another name, or `--force`\n" in refused.stderr
    assert Path("out").read_text() == "mine"
    agenda(*line(command, "out", "--force"))
    assert Path("out").read_text() != "mine"


@pytest.mark.parametrize("command", [each for each in WITH_OUTPUT if each not in ("schema", "cache", "config")])
def test_file_that_is_read_is_written_only_with_force(agenda: Agenda, command: str) -> None:
    read = "tea.ics" if command == "import" else "tea.yaml"
    before = Path(read).read_bytes()
    refused = agenda(*line(command, f"./{read}"))
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert (
        f"agenda: ./{read} is read by this command, and would be overwritten; give another name, or `--force`\n"
        in refused.stderr
    )
    assert Path(read).read_bytes() == before


@pytest.mark.parametrize(
    ("words", "output"),
    [
        (("check", "tea.yaml"), "people.yaml"),
        (("check", "."), "tea.yaml"),
        (("-e", "tea.yaml", "list"), "places.yaml"),
        (("-e", "tea.yaml", "conflicts"), "waivers.yaml"),
        (("import", "tea.ics"), "people.yaml"),
        (("diff", "tea.yaml", "new"), "new/people.yaml"),
        (("diff", ".", "new"), "new/tea.yaml"),
        (("-e", "tea.yaml", "list", "--mine"), "mine.txt"),
    ],
)
def test_file_that_is_read_along_is_written_only_with_force(
    agenda: Agenda, words: tuple[str, ...], output: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("mine.txt").write_text("tea\n")
    monkeypatch.setenv("AGENDA_SCHEDULE", "mine.txt")
    for name in ("people.yaml", "places.yaml", "new/people.yaml"):
        Path(name).write_text("{}\n")
    before = Path(output).read_bytes()
    refused = agenda(*words, "-o", output)
    told = f"agenda: {output} is read by this command, and would be overwritten; give another name, or `--force`\n"
    assert (refused.exit_code, refused.stderr, Path(output).read_bytes()) == (2, told, before)


@pytest.mark.parametrize("command", WITH_OUTPUT)
def test_output_without_a_name_is_refused(agenda: Agenda, command: str) -> None:
    result = agenda(*line(command, ""))
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", f"agenda: --output: {NAMELESS}\n")


@pytest.mark.parametrize(
    ("words", "option"),
    [
        (("-e", "", "list"), "-e"),
        (("list", "-e", ""), "--events"),
        (("check", ""), "PATH"),
        (("import", ""), "FILE"),
        (("-e", "tea.yaml", "conflicts", "--waivers", ""), "--waivers"),
        (("-e", "tea.yaml", "export", "--vdir", ""), "--vdir"),
        (("-e", "tea.yaml", "list", "--attend", ""), "--attend"),
        (("-e", "tea.yaml", "pick", "tea", "--schedule", ""), "--schedule"),
    ],
)
def test_file_without_a_name_is_refused(agenda: Agenda, words: tuple[str, ...], option: str) -> None:
    result = agenda(*words)
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", f"agenda: {option}: {NAMELESS}\n")


def test_file_of_since_is_meant_to_be_written_over(agenda: Agenda) -> None:
    result = agenda("-e", ".", "export", "tea", "--since", "tea.ics", "-o", "tea.ics")
    assert "would be lost" not in result.stderr


def test_split_writes_over_nothing_foreign(agenda: Agenda) -> None:
    Path("parts").mkdir()
    Path("parts/tea.ics").write_text("BEGIN:VCALENDAR\nPRODID:-//Somebody else\nEND:VCALENDAR\n")
    split = ("-e", "tea.yaml", "export", "--split", "event", "-o", "parts")
    result = agenda(*split)
    told = "agenda: parts/tea.ics is there already, and this tool did not write it; give another folder, or `--force`\n"
    assert (result.exit_code, result.stderr) == (2, told)
    assert agenda(*split, "--force").exit_code == 0
    assert agenda(*split).exit_code == 0


def test_protected_file_of_a_vdir_is_written_only_with_force(agenda: Agenda) -> None:
    vdir = ("-e", "tea.yaml", "export", "--vdir", "mine")
    agenda(*vdir)
    (item,) = Path("mine").iterdir()
    item.chmod(0o444)
    before = item.read_bytes()
    assert agenda(*vdir).exit_code == 0  # nothing is to be written
    Path("tea.yaml").write_text(TEA.replace("16:00", "16:30"))
    result = agenda(*vdir)
    told = f"agenda: {item} is write-protected; give another folder, or `--force`\n"
    assert (result.exit_code, result.stderr, item.read_bytes()) == (2, told, before)
    assert agenda(*vdir, "--force").exit_code == 0
    assert item.read_bytes() != before


def test_drafts_are_written_over_nothing_else(agenda: Agenda) -> None:
    for path in ("tea.yaml", "new/tea.yaml"):
        Path(path).write_text(Path(path).read_text() + "      chair: Ann Poe\n")
    drafts = ("diff", "tea.yaml", "new/tea.yaml", "--split", "person", "-o", ".")
    Path("ann-poe.txt").write_text("mine")
    result = agenda(*drafts)
    told = "agenda: ann-poe.txt is there already, and says something else; give another folder, or `--force`\n"
    assert (result.exit_code, result.stderr, Path("ann-poe.txt").read_text()) == (2, told, "mine")
    agenda(*drafts, "--force")
    written = Path("ann-poe.txt").read_text()
    assert written != "mine"
    agenda(*drafts)
    assert Path("ann-poe.txt").read_text() == written


@pytest.mark.parametrize("columns", [99_999_999_999, 10_001])
def test_width_of_no_terminal_is_refused_where_it_is_drawn_for(agenda: Agenda, columns: int) -> None:
    result = agenda("-e", "tea.yaml", "timetable", "-f", "table", columns=columns)
    told = f"agenda: COLUMNS: {columns} is not a width of a terminal; unset it, or set 10000 at most\n"
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", told)
    assert agenda("-e", "tea.yaml", "timetable", columns=columns).exit_code == 0


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("-e", "nowhere", "list"), 2),
        (("lst",), 2),
        (("list", "--on", "never"), 2),
        (("-e", "tea.yaml", "now", "--at", "2026-02-01"), 1),
        (("-e", "tea.yaml", "list", "--room", "none"), 0),
    ],
)
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_exit_code_stays_where_standard_error_is_full(words: tuple[str, ...], code: int) -> None:
    with Path("/dev/full").open("wb") as full:
        found = subprocess.run([sys.executable, "-m", "agendacli", *words], stderr=full, check=False)
    assert found.returncode == code


def test_pipe_without_a_writer_is_given_up() -> None:
    os.mkfifo("pipe.yaml")
    found = subprocess.run(
        [sys.executable, "-m", "agendacli", "-e", "pipe.yaml", "list"], capture_output=True, check=False, timeout=60
    )
    assert (found.returncode, found.stderr.decode()) == (2, "agenda: pipe.yaml: nobody writes into this pipe\n")


def test_pipe_whose_writer_takes_its_time_is_waited_for() -> None:
    os.mkfifo("pipe.yaml")
    script = "exec 3> pipe.yaml; sleep 4; cat tea.yaml >&3"
    with subprocess.Popen(["/bin/sh", "-c", script]):
        found = subprocess.run(
            [sys.executable, "-m", "agendacli", "-e", "pipe.yaml", "list"], capture_output=True, check=False, timeout=60
        )
    assert (found.returncode, found.stdout.decode().split("\t")[0]) == (0, "pipe")


def test_pipe_without_a_reader_is_given_up() -> None:
    os.mkfifo("out")
    found = subprocess.run(
        [sys.executable, "-m", "agendacli", "-e", "tea.yaml", "list", "-o", "out"],
        capture_output=True, check=False, timeout=60,
    )  # fmt: skip
    assert (found.returncode, found.stderr.decode()) == (
        2,
        f"agenda: {Path('out').absolute()}: nobody reads from this pipe\n",
    )


@pytest.mark.parametrize("words", [("-e", "/dev/zero", "list"), ("list", "-e", "-"), ("import", "-"), ("pick", "-")])
def test_what_never_ends_is_refused(words: tuple[str, ...]) -> None:
    with Path("/dev/zero").open("rb") as zeros:
        found = subprocess.run(
            [sys.executable, "-m", "agendacli", *words], stdin=zeros, capture_output=True, check=False, timeout=60
        )
    name = "/dev/zero" if "/dev/zero" in words else "standard input"
    assert (found.returncode, found.stdout) == (2, b"")
    assert f"agenda: {name}: is longer than 256 MB, which no programme is\n" in found.stderr.decode()
