"""Whatever a person and others edit in different places of a programme: both are there after a merge."""

from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from random import Random
from typing import Any

import pytest
from typer.testing import Result

from agendacli.analysis.changes.compare import compare
from agendacli.load.programmes import load_text
from agendacli.model.programme import Programme

Agenda = Callable[..., Result]
Item = dict[str, Any]
Edit = Callable[[Item, Random], None]

_DAYS = "2026-03-09", "2026-03-10", "2026-03-11"
_WORDS = "ledgers", "maps", "harbours", "tides", "ropes", "salt", "winds", "charts", "nets", "wrecks", "pilots"
_ROOMS = "Hall", "Annex", "Gauge house", "Room 1", "Room 2", ""
_PEOPLE = "Ms. Ana Reis, City Archive", "Mr. Tomás Leal", "Dr. Inês Prado, Harbour Institute (tbc)", "Ms. Eva Brandt"
_HOURS = "09:00-10:00", "10:00-11:00", "11:30-12:15", "14:00-", "before 18:00", "hours unknown", "16:00-18:00"


def any_item(number: int, random: Random) -> Item:
    """An item, with keys that a sheet knows, and one that it does not know."""
    return {
        "id": f"s{number}",
        "title": f"{random.choice(_WORDS).title()} and {random.choice(_WORDS)} {number}",
        "day": random.choice(_DAYS),
        "hours": random.choice(_HOURS),
        "room": random.choice(_ROOMS),
        "status": random.choice(["", "", "tentative", "cancelled"]),
        "speakers": random.sample(_PEOPLE, random.randrange(3)),
        "kind": random.choice(["", "panel", "workshop"]),
        "description": random.choice(["", "What it is: a long story."]),
        "join": random.choice(["", "https://meet.example.org/x"]),
    }


def text_of(items: list[Item], *, with_comments: bool = False) -> str:
    """The items as a definition, as people write one."""
    lines = ["title: School", "zone: Europe/Lisbon", "", "days:"]
    for day in sorted({each["day"] for each in items}):
        lines.append(f"  {day}:{'   # a day' if with_comments else ''}")
        for each in (one for one in items if one["day"] == day):
            lines += _lines(each, "   # keep" if with_comments else "")
    return "\n".join(lines) + "\n"


def _lines(each: Item, comment: str) -> list[str]:
    lines = [f"    - {each['hours']}: {each['title']}{comment}", f"      id: {each['id']}"]
    lines += [f"      # above the room of {each['id']}"] if comment else []
    for key in ("room", "status", "kind", "join"):
        lines += [f"      {key}: {each[key]}{comment}"] if each[key] else []
    if each["speakers"]:
        lines += ["      speakers:", *(f"        - {name}{comment}" for name in each["speakers"])]
    return [*lines, f'      description: "{each["description"]}"'] if each["description"] else lines


def _other(key: str, values: tuple[str, ...]) -> Edit:
    def edit(item: Item, random: Random) -> None:
        item[key] = random.choice([each for each in values if each != item[key]])

    return edit


def _people(item: Item, random: Random) -> None:
    gone = random.choice([None, *item["speakers"]])
    new = random.choice([each for each in _PEOPLE if each not in item["speakers"]])
    item["speakers"] = [*(each for each in item["speakers"] if each != gone), new]


def _retitle(item: Item, random: Random) -> None:
    item["title"] = f"{random.choice(_WORDS).title()} anew {item['id']}"


EDITS: dict[str, Edit] = {
    "day": _other("day", _DAYS),
    "hours": _other("hours", _HOURS),
    "room": _other("room", _ROOMS[:-1]),
    "no room": lambda item, _: item.update(room=""),
    "status": _other("status", ("", "tentative", "cancelled")),
    "kind": _other("kind", ("", "panel", "workshop")),
    "description": _other("description", ("", "Another one.", "What it is: a long story.")),
    "people": _people,
    "title": _retitle,
}
_SAME = {"no room": "room", "day": "time", "hours": "time"}


def edited(items: list[Item], random: Random, taken: set[tuple[str, str]], *, add: str) -> list[Item]:
    """The items with some edits in places that are not taken, one removed and one added; what it edits is taken."""
    found = deepcopy(items)
    for item in found:
        name = random.choice([*EDITS])
        place = item["id"], _SAME.get(name, name)
        if random.random() < 0.4 and place not in taken:
            taken.add(place)
            EDITS[name](item, random)
    free = [each for each in found if not any(name == each["id"] for name, _ in taken)]
    if free:
        taken.update((free[0]["id"], name) for name in (*EDITS, "time"))
        found.remove(free[0])
    return [*found, {**any_item(len(items), random), "id": add, "title": f"New {add}"}]


def both(items: list[Item], one: list[Item], other: list[Item]) -> list[Item]:
    """What the items become by both edits."""
    sides = [{each["id"]: each for each in side} for side in (one, other)]
    found = []
    for item in items:
        if all(item["id"] in side for side in sides):
            changed = {
                key: each[item["id"]][key] for each in sides for key in item if each[item["id"]][key] != item[key]
            }
            found.append({**item, **changed})
    known = {each["id"] for each in items}
    return [*found, *(each for side in (one, other) for each in side if each["id"] not in known)]


def programme(text: str) -> Programme:
    loaded = load_text(text.encode(), "mine.yaml")
    assert loaded.diagnostics == ()
    return loaded.programmes[0]


def differences(one: str, other: str) -> list[str]:
    found = compare(programme(one), programme(other), in_full=True).changes
    return [f"{each.kind} {each.subject.id}: {each.was} {each.now}" for each in found]


@pytest.fixture
def there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which the command runs."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(there: Path, base: list[Item], mine: list[Item], theirs: list[Item]) -> None:
    (there / "mine.yaml").write_text(text_of(mine, with_comments=True))
    (there / "old.yaml").write_text(text_of(base))
    (there / "new.yaml").write_text(text_of(theirs))


def merge(agenda: Agenda, ending: str) -> str:
    """Mine after the merge of two files with that ending."""
    for name in ("old", "new") if ending != "yaml" else ():
        result = agenda("-e", f"{name}.yaml", "export", name, "-q", "-f", ending, "-o", f"{name}.{ending}")
        assert result.exit_code in (0, 1), result.output
    result = agenda("import", f"new.{ending}", "--onto", "mine.yaml", "--was", f"old.{ending}", "-q")
    assert result.exit_code == 0, result.output
    return Path("mine.yaml").read_text()


@pytest.mark.parametrize("ending", ["yaml", "csv"])
@pytest.mark.parametrize("seed", range(12))
def test_both_edits_are_there(agenda: Agenda, there: Path, seed: int, ending: str) -> None:
    random = Random(seed)  # noqa: S311 (a test)
    base = [any_item(number, random) for number in range(random.randrange(3, 9))]
    taken: set[tuple[str, str]] = set()
    mine, theirs = (edited(base, random, taken, add=name) for name in ("mine", "theirs"))
    write(there, base, mine, theirs)
    made = merge(agenda, ending)
    assert differences(text_of(both(base, mine, theirs)), made) == []
    assert "# ?" not in made
    assert merge(agenda, ending) == made


@pytest.mark.parametrize("ending", ["yaml", "csv", "xml", "json"])
@pytest.mark.parametrize("seed", range(3))
def test_theirs_as_the_base_changes_no_byte(agenda: Agenda, there: Path, seed: int, ending: str) -> None:
    random = Random(seed)  # noqa: S311 (a test)
    base = [any_item(number, random) for number in range(6)]
    mine = edited(base, random, set(), add="mine")
    write(there, base, mine, base)
    assert merge(agenda, ending) == text_of(mine, with_comments=True)


@pytest.mark.parametrize("ending", ["yaml", "csv"])
@pytest.mark.parametrize("seed", range(4))
def test_mine_as_the_base_becomes_theirs(agenda: Agenda, there: Path, seed: int, ending: str) -> None:
    random = Random(seed)  # noqa: S311 (a test)
    base = [any_item(number, random) for number in range(6)]
    theirs = edited(base, random, set(), add="theirs")
    write(there, base, base, theirs)
    made = merge(agenda, ending)
    assert differences(text_of(theirs), made) == []
    comments = [each for each in text_of(base, with_comments=True).splitlines() if "#" in each]
    kept = [each for each in comments if each in made.splitlines()]
    assert len(kept) > len(comments) / 2
