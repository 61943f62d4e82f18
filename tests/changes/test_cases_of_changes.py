"""Pairs of versions, each a folder with what `agenda diff` has to say of them: every change, conflict and person."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from agendacli.cli.app import app

HERE = Path(__file__).parent
FOLDERS = sorted(path.parent for path in HERE.glob("*/expected.json"))
TURNED = {"added": "removed", "cancelled": "restored", "settled": "loosened", "seat filled": "seat emptied"}
TURNED |= {"shortened": "lengthened"} | {turned: kind for kind, turned in TURNED.items()} | {"lengthened": "shortened"}
Diff = Callable[..., list[dict[str, Any]]]


def operands(folder: Path) -> list[str]:
    files = [*folder.glob("old/*.yaml"), *folder.glob("new/*.yaml")]
    return [str(each) for each in files] or ["vienna-session@2017-08-24", "vienna-session"]


def diff(*arguments: str) -> list[dict[str, Any]]:
    result = CliRunner().invoke(app, ["diff", "-q", "--json", *arguments], env={"AGENDA_EVENTS": "bundled"})
    found: list[dict[str, Any]] = json.loads(result.stdout)
    assert result.exit_code == bool(found)
    return found


def expected(folder: Path) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((folder / "expected.json").read_text())
    return read


@pytest.fixture(params=FOLDERS, ids=lambda folder: folder.name)
def folder(request: pytest.FixtureRequest) -> Path:
    found: Path = request.param
    return found


def test_changes_are_those_of_the_case(folder: Path) -> None:
    wanted, found = expected(folder)["changes"], diff(*operands(folder))
    assert [(each["change"], each["id"]) for each in found] == [(each["change"], each["id"]) for each in wanted]
    for want, record in zip(wanted, found, strict=True):
        facts = want.keys() & record.keys()
        assert {key: record[key] for key in facts} == {key: want[key] for key in facts}


def test_texts_are_changes_only_when_all_are_asked_for(folder: Path) -> None:
    wanted = expected(folder).get("text_only_with_all", [])
    found = [each for each in diff("--all", *operands(folder)) if each["change"] == "text"]
    assert [{key: each[key] for key in ("change", "id", "field")} for each in found] == wanted


def test_the_other_way_round_is_the_mirror_image(folder: Path) -> None:
    there, back = diff(*operands(folder)), diff(*reversed(operands(folder)))
    turned = sorted((TURNED.get(each["change"], each["change"]), str(each["old"]), str(each["new"])) for each in there)
    assert sorted((each["change"], str(each["new"]), str(each["old"])) for each in back) == turned


def conflicts(folder: Path, *options: str) -> dict[str, list[tuple[str, ...]]]:
    found: dict[str, list[tuple[str, ...]]] = {"new": [], "gone": [], "changed": []}
    for each in diff("--conflicts", *options, *operands(folder)):
        found[each["state"]].append((each["kind"], each["certainty"], *sorted(each["sessions"])))
    return found


def wanted(conflicts: dict[str, list[list[str]]]) -> dict[str, list[tuple[str, ...]]]:
    """Kind, certainty (of what changed the present one) and the two sessions."""
    return {state: [tuple(s for s in each if _is_told(s, state)) for each in them] for state, them in conflicts.items()}


def _is_told(part: object, state: str) -> bool:
    if state == "changed":
        return part != "possible"
    return isinstance(part, str) and ("/" in part or " " not in part)


def test_conflicts_that_are_new_gone_or_changed_are_those_of_the_case(folder: Path) -> None:
    case = expected(folder)
    assert conflicts(folder) == wanted(case["conflicts"])
    if "conflicts_with_include_transparent" in case:
        assert conflicts(folder, "--include-transparent") == wanted(case["conflicts_with_include_transparent"])


def test_people_affected_are_those_of_the_case(folder: Path) -> None:
    found = {each["name"]: each["days"] for each in diff("--people", *operands(folder))}
    assert found == expected(folder)["people"]
