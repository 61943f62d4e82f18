"""The doubts of files that have not changed are not looked for again."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from agendacli.analysis.doubts import Doubts
from agendacli.analysis.doubts.search import find_doubts
from agendacli.files.web.copies import WebCopy
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


@pytest.fixture
def searches(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many sessions each search for doubts was about."""
    found: list[int] = []

    def search(sessions: list[object], *others: object) -> Doubts:
        found.append(len(sessions))
        return find_doubts(sessions, *others)  # type: ignore[arg-type]

    monkeypatch.setattr("agendacli.analysis.doubts.search.find_doubts", search)
    return found


def test_doubts_of_an_unchanged_address_are_kept(write: Write, tmp_path: Path, searches: list[int]) -> None:
    copy = write("0123", TALKS + item(10, "Anna Mueller") + item(11, "Anna Müller"))
    address = "https://example.org/fair.yaml"

    def told_there() -> int:
        cache = Cache(tmp_path / "cache", NOW)
        found = doubts_told(load([address], kept=cache, copies={address: WebCopy(address, copy)}), cache)
        cache.write()
        return len(found)

    assert [told_there(), told_there(), len(searches)] == [1, 1, 1]
    copy.write_text(TALKS + item(10, "Jo Doe"))
    assert [told_there(), told_there(), len(searches)] == [0, 0, 2]


def test_a_file_called_stdin_says_nothing_of_what_is_piped(write: Write, tmp_path: Path) -> None:
    write("stdin", "")
    for names, doubts in ((("Jo Doe", "Al Roe"), 0), (("Anna Mueller", "Anna Müller"), 1)):
        cache = Cache(tmp_path / "cache", NOW)
        text = TALKS + "".join(item(10 + n, each) for n, each in enumerate(names))
        assert len(doubts_told(load(["-"], text.encode(), kept=cache), cache)) == doubts
        cache.write()
