"""Run as `python tests/fuzz`: hostile files and lines through every command, with limits on time and memory.

    python tests/fuzz                       for a minute
    python tests/fuzz --seconds 3600        for an hour
    python tests/fuzz --seed 7 --only 123   one case again; it prints its line and keeps its folder

Every case follows from the seed and its number. A case fails where a run ends with another exit code than 0, 1 or 2,
with a traceback, or not within its limits; then the folder with its files stays, and the exit code is 1.
"""

import argparse
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path


def main(words: Sequence[str]) -> int:
    """Run cases until the time is over; the exit code."""
    from tests.fuzz.running import import_everything

    asked = _arguments(words)
    import_everything()
    failed, number, until = 0, 0, time.monotonic() + asked.seconds
    for number in _numbers(asked.only):
        if asked.only is None and time.monotonic() > until:
            break
        failed += _fails(asked.seed, number, is_kept=asked.only is not None)
    sys.stdout.write(f"{number} cases of seed {asked.seed}, {failed} failed\n")
    return 1 if failed else 0


def _arguments(words: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python tests/fuzz", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--seconds", type=float, default=60.0, help="begin no case after so many seconds")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1_000_000))
    parser.add_argument("--only", type=int, help="this case, whose folder is kept")
    return parser.parse_args(words)


def _numbers(only: int | None) -> Iterator[int]:
    return count() if only is None else iter((only,))


def _fails(seed: int, number: int, *, is_kept: bool) -> bool:
    """Whether one case fails; that is told."""
    from tests.fuzz.inputs import write_files
    from tests.fuzz.lines import line
    from tests.fuzz.running import fault_of

    chance = random.Random(f"{seed}-{number}")  # noqa: S311 (to be had again)
    folder = Path(tempfile.mkdtemp(prefix=f"fuzz-{seed}-{number}-"))
    words = line(chance, write_files(folder, chance))
    fault = fault_of(words, folder)
    if is_kept or fault:
        sys.stdout.write(f"--seed {seed} --only {number}: {fault or 'fine'}\n  cd {folder} && agenda {words!r}\n")
    else:
        shutil.rmtree(folder)
    return fault is not None


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    sys.exit(main(sys.argv[1:]))
