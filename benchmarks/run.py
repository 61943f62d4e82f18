"""The one command: options, what has to be compiled first, the sections in turn, and the table."""

import argparse
import compileall
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from benchmarks import longer, tables
from benchmarks.again import again
from benchmarks.bench import MANY, Bench
from benchmarks.documents import documents
from benchmarks.exchange import exchange
from benchmarks.figures import Section
from benchmarks.measuring import FailedError, surroundings
from benchmarks.organizers import organizers
from benchmarks.questions import crowds, questions
from benchmarks.revisions import revisions
from benchmarks.spans import spans
from benchmarks.starting import start
from benchmarks.week import week

ROOT = Path(__file__).resolve().parents[1]
SECTIONS: dict[str, Callable[[Bench], Section]] = {
    "start": start,
    "week": week,
    "series": longer.series,
    "definition": longer.definition,
    "conflicts": longer.conflicts,
    "export": longer.export,
    "reading": longer.reading,
    "revisions": revisions,
    "again": again,
    "questions": questions,
    "crowds": crowds,
    "spans": spans,
    "organizers": organizers,
    "documents": documents,
    "exchange": exchange,
}


def main(arguments: Sequence[str]) -> int:
    """Measure, print, and write the page that is named; 1 when a section could not be measured."""
    asked = _parser().parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="agenda-benchmarks-") as made:
        bench = Bench(Path(made), asked.peers, asked.quick, most=asked.most, rounds=asked.rounds)
        compile_all(asked.peers, bench.folder)
        sections = [*_measured(bench, tuple(asked.only or SECTIONS))]
    print(f"\n{tables.verdict(sections)}")
    complete = len(sections) == len(asked.only or SECTIONS)
    if asked.markdown and not complete:
        print(f"{asked.markdown} is not written: a section is missing", file=sys.stderr)
    elif asked.markdown:
        tables.put_into(asked.markdown, tables.markdown(sections, heading(bench)))
    return int(not complete)


def heading(bench: Bench) -> str:
    """When and on what kind of machine it was measured, and whether only to see that it runs."""
    quick = " Only a tenth of everything, to see that it runs." if bench.quick else ""
    return f"Measured on {datetime.now(UTC).date()}: {tables.machine()}.{quick}"


def compile_all(peers: str | None, home: Path) -> None:
    """Compile the sources and the packages of each interpreter: without `.pyc` every start is twice as slow."""
    compileall.compile_dir(ROOT / "src", quiet=2)
    for python in {sys.executable, peers or sys.executable}:
        code = "import sysconfig; print(sysconfig.get_path('purelib'))"
        environment = surroundings(home)
        where = subprocess.run([python, "-c", code], capture_output=True, text=True, env=environment, check=True)
        command = [python, "-m", "compileall", "-q", where.stdout.strip()]
        subprocess.run(command, env=environment, capture_output=True, check=False)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a tenth of everything, to see that it runs")
    parser.add_argument(
        "--rounds", type=int, default=MANY, metavar="NUMBER", help="no more rounds than these of anything"
    )
    parser.add_argument("--only", nargs="+", choices=SECTIONS, metavar="NAME", help=f"of {', '.join(SECTIONS)}")
    parser.add_argument(
        "--markdown", type=Path, metavar="FILE", help="write the table between the markers of this page"
    )
    parser.add_argument("--peers", metavar="PYTHON", help="an interpreter that has what benchmarks/peers.txt names")
    parser.add_argument("--most", type=int, default=100_000, help="up to how many sessions conflicts are searched")
    return parser


def _measured(bench: Bench, names: Sequence[str]) -> Iterator[Section]:
    print(tables.machine())
    for name in names:
        try:
            section = SECTIONS[name](bench)
        except FailedError as problem:
            print(f"\n{name}: {problem}", file=sys.stderr)
            continue
        print(tables.text(section), flush=True)
        yield section
