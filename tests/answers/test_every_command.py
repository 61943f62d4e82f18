"""Every command, and in CI every option: what is kept is what is answered without."""

import os
from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from tests.answers.asking import Asking
from tests.answers.programmes import BEES, TEA

from agendacli.cli.menu import COMMANDS, built

ARGUMENTS = {
    "show": ("tea",),
    "diff": ("old.yaml", "tea.yaml"),
    "waive": ("tea/talk", "tea/workshop", "--reason", "both"),
    "pick": ("tea/talk",),
    "drop": ("tea/talk",),
    "new": ("fair",),
    "add": ("tea", "Coffee", "--on", "2017-09-05", "--time", "15:00-16:00"),
    "change": ("tea/talk", "--title", "Speech"),
    "edit": ("tea",),
    "publish": ("site",),
    "import": ("sheet.csv",),
    "cover": ("-n", "2"),
}
# Of others that an option needs beside it.
BESIDE = {"--template": ("--style", "corrigendum"), "--width": ("--line",), "--missed": (), "--strict": ()}
VALUES = {
    "PATH": "tea.yaml",
    "FILE": "mine.txt",
    "FOLDER": "made",
    "OLD": "old.yaml",
    "DATE": "2017-09-05",
    "TIME": "2017-09-05T10:45",
    "ZONE": "Asia/Tokyo",
    "LENGTH": "15m",
    "HOURS": "09:00-18:00",
    "COLUMNS": "40",
    "NUMBER": "2",
    "KIND=LEVEL": "overlap=ignore",
    "KIND": "panel",
    "STATUS": "confirmed",
    "ROLE": "speaker",
    "URL": "https://example.org/a.ics",
    "--fields": "id",
    "--sort": "start",
    "--person": "Roe",
    "--room": "Hall",
    "--city": "Vienna",
    "--columns": "Title=title",
}
ANSWERED = {"list", "show", "timetable", "now", "next", "people", "rooms", "free", "cover", "schema", "export"}
PERHAPS = {"diff", "conflicts", "cache"}  # those of their lines that say nothing beside and ask nobody


def _value(parameter: Any) -> str:  # noqa: ANN401 (Typer has no public name for it)
    choices = getattr(parameter.type, "choices", None)
    if choices:
        return str(getattr(choices[0], "value", choices[0]))
    kind = str(parameter.metavar or "TEXT").strip("[].")
    return next((VALUES[each] for each in (*parameter.opts, kind) if each in VALUES), "tea")


def _options() -> dict[str, list[Any]]:
    """Every option of the tool once, spread over the commands that have it."""
    holders: dict[tuple[str, ...], list[tuple[str, Any]]] = {}
    for name in COMMANDS:
        for each in built(COMMANDS[name]).params:
            if each.param_type_name == "option":
                holders.setdefault((*each.opts, *each.secondary_opts), []).append((name, each))
    found: dict[str, list[Any]] = {name: [] for name in COMMANDS}
    for number, having in enumerate(holders.values()):
        name, option = having[number % len(having)]
        found[name].append(option)
    return found


OPTIONS = _options()


def _lines(name: str) -> Iterator[Sequence[str]]:
    base = [name, *ARGUMENTS.get(name, ())]
    yield base
    for each in OPTIONS[name] if os.environ.get("CI") else OPTIONS[name][:1]:
        value = () if getattr(each, "is_flag", False) else (_value(each),)
        beside = next((BESIDE[option] for option in each.opts if option in BESIDE), ())
        yield [*base, *beside, each.opts[-1], *value]


def _files(asking: Asking) -> None:
    asking.write("tea.yaml", TEA)
    asking.write("bees.yaml", BEES)
    asking.write("mine.txt", "tea/talk\n")
    for name in ("old.yaml", "sheet.csv"):
        asking.write(f"aside/{name}", TEA.replace("Opening", "Welcome"))
    asking.write("sheet.csv", "Title,Start,End\nTalk,2017-09-05 10:30,2017-09-05 12:00\n")
    (asking.place / "aside" / "old.yaml").rename(asking.place / "old.yaml")
    asking.environment |= {"AGENDA_EVENTS": "tea.yaml:bees.yaml", "AGENDA_SCHEDULE": "mine.txt"}


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_with_every_option(asking: Asking, name: str) -> None:
    _files(asking)
    asking.stays()
    kept = [asking.twice(*line) for line in _lines(name)]
    assert name in PERHAPS or any(kept) == (name in ANSWERED), [*zip(kept, _lines(name), strict=True)]


@pytest.mark.parametrize("line", ["", "--help", "--version", "list --help", "help now", "nonsense", "list --nonsense"])
def test_lines_without_a_command(asking: Asking, line: str) -> None:
    _files(asking)
    assert asking.twice(*line.split()) == ("nonsense" not in line)


@pytest.mark.parametrize(
    ("words", "of_files"),
    [("agenda show t", True), ("agenda list --room ", True), ("agenda list --", False), ("agenda ", False)],
)
def test_completion(asking: Asking, words: str, *, of_files: bool) -> None:
    _files(asking)
    last = str(len(words.split(" ")) - 1)
    asking.environment |= {"_AGENDA_COMPLETE": "complete_bash", "COMP_WORDS": words, "COMP_CWORD": last}
    assert asking.alike()[0]
    assert asking.twice()
    asking.write("tea.yaml", TEA.replace("Tea", "Toast").replace("Attic", "Terrace"))
    asking.alike()
    assert asking.replayed[-1] != of_files
