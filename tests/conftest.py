"""What holds for every test: the same examples each time in CI, so that a run can be repeated; a cache of its own."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# No example has a deadline: how long one takes says more about the machine's other work than about this.
# Half as many examples as usual: what more of them would find is looked for by `tests/fuzz` and `tests/oracles`.
settings.register_profile("unhurried", deadline=None, max_examples=50, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("unhurried"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "unhurried")

CACHE = "AGENDA_CACHE"
Write = Callable[[str, str], Path]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--cache-as", choices=("kept", "off", "damaged"), default="kept", help="the cache of compiled files"
    )


@pytest.fixture(scope="session", autouse=True)
def cache_folder(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    """The folder of compiled files for this run; no test sees the user's own."""
    folder = tmp_path_factory.mktemp("cache")
    os.environ[CACHE] = "off" if request.config.getoption("--cache-as") == "off" else str(folder)
    return folder


@pytest.fixture(autouse=True)
def _damage(cache_folder: Path, request: pytest.FixtureRequest) -> None:
    """With `--cache-as damaged` every file and every answer that was kept so far has lost its second half."""
    if request.config.getoption("--cache-as") == "damaged":
        for each in filter(Path.is_file, cache_folder.rglob("*")):
            each.write_bytes(each.read_bytes()[: each.stat().st_size // 2])


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """Everything that `agenda check` prints in a folder of definitions at a width of 80, and its exit code."""
    from typer.testing import CliRunner

    from agendacli.cli.app import app

    def check(folder: Path, *options: str) -> str:
        monkeypatch.chdir(folder)
        for name in ("NO_COLOR", "FORCE_COLOR", "AGENDA_EVENTS"):
            monkeypatch.delenv(name, raising=False)
        result = CliRunner().invoke(app, ["check", *options, "."], env={"COLUMNS": "80"}, prog_name="agenda")
        return f"{result.stdout}{result.stderr}exit {result.exit_code}\n"

    return check


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Write a file into a folder that is the current one."""
    monkeypatch.chdir(tmp_path)

    def writing(name: str, text: str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return writing
