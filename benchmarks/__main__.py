"""Run as `python benchmarks` or `python -m benchmarks`."""

import sys
from pathlib import Path


def start() -> int:
    """Run the benchmarks; the exit code."""
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # run by its name, only this folder is looked through
    from benchmarks.run import main

    return main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(start())
