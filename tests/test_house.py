"""The house is as its plan says: rooms of a size, names that stand once, calls that say what they give."""

import ast
import re
import statistics
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "src" / "agendacli"
MODULES = sorted(PACKAGE.rglob("*.py"))
ONE_A_COMMAND = {PACKAGE / "cli" / "commands", PACKAGE / "cli" / "actions"}
ENTRY_POINTS = {"main"}


@cache
def trees() -> dict[Path, ast.Module]:
    """Every module, read when the first test asks: whoever only collects tests is not to wait for it."""
    return {each: ast.parse(each.read_text(encoding="utf-8")) for each in MODULES}


def lines_of_body(function: ast.FunctionDef) -> int:
    """The lines of its body without the docstring."""
    body = [each for each in function.body if not (isinstance(each, ast.Expr) and isinstance(each.value, ast.Constant))]
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


def test_public_names_stand_once() -> None:
    """A command's function has the name of the command, and what it does may be called so, too: these do not count.

    Nor does what `api` gives under the names of what it is made of.
    """
    inside = (tree for path, tree in trees().items() if path.parent.name != "commands" and path.stem != "api")
    tops = (each for tree in inside for each in tree.body)
    names = Counter(each.name for each in tops if isinstance(each, ast.FunctionDef | ast.ClassDef))
    assert [name for name, count in names.items() if count > 1 and name[0] != "_" and name not in ENTRY_POINTS] == []


def test_calls_name_what_they_give_beyond_four_arguments() -> None:
    """What takes any number of one kind is free to: its parameters have no names."""
    calls = ((path, each) for path, tree in trees().items() for each in ast.walk(tree) if isinstance(each, ast.Call))
    many = ((path, each) for path, each in calls if len(each.args) > 4 and ast.unparse(each.func) not in VARIADIC)
    assert [f"{path.relative_to(PACKAGE)}:{each.lineno}: {ast.unparse(each.func)}" for path, each in many] == []


VARIADIC = {"Group", "table_of", "cls", "datetime", "refuse_undecodable", "_git"}


@pytest.mark.parametrize("room", sorted({each.parent for each in MODULES} - ONE_A_COMMAND), ids=lambda room: room.name)
def test_a_room_holds_no_more_than_can_be_seen_at_once(room: Path) -> None:
    assert len([each for each in room.glob("*.py") if each.name != "__init__.py"]) <= 25


@pytest.mark.parametrize("room", sorted({each.parent for each in MODULES} - ONE_A_COMMAND), ids=lambda room: room.name)
def test_no_three_modules_of_a_room_begin_alike(room: Path) -> None:
    """What would be told apart by its first word is a room."""
    first = Counter(each.stem.partition("_")[0] for each in room.glob("*.py") if each.name != "__init__.py")
    assert [word for word, count in first.items() if count > 2] == []


@pytest.mark.parametrize("room", sorted({each.parent for each in MODULES}), ids=lambda room: room.name)
def test_every_room_says_what_it_holds(room: Path) -> None:
    assert ast.get_docstring(trees()[room / "__init__.py"])


def test_functions_do_one_thing() -> None:
    bodies = sorted(
        lines_of_body(each) for tree in trees().values() for each in ast.walk(tree) if isinstance(each, ast.FunctionDef)
    )
    assert statistics.median(bodies) <= 5
    assert bodies[len(bodies) * 9 // 10] <= 12


def test_no_module_is_longer_than_can_be_read() -> None:
    assert [path.name for path in MODULES if len(path.read_text("utf-8").splitlines()) > 300] == []


def test_types_carry_what_is_known() -> None:
    """An assertion or an ignored type says that a type says too little."""
    sources = ((path, path.read_text("utf-8")) for path in MODULES)
    assert [path.name for path, text in sources if re.search(r"^\s*assert |# type: ignore", text, re.MULTILINE)] == []


def test_runs_end_in_one_place() -> None:
    """What reads a question, or answers it, refuses or finishes: `run/outcome` ends runs, and Typer after its help."""
    ends = {
        str(path.relative_to(PACKAGE))
        for path, tree in trees().items()
        for each in ast.walk(tree)
        if isinstance(each, ast.Attribute) and ast.unparse(each) in {"typer.Exit", "sys.exit"}
    }
    assert ends == {"__main__.py", "cli/app.py", "cli/menu.py", "cli/run/outcome.py"}


def test_nothing_is_left_out_of_coverage() -> None:
    """What no test reaches is reached by one, or goes."""
    assert [path.name for path in MODULES if "pragma: no " in path.read_text("utf-8")] == []
