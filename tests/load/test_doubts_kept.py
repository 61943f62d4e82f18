"""The doubts of files that have not changed are not looked for again."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from agendacli.load.cache.store import Cache
from agendacli.load.doubts import doubts_told
from agendacli.load.programmes import load

Write = Callable[[str, str], Path]
NOW = datetime(2030, 1, 1, tzinfo=UTC)
TALKS = "title: Fair\nzone: UTC\ndays:\n  2026-05-04:\n"


def item(hour: int, name: str) -> str:
    return f"    - {hour}:00-{hour + 1}:00: Talk {hour}\n      speaker: {name}\n"


def told(folder: Path | None, *paths: str) -> list[str]:
    """What one run tells."""
    cache = Cache(folder, NOW) if folder else None
    found = [str(each).partition("; ")[0] for each in doubts_told(load(paths), cache)]
    if cache:
        cache.write()
    return found


@pytest.mark.parametrize("again", [False, True])
def test_doubts_are_those_of_the_files_as_they_are(write: Write, tmp_path: Path, again: bool) -> None:  # noqa: FBT001
    fair = write("fair.yaml", TALKS + item(10, "Jo Doe") + item(11, "Anna Müller"))
    write("other.yaml", TALKS + item(10, "Anna Mueller"))
    cache = tmp_path / "cache"
    line = "other.yaml:6:16: warning[near-person]: “Anna Mueller” may be “Anna Müller”"
    for _ in range(1 + again):
        assert told(cache, "fair.yaml") == []
        assert told(cache, "fair.yaml", "other.yaml") == [line]
    fair.write_text(TALKS + item(10, "Jo Doe"))
    assert told(cache, "fair.yaml", "other.yaml") == []
    assert told(None, "fair.yaml", "other.yaml") == []
