import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.answers.asking import Asking, in_folder, started


@pytest.fixture(scope="session")
def zygote() -> Iterator["subprocess.Popen[str]"]:
    with started() as process:
        yield process


@pytest.fixture
def asking(zygote: "subprocess.Popen[str]", tmp_path: Path) -> Asking:
    return in_folder(zygote, tmp_path)
