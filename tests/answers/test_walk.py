"""Walks at random: files, environment and clock change in any order between questions that were asked before."""

import os
from collections.abc import Callable
from random import Random

import pytest
from tests.answers.asking import Asking, pause
from tests.answers.programmes import BEES, TEA, WEEKLY

STEPS = 40 if os.environ.get("CI") else 15
WEEKS = WEEKLY.replace("FREQ=WEEKLY", "FREQ=WEEKLY;COUNT=4")
CONFIG = "../home/.config/agendacli/config.toml"
SCHEDULE = "../home/.local/share/agendacli/schedule.txt"
FILES = {
    "tea.yaml": (TEA, TEA.replace("Talk", "Tale"), TEA.replace("10:30-12:00", "09:30-12:00")),
    "bees.yaml": (BEES, BEES.replace("09:00-10:00", "04:00-05:00")),
    "inside/bees.yaml": (BEES, BEES.replace("Honey", "Wax")),
    "week.ics": (WEEKS, WEEKS.replace("=WEEKLY", "=DAILY"), WEEKS.replace("30Z", "00Z"), WEEKLY),
    "people.yaml": ("al:\n  name: Albert Roe\n  aliases: [Al Roe]\n", "al:\n  name: Al Roe\n"),
    "places.yaml": ("vienna:\n  holidays: [2017-09-05]\n", "vienna: {}\n"),
    CONFIG: ('tz = "Asia/Tokyo"\n', 'layout = "list"\n', "ascii = true\n"),
    SCHEDULE: ("tea/talk\n", "tea/opening\n"),
}
VARIABLES = {
    "TZ": ("Asia/Tokyo", "America/New_York"),
    "COLUMNS": ("40", "60", "100"),
    "AGENDA_EVENTS": (".", "inside", "tea.yaml", ""),
    "NO_COLOR": ("1",),
}
SECONDS = (0, 1, 29, 59, 60, 61, 899, 900, 1_800, 86_400, -1, -60, -900, -86_400)
QUESTIONS = (
    "list",
    "list -f table",
    "list --on 2017-09-05",
    "timetable",
    "timetable -f table",
    "timetable --mine -q",
    "timetable --on today",
    "timetable -e week.ics --from 2017-09-04 --to 2017-09-12",
    "timetable --tz local",
    "now",
    "now --line",
    "next -n 2",
    "next --line",
    "show talk",
    "conflicts -q",
    "conflicts -f table",
    "free --on 2017-09-05",
    "people",
    "rooms -f table",
    "check -q",
    "export -f json",
    "",
)


def _file(asking: Asking, random: Random) -> None:
    """Another text, the same one again, the one of another time under its old time, a link, or no file."""
    name = random.choice(tuple(FILES))
    path = asking.place / name
    was = path.stat() if path.exists() else None
    how = random.choice(("text", "text", "stealth", "link", "gone"))
    path.parent.mkdir(parents=True, exist_ok=True)
    pause()
    if how in ("gone", "link"):
        path.unlink(missing_ok=True)
    if how == "link":
        asking.write("../aside/linked", random.choice(FILES[name]))
        path.symlink_to(asking.aside / "linked")
    if how in ("text", "stealth"):
        if path.is_symlink():
            path.unlink()
        asking.write(name, random.choice(FILES[name]))
    if how == "stealth" and was:
        os.utime(path, ns=(was.st_atime_ns, was.st_mtime_ns))


def _variable(asking: Asking, random: Random) -> None:
    name = random.choice(tuple(VARIABLES))
    if name in asking.environment and name in ("TZ", "NO_COLOR"):
        del asking.environment[name]
    else:
        asking.environment[name] = random.choice(VARIABLES[name])


def _clock(asking: Asking, random: Random) -> None:
    asking.moment += random.choice(SECONDS)


CHANGES: tuple[Callable[[Asking, Random], None], ...] = (_file, _file, _variable, _clock, _clock)


@pytest.mark.parametrize("seed", range(5))
def test_a_walk(asking: Asking, seed: int) -> None:
    random = Random(seed)  # noqa: S311
    for name in ("tea.yaml", "week.ics"):
        asking.write(name, FILES[name][0])
    lines = ["now --line", *random.sample(QUESTIONS, 3)]
    for _ in range(STEPS):
        if random.random() < 0.4:  # most questions are asked again before anything changes
            random.choice(CHANGES)(asking, random)
        words = random.choice(lines).split()
        for _ in range(random.choice((1, 2))):
            asking.alike(*words)
    assert any(asking.replayed)
    assert not all(asking.replayed)
