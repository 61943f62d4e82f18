"""What bash, zsh and fish are offered when TAB is pressed, by the protocol that they speak with the tool."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[3] / "src"
RUN = "import sys; sys.argv = ['agenda']; from agendacli.__main__ import main; "
PROBE = "import atexit; atexit.register(lambda: print(*sys.modules, file=sys.stderr)); main()"
HEAVY = {
    "rich.console",
    "yaml",
    "icalendar",
    "dateutil",
    "pydantic",
    "platformdirs",
    "agendacli.load",
    "agendacli.model",
}
HOSTILE = """\
title: "Tea $(reboot) [/bold] `reboot` 'x' \\"y\\" \\\\"
zone: UTC
room: "$(reboot) Hall; rm *"
days:
  2026-01-05:
    - 16:00-17:00: "\\e[31m[/red] $(reboot): \\u202e"
      id: tea
      chair: "Mr. $(reboot) `Bobby` Tables"
"""


def complete(instruction: str, code: str = "main()", **environment: str) -> subprocess.CompletedProcess[str]:
    base = {
        "PATH": os.environ["PATH"],
        "AGENDA_CACHE": os.environ["AGENDA_CACHE"],
        "PYTHONPATH": str(SOURCE),
        "AGENDA_EVENTS": "bundled",
        "AGENDA_CONFIG": os.devnull,
        "LC_ALL": "C.UTF-8",
        "_AGENDA_COMPLETE": instruction,
    }
    command = [sys.executable, "-c", RUN + code]
    return subprocess.run(command, capture_output=True, text=True, env=base | environment, check=False)


def bash(line: str, **environment: str) -> list[str]:
    """The words offered for the last one of a line, which may be empty."""
    found = complete("complete_bash", COMP_WORDS=line, COMP_CWORD=str(line.count(" ")), **environment)
    assert (found.returncode, found.stderr) == (0, "")
    return found.stdout.split()


def zsh(line: str, **environment: str) -> str:
    found = complete("complete_zsh", _TYPER_COMPLETE_ARGS=line, **environment)
    assert (found.returncode, found.stderr) == (0, "")
    return found.stdout


def fish(line: str, **environment: str) -> list[str]:
    action = {"_TYPER_COMPLETE_FISH_ACTION": "get-args"}
    found = complete("complete_fish", _TYPER_COMPLETE_ARGS=line, **action, **environment)
    assert (found.returncode, found.stderr) == (0, "")
    return found.stdout.splitlines()


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("agenda ti", ["timetable"]),
        ("agenda show s", ["security-council", "smuggling-working-group", "stocktaking-meeting"]),
        ("agenda show sec", ["security-council", "security-council/meeting", "security-council/report"]),
        ("agenda show vienna-session/s", ["vienna-session/side-event", "vienna-session/summary-panel"]),
        ("agenda export vienna/su", ["vienna/summary-panel"]),
        ("agenda show vienna-session@2017-08-24/p", [f"vienna-session@2017-08-24/panel-{n}" for n in (1, 2, 3)]),
        ("agenda show nowhere/", []),
        ("agenda timetable --person la", ["lajcak", "lauber"]),
        ("agenda people La", ["Lajcak", "Lauber"]),
        ("agenda rooms --room t", ["trusteeship-council"]),
        ("agenda timetable --room GA", ["GA-hall"]),
        ("agenda timetable --kind pl", ["plenary"]),
        ("agenda timetable --role c", ["chair", "co-facilitator"]),
        ("agenda list --city p", ["puerto-vallarta"]),
        ("agenda list --status ", ["confirmed", "tentative", "cancelled"]),
        ("agenda list --tz Europe/Vi", ["Europe/Vienna", "Europe/Vilnius"]),
        ("agenda list --tz e", ["event"]),
        ("agenda list -f j", ["json", "jsonl"]),
        ("agenda timetable --layout ", ["auto", "list", "grid", "week", "month"]),
        ("agenda waive vienna-session/panel-1 vienna-session/l", ["vienna-session/lunch-4", "vienna-session/lunch-5"]),
        ("agenda edit vienna-session/su", ["vienna-session/summary-panel"]),
        ("agenda check ev", []),
    ],
)
def test_bash_is_offered(line: str, offered: list[str]) -> None:
    assert bash(line) == offered


@pytest.mark.parametrize("line", ["agenda -e {} show t", "agenda show -e {} t", "agenda -e {} pick t"])
def test_the_events_on_the_line_are_those_offered(line: str, tmp_path: Path) -> None:
    file = tmp_path / "tea.yaml"
    file.write_text(HOSTILE)
    assert bash(line.format(file)) == ["tea", "tea/tea"]


def test_drop_offers_what_is_picked(tmp_path: Path) -> None:
    file = tmp_path / "schedule.txt"
    file.write_text("# mine\nvienna-session/panel-3\nhigh-level-meeting\n")
    assert bash("agenda drop ", AGENDA_SCHEDULE=str(file)) == ["vienna-session/panel-3", "high-level-meeting"]


def test_zsh_is_offered_titles_beside() -> None:
    assert zsh("agenda show vienna/o") == """_arguments '*: :(("vienna/opening":"Opening segment"))'\n"""


def test_fish_is_offered_titles_beside() -> None:
    assert fish("agenda show vienna/o") == ["vienna/opening\tOpening segment"]
    assert fish("agenda timetable --person lau") == ["lauber\tJürg Lauber"]


@pytest.mark.parametrize("events", ["nowhere.yaml", os.devnull, "-", "~nobody/x.yaml"])
def test_what_cannot_be_read_offers_nothing(events: str) -> None:
    assert bash("agenda show ", AGENDA_EVENTS=events) == []


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    assert bash(f"agenda -e {tmp_path / 'pipe.yaml'} show ") == []


def test_a_broken_config_says_nothing(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text("events = 7 8")
    assert bash("agenda show vi", AGENDA_CONFIG=str(file), AGENDA_EVENTS="") == []


def test_texts_from_files_are_no_shell_code(tmp_path: Path) -> None:
    file = tmp_path / "tea.yaml"
    file.write_text(HOSTILE)
    offers = {
        "agenda show tea/": '"tea/tea":" 31m red reboot \\\\:"'.replace('" 31m', '"31m'),
        "agenda list --room ": '"reboot-hall-rm":"reboot Hall; rm"',
        "agenda list --person ": '"reboot-bobby-tables":"reboot Bobby Tables"',
    }
    for line, offered in offers.items():
        assert zsh(line, AGENDA_EVENTS=str(file)) == f"_arguments '*: :(({offered}))'\n"


def test_ids_that_a_shell_would_run_are_not_offered(tmp_path: Path) -> None:
    file = tmp_path / "schedule.txt"
    file.write_text("a/\\$(reboot)\nb/`reboot`\nc/d;e\nf/g@h.example\n")
    assert bash("agenda drop ", AGENDA_SCHEDULE=str(file)) == ["f/g@h.example"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completing_a_command_imports_nothing_heavy(shell: str, more_modules: int) -> None:
    line = {"COMP_WORDS": "agenda ", "COMP_CWORD": "1", "_TYPER_COMPLETE_ARGS": "agenda "}
    found = complete(f"complete_{shell}", PROBE, **line, _TYPER_COMPLETE_FISH_ACTION="get-args")
    modules = set(found.stderr.split())
    assert "timetable" in found.stdout
    assert modules & HEAVY == set()
    assert len(modules) <= 154 + more_modules


TEA = "title: Tea\nzone: UTC\nroom: Kitchen\ndays:\n  2026-01-05:\n    - 16:00-17:00: Tea\n"
CALENDAR = """\
BEGIN:VCALENDAR
BEGIN:VEVENT
UID:a
DTSTART:20260105T160000
SUMMARY:Cake
LOCATION:Kitchen
END:VEVENT
END:VCALENDAR
"""


def test_commands_and_completion_share_what_is_kept(tmp_path: Path) -> None:
    for name, text in (("tea.yaml", TEA), ("cake.ics", CALENDAR)):
        (tmp_path / name).write_text(text)
        os.utime(tmp_path / name, (1, 1))
    here = {"AGENDA_CACHE": str(tmp_path / "kept"), "AGENDA_EVENTS": str(tmp_path)}

    def entries() -> dict[str, int]:
        return {each.name: each.stat().st_ino for each in (tmp_path / "kept").iterdir()}

    command = [sys.executable, "-m", "agendacli", "list", "--room", "kitchen"]
    subprocess.run(
        command, env={**os.environ, "AGENDA_CONFIG": os.devnull, **here}, check=True, stdout=subprocess.DEVNULL
    )
    kept = entries()
    assert kept
    for line in ("agenda show ", "agenda now --room k"):
        bash(line, **here)
        assert entries() == kept


def test_sessions_of_a_large_event_are_offered_alike_when_their_ids_are_kept(tmp_path: Path) -> None:
    items = "".join(f"    - 10:00-11:00: Talk {n}\n      id: talk-{n}\n" for n in range(1_010))
    file = tmp_path / "many.yaml"
    file.write_text(f"title: Many\nzone: UTC\ndays:\n  2026-01-05:\n{items}")
    os.utime(file, (0, 0))  # what has just changed is not kept
    own = {"AGENDA_EVENTS": str(file), "AGENDA_CACHE": str(tmp_path / "kept")}
    for line in ("agenda show many/talk-7", "agenda show many/talk-7", "agenda show many/none", "agenda show many/"):
        assert zsh(line, **own) == zsh(line, **own | {"AGENDA_CACHE": "off"})
    assert len(zsh("agenda show many/talk-100", **own).splitlines()) == 11
    assert len([*(tmp_path / "kept").glob("many-*")]) == 2
