"""Questions asked of a real process: what it imports, and whose clocks it reads."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src"
HEAVY = {"rich", "icalendar", "dateutil", "pydantic", "platformdirs", "importlib.metadata"}
MOST_MODULES = 355  # where the definitions have to be read first
PROBE = """
import sys
from agendacli.__main__ import main
try:
    main()
finally:
    print(*sorted(sys.modules), file=sys.stderr)
"""
LUNCH = "2017-09-05T13:30"


def process(*arguments: str, code: str | None = None, zone: str = "UTC") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, *(["-c", code] if code else ["-m", "agendacli"]), *arguments]
    environment = {
        "PATH": os.environ["PATH"],
        "AGENDA_CACHE": os.environ["AGENDA_CACHE"],
        "PYTHONPATH": str(SOURCE),
        "AGENDA_EVENTS": "bundled",
        "TZ": zone,
    }
    environment |= {"AGENDA_CONFIG": os.devnull, "LC_ALL": "C.UTF-8"}
    environment |= {"AGENDA_CONFIG": os.devnull}
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=environment, check=False)


@pytest.mark.parametrize(
    "arguments",
    [
        ["now", "--at", LUNCH],
        ["now", "--line"],
        ["next", "--line", "--at", LUNCH],
        ["next", "--width", "20", "--at", LUNCH],
        ["people"],
        ["rooms"],
        ["free"],
    ],
    ids=" ".join,
)
def test_piped_questions_import_nothing_heavy(arguments: list[str], more_modules: int) -> None:
    modules = set(process(*arguments, code=PROBE).stderr.split())
    assert modules & HEAVY == set()
    assert len(modules) <= MOST_MODULES + more_modules


def test_free_hours_of_several_zones_are_those_of_this_machine() -> None:
    result = process("free", "--from", "2017-09-05", "--to", "2017-09-28", "--min", "1h", zone="Asia/Tokyo")
    assert result.stdout.splitlines()[0].startswith("2017-09-05T09:00:00+09:00\t")


def test_what_belongs_to_no_zone_is_on_by_the_clocks_of_this_machine() -> None:
    moment = ["--at", "2017-12-01T02:00Z", "--match", "consultations"]
    codes = [process("now", *moment, zone=zone).returncode for zone in ("Asia/Tokyo", "America/New_York")]
    assert codes == [1, 0]
