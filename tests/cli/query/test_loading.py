"""Loading leaves the garbage collector of the process as it was."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from agendacli.cli.app import app

DEFINITION = "title: T\nzone: UTC\ndays:\n  2026-03-02:\n    - 09:00-10:00: Opening\n"


@pytest.fixture
def collecting() -> Iterator[None]:
    """The collector as it was before, whatever a test does to it."""
    yield
    gc.enable()
    gc.unfreeze()


def _check(folder: Path) -> int:
    path = folder / "programme.yaml"
    path.write_text(DEFINITION, encoding="utf-8")
    return CliRunner().invoke(app, ["check", str(path), "--no-cache"]).exit_code


@pytest.mark.usefixtures("collecting")
def test_loading_makes_what_is_read_old(tmp_path: Path) -> None:
    gc.collect()
    before = len(gc.get_objects(generation=2))
    kept: list[list[int]] = [[] for _ in range(1000)]
    assert _check(tmp_path) == 0
    assert len(gc.get_objects(generation=2)) > before + len(kept)
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0


@pytest.mark.usefixtures("collecting")
def test_loading_leaves_a_paused_collector_paused(tmp_path: Path) -> None:
    gc.disable()
    assert _check(tmp_path) == 0
    assert not gc.isenabled()


@pytest.mark.usefixtures("collecting")
def test_loading_leaves_frozen_what_another_program_froze(tmp_path: Path) -> None:
    gc.freeze()
    assert _check(tmp_path) == 0
    assert gc.get_freeze_count() > 0
