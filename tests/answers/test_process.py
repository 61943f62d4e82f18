"""Kept answers of real processes: what is imported, outputs that fail, two at once, and the tool's own code."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src"
LINE = [sys.executable, "-c", "import sys\nfrom agendacli.__main__ import main\nsys.exit(main())", "list"]


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """That of a run whose answer is kept: the tool is a copy, and no file has changed in the last two seconds."""
    home = tmp_path_factory.mktemp("home")
    shutil.copytree(SOURCE, home / "src", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(SOURCE.parent / "events", home / "events")
    (home / "place").mkdir()
    time.sleep(2.1)
    found = {"PATH": os.environ["PATH"], "HOME": str(home), "AGENDA_CACHE": str(home / "kept"), "LC_ALL": "C.UTF-8"}
    found |= {"PYTHONPATH": str(home / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    for _ in range(2):
        assert run(found).stdout.count(b"\n") == 10
    assert len(list((home / "kept" / "answers").iterdir())) == 1
    return found


def run(environment: dict[str, str], *before: str, **streams: object) -> "subprocess.CompletedProcess[bytes]":
    given = {"capture_output": True, **streams}
    command = [LINE[0], *before, *LINE[1:]]
    place = f"{environment['HOME']}/place"
    return subprocess.run(command, env=environment, cwd=place, check=False, **given)  # type: ignore[call-overload, no-any-return]


def test_nothing_is_imported(environment: dict[str, str]) -> None:
    own = environment | {"PYTHONPROFILEIMPORTTIME": "1"}
    run(own)
    told = run(own).stderr.decode()
    bare = subprocess.run([sys.executable, "-c", "pass"], env=own, capture_output=True, check=False).stderr.decode()
    more = {line.rpartition("|")[2].strip() for line in told.splitlines()}
    more -= {line.rpartition("|")[2].strip() for line in bare.splitlines()}
    allowed = {"agendacli", "agendacli.__main__", "agendacli.answers", "agendacli.answers.replaying"}
    assert more == allowed | (more & {"gc", "_operator", "marshal", "time"})


def test_whoever_waits_for_the_end_gets_it(environment: dict[str, str]) -> None:
    profiled = [sys.executable, "-m", "cProfile", "-m", "agendacli", "list"]
    asking = [sys.executable, "-i", *LINE[1:]]
    for command, told in ((profiled, b"function calls"), (asking, b"SystemExit: 0")):
        for _ in range(2):
            place = f"{environment['HOME']}/place"
            found = subprocess.run(command, env=environment, cwd=place, input=b"", capture_output=True, check=False)
            assert told in found.stdout + found.stderr


@pytest.mark.parametrize(
    ("output", "code", "told"),
    [
        (">/dev/full", 2, "agenda: standard output: no space left on device\n"),
        (">&-", 2, "agenda: standard output: it is closed\n"),
        ("| true", 0, ""),
        ("<&-", 0, ""),
        ("2>&-", 0, ""),
    ],
)
def test_outputs_that_fail(environment: dict[str, str], output: str, code: int, told: str) -> None:
    script = f'"$@" {output}; exit ${{PIPESTATUS[0]}}'
    place = f"{environment['HOME']}/place"
    command = ["/bin/bash", "-c", script, "bash", *LINE]
    found = subprocess.run(command, env=environment, cwd=place, capture_output=True, text=True, check=False)
    assert (found.returncode, found.stderr) == (code, told)


def test_several_at_once(environment: dict[str, str]) -> None:
    own = environment | {"AGENDA_CACHE": f"{environment['HOME']}/other"}
    place = f"{environment['HOME']}/place"
    for _ in range(2):
        runs = [subprocess.Popen(LINE, env=own, cwd=place, stdout=subprocess.PIPE) for _ in range(4)]
        assert {each.communicate()[0].count(b"\n") for each in runs} == {10}
    assert not [each for each in Path(own["AGENDA_CACHE"], "answers").iterdir() if each.name.startswith(".")]


@pytest.mark.parametrize(
    "module", ["cli/actions/list.py", "formats/definition/decode/days.py"], ids=["imported", "that read the files"]
)
def test_own_code_that_changes(environment: dict[str, str], module: str) -> None:
    """Modules of which nothing was imported this time made the compiled files of which the answer was made."""
    path = Path(environment["HOME"], "src", "agendacli", module)
    before = path.read_text(encoding="utf-8")
    path.write_text(f"{before}\nraise KeyboardInterrupt\n", encoding="utf-8")
    try:
        assert run(environment).returncode == 130
    finally:
        path.write_text(before, encoding="utf-8")
        time.sleep(2.1)  # other tests find it settled


COUNTING = """
import os, sys
from collections import Counter
from functools import partial
looks = Counter()
def counted(plain, path, **options):
    looks[os.fsdecode(path)] += isinstance(path, (str, os.PathLike))
    return plain(path, **options)
os.stat = partial(counted, os.stat)
from agendacli.__main__ import main
try:
    main()
finally:
    found = {name: n for name, n in looks.items() if name.endswith(".py") and "/agendacli/" in name}
    print(len(found), sum(found.values()), sum("/formats/" in each for each in found), file=sys.stderr)
"""


def test_modules_are_looked_at_once(environment: dict[str, str], tmp_path: Path) -> None:
    place, kept = f"{environment['HOME']}/place", Path(environment["HOME"], "kept", "answers")
    own = environment | {"PYTHONPYCACHEPREFIX": str(tmp_path), "PYTHONDONTWRITEBYTECODE": ""}
    for _ in range(2):  # the first compiles the modules, of which no answer is kept
        before = len(list(kept.iterdir()))
        command = [sys.executable, "-c", COUNTING, "list", "--json"]
        found = subprocess.run(command, env=own, cwd=place, capture_output=True, text=True, check=True)
    modules, times, of_formats = map(int, found.stderr.split())
    assert len(list(kept.iterdir())) == before + 1
    # Those that read were looked at for the compiled files; beside one lie the bundled events.
    assert (modules > 20, times < modules + 10, of_formats <= 1) == (True, True, True)
