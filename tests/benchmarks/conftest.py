"""The benchmarks are not a part of the package: their folder's parent is put on the path."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[2]))
