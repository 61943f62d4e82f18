"""How an editor is told the line."""

from pathlib import Path

import pytest

from agendacli.cli.run.editors import editor_of, is_known, opening

FILE = Path("tea.yaml")


@pytest.mark.parametrize(
    ("editor", "command"),
    [
        ("vim", ["vim", "+7", "tea.yaml"]),
        ("/usr/bin/nano -w", ["/usr/bin/nano", "-w", "+7", "tea.yaml"]),
        ("emacsclient -t", ["emacsclient", "-t", "+7", "tea.yaml"]),
        ("gvim", ["gvim", "--nofork", "+7", "tea.yaml"]),
        ("hx", ["hx", "tea.yaml:7"]),
        ("subl", ["subl", "--wait", "tea.yaml:7"]),
        ("code", ["code", "--wait", "--goto", "tea.yaml:7"]),
        ("code --wait", ["code", "--wait", "--goto", "tea.yaml:7"]),
        ("'/opt/my editor' -x", ["/opt/my editor", "-x", "tea.yaml"]),
    ],
)
def test_command_of_an_editor(editor: str, command: list[str]) -> None:
    assert opening(editor, FILE, 7) == command


@pytest.mark.parametrize(("editor", "known"), [("/usr/bin/vim -u x", True), ("hx", True), ("cat", False)])
def test_known_editors(editor: str, known: bool) -> None:  # noqa: FBT001 (a parameter of the test)
    assert is_known(editor) is known


@pytest.mark.parametrize(
    ("environment", "editor"),
    [({}, None), ({"EDITOR": "vi"}, "vi"), ({"EDITOR": "vi", "VISUAL": "hx"}, "hx"), ({"VISUAL": " "}, None)],
)
def test_editor_of_the_environment(environment: dict[str, str], editor: str | None) -> None:
    assert editor_of(environment) == editor
