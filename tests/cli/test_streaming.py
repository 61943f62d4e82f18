"""Results leave as they are made: the first before the second, a file whole or not at all."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from agendacli.cli.options.groups import Format
from agendacli.cli.printing import record_text
from agendacli.cli.run.outcome import deliver_all
from agendacli.records.table import TEXT, Field, Record, RecordTable

SOURCE = Path(__file__).parents[2] / "src"


def unfinished(*pieces: str) -> Iterator[str]:
    """Pieces that end in a fault."""
    yield from pieces
    raise KeyError


def test_each_of_the_first_pieces_is_delivered_before_the_next_is_made(capfd: pytest.CaptureFixture[str]) -> None:
    seen = []

    def pieces() -> Iterator[str]:
        for piece in ("one\n", "two\n", ""):
            yield piece
            seen.append(capfd.readouterr().out)

    deliver_all(pieces(), None)
    assert seen == ["one\n", "two\n", ""]


def test_pieces_are_delivered_in_order_whatever_their_size(capfd: pytest.CaptureFixture[str]) -> None:
    pieces = [f"{n} " * (n % 40) for n in range(3000)]
    deliver_all(pieces, None)
    assert capfd.readouterr().out == "".join(pieces)


def test_pieces_of_bytes_are_delivered_as_they_are(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    deliver_all([b"one\r\n", b"\xff"], None)
    assert capfdbinary.readouterr().out == b"one\r\n\xff"


def test_pieces_make_a_file(tmp_path: Path) -> None:
    deliver_all(["ä\n", "b\n"], str(tmp_path / "a.txt"))
    assert (tmp_path / "a.txt").read_bytes() == "ä\nb\n".encode()


def test_pieces_that_fail_midway_leave_the_file_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"old")
    with pytest.raises(KeyError):
        deliver_all(unfinished("new\n"), str(tmp_path / "a.txt"))
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("a.txt", b"old")]


@pytest.mark.parametrize(
    "asked", [Format.PLAIN, Format.JSON, Format.JSONL, Format.CSV, Format.TSV, Format.MARKDOWN], ids=str
)
def test_record_is_written_before_the_next_is_made(asked: Format) -> None:
    def records() -> Iterator[Record]:
        yield {"id": "first", "start": None, "end": None, "city": None, "title": "One"}
        raise KeyError

    pieces = record_text(asked, "event", records(), None)
    there = next(pieces) + ("" if asked in (Format.PLAIN, Format.JSON, Format.JSONL) else next(pieces))
    assert "first" in there
    with pytest.raises(KeyError):
        next(pieces)


def test_only_the_fields_asked_for_are_made() -> None:
    table: RecordTable[int] = RecordTable(
        "number",
        "A number.",
        (Field("half", TEXT, "of it", lambda it: it // 2), Field("share", TEXT, "of one", lambda it: 1 // it)),
    )
    assert "".join(record_text(Format.JSONL, "number", table.records([0, 4]), ["half"])) == '{"half": 0}\n{"half": 2}\n'


_ENDLESS = """
import sys
from itertools import count
from agendacli.cli.run.outcome import deliver_all, guarded
from typer import Exit
try:
    guarded(lambda: deliver_all((f"{n}\\n" for n in count()), None))
except Exit as end:
    sys.exit(end.exit_code)
"""


def test_endless_results_end_quietly_with_their_reader() -> None:
    command = f"'{sys.executable}' -c \"$ENDLESS\" | head -n 2; echo ${{PIPESTATUS[0]}}"
    environment = os.environ | {"PYTHONPATH": str(SOURCE), "ENDLESS": _ENDLESS}
    found = subprocess.run(["bash", "-c", command], capture_output=True, text=True, env=environment, check=False)  # noqa: S607
    assert (found.stdout, found.stderr) == ("0\n1\n0\n", "")
