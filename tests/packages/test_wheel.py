"""What lies in the wheel and the sdist."""

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from agendacli import __version__

ROOT = Path(__file__).parents[2]
SHARED = (
    "man/man1/agenda.1",
    "bash-completion/completions/agenda",
    "zsh/site-functions/_agenda",
    "fish/vendor_completions.d/agenda.fish",
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the sdist of this checkout."""
    folder = tmp_path_factory.mktemp("dist")
    line = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(line, capture_output=True, check=True)
    return folder


def test_wheel_holds_code_events_types_man_page_and_completions(built: Path) -> None:
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        names = set(wheel.namelist())
        data = f"agendacli-{__version__}.data/data/share/"
        assert [each for each in SHARED if f"{data}{each}" not in names] == []
        completion = wheel.read(f"{data}bash-completion/completions/agenda").decode()
    expected = {"agendacli/api.py", "agendacli/py.typed", "agendacli/events/vienna-session.yaml"}
    assert expected <= names
    assert "complete -o default -F _agenda_completion agenda" in completion
    assert [each for each in names if "/tests/" in each or each.endswith(".pyc")] == []


def test_sdist_holds_what_the_wheel_is_made_of(built: Path) -> None:
    with tarfile.open(next(built.glob("*.tar.gz"))) as sdist:
        names = {each.partition("/")[2] for each in sdist.getnames()}
    assert {"docs/agenda.1", "docs/completions/_agenda", "events/people.yaml", "CHANGELOG.md", "LICENSE"} <= names
