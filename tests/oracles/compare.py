"""Whether a reader found what it should: run as `compare.py EXPECTED.json FOUND.json [FIELD…]`, fields by number."""

import json
import sys
from collections import Counter
from pathlib import Path


def main(expected: str, found: str, *fields: str) -> int:
    """Print what is missing and what is too much; the number of differences."""
    numbers = [*map(int, fields)] or range(5)
    sides = [
        Counter(tuple(each[n] for n in numbers) for each in json.loads(Path(p).read_text())) for p in (expected, found)
    ]
    missing, surplus = sides[0] - sides[1], sides[1] - sides[0]
    for sign, records in (("-", missing), ("+", surplus)):
        for each in sorted(records.elements(), key=str)[:20]:
            sys.stdout.write(f"   {sign} {each}\n")
    sys.stdout.write(f"   {sides[0].total()} expected, {missing.total()} missing, {surplus.total()} too many\n")
    return missing.total() + surplus.total()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]) > 0)
