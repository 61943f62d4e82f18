"""`agenda publish` of a large programme, whose work two processes share."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src"
_RUN = """
import os, sys
from agendacli.__main__ import main
forks = []
fork = os.fork
os.fork = lambda: forks.append(1) or fork()
os.sched_getaffinity = lambda _: set(range({processors}))
try:
    main()
finally:
    print(len(forks), file=sys.stderr)
"""
_DAY = "".join(
    f"    - {hour:02}:{minute:02}-{hour:02}:{minute + 9:02}: Talk {hour}.{minute} 😎\n"
    f"      room: Room {minute}\n      speakers: Ann Poe {hour}\n      description: {'On tides. ' * 50}\n"
    for hour in range(9, 19)
    for minute in range(0, 50, 10)
)


def published(path: Path, folder: str, processors: int) -> tuple[str, dict[str, bytes]]:
    out = path.parent / folder
    found = subprocess.run(
        [sys.executable, "-c", _RUN.format(processors=processors), "publish", "-e", str(path), "-o", str(out)],
        capture_output=True,
        text=True,
        check=True,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(SOURCE), "AGENDA_CACHE": "off", "LC_ALL": "C.UTF-8"},
    )
    return found.stderr.split()[-1], {each: (out / each).read_bytes() for each in found.stdout.split()}


@pytest.mark.parametrize(("days", "forks"), [(4, "1"), (3, "0")])
def test_files_are_the_same_however_many_processes_make_them(tmp_path: Path, days: int, forks: str) -> None:
    path = tmp_path / "tides.yaml"
    every = "".join(f"  2026-03-{10 + day}:\n{_DAY}" for day in range(days))
    path.write_text(f"title: Tides\nzone: Europe/Vienna\ndays:\n{every}", encoding="utf-8")
    shared, alone = published(path, "shared", 2), published(path, "alone", 1)
    assert (shared[0], alone[0]) == (forks, "0")
    assert shared[1] == alone[1]
    assert {"index.html", "details.html", "agenda.json", "schedule.xml", "tides.ics"} <= shared[1].keys()
