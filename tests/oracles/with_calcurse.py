"""What calcurse makes of a calendar without rules: run as `with_calcurse.py FILE`. It keeps neither UID nor status."""

import json
import os
import re
import subprocess
import sys
import tempfile
from datetime import datetime, timedelta
from pathlib import Path

TIMED = re.compile(r"(\S+) @ (\S+) -> (\S+) @ (\S+?)>\w* ?\|(.*)")
DAYS = re.compile(r"(\S+) \[1\] (?:\{1D -> (\S+)\} )?>?\w* ?(.*)")


def main(file: str) -> None:
    """Print its entries as JSON, their times in UTC."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["calcurse", "-q", "-D", folder, "-C", folder, "-i", file]
        subprocess.run(command, check=True, env={**os.environ, "TZ": "UTC"}, stdout=subprocess.DEVNULL)
        lines = (Path(folder) / "apts").read_text(encoding="utf-8").splitlines()
    json.dump([record(line) for line in lines], sys.stdout, ensure_ascii=False)


def record(line: str) -> list[str | None]:
    """One line of calcurse's own file; what has no end begins and ends there at once."""
    if timed := TIMED.fullmatch(line):
        start, end = moment(timed[1], timed[2]), moment(timed[3], timed[4])
        return ["", start, None if end == start else end, "", timed[5]]
    days = DAYS.fullmatch(line)
    if days is None:
        return ["", line, None, "", ""]
    last = datetime.strptime(days[2] or days[1], "%m/%d/%Y") + timedelta(days=1)  # noqa: DTZ007 (a day)
    return ["", moment(days[1], "")[:10], last.date().isoformat(), "", days[3]]


def moment(day: str, clock: str) -> str:
    """An instant with a Z, of a day and hours in UTC."""
    found = datetime.strptime(f"{day} {clock or '00:00'}", "%m/%d/%Y %H:%M")  # noqa: DTZ007 (UTC is said by the Z)
    return f"{found.isoformat()}Z"


if __name__ == "__main__":
    main(*sys.argv[1:])
